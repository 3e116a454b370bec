'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { signInWithCode } from '#accounts/sign-in';
import { toReturnPath } from '#domain/return-path';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { type CodeField, codeSchema } from './schema';

/** The second step of signing in. The password of the first is proved by a signed cookie. */
export async function giveCode(
  _previous: FormState<CodeField>,
  formData: FormData,
): Promise<FormState<CodeField>> {
  const form = parseForm(codeSchema, formData);
  if (!form.ok) return form.refusal;
  if (!(await signInWithCode(form.value.code))) {
    return {
      ...emptyForm,
      fieldErrors: {
        code: [
          'This code is not right, was used already, or came too late: enter the one the app shows now, or sign in again',
        ],
      },
    };
  }
  redirect(toReturnPath(form.value.next) as Route);
}
