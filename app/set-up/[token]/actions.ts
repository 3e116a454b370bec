'use server';

import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { restoreSetUpToken, spendSetUpToken } from '#data/accounts';
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
  if (!(await spendSetUpToken(token))) {
    return withoutPassword(
      reshow(setUpSchema, formData, {
        formErrors: ['This link was used already: sign in with the account it made'],
      }),
    );
  }
  try {
    await accounts().api.signUpEmail({ body: form.value, headers: await headers() });
  } catch (error) {
    await restoreSetUpToken(token);
    if (!(error instanceof APIError)) throw error;
    return withoutPassword(
      reshow(setUpSchema, formData, {
        formErrors: ['The account could not be made: check the email address and try again'],
      }),
    );
  }
  redirect('/');
}

// A password is never sent back to the page.
const withoutPassword = (state: FormState<SetUpField>): FormState<SetUpField> => ({
  ...state,
  values: { ...state.values, password: '' },
});
