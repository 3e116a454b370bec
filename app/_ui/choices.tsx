/** A choice of one where each comes with what it means. */
export function Choices({
  name,
  legend,
  options,
  value = '',
  errors = [],
}: {
  name: string;
  legend: string;
  options: readonly (readonly [value: string, label: string, hint?: string])[];
  value?: string | undefined;
  errors?: readonly string[] | undefined;
}) {
  const invalid = errors.length > 0;
  return (
    <fieldset
      className={invalid ? 'field invalid' : 'field'}
      aria-describedby={invalid ? `${name}-error` : undefined}
    >
      <legend>{legend}</legend>
      {invalid && (
        <p id={`${name}-error`} className="error">
          {errors.join('. ')}.
        </p>
      )}
      {/* React goes back to the first state when a form is shown again, unless it is a new one. */}
      <div className="choices" key={value}>
        {options.map(([each, label, hint], index) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={name}
              id={index === 0 ? name : undefined}
              value={each}
              defaultChecked={each === value}
            />
            <span>{label}</span>
            {hint && <small>{hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
