'use server';

import { APIError } from 'better-auth/api';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { endOtherSessions, endSession } from '#data/sessions';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { type PasswordField, passwordSchema, sessionSchema } from './schema';

/** Changes the password, and ends every other session of this person. */
export async function changePassword(
  _previous: FormState<PasswordField>,
  formData: FormData,
): Promise<FormState<PasswordField>> {
  await permitted('account.own');
  const form = parseForm(passwordSchema, formData);
  // Passwords are never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const { current, password } = form.value;
  try {
    await accounts().api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: await headers(),
    });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return { ...emptyForm, fieldErrors: { current: ['This is not your present password'] } };
  }
  redirect('/account?changed=password');
}

/** Ends one of the person's own sessions, or all but this one. */
export async function endSessions(formData: FormData): Promise<void> {
  const by = await permitted('account.own');
  const form = parseForm(sessionSchema, formData);
  if (form.ok) {
    const { session } = form.value;
    if (session === 'others') await endOtherSessions(by.sessionId, toActor(by));
    else if (session !== by.sessionId) await endSession(session, toActor(by));
  }
  revalidatePath('/account');
}
