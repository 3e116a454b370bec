import {
  afterTry,
  forgottenAt,
  type LimitedBy,
  type Tries,
  waitUntil,
} from '#domain/sign-in/limit';
import { reader, type Tx, writeEvenWhenFull as write } from '../database/db';
import { sha256 } from '../record/record-events';

/**
 * The origin of an attempt: the client, and the typed address, with or without an account; null for
 * attempts without an account, such as a link.
 */
export type Trying = { readonly email: string | null; readonly client: string };

// Kept where the account library keeps what is forgotten after a while; it clears up there too.
const keyOf = (by: LimitedBy, { email, client }: Trying) =>
  `sign-in-${by}-${sha256(by === 'account' ? toAddress(email ?? '') : client)}`;

const knownKeyOf = ({ email, client }: Trying) =>
  `sign-in-known-${sha256(`${toAddress(email ?? '')} ${client}`)}`;

const toAddress = (email: string) => email.trim().toLowerCase();

const DAY_MS = 24 * 60 * 60 * 1000;
const KNOWN_FOR_MS = 30 * DAY_MS;

/**
 * Asks for one try at a password, a code or a link. It is counted as a wrong one at once, or many sent together would
 * all be let through before the first has turned out wrong.
 *
 * A client that has signed in to this account lately has its own limit only: the attempts of a
 * stranger cannot keep the owner out.
 *
 * @returns the moment to wait for, or null when it may be tried now
 */
export async function beginTry(trying: Trying, now = new Date()): Promise<Date | null> {
  // A client with endless attempts must not fill the queue of writes.
  const mustWait = latestWait(await findAllTries(reader(), trying, now), now);
  if (mustWait) return mustWait;
  return write(async (tx) => {
    const all = await findAllTries(tx, trying, now);
    const until = latestWait(all, now);
    if (until) return until;
    for (const { by, tries } of all) {
      await saveTries(tx, by, keyOf(by, trying), afterTry(by, tries, now));
    }
    return null;
  });
}

type CountedTries = { readonly by: LimitedBy; readonly tries: Tries | null };

async function findAllTries(db: Reading, trying: Trying, now: Date): Promise<CountedTries[]> {
  const isOfAccount =
    trying.email !== null && (await findRow(db, knownKeyOf(trying), now)) === null;
  const limits: readonly LimitedBy[] = isOfAccount ? ['client', 'account'] : ['client'];
  return Promise.all(
    limits.map(async (by) => ({ by, tries: await findTries(db, keyOf(by, trying), now) })),
  );
}

function latestWait(all: readonly CountedTries[], now: Date): Date | null {
  const waits = all.flatMap(({ by, tries }) => waitUntil(by, tries, now) ?? []);
  return waits.length > 0 ? new Date(Math.max(...waits.map((until) => until.getTime()))) : null;
}

/** A try turned out right: the account's are forgotten, and this one is no wrong one of the client. */
export async function endTry(trying: Trying, now = new Date()): Promise<void> {
  await write(async (tx) => {
    const isOfAccount = trying.email !== null;
    if (isOfAccount) {
      await tx.verification.deleteMany({ where: { identifier: keyOf('account', trying) } });
    }
    const key = keyOf('client', trying);
    const tries = await findTries(tx, key, now);
    if (tries)
      await saveTries(tx, 'client', key, { ...tries, count: Math.max(0, tries.count - 1) });
    if (!isOfAccount) return;
    await save(tx, knownKeyOf(trying), '', new Date(now.getTime() + KNOWN_FOR_MS));
  });
}

type Reading = Pick<Tx, 'verification'>;

const findRow = (db: Reading, identifier: string, now: Date) =>
  db.verification.findFirst({ where: { identifier, expiresAt: { gt: now } } });

async function findTries(db: Reading, key: string, now: Date): Promise<Tries | null> {
  const row = await findRow(db, key, now);
  if (!row) return null;
  const { count, lastAt } = JSON.parse(row.value) as { count: number; lastAt: string };
  return { count, lastAt: new Date(lastAt) };
}

const saveTries = (tx: Tx, by: LimitedBy, key: string, tries: Tries) =>
  save(tx, key, JSON.stringify(tries), forgottenAt(by, tries));

async function save(tx: Tx, identifier: string, value: string, expiresAt: Date): Promise<void> {
  await tx.verification.deleteMany({ where: { identifier } });
  await tx.verification.create({ data: { identifier, value, expiresAt } });
}
