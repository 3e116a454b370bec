'use server';

import { redirect } from 'next/navigation';
import { toPasswordHash } from '#accounts/accounts';
import { signInAfterJoining } from '#accounts/sign-in';
import { acceptInvitation } from '#data/invitations';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { deadLinkInWords } from '#ui/dead-link';
import { type JoinField, joinSchema } from './schema';

/** Makes the account that an invitation promises. The token is the permission. */
export async function join(
  token: string,
  _previous: FormState<JoinField>,
  formData: FormData,
): Promise<FormState<JoinField>> {
  const form = parseForm(joinSchema, formData);
  // A password is never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const { password } = form.value;
  const accepted = await acceptInvitation(token, await toPasswordHash(password));
  if (!accepted.ok) return { ...emptyForm, formErrors: [deadLinkInWords(accepted.refusal)] };
  await signInAfterJoining(accepted.value, password);
  redirect('/');
}
