/** The reason for what a form does. A page may have several of these forms, so the id is given. */
export function ReasonField({
  id,
  value,
  errors = [],
  optional = false,
}: {
  id: string;
  value: string | undefined;
  errors?: readonly string[] | undefined;
  optional?: boolean;
}) {
  const invalid = errors.length > 0;
  return (
    <div className={invalid ? 'field invalid' : 'field'}>
      <label htmlFor={id}>Reason{optional && <span className="optional"> optional</span>}</label>
      {invalid && (
        <p className="error" id={`${id}-error`} role="alert">
          {errors.join('. ')}.
        </p>
      )}
      <input
        id={id}
        name="reason"
        defaultValue={value}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `${id}-error` : undefined}
      />
    </div>
  );
}
