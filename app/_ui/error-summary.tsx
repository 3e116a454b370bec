'use client';

import { useEffect, useRef } from 'react';

/**
 * What is wrong with a form, at its top: the same words as beside the fields, each a link to its
 * field, and what somebody else changed meanwhile. Takes the focus when it appears.
 *
 * @see GOV.UK Design System, "Error summary".
 */
export function ErrorSummary({
  fieldErrors,
  formErrors,
  changes,
  prefix = '',
}: {
  fieldErrors: { readonly [field: string]: readonly string[] | undefined };
  formErrors: readonly string[];
  changes: readonly string[];
  /** Before the names of the fields in their ids, where a page has the form more than once. */
  prefix?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(fieldErrors).filter(([, errors]) => errors && errors.length > 0);
  const shown = fields.length > 0 || formErrors.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is a new object, and takes the focus again
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [fieldErrors, formErrors, shown]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
    >
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {formErrors.map((error) => (
          <li key={error}>{error}.</li>
        ))}
        {fields.map(([field, errors]) => (
          <li key={field}>
            <a href={`#${prefix}${field}`}>{errors?.join('. ')}</a>
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <ul className="changes" aria-label="Changes by another person">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
