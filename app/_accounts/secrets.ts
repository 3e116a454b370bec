import { createHash } from 'node:crypto';

/** The secret that signs sessions and encrypts two-factor secrets; bin/desk.mjs sets it. */
export function currentSecret(): string {
  const secret = process.env.BETTER_AUTH_SECRET;
  if (!secret) throw new Error('BETTER_AUTH_SECRET is not set: start the desk with npm start.');
  return secret;
}

/** The secret before, for as long as the change to the present one is not carried through. */
function previousSecret(): string | null {
  const secret = process.env.BETTER_AUTH_SECRET_PREVIOUS;
  return secret && secret !== process.env.BETTER_AUTH_SECRET ? secret : null;
}

/**
 * The secrets for the account library: it signs and encrypts with the first, names it in what it
 * encrypts, and opens with whichever was named. What names none was encrypted before any was changed.
 */
export function secretsOfAccounts(current = currentSecret(), previous = previousSecret()) {
  const all = previous === null ? [current] : [current, previous];
  return {
    secret: previous ?? current,
    secrets: all.map((value) => ({ version: versionOf(value), value })),
  };
}

/** The same for what encrypts and opens by itself. */
export function keysOf(current?: string, previous?: string | null) {
  const { secret, secrets } = secretsOfAccounts(current, previous);
  return {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: secrets[0]?.version ?? 0,
    legacySecret: secret,
  };
}

/** A number that stands for a secret and gives nothing of it away: 31 bits of its SHA-256. */
const versionOf = (secret: string): number =>
  createHash('sha256').update(`plumbline secret version ${secret}`).digest().readUInt32BE() >>> 1;
