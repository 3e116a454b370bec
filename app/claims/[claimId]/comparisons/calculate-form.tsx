'use client';

import { OPERATION_LABELS, OPERATIONS } from '#domain/derived/operation';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import { Errors, type Option } from './pair-form';
import type { CalculationField } from './schema';

/** Works a figure out from figures of the evidence, and compares the claim with the result. */
export function CalculateForm({
  action,
  figure,
  surface,
  options,
}: {
  action: FormAction<CalculationField>;
  figure: string;
  surface: string;
  /** Every figure of the evidence, of all sources. */
  options: readonly Option[];
}) {
  const [state, submit, pending] = useFormAction(action);
  const id = (field: string) => `${field}-${figure}`;
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  const errorId = errors.length > 0 ? id('calculation-error') : undefined;
  const more = state.values.more?.split('\n') ?? [];
  return (
    <details open={errors.length > 0}>
      <summary>Compare with a calculation</summary>
      <form action={submit} className="calculate">
        <input type="hidden" name="figure" value={figure} />
        <p className="hint">
          The order counts: for “fell by a third” the earlier figure is the first, and for “twice as
          many as in 2019” the later one is.
        </p>
        <Errors errors={errors} id={id('calculation-error')} />
        <label htmlFor={id('operation')}>Calculation to compare “{surface}” with</label>
        <select
          id={id('operation')}
          name="operation"
          defaultValue={state.values.operation ?? OPERATIONS[0]}
          key={state.values.operation}
          aria-describedby={errorId}
        >
          {OPERATIONS.map((operation) => (
            <option key={operation} value={operation}>
              {OPERATION_LABELS[operation]}
            </option>
          ))}
        </select>
        {(['first', 'second'] as const).map((field, at) => (
          <div key={field}>
            <label htmlFor={id(field)}>
              {field === 'first' ? 'First figure' : 'Second figure'}
            </label>
            <select
              id={id(field)}
              name={field}
              defaultValue={state.values[field] ?? options[at]?.[0]}
              key={state.values[field]}
              aria-describedby={errorId}
            >
              {options.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
        {options.length > 2 && (
          <fieldset className="more-operands">
            <legend>More figures, for a sum or a mean</legend>
            {options.map(([value, label]) => (
              <label key={value} className="choice">
                <input
                  type="checkbox"
                  name="more"
                  value={value}
                  defaultChecked={more.includes(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <button
          type="submit"
          name="step"
          value="calculate"
          className="button small"
          disabled={pending}
          aria-label={`Calculate and compare with “${surface}”`}
        >
          Calculate and compare
        </button>
      </form>
    </details>
  );
}
