'use client';

import { useActionState } from 'react';
import { emptyForm, type FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import type { CodeField } from '../schema';
import type { TwoFactorState } from './actions';
import { EnrolmentForm, RecoveryCodes } from './enrolment';

type Action = (state: TwoFactorState, formData: FormData) => Promise<TwoFactorState>;

/** Turns two-factor sign-in on, in two steps. */
export function TurnOn({ begin, confirm }: { begin: Action; confirm: FormAction<CodeField> }) {
  const [state, submit, pending] = useActionState<TwoFactorState, FormData>(begin, emptyForm);
  const { enrolment } = state;
  if (enrolment?.uri) {
    return <EnrolmentForm action={confirm} uri={enrolment.uri} codes={enrolment.codes} />;
  }
  return (
    <PasswordStep state={state} submit={submit} pending={pending} button="Begin" name="current" />
  );
}

/** New recovery codes, or turning it off: both ask for the password again. */
export function WithPassword({ action, button }: { action: Action; button: string }) {
  const [state, submit, pending] = useActionState<TwoFactorState, FormData>(action, emptyForm);
  return (
    <>
      {state.enrolment && <RecoveryCodes codes={state.enrolment.codes} />}
      <PasswordStep
        state={state}
        submit={submit}
        pending={pending}
        button={button}
        name={button.replace(/\W+/g, '-').toLowerCase()}
      />
    </>
  );
}

function PasswordStep({
  state,
  submit,
  pending,
  button,
  name,
}: {
  state: TwoFactorState;
  submit: (formData: FormData) => void;
  pending: boolean;
  button: string;
  /** Of the field on its page; the form always sends `current`. */
  name: string;
}) {
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary
        formErrors={state.formErrors}
        changes={state.changes}
        fieldErrors={{ [name]: state.fieldErrors.current }}
      />
      <Field name={name} label="Present password" errors={state.fieldErrors.current}>
        {(control) => (
          <input {...control} name="current" type="password" autoComplete="current-password" />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button" disabled={pending}>
          {button}
        </button>
      </div>
    </form>
  );
}
