'use client';

import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { useFormAction } from '#ui/use-form-action';
import type { CodeField } from '../schema';
import { QrCode } from './qr-code';

/** The recovery codes, shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="notice">
      <p>
        <strong>Keep these recovery codes</strong> where you keep what matters, on paper if you
        like. Each lets you in once when the telephone is gone. They are shown this once.
      </p>
      <ul className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}

/** Scan, keep the codes, and give the first one: then it is on. */
export function EnrolmentForm({
  action,
  uri,
  codes,
}: {
  action: FormAction<CodeField>;
  uri: string;
  codes: readonly string[];
}) {
  const [state, submit, pending] = useFormAction(action, { uri, codes: codes.join('\n') });
  const shown = state.values.uri ?? uri;
  const secret = /[?&]secret=([A-Z2-7]+)/.exec(shown)?.[1] ?? '';
  const kept = state.values.codes?.split('\n') ?? codes;
  return (
    <form action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="uri" value={shown} />
      <input type="hidden" name="codes" value={kept.join('\n')} />
      <div className="enrolment">
        <QrCode text={shown} label="QR code for the authenticator app" />
        <p>
          Scan this with your authenticator app, or type the key into it:
          <br />
          <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <RecoveryCodes codes={kept} />
      <Field
        name="code"
        label="Code"
        hint="The six digits that the app shows now. With it, two-factor sign-in is on."
        errors={state.fieldErrors.code}
      >
        {(control) => (
          <input
            {...control}
            className="day"
            inputMode="numeric"
            autoComplete="one-time-code"
            defaultValue={state.values.code}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Turn it on
        </button>
      </div>
    </form>
  );
}
