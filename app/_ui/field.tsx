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
  label,
  hint,
  errors = [],
  optional = false,
  children,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  optional?: boolean;
  children: (control: Control) => ReactNode;
}) {
  const invalid = errors.length > 0;
  const described = [hint && `${name}-hint`, invalid && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className={invalid ? 'field invalid' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional && <span className="optional"> optional</span>}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {invalid && (
        <p id={`${name}-error`} className="error">
          {errors.join('. ')}.
        </p>
      )}
      {children({
        id: name,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': invalid || undefined,
      })}
    </div>
  );
}
