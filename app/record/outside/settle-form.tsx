'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { SETTLE_BUTTONS, type SettleWay } from '#domain/record/outside-change';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { SettleField } from './schema';

// A refused form comes back as it was sent, its ticks too.
const Ticked = createContext<readonly string[]>([]);

/** The tick of one change. */
export function ChangeTick({ id, value }: { id: string; value: string }) {
  const ticked = useContext(Ticked);
  return (
    <input
      type="checkbox"
      name="changes"
      id={id}
      value={value}
      key={String(ticked.includes(value))}
      defaultChecked={ticked.includes(value)}
    />
  );
}

/** The changes of a page, to be ticked, with one reason and a button for each way to settle them. */
export function SettleForm({
  action,
  ways,
  children,
}: {
  action: FormAction<SettleField>;
  /** The ways in which at least one of the changes can be settled. */
  ways: readonly SettleWay[];
  children: ReactNode;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit} className="form outside-form" noValidate>
      <ErrorSummary {...state} />
      <Ticked value={state.values.changes?.split('\n') ?? []}>
        <div id="changes">{children}</div>
      </Ticked>
      <Field name="reason" label="Reason" errors={state.fieldErrors.reason}>
        {(control) => <input {...control} defaultValue={state.values.reason} />}
      </Field>
      <div className="actions">
        {ways.map((way) => (
          <button
            type="submit"
            name="way"
            value={way}
            className="button"
            key={way}
            disabled={pending}
          >
            {SETTLE_BUTTONS[way]}
          </button>
        ))}
      </div>
    </form>
  );
}
