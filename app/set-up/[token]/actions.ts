'use server';

import { notFound, redirect } from 'next/navigation';
import { findClient } from '#accounts/client';
import { hashPassword } from '#accounts/password-hash';
import { signInAfterJoining } from '#accounts/sign-in';
import { withTry } from '#accounts/tries';
import { isSetUpToken, recordFirstAccount } from '#data/people/first-account';
import { accept, refuse } from '#domain/result';
import { tryRefusalInWords } from '#domain/sign-in/limit';
import { passwordProblem } from '#domain/sign-in/password-problem';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { isToken } from '#http/query';
import { type SetUpField, setUpSchema } from './schema';

/** Makes the desk's first account. The token is the permission: see isSetUpToken. */
export const setUp = keepingTyped(async function setUp(
  token: string,
  _previous: FormState<SetUpField>,
  formData: FormData,
): Promise<FormState<SetUpField>> {
  if (!isToken(token)) notFound();
  const form = parseForm(setUpSchema, formData);
  if (!form.ok) return withoutPassword(form.refusal);
  const { name, email, password } = form.value;
  const again = (errors: FormErrors<SetUpField>) =>
    withoutPassword(reshow(setUpSchema, formData, errors));
  const isOpen = await isSetUpToken(token);
  const problem = isOpen && passwordProblem(password, form.value);
  if (problem) return again({ fieldErrors: { password: [problem] } });
  const made = await withTry({ email: null, client: await findClient() }, async () => {
    // Nothing is hashed for a link that is none.
    if (!isOpen) return refuse('used');
    const passwordHash = await hashPassword(password);
    const isMade = await recordFirstAccount(token, { name, email, passwordHash });
    return isMade ? accept(passwordHash) : refuse('used');
  });
  if (!made.ok) {
    const sentence =
      made.refusal === 'used'
        ? 'This link was already used: sign in with the account that it created'
        : tryRefusalInWords(made.refusal, new Date());
    return again({ formErrors: [sentence] });
  }
  await signInAfterJoining(email, password, made.value);
  redirect('/');
});

// A password is never sent back to the page.
const withoutPassword = (state: FormState<SetUpField>): FormState<SetUpField> => ({
  ...state,
  values: { ...state.values, password: '' },
});
