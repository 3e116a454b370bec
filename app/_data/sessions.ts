import { deviceInWords } from '#domain/device';
import { sessionEnded } from './account-events';
import { reader, type Tx, write } from './db';
import { type Actor, recordEvents } from './events';

/** A browser that somebody is signed in with. */
export type Session = {
  readonly id: string;
  readonly device: string;
  /** The address it was started from; empty when the desk was not told. */
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

/** How exactly "last used" is known: a write for each page would be one too many. */
const USED_EVERY_MS = 5 * 60 * 1000;

/** Keeps that a session is in use, now and then. */
export async function noteSessionUse(id: string, usedAt: Date): Promise<void> {
  const now = new Date();
  if (now.getTime() - usedAt.getTime() < USED_EVERY_MS) return;
  // Of many since the session may have ended meanwhile, which is no error.
  await write((tx) => tx.session.updateMany({ where: { id }, data: { updatedAt: now } }));
}
