'use client';

import { useActionState, useEffect, useState } from 'react';
import { emptyForm, type FormAction, type FormState } from '#forms/form-state';

/**
 * A form's action and what it shows.
 *
 * Without JavaScript the browser posts to the action itself. With it, a request that never reaches
 * the desk gives the form back as it was typed, instead of an error page in its place.
 */
export function useFormAction<Field extends string>(
  action: FormAction<Field>,
  values: FormState<Field>['values'] = {},
) {
  // Only the action itself may be in the first render: the server renders its address into the form.
  const [guarded, setGuarded] = useState(false);
  useEffect(() => setGuarded(true), []);
  const first: FormState<Field> = { ...emptyForm, values };
  return useActionState(guarded ? keepWhatWasTyped(action) : action, first);
}

function keepWhatWasTyped<Field extends string>(action: FormAction<Field>): FormAction<Field> {
  return async (state, formData) => {
    try {
      return await action(state, formData);
    } catch (error) {
      if (isNavigation(error)) throw error;
      const typed = [...formData].filter(([, value]) => typeof value === 'string');
      return {
        ...emptyForm,
        values: Object.fromEntries(typed) as FormState<Field>['values'],
        formErrors: ['The desk did not answer, and nothing was saved: try again in a moment'],
      };
    }
  };
}

// A redirect or a "not found" leaves an action as an error too; those are Next's to handle.
const isNavigation = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
