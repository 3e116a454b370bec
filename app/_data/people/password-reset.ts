import { decideResetLink, type PersonRefusal } from '#domain/people/account-changes';
import { accept, type Result, refuse } from '#domain/result';
import { expiryOf, linkStateOf, type OneTimeLinkState } from '#domain/sign-in/one-time-link';
import { reader, type Tx, write } from '../database/db';
import { type Actor, event, recordEvents, sha256 } from '../record/record-events';
import { endAllSessions } from '../sign-in/sessions';
import { findForDecision } from './decided-person';
import { cancelInvitationIn, MAKER, newToken, spend } from './invitations';

export type ResetLink = {
  readonly name: string;
  readonly email: string;
  readonly state: OneTimeLinkState;
};

/**
 * Makes a link with which a person chooses a new password. An earlier one stops working.
 *
 * @returns the token of the link, which is stored nowhere
 */
export async function recordResetLink(
  personId: string,
  reason: string | null,
  actor: Actor,
): Promise<Result<string, PersonRefusal | { kind: 'unknown' }>> {
  const token = newToken();
  return write(async (tx) => {
    const found = await findForDecision(tx, personId, actor);
    if (!found) return refuse({ kind: 'unknown' });
    const decision = decideResetLink(found.person, found.circumstances);
    if (!decision.ok) return decision;
    await cancelResetLinks(tx, personId, actor);
    const expiresAt = expiryOf('passwordReset', new Date());
    await tx.oneTimeLink.create({
      data: {
        kind: 'passwordReset',
        tokenSha256: sha256(token),
        userId: personId,
        madeById: actor.userId,
        expiresAt,
      },
    });
    await recordEvents(tx, actor, [
      event('resetLink.made', personId, {
        after: { expiresAt: expiresAt.toISOString() },
        reason,
      }),
    ]);
    return accept(token);
  });
}

/** Ends the links for a new password of a person; `madeById`: only those of this maker. */
export async function cancelResetLinks(
  tx: Tx,
  personId: string,
  actor: Actor,
  madeById?: string,
): Promise<void> {
  const now = new Date();
  const { count } = await tx.oneTimeLink.updateMany({
    where: {
      ...openLinks(now),
      kind: 'passwordReset',
      userId: personId,
      ...(madeById !== undefined && { madeById }),
    },
    data: { cancelledAt: now },
  });
  if (count === 0) return;
  await recordEvents(tx, actor, [event('resetLink.cancelled', personId, {})]);
}

/**
 * Makes the links that a person made before work no more: they died with the person's right to make
 * them, and must not come back with it.
 */
export async function cancelLinksMadeBy(tx: Tx, madeById: string, actor: Actor): Promise<void> {
  const links = await tx.oneTimeLink.findMany({
    where: { ...openLinks(new Date()), madeById },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, userId: true },
  });
  for (const { id, kind, userId } of links) {
    if (kind === 'invitation') await cancelInvitationIn(tx, id, actor);
    else if (userId) await cancelResetLinks(tx, userId, actor, madeById);
  }
}

const openLinks = (now: Date) => ({ usedAt: null, cancelledAt: null, expiresAt: { gt: now } });

/**
 * The person of a link for a new password, and whether it still works; null when there is no such
 * link.
 */
export async function findResetLink(token: string): Promise<ResetLink | null> {
  const row = await reader().oneTimeLink.findUnique({
    where: { tokenSha256: sha256(token), kind: 'passwordReset' },
    include: { user: { select: { name: true, email: true, active: true } }, madeBy: MAKER },
  });
  if (!row?.user) return null;
  const { name, email } = row.user;
  return { name, email, state: linkStateOf(row, new Date()) };
}

/**
 * Sets the password that somebody chose by a link, and ends all their sessions, so that a person
 * who knew the old one is signed out. Two-factor sign-in stays as it is.
 *
 * @returns why the link does not work, as it does not for the second of two who use it at once
 */
export async function recordPasswordReset(
  token: string,
  passwordHash: string,
): Promise<Result<true, OneTimeLinkState | 'unknown'>> {
  return write(async (tx) => {
    const now = new Date();
    const link = await tx.oneTimeLink.findUnique({
      where: { tokenSha256: sha256(token), kind: 'passwordReset' },
      include: { user: { select: { id: true, active: true } }, madeBy: MAKER },
    });
    if (!link?.user) return refuse('unknown');
    const state = linkStateOf(link, now);
    if (state !== 'open') return refuse(state);
    const userId = link.user.id;
    const actor = { userId, via: 'ui' } as const;
    await spend(tx, link.id, now);
    await setPassword(tx, userId, passwordHash);
    await recordEvents(tx, actor, [
      event('resetLink.used', userId, {}),
      event('password.changed', userId, {}),
    ]);
    await endAllSessions(tx, userId, 'A new password was chosen by a link', actor);
    return accept(true);
  });
}

async function setPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password },
  });
  if (count > 0) return;
  await tx.account.create({
    data: { accountId: userId, providerId: 'credential', userId, password },
  });
}
