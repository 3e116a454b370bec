'use client';

// Drawn in the browser too: as elements, a few hundred options cost the server more than as words.

import type { ComponentProps } from 'react';

/**
 * A choice of one. Its value is its key too: React would otherwise go back to the first option
 * when a form is shown again.
 */
export function Select({
  options,
  value = '',
  empty,
  ...control
}: Omit<ComponentProps<'select'>, 'value' | 'defaultValue'> & {
  options: readonly (readonly [value: string, label: string])[];
  value?: string | undefined;
  /** What stands for no choice; without it there is always one. */
  empty?: string;
}) {
  return (
    <select key={value} {...control} defaultValue={value}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([each, label]) => (
        <option key={each} value={each}>
          {label}
        </option>
      ))}
    </select>
  );
}
