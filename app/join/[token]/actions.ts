'use server';

import { notFound, redirect } from 'next/navigation';
import { findClient } from '#accounts/client';
import { hashPassword } from '#accounts/password-hash';
import { signInAfterJoining } from '#accounts/sign-in';
import { withTry } from '#accounts/tries';
import { acceptInvitation, findInvitation } from '#data/people/invitations';
import { accept, refuse } from '#domain/result';
import { passwordProblem } from '#domain/sign-in/password-problem';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { isToken } from '#http/query';
import { refusedLinkInWords } from '#ui/dead-link';
import { type JoinField, joinSchema } from './schema';

/** Makes the account that an invitation promises. The token is the permission. */
export const join = keepingTyped(async function join(
  token: string,
  _previous: FormState<JoinField>,
  formData: FormData,
): Promise<FormState<JoinField>> {
  if (!isToken(token)) notFound();
  const form = parseForm(joinSchema, formData);
  // A password is never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const { password } = form.value;
  const link = await findInvitation(token);
  const problem = link?.state === 'open' && passwordProblem(password, link);
  if (problem) return { ...emptyForm, fieldErrors: { password: [problem] } };
  const accepted = await withTry({ email: null, client: await findClient() }, async () => {
    // Nothing is hashed for a link that is none.
    if (link?.state !== 'open') return refuse(link?.state ?? 'unknown');
    const passwordHash = await hashPassword(password);
    const joined = await acceptInvitation(token, passwordHash);
    return joined.ok ? accept({ email: joined.value, passwordHash }) : joined;
  });
  if (!accepted.ok) return { ...emptyForm, formErrors: [refusedLinkInWords(accepted.refusal)] };
  await signInAfterJoining(accepted.value.email, password, accepted.value.passwordHash);
  redirect('/');
});
