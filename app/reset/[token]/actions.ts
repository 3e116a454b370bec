'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { toPasswordHash } from '#accounts/accounts';
import { recordPasswordReset } from '#data/password-reset';
import { newPassword } from '#forms/fields';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { deadLinkInWords } from '#ui/dead-link';

const resetSchema = z.object({ password: newPassword });

/** Sets the password that somebody chose by a link. The token is the permission. */
export async function resetPassword(
  token: string,
  _previous: FormState<'password'>,
  formData: FormData,
): Promise<FormState<'password'>> {
  const form = parseForm(resetSchema, formData);
  // A password is never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const used = await recordPasswordReset(token, await toPasswordHash(form.value.password));
  if (!used.ok) return { ...emptyForm, formErrors: [deadLinkInWords(used.refusal)] };
  redirect('/sign-in?changed=password');
}
