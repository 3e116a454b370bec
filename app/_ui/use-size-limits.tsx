'use client';

import { type FormEvent, useState } from 'react';
import { fileTooLargeInWords, MAX_FILE_BYTES } from '#domain/documents/document';
import { byteLength, MAX_TEXT_BYTES, tooLongInWords } from '#domain/text';

/**
 * Looks at the fields `text` and `file` before a form is sent: what is too long takes a while to travel
 * only to be refused.
 *
 * @returns the form's `onSubmit`, and the fields' errors while they are too long
 */
export function useSizeLimits() {
  const [errors, setErrors] = useState<{
    readonly text?: readonly string[];
    readonly file?: readonly string[];
  } | null>(null);
  function checkSize(event: FormEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget);
    const text = byteLength(String(data.get('text') ?? ''));
    const file = data.get('file');
    const size = file instanceof File ? file.size : 0;
    const found = {
      ...(text > MAX_TEXT_BYTES && { text: [tooLongInWords(text)] }),
      ...(size > MAX_FILE_BYTES && { file: [fileTooLargeInWords(size)] }),
    };
    const isOver = Object.keys(found).length > 0;
    if (isOver) event.preventDefault();
    setErrors(isOver ? found : null);
  }
  return { checkSize, errors };
}
