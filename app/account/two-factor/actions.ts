'use server';

import { redirect } from 'next/navigation';
import type { PasswordRefusal } from '#accounts/password';
import { permitted } from '#accounts/permitted';
import {
  beginSetup as begin,
  confirmSetup as confirm,
  endSetup as end,
  type OffRefusal,
  renewRecoveryCodes,
} from '#accounts/two-factor';
import { forgetTwoFactorSetup } from '#accounts/two-factor-setup';
import type { Result } from '#domain/result';
import { parseCode, SEALED_IN_WORDS } from '#domain/sign-in/two-factor';
import { emptyForm, type FormErrors, type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { pressed } from '#forms/pressed';
import { explainPassword } from '../present-password';
import {
  type OffField,
  offSchema,
  type PresentField,
  presentSchema,
  type SetUpCodeField,
  setUpCodeSchema,
} from '../schema';

type Answer = Result<true, PasswordRefusal>;

/**
 * Does something that asks for the present password.
 *
 * @returns the form again when it was not right; it is never sent back to the page
 */
async function withPassword(
  formData: FormData,
  act: (current: string) => Promise<Answer>,
): Promise<FormState<PresentField> | null> {
  const form = parseForm(presentSchema, formData);
  if (!form.ok) return { ...form.refusal, values: {} };
  const answer = await act(form.value.current);
  if (answer.ok) return null;
  return { ...emptyForm, fieldErrors: { current: [explainPassword(answer.refusal)] } };
}

/** Begins to turn two-factor sign-in on: it is on only when a code of the app was right. */
export const beginTwoFactor = keepingTyped(async function beginTwoFactor(
  _previous: FormState<PresentField>,
  formData: FormData,
): Promise<FormState<PresentField>> {
  const person = await permitted('account.own');
  const refused = await withPassword(formData, (current) => begin(person, current));
  if (refused) return refused;
  redirect('/account/two-factor');
});

/** Turns it on with the first code of the app. */
export const confirmTwoFactor = keepingTyped(async function confirmTwoFactor(
  _previous: FormState<SetUpCodeField>,
  formData: FormData,
): Promise<FormState<SetUpCodeField>> {
  const person = await permitted('account.own');
  const form = parseForm(setUpCodeSchema, formData);
  if (!form.ok) return form.refusal;
  const typed = parseCode(form.value.code);
  if (typed?.kind === 'code' && (await confirm(person, typed.code))) {
    redirect('/account/two-factor');
  }
  return {
    ...emptyForm,
    fieldErrors: {
      code: [
        'This code is wrong: enter the code that the app shows now, and check the clock of the telephone',
      ],
    },
  };
});

/** Makes new recovery codes; the old ones work no more. */
export const renewCodes = keepingTyped(async function renewCodes(
  _previous: FormState<PresentField>,
  formData: FormData,
): Promise<FormState<PresentField>> {
  const person = await permitted('account.own');
  const refused = await withPassword(formData, (current) => renewRecoveryCodes(person, current));
  if (refused) return refused;
  redirect('/account/two-factor');
});

/** Turns it off. */
export const endTwoFactor = keepingTyped(async function endTwoFactor(
  _previous: FormState<OffField>,
  formData: FormData,
): Promise<FormState<OffField>> {
  const person = await permitted('account.own');
  const form = parseForm(offSchema, formData);
  // Neither is ever sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const typed = parseCode(form.value.code);
  if (!typed) return { ...emptyForm, fieldErrors: { code: [WRONG_CODE] } };
  const answer = await end(person, form.value.current, typed);
  if (!answer.ok) return { ...emptyForm, fieldErrors: explainOff(answer.refusal) };
  await forgetTwoFactorSetup();
  redirect('/account?changed=twoFactorOff');
});

function explainOff(refusal: OffRefusal): FormErrors<OffField>['fieldErrors'] & object {
  switch (refusal.kind) {
    case 'wrongCode':
      return { code: [WRONG_CODE] };
    case 'usedCode':
      return { code: ['This code was already used: wait for the next code in the app'] };
    case 'sealed':
      return { code: [SEALED_IN_WORDS] };
    default:
      return { current: [explainPassword(refusal)] };
  }
}

const WRONG_CODE =
  'This code is wrong: enter the six digits that the app shows now, or a recovery code';

/** The codes are written down, or turning it on is given up: nothing of it is shown any more. */
export const putAway = pressed(async function putAway() {
  const { twoFactorEnabled } = await permitted('account.own');
  await forgetTwoFactorSetup();
  redirect(twoFactorEnabled ? '/account?changed=codes' : '/account/two-factor');
});
