'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { signInWithPassword } from '#accounts/sign-in';
import { tryRefusalInWords } from '#domain/sign-in/limit';
import { toReturnPath } from '#domain/sign-in/return-path';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { type SignInField, signInSchema } from './schema';

export const signIn = keepingTyped(async function signIn(
  _previous: FormState<SignInField>,
  formData: FormData,
): Promise<FormState<SignInField>> {
  const form = parseForm(signInSchema, formData);
  if (!form.ok) return withoutPassword(form.refusal);
  const { email, password, next } = form.value;
  const answer = await signInWithPassword(email, password);
  if (!answer.ok) {
    const { refusal } = answer;
    const sentence =
      refusal.kind === 'wrong'
        ? 'The email address or the password is wrong: check both and try again'
        : tryRefusalInWords(refusal, new Date());
    return withoutPassword(reshow(signInSchema, formData, { formErrors: [sentence] }));
  }
  const path = toReturnPath(next);
  redirect(
    (answer.value === 'code' ? `/sign-in/code?next=${encodeURIComponent(path)}` : path) as Route,
  );
});

// A password is never sent back to the page.
const withoutPassword = (state: FormState<SignInField>): FormState<SignInField> => ({
  ...state,
  values: { ...state.values, password: '' },
});
