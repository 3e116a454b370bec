import type { ClaimStatus } from '#domain/claims/claim';
import {
  type Circumstances,
  type ChangedPerson as DecidedPerson,
  decideActivation,
  decideDeactivation,
  decideRoleChange,
  decideTwoFactorOff,
  type PersonRefusal,
} from '#domain/people/account-changes';
import { isPermitted, type Role } from '#domain/people/permission';
import { accept, type Result, refuse } from '#domain/result';
import { prepared, reader, type Tx, write } from '../database/db';
import { addWaitingNotifications } from '../notices/waiting';
import { type Actor, event, recordEvents } from '../record/record-events';
import { endAllSessions } from '../sign-in/sessions';
import { findForDecision } from './decided-person';
import { cancelLinksMadeBy, cancelResetLinks } from './password-reset';

/** Somebody with an account. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
  readonly twoFactorEnabled: boolean;
  readonly sessions: number;
  readonly joinedAt: Date;
  /** When they last used the desk, or null when they never signed in. */
  readonly seenAt: Date | null;
};

const personSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  active: true,
  twoFactorEnabled: true,
  createdAt: true,
  sessions: { select: { updatedAt: true, expiresAt: true } },
} as const;

/** Everybody with an account, by name, who is active first. */
export async function listPeople(): Promise<Person[]> {
  const rows = await reader().user.findMany({
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    select: personSelect,
  });
  const signedInAt = lastSignIns();
  return rows.map((row) => toPerson(row, signedInAt));
}

/** The person with this address, or null. */
export async function findPersonByEmail(email: string): Promise<Person | null> {
  const row = await reader().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: personSelect,
  });
  return row && toPerson(row, lastSignIns(row.id));
}

/** A person by id, or null. */
export async function findPerson(id: string): Promise<Person | null> {
  const row = await reader().user.findUnique({ where: { id }, select: personSelect });
  return row && toPerson(row, lastSignIns(id));
}

function toPerson(
  row: {
    id: string;
    name: string;
    email: string;
    role: Role;
    active: boolean;
    twoFactorEnabled: boolean;
    createdAt: Date;
    sessions: { updatedAt: Date; expiresAt: Date }[];
  },
  signedInAt: ReadonlyMap<string, Date>,
): Person {
  const { createdAt, sessions, ...person } = row;
  const seen = sessions.map(({ updatedAt }) => updatedAt.getTime());
  const signedIn = signedInAt.get(row.id);
  if (signedIn) seen.push(signedIn.getTime());
  const now = new Date();
  return {
    ...person,
    joinedAt: createdAt,
    sessions: sessions.filter(({ expiresAt }) => expiresAt > now).length,
    seenAt: seen.length > 0 ? new Date(Math.max(...seen)) : null,
  };
}

/** A session that ended leaves only its event behind. */
function lastSignIns(userId: string | null = null): ReadonlyMap<string, Date> {
  const rows = prepared<[string | null, string | null], { id: string; at: string | null }>(
    `SELECT u."id", (SELECT max(e."at") FROM "Event" e
      WHERE e."actorId" = u."id" AND e."action" = 'session.started') AS "at"
    FROM "User" u WHERE ? IS NULL OR u."id" = ?`,
  ).all(userId, userId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, new Date(at)]] : [])));
}

export type AssignedClaim = {
  readonly number: number;
  readonly text: string;
  readonly status: ClaimStatus;
};

/**
 * The unfinished claims that are assigned to a person, the oldest first: what an editor hands over when
 * the person goes.
 *
 * @param most  how many of them
 */
export const listAssignedClaims = (personId: string, most: number): AssignedClaim[] =>
  prepared<[string, number], AssignedClaim>(
    `SELECT "number", "text", "status" FROM "Claim" INDEXED BY "Claim_held"
      WHERE "assigneeId" = ? AND "status" IN ('open', 'checking', 'inReview', 'approved')
      ORDER BY "number" LIMIT ?`,
  ).all(personId, most);

type Answer = Result<true, PersonRefusal | { readonly kind: 'unknown' }>;
/** Changes an account as the rules decide, on what stands in the write itself. */
async function change<Decision>(
  personId: string,
  actor: Actor,
  decide: (person: DecidedPerson, circumstances: Circumstances) => Result<Decision, PersonRefusal>,
  carryOut: (tx: Tx, decision: Decision) => Promise<void>,
): Promise<Answer> {
  return write(async (tx) => {
    const found = await findForDecision(tx, personId, actor);
    if (!found) return refuse({ kind: 'unknown' });
    const decision = decide(found.person, found.circumstances);
    if (!decision.ok) return decision;
    await carryOut(tx, decision.value);
    return accept(true);
  });
}

/** Gives a person another role, unless the rules say no. */
export const recordRoleChange = (
  personId: string,
  roles: { readonly shown: Role; readonly role: Role },
  reason: string | null,
  actor: Actor,
): Promise<Answer> =>
  change(
    personId,
    actor,
    (person, circumstances) => decideRoleChange(person, roles, circumstances),
    async (tx, { before, after }) => {
      await tx.user.update({ where: { id: personId }, data: { role: after } });
      await recordEvents(tx, actor, [
        event('user.roleChanged', personId, {
          reason,
          before: { role: before },
          after: { role: after },
        }),
      ]);
      if (!isPermitted(before, 'claim.approve')) {
        addWaitingNotifications(tx, { id: personId, role: after });
      }
      // A person who could make links before has working links: they stay.
      if (!isPermitted(before, 'people.manage')) await cancelLinksMadeBy(tx, personId, actor);
    },
  );

/** Keeps a person out from now on: every session ends at once, and no link or password works. */
export const recordDeactivation = (
  personId: string,
  reason: string,
  actor: Actor,
): Promise<Answer> =>
  change(personId, actor, decideDeactivation, async (tx) => {
    await setActive(tx, personId, false, reason, actor);
    await endAllSessions(tx, personId, 'The account was deactivated', actor);
    await cancelResetLinks(tx, personId, actor);
  });

/** Lets a person in again who was deactivated. */
export const recordActivation = (
  personId: string,
  reason: string | null,
  actor: Actor,
): Promise<Answer> =>
  change(personId, actor, decideActivation, async (tx) => {
    await setActive(tx, personId, true, reason, actor);
    const person = await tx.user.findUniqueOrThrow({ where: { id: personId } });
    addWaitingNotifications(tx, person);
    await cancelLinksMadeBy(tx, personId, actor);
  });

async function setActive(
  tx: Tx,
  id: string,
  active: boolean,
  reason: string | null,
  actor: Actor,
): Promise<void> {
  await tx.user.update({ where: { id }, data: { active } });
  await recordEvents(tx, actor, [
    event(active ? 'user.activated' : 'user.deactivated', id, {
      reason,
      before: { active: !active },
      after: { active },
    }),
  ]);
}

/** Turns two-factor sign-in off for a person who has lost the telephone and the codes. */
export const recordTwoFactorOff = (
  personId: string,
  reason: string,
  actor: Actor,
): Promise<Answer> =>
  change(personId, actor, decideTwoFactorOff, async (tx) => {
    await tx.user.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
    await tx.twoFactor.deleteMany({ where: { userId: personId } });
    await recordEvents(tx, actor, [
      event('twoFactor.disabled', personId, {
        reason,
        before: { twoFactorEnabled: true },
        after: { twoFactorEnabled: false },
      }),
    ]);
  });
