'use client';

/** A link that is shown once, to be copied and handed over. */
export function OneTimeLink({ address, text }: { address: string; text: string }) {
  return (
    <div className="notice one-time-link" role="status">
      <p>
        <strong>{text}</strong> It is shown this once: copy it now, and hand it over in person or by
        a message that only they read.
      </p>
      <input
        aria-label="The link"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
