'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { signInWithCode } from '#accounts/sign-in';
import { tryRefusalInWords } from '#domain/sign-in/limit';
import { toReturnPath } from '#domain/sign-in/return-path';
import { parseCode, SEALED_IN_WORDS, WRONG_CODES_WAIT_MINUTES } from '#domain/sign-in/two-factor';
import { emptyForm, type FormState, parseForm } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { type CodeField, codeSchema } from './schema';

/** The second step of signing in. The password of the first is proved by a signed cookie. */
export const giveCode = keepingTyped(async function giveCode(
  _previous: FormState<CodeField>,
  formData: FormData,
): Promise<FormState<CodeField>> {
  const form = parseForm(codeSchema, formData);
  if (!form.ok) return form.refusal;
  const next = toReturnPath(form.value.next);
  const refuse = (error: string) => ({ ...emptyForm, fieldErrors: { code: [error] } });
  const typed = parseCode(form.value.code);
  if (!typed) {
    return refuse(
      'A code has six digits, and a recovery code has ten letters and digits: type the code again',
    );
  }
  const answer = await signInWithCode(typed);
  if (answer.ok) redirect(next as Route);
  const { refusal } = answer;
  if (typeof refusal === 'object') return refuse(tryRefusalInWords(refusal, new Date()));
  switch (refusal) {
    case 'sealed':
      return refuse(SEALED_IN_WORDS);
    case 'wrong':
      return refuse('This code is wrong: enter the code that the app shows now');
    case 'locked':
      return refuse(`Too many wrong codes: try again in ${WRONG_CODES_WAIT_MINUTES} minutes`);
    case 'used':
      redirect(`/sign-in?changed=usedCode&next=${encodeURIComponent(next)}`);
      break;
    case 'startAgain':
      redirect(`/sign-in?changed=tooLate&next=${encodeURIComponent(next)}`);
  }
});
