/** Why the desk can save nothing for now, although nothing is wrong with what was asked. */
export const UNAVAILABLE = ['busy', 'low', 'full'] as const;
export type Unavailable = (typeof UNAVAILABLE)[number];

const IN_WORDS: Readonly<Record<Unavailable, string>> = {
  busy: 'Another program is using the desk’s database, so nothing was saved: try again in a moment',
  low: 'The desk’s disk is nearly full, so nothing was saved: ask the person who runs the desk to make room, then try again',
  full: 'The desk’s disk is full, so nothing was saved: ask the person who runs the desk to make room, then try again',
};

/** The sentence for a person, without a full stop. */
export const unavailableInWords = (reason: Unavailable) => IN_WORDS[reason];

const DIGEST = /^DESK_(busy|low|full)$/;

/** Thrown out of a write that cannot be made for now; nothing of it was written. */
export class DeskUnavailable extends Error {
  /** Next withholds the message of an error from the browser, and hands this over. */
  readonly digest: string;

  constructor(
    readonly reason: Unavailable,
    options?: ErrorOptions,
  ) {
    super(`${unavailableInWords(reason)}.`, options);
    this.name = 'DeskUnavailable';
    this.digest = `DESK_${reason}`;
  }
}

/** Why the desk is unavailable, by an error on either side of the network; null for another error. */
export function unavailableBy(error: unknown): Unavailable | null {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (DIGEST.exec(digest)?.[1] as Unavailable | undefined) ?? null;
}
