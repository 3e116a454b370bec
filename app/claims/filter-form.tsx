'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type ComponentProps, type ReactNode, useEffect, useState, useTransition } from 'react';

/** A form that changes the address of the list: at once where scripts run, else with its button. */
export function FilterForm({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isReady, setIsReady] = useState(false);
  const [isLoading, load] = useTransition();
  useEffect(() => setIsReady(true), []);

  function apply(form: HTMLFormElement) {
    const parts = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim()) parts.set(name, value.trim());
    }
    load(() => router.push(`/claims?${parts}` as Route));
  }

  return (
    <form
      className="filters"
      action="/claims"
      aria-label="Filter the claims"
      aria-busy={isLoading}
      data-applies={isReady || undefined}
      onChange={({ currentTarget, target }) => {
        if (target instanceof HTMLSelectElement) apply(currentTarget);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      {children}
      {isLoading && (
        <div className="loading-mark" role="progressbar" aria-label="Loading the claims" />
      )}
    </form>
  );
}

/** A choice of one that stays where it is, with the focus, when the list around it changes. */
export function FilterSelect({
  options,
  value,
  empty,
  ...control
}: Omit<ComponentProps<'select'>, 'value' | 'defaultValue' | 'onChange'> & {
  options: readonly (readonly [value: string, label: string])[];
  value: string;
  empty?: string;
}) {
  const [chosen, setChosen] = useState(value);
  useEffect(() => setChosen(value), [value]);
  return (
    <select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([each, label]) => (
        <option key={each} value={each}>
          {label}
        </option>
      ))}
    </select>
  );
}
