'use server';

import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { findClient } from '#accounts/client';
import { hashPassword } from '#accounts/password-hash';
import { withTry } from '#accounts/tries';
import { findResetLink, recordPasswordReset } from '#data/people/password-reset';
import { refuse } from '#domain/result';
import { passwordProblem } from '#domain/sign-in/password-problem';
import { newPassword } from '#forms/fields';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { isToken } from '#http/query';
import { refusedLinkInWords } from '#ui/dead-link';

const resetSchema = z.object({ password: newPassword });

/** Sets the password that somebody chose by a link. The token is the permission. */
export const resetPassword = keepingTyped(async function resetPassword(
  token: string,
  _previous: FormState<'password'>,
  formData: FormData,
): Promise<FormState<'password'>> {
  if (!isToken(token)) notFound();
  const form = parseForm(resetSchema, formData);
  // A password is never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const { password } = form.value;
  const link = await findResetLink(token);
  const problem = link?.state === 'open' && passwordProblem(password, link);
  if (problem) return { ...emptyForm, fieldErrors: { password: [problem] } };
  const used = await withTry({ email: null, client: await findClient() }, async () =>
    // Nothing is hashed for a link that is none.
    link?.state === 'open'
      ? recordPasswordReset(token, await hashPassword(password))
      : refuse(link?.state ?? 'unknown'),
  );
  if (!used.ok) return { ...emptyForm, formErrors: [refusedLinkInWords(used.refusal)] };
  redirect('/sign-in?changed=password');
});
