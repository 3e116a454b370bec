import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { ALL_OF_IT, listHistory } from '../record/history';
import { endOtherSessions, endSession, listSessions, noteSessionUse } from '../sign-in/sessions';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { findResetLink, recordPasswordReset, recordResetLink } from './password-reset';
import {
  findPerson,
  listAssignedClaims,
  listPeople,
  recordActivation,
  recordDeactivation,
  recordRoleChange,
  recordTwoFactorOff,
} from './people';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

// Those of the test before are no administrators of this one.
beforeEach(() =>
  write((tx) => tx.user.updateMany({ where: { role: 'admin' }, data: { role: 'viewer' } })),
);

const latest = () => reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });

const startSession = (userId: string, token: string, updatedAt = new Date()) =>
  write((tx) =>
    tx.session.create({
      data: { tokenSha256: token, userId, updatedAt, expiresAt: new Date(Date.now() + 1e6) },
    }),
  );

test('a changed role is an event with the actor, the old role, the new role and the reason', async () => {
  const admin = await addPerson('Ada');
  const { userId } = await addPerson('Noor', 'checker');
  const changed = await recordRoleChange(
    userId,
    { shown: 'checker', role: 'editor' },
    'Approves from now on',
    admin,
  );
  expect(changed).toEqual({ ok: true, value: true });
  expect(await findPerson(userId)).toMatchObject({ role: 'editor' });
  expect(await latest()).toMatchObject({
    action: 'user.roleChanged',
    actorId: admin.userId,
    entityId: userId,
    before: { role: 'checker' },
    after: { role: 'editor' },
    reason: 'Approves from now on',
  });
  expect(
    listHistory({ personId: userId }, ALL_OF_IT, 50, true).events.map(({ action }) => action),
  ).toEqual(['user.roleChanged', 'user.added']);
});

test('when two administrators remove each other’s role at once, one remains', async () => {
  const [ada, eve] = [await addPerson('Ada'), await addPerson('Eve')];
  const demote = (who: typeof ada, by: typeof ada) =>
    recordRoleChange(who.userId, { shown: 'admin', role: 'viewer' }, null, by);
  const results = await Promise.all([demote(ada, eve), demote(eve, ada)]);
  expect(results).toEqual([
    { ok: true, value: true },
    { ok: false, refusal: { kind: 'lastAdmin' } },
  ]);
  expect(await reader().user.count({ where: { role: 'admin' } })).toBe(1);
});

test('a deactivated person loses all sessions and links, and keeps the authorship of their work', async () => {
  const admin = await addPerson('Ada');
  const { userId } = await addPerson('Going', 'checker');
  const articleId = await addTestArticle();
  const claim = await reader().claim.findFirstOrThrow({
    where: { appearances: { some: { capture: { documentId: articleId } } } },
  });
  await write((tx) =>
    tx.claim.update({
      where: { id: claim.id },
      data: { assigneeId: userId, status: 'checking' },
    }),
  );
  await startSession(userId, 'one');
  await startSession(userId, 'two');
  const link = await recordResetLink(userId, null, admin);
  if (!link.ok) throw new Error('no link');

  expect(await recordDeactivation(userId, 'Left the desk', admin)).toEqual({
    ok: true,
    value: true,
  });
  expect(await findPerson(userId)).toMatchObject({ active: false, sessions: 0 });
  expect(await findResetLink(link.value)).toMatchObject({ state: 'cancelled' });
  expect(await recordPasswordReset(link.value, 'hash')).toMatchObject({ ok: false });
  expect(listAssignedClaims(userId, 50)).toEqual([
    { number: claim.number, text: claim.text, status: 'checking' },
  ]);
  const events = await reader().event.findMany({ orderBy: { seq: 'desc' }, take: 4 });
  expect(events.map(({ action }) => action)).toEqual([
    'resetLink.cancelled',
    'session.ended',
    'session.ended',
    'user.deactivated',
  ]);
  expect(events.at(-1)).toMatchObject({
    actorId: admin.userId,
    before: { active: true },
    after: { active: false },
    reason: 'Left the desk',
  });

  expect(await recordActivation(userId, null, admin)).toEqual({ ok: true, value: true });
  expect(await findPerson(userId)).toMatchObject({ active: true, role: 'checker' });
  expect(await latest()).toMatchObject({ action: 'user.activated', entityId: userId });
});

test('of the unfinished claims that somebody holds, so many of the oldest are listed', async () => {
  const { userId } = await addPerson('Busy');
  const numbers: number[] = [];
  for (const status of ['checking', 'published', 'open', 'approved'] as const) {
    const articleId = await addTestArticle();
    const claim = await reader().claim.findFirstOrThrow({ where: { articleId } });
    await write((tx) =>
      tx.claim.update({ where: { id: claim.id }, data: { assigneeId: userId, status } }),
    );
    if (status !== 'published') numbers.push(claim.number);
  }
  const listed = (most: number) => listAssignedClaims(userId, most).map(({ number }) => number);
  expect(listed(50)).toEqual(numbers);
  expect(listed(2)).toEqual(numbers.slice(0, 2));
});

test('two-factor sign-in is turned off for a lost telephone, with the reason', async () => {
  const admin = await addPerson('Ada');
  const { userId } = await addPerson('Lost', 'editor');
  await write(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    await tx.twoFactor.create({ data: { userId, secret: 's', backupCodes: 'b' } });
  });
  await recordTwoFactorOff(userId, 'The telephone is lost', admin);
  expect(await findPerson(userId)).toMatchObject({ twoFactorEnabled: false });
  expect(await reader().twoFactor.count({ where: { userId } })).toBe(0);
  expect(await latest()).toMatchObject({
    action: 'twoFactor.disabled',
    entityId: userId,
    actorId: admin.userId,
    reason: 'The telephone is lost',
  });
});

test('people are listed with when they were last seen', async () => {
  const { userId } = await addPerson('Seen');
  const { userId: never } = await addPerson('Unseen');
  const seen = new Date('2026-11-20T10:00:00Z');
  await startSession(userId, 'seen', seen);
  const people = await listPeople();
  expect(people.find(({ id }) => id === userId)).toMatchObject({ seenAt: seen, sessions: 1 });
  expect(people.find(({ id }) => id === never)).toMatchObject({ seenAt: null, sessions: 0 });
});

test('a person can end their own sessions, one by one or all others, and nobody else’s', async () => {
  const me = await addPerson('Me');
  const { userId: other } = await addPerson('Other');
  const [here, there, far] = [
    await startSession(me.userId, 'here'),
    await startSession(me.userId, 'there'),
    await startSession(me.userId, 'far'),
  ];
  const theirs = await startSession(other, 'theirs');
  expect(await endSession(theirs.id, me)).toBe(false);
  expect(await endSession(there.id, me)).toBe(true);
  expect(await endSession(there.id, me)).toBe(false);
  expect(await latest()).toMatchObject({ action: 'session.ended', entityId: there.id });
  expect(await endOtherSessions(here.id, me)).toBe(1);
  expect(await latest()).toMatchObject({ action: 'session.ended', entityId: far.id });
  expect((await listSessions(me.userId)).map(({ id }) => id)).toEqual([here.id]);
  expect(await listSessions(other)).toHaveLength(1);
});

test('the last use of a session is stored, but not for every page', async () => {
  const { userId } = await addPerson('Reading');
  const old = new Date(Date.now() - 10 * 60 * 1000);
  const { id } = await startSession(userId, 'reading', old);
  const usedAt = async () => (await listSessions(userId))[0]?.usedAt.getTime() ?? 0;
  const startedAt = new Date();
  await noteSessionUse({ id, startedAt, usedAt: new Date(Date.now() - 1000) });
  expect(await usedAt()).toBe(old.getTime());
  await noteSessionUse({ id, startedAt, usedAt: old });
  expect(await usedAt()).toBeGreaterThan(old.getTime());
});
