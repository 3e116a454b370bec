import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { sha256, THE_DESK } from '../record/record-events';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { isSetUpToken, recordFirstAccount } from './first-account';
import {
  acceptInvitation,
  cancelInvitation,
  findInvitation,
  listOpenInvitations,
  recordInvitation,
} from './invitations';
import { findResetLink, recordPasswordReset, recordResetLink } from './password-reset';
import { recordActivation, recordDeactivation, recordRoleChange } from './people';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

const latest = () => reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
const actions = async () =>
  (await reader().event.findMany({ orderBy: { seq: 'desc' }, take: 3 })).map((row) => row.action);

const saveSetUpToken = (token: string) =>
  write((tx) =>
    tx.setting.upsert({
      where: { key: 'setUpTokenHash' },
      create: { key: 'setUpTokenHash', value: sha256(token) },
      update: { value: sha256(token) },
    }),
  );

test('when two people use the set-up link at once, one account is made', async () => {
  await saveSetUpToken('the token');
  expect(await isSetUpToken('another token')).toBe(false);
  expect(await isSetUpToken('the token')).toBe(true);
  const made = await Promise.all(
    ['Ada', 'Eve'].map((name) =>
      recordFirstAccount('the token', {
        name,
        email: `${name}@Example.org`,
        passwordHash: 'a hash',
      }),
    ),
  );
  expect(made).toEqual([true, false]);
  const [user] = await reader().user.findMany({ include: { accounts: true } });
  expect(user).toMatchObject({
    name: 'Ada',
    email: 'ada@example.org',
    role: 'admin',
    accounts: [{ providerId: 'credential', accountId: user?.id, password: 'a hash' }],
  });
  expect(await latest()).toMatchObject({ action: 'user.added', actorId: user?.id });
});

test('once somebody has an account, no set-up link works', async () => {
  await saveSetUpToken('late token');
  expect(await isSetUpToken('late token')).toBe(false);
  expect(
    await recordFirstAccount('late token', { name: 'L', email: 'l@example.org', passwordHash: '' }),
  ).toBe(false);
});

test.each(['The desk', 'PLUMBLINE', 'Sуstem'])(
  'nobody is invited under the name %s',
  async (name) => {
    const id = uuidv7();
    const boss = await addPerson(`Boss of ${id}`);
    const details = { id, name, email: `${id}@example.org`, role: 'viewer' as const };
    expect(await recordInvitation(details, boss)).toMatchObject({ refusal: { kind: 'namesake' } });
  },
);

test('an invitation form that is sent again with its id for another person makes a second invitation', async () => {
  const id = uuidv7();
  const [one, other] = ['one', 'other'].map((name) => ({
    id,
    name,
    email: `${name}.${id}@example.org`,
    role: 'viewer' as const,
  }));
  if (!one || !other) throw new Error('nobody to invite');
  const boss = await addPerson('Boss of links');
  expect((await recordInvitation(one, boss)).ok).toBe(true);
  expect((await recordInvitation(other, boss)).ok).toBe(true);
});

const invite = async (name: string, given: { email?: string } = {}) => {
  const admin = await addPerson('An admin');
  const id = uuidv7();
  const invited = await recordInvitation(
    { id, name, email: given.email ?? `${name}@example.org`, role: 'checker' },
    admin,
  );
  return { id, admin, invited, token: invited.ok ? invited.value : '' };
};

test('an invitation makes one account in its role, also when it is used twice at once', async () => {
  const { id, token } = await invite('Noor');
  expect(await findInvitation(token)).toMatchObject({ name: 'Noor', state: 'open' });
  const made = await Promise.all([
    acceptInvitation(token, 'hash 1'),
    acceptInvitation(token, 'hash 2'),
  ]);
  expect(made).toEqual([
    { ok: true, value: 'noor@example.org' },
    { ok: false, refusal: 'used' },
  ]);
  expect(await reader().user.findMany({ where: { email: 'noor@example.org' } })).toMatchObject([
    { name: 'Noor', role: 'checker', active: true },
  ]);
  expect(await findInvitation(token)).toMatchObject({ state: 'used' });
  expect(await actions()).toEqual(['invitation.accepted', 'user.added', 'user.invited']);
  expect((await listOpenInvitations()).map((each) => each.id)).not.toContain(id);
});

test('only the hash of a token is stored, and the record has nothing of it', async () => {
  const { token } = await invite('Hashed');
  const stored = JSON.stringify([
    await reader().oneTimeLink.findMany(),
    await reader().event.findMany(),
  ]);
  expect(stored).not.toContain(token);
  expect(stored).toContain(sha256(token));
});

test('nobody with an account or an open invitation is invited again', async () => {
  await invite('Twice');
  expect((await invite('Twice', { email: 'TWICE@example.org' })).invited).toEqual({
    ok: false,
    refusal: { kind: 'alreadyInvited', name: 'Twice' },
  });
  expect((await invite('Someone', { email: 'ada@example.org' })).invited).toEqual({
    ok: false,
    refusal: { kind: 'hasAccount', name: 'Ada' },
  });
});

test('a cancelled, an expired and an unknown invitation make no account', async () => {
  const cancelled = await invite('Cancelled');
  expect(await cancelInvitation(cancelled.id, cancelled.admin)).toBe(true);
  expect(await cancelInvitation(cancelled.id, cancelled.admin)).toBe(false);
  expect(await latest()).toMatchObject({
    action: 'invitation.cancelled',
    entityId: cancelled.id,
    actorId: cancelled.admin.userId,
  });
  const expired = await invite('Expired');
  await write((tx) =>
    tx.oneTimeLink.update({ where: { id: expired.id }, data: { expiresAt: new Date() } }),
  );
  const results = [cancelled.token, expired.token, 'no token at all'].map((token) =>
    acceptInvitation(token, 'hash'),
  );
  expect(await Promise.all(results)).toEqual([
    { ok: false, refusal: 'cancelled' },
    { ok: false, refusal: 'expired' },
    { ok: false, refusal: 'unknown' },
  ]);
  expect(await reader().user.count({ where: { name: { in: ['Cancelled', 'Expired'] } } })).toBe(0);
});

test('a link for a new password works once, ends the sessions, and leaves two-factor on', async () => {
  const admin = await addPerson('Resetting');
  const { userId } = await addPerson('Forgetful', 'editor');
  await write(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    await tx.twoFactor.create({ data: { userId, secret: 's', backupCodes: 'b' } });
    await tx.session.create({
      data: { tokenSha256: 'stolen', userId, expiresAt: new Date(Date.now() + 1e6) },
    });
  });
  const older = await recordResetLink(userId, null, admin);
  const made = await recordResetLink(userId, 'Forgot it', admin);
  expect(await latest()).toMatchObject({
    action: 'resetLink.made',
    entityId: userId,
    actorId: admin.userId,
    reason: 'Forgot it',
  });
  if (!older.ok || !made.ok) throw new Error('no link');
  // The one before works no more.
  expect(await recordPasswordReset(older.value, 'hash')).toEqual({
    ok: false,
    refusal: 'cancelled',
  });
  expect(await findResetLink(made.value)).toMatchObject({ name: 'Forgetful', state: 'open' });
  const used = await Promise.all([
    recordPasswordReset(made.value, 'new hash'),
    recordPasswordReset(made.value, 'other hash'),
  ]);
  expect(used).toEqual([
    { ok: true, value: true },
    { ok: false, refusal: 'used' },
  ]);
  expect(await actions()).toEqual(['session.ended', 'password.changed', 'resetLink.used']);
  expect(await reader().session.count({ where: { userId } })).toBe(0);
  expect(await reader().account.findMany({ where: { userId } })).toMatchObject([
    { password: 'new hash' },
  ]);
  expect(await reader().twoFactor.count({ where: { userId } })).toBe(1);
  expect(await reader().user.findUnique({ where: { id: userId } })).toMatchObject({
    twoFactorEnabled: true,
  });
});

test('nobody makes a link for a new password for themselves', async () => {
  const admin = await addPerson('Myself');
  expect(await recordResetLink(admin.userId, null, admin)).toEqual({
    ok: false,
    refusal: { kind: 'ownAccount' },
  });
});

test('a link works only while its maker has the permission to make it', async () => {
  const boss = await addPerson('Boss');
  const { admin, token } = await invite('Ivo', { email: 'ivo@example.org' });
  const { userId } = await addPerson('Forgetful', 'viewer');
  const reset = await recordResetLink(userId, null, admin);
  const byTheDesk = await recordResetLink((await addPerson('Locked out')).userId, null, THE_DESK);
  if (!reset.ok || !byTheDesk.ok) throw new Error('no link');
  const states = async () => [
    (await findInvitation(token))?.state,
    (await findResetLink(reset.value))?.state,
    (await findResetLink(byTheDesk.value))?.state,
  ];
  expect(await states()).toEqual(['open', 'open', 'open']);

  await recordRoleChange(admin.userId, { shown: 'admin', role: 'editor' }, 'Moves on', boss);
  expect(await states()).toEqual(['makerLeft', 'makerLeft', 'open']);
  expect(await acceptInvitation(token, 'hash')).toEqual({ ok: false, refusal: 'makerLeft' });
  expect(await recordPasswordReset(reset.value, 'hash')).toEqual({
    ok: false,
    refusal: 'makerLeft',
  });
  const listed = (await listOpenInvitations()).find(({ email }) => email === 'ivo@example.org');
  expect(listed).toMatchObject({ name: 'Ivo', state: 'makerLeft' });

  // Another administrator invites them, and the dead link does not come back beside the new one.
  const details = { id: uuidv7(), name: 'Ivo', email: 'ivo@example.org', role: 'checker' } as const;
  expect((await recordInvitation(details, boss)).ok).toBe(true);
  await recordRoleChange(admin.userId, { shown: 'editor', role: 'admin' }, 'Came back', boss);
  expect((await findInvitation(token))?.state).toBe('cancelled');
  expect(await recordPasswordReset(byTheDesk.value, 'hash')).toEqual({ ok: true, value: true });
});

test('a link stays invalid when its maker lost the permission and got it back', async () => {
  const boss = await addPerson('Boss');
  const comeBack = {
    role: async (id: string) => {
      await recordRoleChange(id, { shown: 'admin', role: 'editor' }, 'Moves on', boss);
      await recordRoleChange(id, { shown: 'editor', role: 'admin' }, 'Came back', boss);
    },
    // A stolen account is closed, and opened again with another password: its thief has the links.
    account: async (id: string) => {
      await recordDeactivation(id, 'Stolen', boss);
      await recordActivation(id, null, boss);
    },
  };
  for (const [way, leaveAndComeBack] of Object.entries(comeBack)) {
    const { id, admin, token } = await invite(`Dead ${way}`);
    const { userId } = await addPerson(`Forgetful ${way}`, 'viewer');
    const reset = await recordResetLink(userId, null, admin);
    if (!reset.ok) throw new Error('no link');
    await leaveAndComeBack(admin.userId);
    expect(await acceptInvitation(token, 'hash')).toEqual({ ok: false, refusal: 'cancelled' });
    expect(await recordPasswordReset(reset.value, 'hash')).toEqual({
      ok: false,
      refusal: 'cancelled',
    });
    const cancelled = await reader().event.findMany({
      where: { entityId: { in: [id, userId] }, action: { endsWith: '.cancelled' } },
    });
    expect(cancelled.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['invitation.cancelled', boss.userId],
      ['resetLink.cancelled', boss.userId],
    ]);
    const made = await recordInvitation(
      { id: uuidv7(), name: `New ${way}`, email: `new.${way}@example.org`, role: 'viewer' },
      admin,
    );
    expect(made.ok).toBe(true);
  }
});

test('a link for a new password does not let a deactivated person in', async () => {
  const boss = await addPerson('Boss');
  const { userId } = await addPerson('Leaving', 'viewer');
  const made = await recordResetLink(userId, null, boss);
  if (!made.ok) throw new Error('no link');
  // As in a database that somebody changed by hand: the link itself was not cancelled.
  await write((tx) => tx.user.update({ where: { id: userId }, data: { active: false } }));
  expect((await findResetLink(made.value))?.state).toBe('ownerLeft');
  expect(await recordPasswordReset(made.value, 'hash')).toEqual({
    ok: false,
    refusal: 'ownerLeft',
  });
});

test('no two people at the desk have names that look alike', async () => {
  const boss = await addPerson('Åse Lund');
  const called = (name: string) =>
    recordInvitation(
      { id: uuidv7(), name, email: `${uuidv7()}@example.org`, role: 'viewer' },
      boss,
    );
  const refused = { ok: false, refusal: { kind: 'namesake', name: 'Åse Lund' } };
  for (const name of ['åse lund', 'Ase Lund', 'Ａse  Lund', '\u0410se Lund']) {
    expect(await called(name)).toEqual(refused);
  }
  // Nor like somebody who is invited, for as long as that invitation works.
  const first = await called('Ulla Berg');
  expect(await called('ULLA BERG')).toMatchObject({ refusal: { kind: 'namesake' } });
  const [invited] = await listOpenInvitations();
  await cancelInvitation(invited?.id ?? '', boss);
  const second = await called('Ulla Berg');
  expect(second.ok).toBe(true);

  // Somebody of that name came by another way meanwhile.
  await addPerson('Ulla  Bérg');
  if (!first.ok || !second.ok) throw new Error('no invitation');
  expect(await acceptInvitation(second.value, 'hash')).toEqual({ ok: false, refusal: 'namesake' });
});
