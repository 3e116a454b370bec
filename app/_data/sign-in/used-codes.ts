import { type Tx, writeEvenWhenFull as write } from '../database/db';
import { sha256 } from '../record/record-events';

// Codes of the step before and after the present one are taken too, so one is good for 90 seconds.
const CODE_LIFE_MS = 120_000;

/**
 * Uses a code of the authenticator app up: one that somebody read over a shoulder, or asked for in the
 * desk's name, must be worth nothing after.
 *
 * @see RFC 6238, 5.2: a code is accepted once
 * @returns false when it was used already
 */
export async function spendCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const identifier = `used-code-${sha256(`${userId} ${code}`)}`;
  const used = await tx.verification.findFirst({
    where: { identifier, expiresAt: { gt: new Date() } },
  });
  if (used) return false;
  const expiresAt = new Date(Date.now() + CODE_LIFE_MS);
  await tx.verification.create({ data: { identifier, value: '', expiresAt } });
  return true;
}

/** The same in a turn of its own. */
export const takeCode = (userId: string, code: string): Promise<boolean> =>
  write((tx) => spendCode(tx, userId, code));
