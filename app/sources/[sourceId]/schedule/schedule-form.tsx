'use client';

import type { FormAction } from '#forms/form-state';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { ScheduleField } from './schema';

export function ScheduleForm({
  action,
  everyDays,
}: {
  action: FormAction<ScheduleField>;
  everyDays: number | null;
}) {
  const [state, submit, pending] = useFormAction(action, { everyDays: String(everyDays ?? '') });
  return (
    <form action={submit} className="schedule" noValidate>
      <Field
        name="everyDays"
        label="Days between two copies"
        hint="If the field is empty, the desk takes a new copy only when you ask. If the text changes after a verdict, the desk asks for a recheck of the claims."
        errors={state.fieldErrors.everyDays}
      >
        {(control) => (
          <input
            {...control}
            className="day"
            inputMode="numeric"
            defaultValue={state.values.everyDays}
          />
        )}
      </Field>
      <button type="submit" className="button small" disabled={pending}>
        Save
      </button>
    </form>
  );
}
