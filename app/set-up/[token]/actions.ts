'use server';

import { redirect } from 'next/navigation';
import { toPasswordHash } from '#accounts/accounts';
import { signInAfterJoining } from '#accounts/sign-in';
import { recordFirstAccount } from '#data/first-account';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { type SetUpField, setUpSchema } from './schema';

/** Makes the desk's first account. The token is the permission: see isSetUpToken. */
export async function setUp(
  token: string,
  _previous: FormState<SetUpField>,
  formData: FormData,
): Promise<FormState<SetUpField>> {
  const form = parseForm(setUpSchema, formData);
  if (!form.ok) return withoutPassword(form.refusal);
  const { name, email, password } = form.value;
  const passwordHash = await toPasswordHash(password);
  if (!(await recordFirstAccount(token, { name, email, passwordHash }))) {
    return withoutPassword(
      reshow(setUpSchema, formData, {
        formErrors: ['This link was used already: sign in with the account it made'],
      }),
    );
  }
  await signInAfterJoining(email, password);
  redirect('/');
}

// A password is never sent back to the page.
const withoutPassword = (state: FormState<SetUpField>): FormState<SetUpField> => ({
  ...state,
  values: { ...state.values, password: '' },
});
