import type { ReadClaim, ReadDate } from './reading';

/** The days of a claim as the desk holds them, with the words they were read from. */
export type DatedClaim = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly saidOn: string | null;
  readonly saidOnText: string | null;
  readonly eventOn: string | null;
  readonly eventOnText: string | null;
};

export type ClaimDays = { readonly saidOn: string | null; readonly eventOn: string | null };

/**
 * The days that a reading against another publication date gives the claims it made before.
 *
 * A claim is the same when it stands at the same place. A day that a reviewer set, so that it no
 * longer comes from the words it was read from, is left as it is.
 *
 * @returns only the claims whose days change, by id
 */
export function decideNewDays(
  claims: readonly DatedClaim[],
  reading: { readonly claims: readonly ReadClaim[] },
): Map<string, ClaimDays> {
  const read = new Map(reading.claims.map((claim) => [`${claim.start}-${claim.end}`, claim]));
  const changed = new Map<string, ClaimDays>();
  for (const claim of claims) {
    const now = read.get(`${claim.start}-${claim.end}`);
    if (!now) continue;
    const days = {
      saidOn: newDay(claim.saidOn, claim.saidOnText, now.saidOn),
      eventOn: newDay(claim.eventOn, claim.eventOnText, now.eventOn),
    };
    if (days.saidOn !== claim.saidOn || days.eventOn !== claim.eventOn) changed.set(claim.id, days);
  }
  return changed;
}

const newDay = (held: string | null, words: string | null, read: ReadDate | null) =>
  words !== null && read?.surface === words ? read.value : held;
