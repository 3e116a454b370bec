'use client';

import { ROLE_HINTS, ROLE_LABELS } from '#domain/people/labels';
import { ROLES, type Role } from '#domain/people/permission';
import { Choices } from '#ui/choices';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { LinkFormState } from './actions';
import { OneTimeLink } from './one-time-link';
import type { InviteField } from './schema';

export function InviteForm({
  action,
  id,
  role,
}: {
  action: (
    state: LinkFormState<InviteField>,
    formData: FormData,
  ) => Promise<LinkFormState<InviteField>>;
  /** Of the invitation, so that a form sent twice makes one. */
  id: string;
  /** The role that is asked for where a claim needs one; null where none is. */
  role: Role | null;
}) {
  const [answer, submit, pending] = useFormAction(action, { id, ...(role && { role }) });
  // The form's state, and the link where one was made.
  const state: LinkFormState<InviteField> = answer;
  const { values, fieldErrors, link } = state;
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      {link && <OneTimeLink address={link.address} text={`The link for ${link.for}.`} />}
      <input type="hidden" name="id" key={values.id} defaultValue={values.id} />
      <div className="pair">
        <Field name="name" label="Name" errors={fieldErrors.name}>
          {(control) => <input {...control} autoComplete="off" defaultValue={values.name} />}
        </Field>
        <Field name="email" label="Email" errors={fieldErrors.email}>
          {(control) => (
            <input {...control} type="email" autoComplete="off" defaultValue={values.email} />
          )}
        </Field>
      </div>
      <Choices
        name="role"
        legend="Role"
        value={values.role}
        errors={fieldErrors.role}
        options={ROLES.map((role) => [role, ROLE_LABELS[role], ROLE_HINTS[role]])}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Create the invitation
        </button>
      </div>
    </form>
  );
}
