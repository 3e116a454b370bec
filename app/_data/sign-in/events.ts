import { deviceInWords } from '#domain/sign-in/device';
import { sessionExpiry, toSessionLimits } from '#domain/sign-in/session-limits';
import type { Tx } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { spendCode } from './used-codes';
import { SessionRefused, type SignInWay, signInWay } from './way';

export type AccountTable = 'user' | 'session' | 'account' | 'verification' | 'twoFactor';
export type AccountRow = Readonly<Record<string, unknown>> | null;
export type Args = Readonly<Record<string, unknown>>;

/** One write of the account library, and how to carry it out. */
export type AccountWrite = {
  readonly table: AccountTable;
  readonly method: string;
  readonly args: Args;
  readonly run: (args: Args) => Promise<AccountRow>;
};

/**
 * Does a write of the account library, with its events and its other consequences in the same
 * transaction.
 */
export async function writeWithEvents(tx: Tx, account: AccountWrite): Promise<AccountRow> {
  const { table, method } = account;
  if (table === 'user' && method === 'create') {
    throw new Error('An account is made by a link of the desk, and by nothing else.');
  }
  if (table === 'session' && method === 'create') return startSession(tx, account);
  if (table === 'session' && method.startsWith('delete')) return endSessions(tx, account);
  const row = await account.run(account.args);
  for (const { userId, happened } of await whatHappened(tx, account, row)) {
    await recordEvents(tx, { userId, via: 'ui' }, [happened]);
  }
  return row;
}

async function startSession(tx: Tx, { args, run }: AccountWrite): Promise<AccountRow> {
  const data = toRecord(args.data);
  const userId = String(data.userId);
  const way = signInWay();
  const { active, twoFactorEnabled } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { active: true, twoFactorEnabled: true },
  });
  if (!active) throw new SessionRefused('This account is deactivated.');
  if (way?.by === 'code' && !(await spendCode(tx, userId, way.code))) {
    throw new SessionRefused('This code was used already.');
  }
  await endUnused(tx, userId);
  const now = new Date();
  const expiresAt = sessionExpiry(now, now, toSessionLimits(process.env));
  const row = await run({ ...args, data: { ...data, expiresAt } });
  // The library starts a session at the password and ends it again to ask for the code.
  const started =
    twoFactorEnabled && way?.by === 'password'
      ? event('signIn.codeAsked', userId, {})
      : event('session.started', String(row?.id), { after: toSessionFacts(way, data) });
  await recordEvents(tx, byUser(userId), [started]);
  return row;
}

/** Sessions that ended by not being used, or by their age, are cleared up when another starts. */
async function endUnused(tx: Tx, userId: string): Promise<void> {
  const where = { userId, expiresAt: { lte: new Date() } };
  const ended = await tx.session.findMany({ where, select: { id: true } });
  if (ended.length === 0) return;
  await tx.session.deleteMany({ where });
  const reason = 'It was not used for too long, or was as old as a session gets';
  await recordEvents(
    tx,
    byUser(userId),
    ended.map(({ id }) => sessionEnded(id, reason)),
  );
}

const toSessionFacts = (way: SignInWay | null, data: Args) => ({
  ...(way && { by: way.by }),
  device: deviceInWords(String(data.userAgent ?? '')),
  ...(data.ipAddress ? { client: String(data.ipAddress) } : {}),
});

async function endSessions(tx: Tx, { args, run }: AccountWrite): Promise<AccountRow> {
  // The person of a session has to be found before the session ends.
  const ending = await tx.session.findMany({
    where: toRecord(args.where) as { id?: string },
    select: { id: true, userId: true, user: { select: { twoFactorEnabled: true } } },
  });
  const row = await run(args);
  const isHalfway = signInWay()?.by === 'password';
  for (const { id, userId, user } of ending) {
    if (isHalfway && user.twoFactorEnabled) continue;
    await recordEvents(tx, byUser(userId), [sessionEnded(id)]);
  }
  return row;
}

/** A session is over, by its owner's wish or for a reason. */
export const sessionEnded = (id: string, reason: string | null = null): EventDraft =>
  event('session.ended', id, { reason });

/** What a write to the account tables means. Secrets stay out of the record. */
async function whatHappened(
  tx: Tx,
  { table, method, args }: AccountWrite,
  row: AccountRow,
): Promise<Happened[]> {
  if (!method.startsWith('update')) return [];
  const data = toRecord(args.data);
  if (table === 'account' && 'password' in data) {
    // An update of many answers with their number; the library then names the user in `where`.
    const userId = row && 'userId' in row ? String(row.userId) : findUserId(args.where);
    return [ofUser(userId, event('password.changed', userId ?? 'unknown', {}))];
  }
  if (table === 'user' && typeof data.twoFactorEnabled === 'boolean') {
    return [await turnTwoFactor(tx, String(row?.id), data.twoFactorEnabled)];
  }
  if (table === 'twoFactor' && row) return twoFactorEvents(String(row.userId), args);
  return [];
}

/**
 * The library writes "this person has it on" and "this secret is confirmed" one after the other:
 * a power cut between them would lock the person out. Here they are one.
 */
async function turnTwoFactor(tx: Tx, userId: string, on: boolean) {
  if (on) await tx.twoFactor.updateMany({ where: { userId }, data: { verified: true } });
  else await tx.twoFactor.deleteMany({ where: { userId } });
  return ofUser(
    userId,
    event(on ? 'twoFactor.enabled' : 'twoFactor.disabled', userId, {
      before: { twoFactorEnabled: !on },
      after: { twoFactorEnabled: on },
    }),
  );
}

function twoFactorEvents(userId: string, { where, data: written }: Args): Happened[] {
  const data = toRecord(written);
  if ('backupCodes' in data && !('secret' in data)) {
    // Only a code that is being used up is written where the codes are still the same.
    const used = 'backupCodes' in toRecord(where);
    return [ofUser(userId, event(used ? 'recoveryCode.used' : 'recoveryCodes.made', userId, {}))];
  }
  if ('increment' in toRecord(data.failedVerificationCount)) {
    const step = signInWay()?.by === 'recoveryCode' ? 'recoveryCode' : 'code';
    // The person who entered it is unknown.
    return [ofUser(null, event('signIn.refused', userId, { after: { step } }))];
  }
  return data.lockedUntil instanceof Date
    ? [ofUser(userId, event('twoFactor.locked', userId, {}))]
    : [];
}

/** What happened, and by whom. */
type Happened = { readonly userId: string | null; readonly happened: EventDraft };

const ofUser = (userId: string | null, happened: EventDraft): Happened => ({ userId, happened });

const byUser = (userId: string): Actor => ({ userId, via: 'ui' });

const toRecord = (value: unknown): Args =>
  typeof value === 'object' && value !== null ? (value as Args) : {};

function findUserId(where: unknown): string | null {
  return /"userId":(?:\{"equals":)?"([^"]+)"/.exec(JSON.stringify(where ?? {}))?.[1] ?? null;
}
