'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { permitted } from '#accounts/permitted';
import { orRefused } from '#accounts/sign-in';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { type CodeField, type ConfirmField, codeSchema, confirmSchema } from '../schema';

/** What is shown once: the secret for the app, as an address, and the recovery codes. */
export type Enrolment = { readonly uri: string | null; readonly codes: readonly string[] };

export type TwoFactorState = FormState<ConfirmField> & { readonly enrolment?: Enrolment };

const WRONG_PASSWORD = { current: ['This is not your present password'] } as const;

/** Begins to turn two-factor sign-in on: it is on only when a code of the app was right. */
export async function beginTwoFactor(
  _previous: TwoFactorState,
  formData: FormData,
): Promise<TwoFactorState> {
  await permitted('account.own');
  const form = parseForm(confirmSchema, formData);
  // Passwords are never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const begun = await orRefused(async () =>
    accounts().api.enableTwoFactor({
      body: { password: form.value.current },
      headers: await headers(),
    }),
  );
  if (begun?.method !== 'totp') return { ...emptyForm, fieldErrors: WRONG_PASSWORD };
  return { ...emptyForm, enrolment: { uri: begun.totpURI, codes: begun.backupCodes } };
}

/** Turns it on with the first code of the app. */
export async function confirmTwoFactor(
  _previous: FormState<CodeField>,
  formData: FormData,
): Promise<FormState<CodeField>> {
  await permitted('account.own');
  const form = parseForm(codeSchema, formData);
  if (!form.ok) return form.refusal;
  const code = form.value.code.replace(/\s/g, '');
  const verified = await orRefused(async () =>
    accounts().api.verifyTOTP({ body: { code }, headers: await headers() }),
  );
  if (!verified) {
    return reshow(codeSchema, formData, {
      fieldErrors: {
        code: ['This is not the code that the app shows now: enter the present one'],
      },
    });
  }
  redirect('/account?changed=twoFactor');
}

/** Makes new recovery codes; the old ones work no more. */
export async function renewCodes(
  _previous: TwoFactorState,
  formData: FormData,
): Promise<TwoFactorState> {
  await permitted('account.own');
  const form = parseForm(confirmSchema, formData);
  if (!form.ok) return { ...form.refusal, values: {} };
  const made = await orRefused(async () =>
    accounts().api.generateBackupCodes({
      body: { password: form.value.current },
      headers: await headers(),
    }),
  );
  if (!made) return { ...emptyForm, fieldErrors: WRONG_PASSWORD };
  return { ...emptyForm, enrolment: { uri: null, codes: made.backupCodes } };
}

export async function endTwoFactor(
  _previous: TwoFactorState,
  formData: FormData,
): Promise<TwoFactorState> {
  await permitted('account.own');
  const form = parseForm(confirmSchema, formData);
  if (!form.ok) return { ...form.refusal, values: {} };
  const ended = await orRefused(async () =>
    accounts().api.disableTwoFactor({
      body: { password: form.value.current },
      headers: await headers(),
    }),
  );
  if (!ended) return { ...emptyForm, fieldErrors: WRONG_PASSWORD };
  redirect('/account?changed=twoFactorOff');
}
