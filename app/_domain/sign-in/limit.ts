const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Tries that did not succeed, and when the latest was. */
export type Tries = { readonly count: number; readonly lastAt: Date };

type Limit = {
  /** So many are free: people mistype. */
  readonly free: number;
  /** The wait after the first that is not; it doubles with each further one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try, all are forgotten. */
  readonly forgetAfterMs: number;
};

/**
 * How attempts are slowed down. The longest wait of an account is short, since anybody who knows
 * its address can cause it; that of a client is long, since only its own attempts cause it.
 *
 * With a password of 12 characters, one try a minute is hopeless.
 *
 * @see NIST SP 800-63B-4, 3.2.2, on limiting consecutive failures and growing waits.
 */
const SIGN_IN_LIMITS = {
  account: {
    free: 10,
    firstWaitMs: 5 * SECOND_MS,
    longestWaitMs: MINUTE_MS,
    forgetAfterMs: 60 * MINUTE_MS,
  },
  client: {
    free: 10,
    firstWaitMs: 15 * SECOND_MS,
    longestWaitMs: 15 * MINUTE_MS,
    forgetAfterMs: 60 * MINUTE_MS,
  },
} as const satisfies Record<string, Limit>;

export type LimitedBy = keyof typeof SIGN_IN_LIMITS;

/** The moment from which another try is allowed, or null when it is allowed now. */
export function waitUntil(by: LimitedBy, tries: Tries | null, now: Date): Date | null {
  if (!tries || isForgotten(by, tries, now)) return null;
  const { free, firstWaitMs, longestWaitMs } = SIGN_IN_LIMITS[by];
  if (tries.count < free) return null;
  // More doublings than this exceed every longest wait, and the range of a number.
  const doublings = Math.min(tries.count - free, 30);
  const wait = Math.min(firstWaitMs * 2 ** doublings, longestWaitMs);
  const sinceMs = now.getTime() - tries.lastAt.getTime();
  // A clock that was set ahead and back leaves tries that are still to come: of those, how long ago
  // they were is not known, and this one is the first that counts.
  if (sinceMs < -longestWaitMs) return null;
  const leftMs = Math.min(wait - sinceMs, longestWaitMs);
  return leftMs > 0 ? new Date(now.getTime() + leftMs) : null;
}

/** The tries with one more, which is taken for a wrong one until it has turned out right. */
export const afterTry = (by: LimitedBy, tries: Tries | null, now: Date): Tries => ({
  count: tries && !isForgotten(by, tries, now) ? tries.count + 1 : 1,
  lastAt: now,
});

/** When these tries no longer count. */
export const forgottenAt = (by: LimitedBy, { lastAt }: Tries): Date =>
  new Date(lastAt.getTime() + SIGN_IN_LIMITS[by].forgetAfterMs);

const isForgotten = (by: LimitedBy, tries: Tries, now: Date) => forgottenAt(by, tries) <= now;

/** How long the addresses of refused sign-ins are stored. */
export const REFUSED_SIGN_IN_DAYS = 90;

/**
 * The address to store of a refused sign-in; null if it is no address, since it may be a password
 * typed into the wrong field.
 */
export const toTriedAddress = (typed: string): string | null => {
  const address = typed.trim().toLowerCase();
  return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address) ? address : null;
};

/** Why something is not even tried. */
export type TryRefusal =
  | { readonly kind: 'wait'; readonly until: Date }
  /** More passwords are looked at than anybody should wait for. */
  | { readonly kind: 'busy' };

/** The same in a sentence, without its full stop. */
export const tryRefusalInWords = (refusal: TryRefusal, now: Date): string =>
  refusal.kind === 'wait'
    ? `Too many tries that were wrong: wait ${waitInWords(refusal.until, now)}, then try again`
    : 'Too many people are signing in at this moment: wait some seconds, then try again';

/** '45 seconds' or '3 minutes', never less than there is to wait. */
export function waitInWords(until: Date, now: Date): string {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / SECOND_MS));
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/**
 * The client of a network address: the whole of an IPv4 address, and the first 64 bits of an IPv6
 * address, since one machine can choose all the others.
 *
 * @see RFC 6177, section 2: an end site gets at least a /64.
 */
export function toClient(address: string): string {
  const text = address.trim().toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped) return mapped;
  if (!text.includes(':')) return text;
  const [left = '', right] = text.split('::');
  const groups = left === '' ? [] : left.split(':');
  const tail = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : Math.max(0, 8 - groups.length - tail.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...tail];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
