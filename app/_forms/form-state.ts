import { z } from 'zod';
import { accept, type Result, refuse } from '#domain/result';

/** What a form shows again after it was refused. React empties it, so what was typed goes back too. */
export type FormState<Field extends string> = {
  readonly values: { readonly [F in Field]?: string };
  readonly fieldErrors: { readonly [F in Field]?: readonly string[] };
  readonly formErrors: readonly string[];
  /** What somebody else changed meanwhile, a sentence each. */
  readonly changes: readonly string[];
};

export type FormErrors<Field extends string> = Partial<Omit<FormState<Field>, 'values'>>;

export type FieldOf<Schema extends z.ZodObject> = keyof z.output<Schema> & string;

/** A server action behind a form: what the form showed, what was typed, what it shows next. */
export type FormAction<Field extends string> = (
  state: FormState<Field>,
  formData: FormData,
) => Promise<FormState<Field>>;

export const emptyForm = { values: {}, fieldErrors: {}, formErrors: [], changes: [] } as const;

/** The form's fields, typed; or the form to show again, with an error beside each bad field. */
export function parseForm<Schema extends z.ZodObject>(
  schema: Schema,
  formData: FormData,
): Result<z.output<Schema>, FormState<FieldOf<Schema>>> {
  const parsed = schema.safeParse(valuesOf(schema, formData));
  if (parsed.success) return accept(parsed.data);
  return refuse(reshow(schema, formData, fieldErrorsOf(parsed.error)));
}

/** The form to show again, with these errors and only the fields that the schema names. */
export function reshow<Schema extends z.ZodObject>(
  schema: Schema,
  formData: FormData,
  errors: FormErrors<FieldOf<Schema>>,
): FormState<FieldOf<Schema>> {
  return { ...emptyForm, ...errors, values: valuesOf(schema, formData) };
}

/** Fields of one name that may be ticked more than once come as one text, a line each. */
function valuesOf<Schema extends z.ZodObject>(schema: Schema, formData: FormData) {
  const values = Object.keys(schema.shape).flatMap((name) => {
    const all = formData.getAll(name).filter((value) => typeof value === 'string');
    return all.length > 0 ? [[name, all.join('\n')]] : [];
  });
  return Object.fromEntries(values) as { [F in FieldOf<Schema>]?: string };
}

function fieldErrorsOf<Field extends string>(error: z.ZodError): FormErrors<Field> {
  const { fieldErrors, formErrors } = z.flattenError(error);
  return {
    fieldErrors: fieldErrors as FormErrors<Field>['fieldErrors'],
    formErrors,
  } as FormErrors<Field>;
}
