'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { withPassword } from '#accounts/password';
import { permitted } from '#accounts/permitted';
import { orRefused } from '#accounts/sign-in';
import { toActor } from '#accounts/signed-in';
import { endOtherSessions, endSession } from '#data/sign-in/sessions';
import { passwordProblem } from '#domain/sign-in/password-problem';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { pressed } from '#forms/pressed';
import { explainPassword } from './present-password';
import { type PasswordField, passwordSchema, sessionSchema } from './schema';

/** Changes the password, and ends every other session of this person. */
export const changePassword = keepingTyped(async function changePassword(
  _previous: FormState<PasswordField>,
  formData: FormData,
): Promise<FormState<PasswordField>> {
  const person = await permitted('account.own');
  const form = parseForm(passwordSchema, formData);
  // Passwords are never sent back to the page.
  if (!form.ok) return { ...form.refusal, values: {} };
  const { current, password } = form.value;
  const problem = passwordProblem(password, person);
  if (problem) return { ...emptyForm, fieldErrors: { password: [problem] } };
  const answer = await withPassword(person, async () => {
    const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
    const changed = await orRefused(async () =>
      accounts().api.changePassword({ body, headers: await headers() }),
    );
    return changed !== null;
  });
  if (answer.ok) redirect('/account?changed=password');
  return { ...emptyForm, fieldErrors: { current: [explainPassword(answer.refusal)] } };
});

/** Ends one of the person's own sessions, or all but this one. */
export const endSessions = pressed(async function endSessions(formData: FormData) {
  const by = await permitted('account.own');
  const form = parseForm(sessionSchema, formData);
  if (form.ok) {
    const { session } = form.value;
    if (session === 'others') await endOtherSessions(by.sessionId, toActor(by));
    else if (session !== by.sessionId) await endSession(session, toActor(by));
  }
  revalidatePath('/account');
});
