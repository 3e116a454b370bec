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
        label="Every so many days"
        hint="Empty: only when somebody asks. When the text changes under a verdict, its claims are put up for another look."
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
        Set
      </button>
    </form>
  );
}
