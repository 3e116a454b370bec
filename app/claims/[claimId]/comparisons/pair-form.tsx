'use client';

import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { PairField } from './schema';

type Action = FormAction<PairField>;

/** Compares two figures that were suggested. */
export function CompareForm({
  action,
  figure,
  found,
  label,
}: {
  action: Action;
  figure: string;
  found: string;
  /** The two figures, for a person whose screen reader says only the button. */
  label: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit}>
      <input type="hidden" name="figure" value={figure} />
      <input type="hidden" name="found" value={found} />
      <Errors errors={[...state.formErrors, ...Object.values(state.fieldErrors).flat()]} />
      <button
        type="submit"
        name="step"
        value="compare"
        className="button small"
        disabled={pending}
        aria-label={label}
      >
        Compare
      </button>
    </form>
  );
}

/** Takes a comparison back. */
export function TakeBackForm({
  action,
  pair,
  label,
}: {
  action: Action;
  pair: string;
  label: string;
}) {
  const [state, submit, pending] = useFormAction(action);
  return (
    <form action={submit}>
      <input type="hidden" name="pair" value={pair} />
      <Errors errors={[...state.formErrors, ...Object.values(state.fieldErrors).flat()]} />
      <button
        type="submit"
        name="step"
        value="takeBack"
        className="button small quiet"
        disabled={pending}
        aria-label={label}
      >
        Remove
      </button>
    </form>
  );
}

export type Option = readonly [id: string, label: string];

const toOption = ([value, label]: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** Compares with any figure of the evidence, suggested or not. */
export function ChooseForm({
  action,
  figure,
  surface,
  options,
  ofDifferentMeasure,
  isOpen,
}: {
  action: Action;
  figure: string;
  surface: string;
  options: readonly Option[];
  ofDifferentMeasure: readonly Option[];
  isOpen: boolean;
}) {
  const [state, submit, pending] = useFormAction(action);
  const id = `found-${figure}`;
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  return (
    <details open={isOpen || errors.length > 0}>
      <summary>Compare with another figure</summary>
      <form action={submit} className="choose-pair">
        <input type="hidden" name="figure" value={figure} />
        <label htmlFor={id}>Compare “{surface}” with another figure</label>
        <Errors errors={errors} id={`${id}-error`} />
        <div className="actions">
          <select
            id={id}
            name="found"
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
          >
            {options.map(toOption)}
            {ofDifferentMeasure.length > 0 && (
              <optgroup label="Different measure">{ofDifferentMeasure.map(toOption)}</optgroup>
            )}
          </select>
          <button
            type="submit"
            name="step"
            value="compare"
            className="button small"
            disabled={pending}
            aria-label={`Compare “${surface}” with the chosen figure`}
          >
            Compare
          </button>
        </div>
      </form>
    </details>
  );
}

/** What was wrong with the form. */
export function Errors({ errors, id }: { errors: readonly string[]; id?: string }) {
  if (errors.length === 0) return null;
  return (
    <p className="error" role="alert" id={id}>
      {errors.map((error) => error.replace(/\.$/, '')).join('. ')}.
    </p>
  );
}
