import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/people/permission';
import { findNamesake } from '#domain/people/person-name';
import { accept, type Result, refuse } from '#domain/result';
import { expiryOf, linkStateOf, type OneTimeLinkState } from '#domain/sign-in/one-time-link';
import { reader, type Tx, write } from '../database/db';
import { type Actor, event, recordEvents, sha256 } from '../record/record-events';
import { addAccount } from './first-account';
import { findNamesakeAtDesk } from './namesakes';

/** 256 bits: nothing that could be guessed, and short enough to be a link. */
export const newToken = () => randomBytes(32).toString('base64url');

/** The maker of a link: it works while the maker may make one. */
export const MAKER = { select: { name: true, role: true, active: true } } as const;

export type Invitation = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: OneTimeLinkState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly madeBy: string;
};

export type InvitationRefusal =
  | { readonly kind: 'hasAccount'; readonly name: string }
  | { readonly kind: 'alreadyInvited'; readonly name: string }
  /** The record and the review name people by their names alone. */
  | { readonly kind: 'namesake'; readonly name: string };

/**
 * Invites somebody.
 *
 * @returns the token of the link, which is stored nowhere
 */
export async function recordInvitation(
  { id: formId, name, email, role }: { id: string; name: string; email: string; role: Role },
  actor: Actor & { userId: string },
): Promise<Result<string, InvitationRefusal>> {
  const token = newToken();
  const address = email.toLowerCase();
  return write(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: address } });
    if (user) return refuse({ kind: 'hasAccount', name: user.name });
    const now = new Date();
    const open = await tx.oneTimeLink.findFirst({
      where: { ...OPEN_INVITATION, email: address, expiresAt: { gt: now } },
      include: { madeBy: MAKER },
    });
    if (open && linkStateOf({ ...open, user: null }, now) === 'open') {
      return refuse({ kind: 'alreadyInvited', name: open.name ?? address });
    }
    const namesake = (await findNamesakeAtDesk(tx, name)) ?? (await findInvited(tx, name, now));
    if (namesake) return refuse({ kind: 'namesake', name: namesake.name });
    // One that died with its maker's right must not come back beside the new one.
    if (open) await cancelInvitationIn(tx, open.id, actor);
    const expiresAt = expiryOf('invitation', now);
    // A person who goes back to the form, and invites somebody else with it, sends its id again.
    const isTaken = (await tx.oneTimeLink.findUnique({ where: { id: formId } })) !== null;
    const id = isTaken ? uuidv7() : formId;
    await tx.oneTimeLink.create({
      data: {
        id,
        kind: 'invitation',
        tokenSha256: sha256(token),
        name,
        email: address,
        role,
        madeById: actor.userId,
        expiresAt,
      },
    });
    await recordEvents(tx, actor, [
      event('user.invited', id, {
        after: { name, email: address, role, expiresAt: expiresAt.toISOString() },
      }),
    ]);
    return accept(token);
  });
}

/** A person with an open invitation and a name that looks like this one. */
async function findInvited(tx: Tx, name: string, now: Date): Promise<{ name: string } | null> {
  const links = await tx.oneTimeLink.findMany({
    where: { ...OPEN_INVITATION, expiresAt: { gt: now } },
    include: { madeBy: MAKER },
  });
  const open = links.filter((link) => linkStateOf({ ...link, user: null }, now) === 'open');
  return findNamesake(
    name,
    open.map((link) => ({ name: link.name ?? '' })),
  );
}

const OPEN_INVITATION = { kind: 'invitation', usedAt: null, cancelledAt: null } as const;

/** Invitations that were neither used nor cancelled in time, the latest first; see their `state`. */
export async function listOpenInvitations(): Promise<Invitation[]> {
  const rows = await reader().oneTimeLink.findMany({
    where: { ...OPEN_INVITATION, expiresAt: { gt: new Date() } },
    orderBy: { id: 'desc' },
    include: { madeBy: MAKER },
  });
  return rows.map(toInvitation);
}

/** The invitation behind a link, whatever became of it; null when there is none. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const row = await reader().oneTimeLink.findUnique({
    where: { tokenSha256: sha256(token), kind: 'invitation' },
    include: { madeBy: MAKER },
  });
  return row && toInvitation(row);
}

function toInvitation(row: {
  id: string;
  name: string | null;
  email: string | null;
  role: Role | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  cancelledAt: Date | null;
  madeBy: { name: string; role: Role; active: boolean } | null;
}): Invitation {
  return {
    id: row.id,
    name: row.name ?? '',
    email: row.email ?? '',
    role: row.role ?? 'viewer',
    state: linkStateOf({ ...row, user: null }, new Date()),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    madeBy: row.madeBy?.name ?? 'The desk',
  };
}

/**
 * Takes an invitation back.
 *
 * @returns false when it does not work any more anyway
 */
export async function cancelInvitation(id: string, actor: Actor): Promise<boolean> {
  return write((tx) => cancelInvitationIn(tx, id, actor));
}

/** The same in a transaction that does more. */
export async function cancelInvitationIn(tx: Tx, id: string, actor: Actor): Promise<boolean> {
  const cancelled = await tx.oneTimeLink.updateMany({
    where: { ...OPEN_INVITATION, id },
    data: { cancelledAt: new Date() },
  });
  if (cancelled.count === 0) return false;
  await recordEvents(tx, actor, [event('invitation.cancelled', id, {})]);
  return true;
}

/**
 * Makes the account that an invitation promises, with the password somebody chose.
 *
 * @returns the address to sign in with; or why the link does not work, as it does not for the second
 *   of two who use it at once
 */
export async function acceptInvitation(
  token: string,
  passwordHash: string,
): Promise<Result<string, OneTimeLinkState | 'unknown' | 'hasAccount' | 'namesake'>> {
  return write(async (tx) => {
    const now = new Date();
    const link = await tx.oneTimeLink.findUnique({
      where: { tokenSha256: sha256(token), kind: 'invitation' },
      include: { madeBy: MAKER },
    });
    if (!link) return refuse('unknown');
    const state = linkStateOf({ ...link, user: null }, now);
    if (state !== 'open') return refuse(state);
    const { id, name, email, role } = link;
    if (!name || !email || !role) return refuse('unknown');
    if (await tx.user.findUnique({ where: { email } })) return refuse('hasAccount');
    if (await findNamesakeAtDesk(tx, name)) return refuse('namesake');
    await spend(tx, id, now);
    const userId = await addAccount(tx, { name, email, passwordHash }, role);
    await recordEvents(tx, { userId, via: 'ui' }, [event('invitation.accepted', id, {})]);
    return accept(email);
  });
}

/** Uses a link up. */
export const spend = (tx: Tx, id: string, now: Date) =>
  tx.oneTimeLink.update({ where: { id }, data: { usedAt: now } });
