/** The recovery codes, just made. Their owner keeps them elsewhere; the desk shows them no more. */
export function RecoveryCodes({
  codes,
  putAway,
}: {
  codes: readonly string[];
  putAway: (formData: FormData) => Promise<void>;
}) {
  return (
    <div className="notice" role="status">
      <p>
        <strong>Keep these recovery codes</strong> where you keep what matters, on paper if you
        like. Each lets you in once when the telephone is gone. They are shown for 15 minutes, in
        this browser only.
      </p>
      <ul className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <form action={putAway}>
        <button type="submit" className="button primary">
          I have kept them
        </button>
      </form>
    </div>
  );
}
