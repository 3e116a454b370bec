/** After so many wrong codes in a row, an account takes none for a while: a million are quickly tried. */
export const WRONG_CODES = 10;
export const WRONG_CODES_WAIT_MINUTES = 15;

/** For a person with a secret that the desk cannot decrypt any more; without the last full stop. */
export const SEALED_IN_WORDS =
  'The desk’s secret changed after you turned on two-factor sign-in, so no code works: ask an administrator to turn off two-factor sign-in for you, or ask the person who runs the desk to restore the old secret or to run plumbline two-factor-off';

/** How long an account may be closed to codes, in milliseconds. */
const LOCKED_FOR_MS = WRONG_CODES_WAIT_MINUTES * 60 * 1000;

/**
 * Until when an account takes no codes. A lock that would last longer than any is of a clock that was
 * set ahead and back, and is none; the next wrong code makes a new one.
 */
export const lockedUntil = (until: Date | null, now: Date): Date | null =>
  until && until.getTime() - now.getTime() <= LOCKED_FOR_MS ? until : null;

export type TypedCode = { readonly kind: 'code' | 'recoveryCode'; readonly code: string };

/**
 * What somebody typed as a code: six digits are the authenticator app's, ten letters and digits in
 * two halves a recovery code. Spaces and hyphens are how people and apps group them.
 *
 * @returns null when it can be neither
 */
export function parseCode(text: string): TypedCode | null {
  const typed = text.replace(/[\s\u2010-\u2015-]/g, '');
  if (/^\d{6}$/.test(typed)) return { kind: 'code', code: typed };
  // Case matters in a recovery code.
  if (!/^[a-zA-Z0-9]{10}$/.test(typed)) return null;
  return { kind: 'recoveryCode', code: `${typed.slice(0, 5)}-${typed.slice(5)}` };
}

/** The secret of an otpauth address in groups of four, for who has to type it; null without one. */
export function secretOf(address: string): string | null {
  const secret = /[?&]secret=([A-Z2-7]+)/.exec(address)?.[1];
  return secret?.replace(/(.{4})(?=.)/g, '$1 ') ?? null;
}
