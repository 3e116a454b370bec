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
        <strong>Keep these recovery codes</strong> in a safe place, for example on paper. If you
        lose your telephone, each code lets you sign in once. The codes are shown for 15 minutes,
        only in this browser.
      </p>
      <ul className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <form action={putAway}>
        <button type="submit" className="button primary">
          I have saved the codes
        </button>
      </form>
    </div>
  );
}
