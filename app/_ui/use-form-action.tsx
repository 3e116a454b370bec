'use client';

import { unstable_isUnrecognizedActionError as isOfAnEarlierDesk } from 'next/navigation';
import { useActionState, useEffect, useState } from 'react';
import { unavailableBy, unavailableInWords } from '#domain/unavailable';
import { emptyForm, type FormAction, type FormState } from '#forms/form-state';
import { showStoredWords, storeWords } from './words-over-reload';

/**
 * A form's action and what it shows.
 *
 * Without JavaScript the browser posts to the action itself. With it, a request that never reaches
 * the desk gives the form back as it was typed, instead of an error page in its place, and so does one
 * that comes after the session has ended, or after the desk was updated.
 *
 * @param isForAnybody  whether it needs no session, as a form for signing in
 */
export function useFormAction<Field extends string>(
  action: FormAction<Field>,
  values: FormState<Field>['values'] = {},
  { isForAnybody = false }: { readonly isForAnybody?: boolean } = {},
) {
  // Only the action itself may be in the first render: the server renders its address into the form.
  const [guarded, setGuarded] = useState(false);
  useEffect(() => {
    setGuarded(true);
    showStoredWords();
  }, []);
  const first: FormState<Field> = { ...emptyForm, values };
  return useActionState(guarded ? keepWhatWasTyped(action, !isForAnybody) : action, first);
}

function keepWhatWasTyped<Field extends string>(
  action: FormAction<Field>,
  needsSession: boolean,
): FormAction<Field> {
  return async (state, formData) => {
    const typed = [...formData].filter((field): field is [string, string] => isText(field[1]));
    const reshown = (formError: string): FormState<Field> => ({
      ...emptyForm,
      values: Object.fromEntries(typed) as FormState<Field>['values'],
      formErrors: [formError],
    });
    try {
      // A refusal without a session leads to the sign-in page, and leaves the form behind.
      const isWorthAsking = typed.some(([, value]) => value.length > WORTH_ASKING);
      if (needsSession && isWorthAsking && (await isSignedOut())) {
        return reshown(
          'You are no longer signed in, so nothing was saved: sign in in another tab, then send this form again',
        );
      }
      return await action(state, formData);
    } catch (error) {
      if (isNavigation(error)) throw error;
      if (isOfAnEarlierDesk(error)) {
        // What React puts back into the form is there with the next frame, and is the form's own then.
        storeWords();
        return reshown(UPDATED);
      }
      return reshown(failureInWords(error));
    }
  };
}

const UPDATED =
  'The desk was updated since this page was opened, so nothing was saved: reload the page, which keeps your words, and send the form again';

function failureInWords(error: unknown): string {
  const reason = unavailableBy(error);
  if (reason) return unavailableInWords(reason);
  const sentence = 'The desk did not answer, so nothing was saved: try again in a moment';
  const isOfTheDesk = error instanceof Error && 'digest' in error;
  return isOfTheDesk
    ? `${sentence}, and if you report the problem, quote ${error.digest}`
    : sentence;
}

const isText = (value: FormDataEntryValue) => typeof value === 'string';

/** Longer than the ids that forms send along: somebody would miss it. In characters. */
const WORTH_ASKING = 40;

const isSignedOut = async () =>
  (await fetch('/api/session', { cache: 'no-store' })).status === UNAUTHORIZED;
const UNAUTHORIZED = 401;

// A redirect or a "not found" leaves an action as an error too; those are Next's to handle.
const isNavigation = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
