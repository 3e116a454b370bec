'use client';

import type { ReactNode } from 'react';
import { ROLE_LABELS } from '#domain/people/labels';
import { ROLES, type Role } from '#domain/people/permission';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { ReasonField } from '#ui/reason-field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { LinkFormState } from '../actions';
import { OneTimeLink } from '../one-time-link';
import type { PersonField, PersonStep } from '../schema';

const BUTTONS: Record<PersonStep, string> = {
  changeRole: 'Change the role',
  deactivate: 'Deactivate the account',
  activate: 'Activate the account again',
  resetLink: 'Make a link for a new password',
  twoFactorOff: 'Turn off two-factor sign-in',
};

/** One thing that an administrator does with an account, with its reason. */
export function PersonForm({
  action,
  step,
  name,
  role,
  needsReason,
  children,
}: {
  action: (
    state: LinkFormState<PersonField>,
    formData: FormData,
  ) => Promise<LinkFormState<PersonField>>;
  step: PersonStep;
  name: string;
  role: Role;
  needsReason: boolean;
  /** What it does, for who is about to do it. */
  children: ReactNode;
}) {
  const [answer, submit, pending] = useFormAction(action);
  // The form's state, and the link where one was made.
  const state: LinkFormState<PersonField> = answer;
  const isRefused = state.formErrors.length > 0 || Object.keys(state.fieldErrors).length > 0;
  return (
    <details open={isRefused || Boolean(state.link)}>
      <summary>{BUTTONS[step]}</summary>
      <form action={submit} className="form" noValidate>
        <ErrorSummary {...state} fieldErrors={{ ...state.fieldErrors, reason: [] }} />
        {state.link && (
          <OneTimeLink
            address={state.link.address}
            text={`The link for ${state.link.for} to choose a new password within one day.`}
          />
        )}
        <p className="soft">{children}</p>
        {step === 'changeRole' && (
          <>
            <input type="hidden" name="shown" key={role} defaultValue={role} />
            <Field name="role" label="Role" errors={state.fieldErrors.role}>
              {(control) => (
                <Select
                  {...control}
                  options={ROLES.map((each) => [each, ROLE_LABELS[each]])}
                  value={state.values.role ?? role}
                />
              )}
            </Field>
          </>
        )}
        <ReasonField
          id={`${step}-reason`}
          value={state.values.reason}
          errors={state.fieldErrors.reason}
          optional={!needsReason}
        />
        <div className="actions">
          <button
            type="submit"
            name="step"
            value={step}
            className={step === 'deactivate' ? 'button danger' : 'button'}
            disabled={pending}
            aria-label={`${BUTTONS[step]}: ${name}`}
          >
            {BUTTONS[step]}
          </button>
        </div>
      </form>
    </details>
  );
}
