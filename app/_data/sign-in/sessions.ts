import { deviceInWords } from '#domain/sign-in/device';
import { sessionExpiry, toSessionLimits } from '#domain/sign-in/session-limits';
import { sha256, toMomentColumn } from '../chain/chain';
import { prepared, reader, type Tx, writeEvenWhenFull as write } from '../database/db';
import { type Actor, recordEvents } from '../record/record-events';
import { sessionEnded } from './events';

/** A browser that somebody is signed in with. */
export type Session = {
  readonly id: string;
  readonly device: string;
  /** The address it was started from; empty when it is unknown. */
  readonly client: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
};

/** The sessions of a person that still run, the last used first. */
export async function listSessions(userId: string): Promise<Session[]> {
  const rows = await reader().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
  });
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    device: deviceInWords(userAgent),
    client: ipAddress ?? '',
    startedAt: createdAt,
    usedAt: updatedAt,
  }));
}

/**
 * Ends one session of the person who asks. Those of others are not found.
 *
 * @returns false when there is no such session any more
 */
export async function endSession(id: string, actor: Actor & { userId: string }): Promise<boolean> {
  return write(async (tx) => {
    const ended = await endSessions(tx, { id, userId: actor.userId }, null, actor);
    return ended > 0;
  });
}

/** Ends every session of the person who asks but this one. @returns how many */
export async function endOtherSessions(
  currentId: string,
  actor: Actor & { userId: string },
): Promise<number> {
  return write((tx) =>
    endSessions(tx, { userId: actor.userId, id: { not: currentId } }, null, actor),
  );
}

/** Ends every session of a person, for a reason that the record keeps. */
export const endAllSessions = (tx: Tx, userId: string, reason: string, actor: Actor) =>
  endSessions(tx, { userId }, reason, actor);

async function endSessions(
  tx: Tx,
  where: { userId: string; id?: string | { not: string } },
  reason: string | null,
  actor: Actor,
): Promise<number> {
  const sessions = await tx.session.findMany({ where, select: { id: true } });
  if (sessions.length === 0) return 0;
  await tx.session.deleteMany({ where: { id: { in: sessions.map(({ id }) => id) } } });
  await recordEvents(
    tx,
    actor,
    sessions.map(({ id }) => sessionEnded(id, reason)),
  );
  return sessions.length;
}

/** A session that works now, and who has it. */
export type OpenSession = {
  readonly id: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly twoFactorEnabled: boolean;
  };
};

type OpenRow = {
  readonly sessionId: string;
  readonly startedAt: string;
  readonly usedAt: string;
  readonly twoFactorEnabled: 0 | 1;
} & Omit<OpenSession['person'], 'twoFactorEnabled'>;

// Asked with every request, and so one statement that is prepared once.
const OPEN_SESSION = `SELECT s."id" AS "sessionId", s."createdAt" AS "startedAt",
    s."updatedAt" AS "usedAt", u."id", u."name", u."email", u."role", u."twoFactorEnabled"
  FROM "Session" s JOIN "User" u ON u."id" = s."userId"
  WHERE s."tokenSha256" = ? AND s."expiresAt" > ? AND u."active" = 1`;

/**
 * The session with this token, or null when there is none, it has ended, or its person is
 * deactivated.
 */
export function findOpenSession(token: string, now = new Date()): OpenSession | null {
  const row = prepared<[string, string], OpenRow>(OPEN_SESSION).get(
    sha256(token),
    toMomentColumn(now),
  );
  if (!row) return null;
  const { sessionId, startedAt, usedAt, twoFactorEnabled, ...person } = row;
  return {
    id: sessionId,
    startedAt: new Date(startedAt),
    usedAt: new Date(usedAt),
    person: { ...person, twoFactorEnabled: twoFactorEnabled === 1 },
  };
}

/** How exactly "last used" is known: a write for each page would be one too many. */
const USED_EVERY_MS = 5 * 60 * 1000;

/** Sessions with a use being written: a page and its requests arrive at once. */
const noting = new Set<string>();

/** Keeps that a session is in use, now and then, and with it when it ends unused. */
export async function noteSessionUse(
  { id, startedAt, usedAt }: Pick<OpenSession, 'id' | 'startedAt' | 'usedAt'>,
  now = new Date(),
): Promise<void> {
  // A clock that was set back makes the last use one to come.
  const sinceMs = Math.abs(now.getTime() - usedAt.getTime());
  if (sinceMs < USED_EVERY_MS || noting.has(id)) return;
  noting.add(id);
  try {
    const expiresAt = sessionExpiry(startedAt, now, toSessionLimits(process.env));
    // updateMany, since the session may have ended meanwhile, which is no error.
    await write((tx) =>
      tx.session.updateMany({ where: { id }, data: { updatedAt: now, expiresAt } }),
    );
  } finally {
    noting.delete(id);
  }
}
