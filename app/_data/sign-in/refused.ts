import { REFUSED_SIGN_IN_DAYS, toTriedAddress } from '#domain/sign-in/limit';
import { reader, type Tx, writeEvenWhenFull as write } from '../database/db';
import { event, recordEvents } from '../record/record-events';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The most addresses to store: nobody reads more, however many are tried. */
const MOST_STORED = 10_000;

/**
 * Keeps that a sign-in was refused, in the record, and the address that was typed beside the record, for
 * as long as it may help to see who is being attacked.
 */
export async function recordRefusedSignIn(
  { email, client }: { readonly email: string; readonly client: string },
  now = new Date(),
): Promise<void> {
  await write(async (tx) => {
    await keepAddress(tx, email, client, now);
    const user = await tx.user.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: { id: true },
    });
    await recordEvents(tx, { userId: null, via: 'ui' }, [
      event('signIn.refused', user?.id ?? 'unknown', {
        after: { step: 'password', client },
      }),
    ]);
  });
}

/** Keeps an address that was tried, and throws away what is too old, or too much. */
async function keepAddress(tx: Tx, typed: string, client: string, now: Date): Promise<void> {
  const { id } = await tx.refusedSignIn.create({
    data: { at: now, email: toTriedAddress(typed), client },
    select: { id: true },
  });
  const oldest = new Date(now.getTime() - REFUSED_SIGN_IN_DAYS * DAY_MS);
  await tx.refusedSignIn.deleteMany({ where: { at: { lte: oldest } } });
  await tx.refusedSignIn.deleteMany({ where: { id: { lte: id - MOST_STORED } } });
}

/** A sign-in that was refused. */
export type RefusedSignIn = {
  readonly id: number;
  readonly at: Date;
  readonly email: string | null;
  readonly client: string;
};

/** The latest refused sign-ins, the last one first. */
export const listRefusedSignIns = (most: number): Promise<RefusedSignIn[]> =>
  reader().refusedSignIn.findMany({ orderBy: { id: 'desc' }, take: most });
