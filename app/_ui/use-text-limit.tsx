'use client';

import { type FormEvent, useState } from 'react';
import { byteLength, MAX_TEXT_BYTES, tooLongInWords } from '#domain/text';

/**
 * Looks at the field `text` before a form is sent: a long text takes a while to travel only to be
 * refused.
 *
 * @returns the form's `onSubmit`, and the field's errors while it is too long
 */
export function useTextLimit() {
  const [errors, setErrors] = useState<{ readonly text: readonly string[] } | null>(null);
  function checkSize(event: FormEvent<HTMLFormElement>) {
    const bytes = byteLength(String(new FormData(event.currentTarget).get('text') ?? ''));
    const over = bytes > MAX_TEXT_BYTES;
    if (over) event.preventDefault();
    setErrors(over ? { text: [tooLongInWords(bytes)] } : null);
  }
  return { checkSize, errors };
}
