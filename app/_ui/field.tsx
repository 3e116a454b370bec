import type { ReactNode } from 'react';

/** What a labelled control takes from its field. */
export type Control = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
};

/** A labelled control with its hint and its errors beside it, joined up for screen readers. */
export function Field({
  name,
  id = name,
  label,
  hint,
  errors = [],
  optional = false,
  children,
}: {
  name: string;
  /** Another than the name, where a page has the form more than once. */
  id?: string;
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  optional?: boolean;
  children: (control: Control) => ReactNode;
}) {
  const invalid = errors.length > 0;
  const described = [hint && `${id}-hint`, invalid && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={invalid ? 'field invalid' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> optional</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {invalid && (
        <p id={`${id}-error`} className="error">
          {errors.join('. ')}.
        </p>
      )}
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': invalid || undefined,
      })}
    </div>
  );
}
