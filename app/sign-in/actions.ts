'use server';

import { APIError } from 'better-auth/api';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { toReturnPath } from '#domain/return-path';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { type SignInField, signInSchema } from './schema';

export async function signIn(
  _previous: FormState<SignInField>,
  formData: FormData,
): Promise<FormState<SignInField>> {
  const form = parseForm(signInSchema, formData);
  if (!form.ok) return withoutPassword(form.refusal);
  const { email, password, next } = form.value;
  try {
    await accounts().api.signInEmail({ body: { email, password }, headers: await headers() });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return withoutPassword(
      reshow(signInSchema, formData, {
        formErrors: ['No account has this email address and password: check both and try again'],
      }),
    );
  }
  redirect(toReturnPath(next) as Route);
}

// A password is never sent back to the page.
const withoutPassword = (state: FormState<SignInField>): FormState<SignInField> => ({
  ...state,
  values: { ...state.values, password: '' },
});
