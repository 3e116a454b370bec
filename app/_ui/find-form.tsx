/** Looks for words by nothing but the page's address. */
export function FindForm({
  name,
  label,
  value,
  hidden = {},
}: {
  name: string;
  label: string;
  value: string | null;
  /** What else the address says. */
  hidden?: Readonly<Record<string, string>>;
}) {
  return (
    <search>
      <form method="get" className="find">
        {Object.entries(hidden).map(([key, each]) => (
          <input key={key} type="hidden" name={key} value={each} />
        ))}
        <label htmlFor={name}>{label}</label>
        <input id={name} name={name} type="search" defaultValue={value ?? ''} />
        <button type="submit" className="button small">
          Find
        </button>
      </form>
    </search>
  );
}
