import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '#data/database/db';
import { findResetLink, recordPasswordReset } from '#data/people/password-reset';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { addWholeHistory, runNode } from './test-desk';

let desk: { folder: string; file: string };
let ada: { userId: string; email: string };

beforeAll(async () => {
  desk = await openTestDesk();
  addWholeHistory(desk.file);
  const { userId } = await addPerson('Ada Brandt');
  await write(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    await tx.twoFactor.create({ data: { userId, secret: 's', backupCodes: 'b' } });
  });
  ada = { userId, email: `${userId}@example.org` };
});
afterAll(() => closeTestDesk(desk));

/** The command, in a process of its own beside this one, as beside a running desk. */
const plumbline = (args: readonly string[], env: Record<string, string> = {}) =>
  runNode(['--import', 'tsx', 'bin/plumbline.ts', ...args], {
    env: { DATA_DIR: desk.folder, PORT: '3210', ...env },
  });

const latest = () => reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } });

test('the only administrator, who forgot the password, is let in by a link made at the machine', async () => {
  const { code, stdout } = await plumbline(['reset-link', '--email', ada.email.toUpperCase()]);
  expect(code).toBe(0);
  expect(stdout).toContain('Ada Brandt can choose a new password with this link, once, within 24');
  const [, token = ''] = /^http:\/\/127\.0\.0\.1:3210\/reset\/(\S+)$/m.exec(stdout) ?? [];
  expect(await findResetLink(token)).toMatchObject({ email: ada.email, state: 'open' });
  expect(await latest()).toMatchObject({
    action: 'resetLink.made',
    entityId: ada.userId,
    actorId: null,
    via: 'system',
    reason: 'By a command at the desk’s machine',
  });
  // A second one takes the place of the first, and says why in the record.
  const again = await plumbline(['reset-link', '--email', ada.email, '--reason', 'Lost it'], {
    PUBLIC_URL: 'https://desk.example',
  });
  const [, second = ''] = /^https:\/\/desk\.example\/reset\/(\S+)$/m.exec(again.stdout) ?? [];
  expect(await latest()).toMatchObject({ reason: 'By a command at the desk’s machine: Lost it' });
  expect(await recordPasswordReset(token, 'hash')).toEqual({ ok: false, refusal: 'cancelled' });
  expect(await recordPasswordReset(second, 'hash')).toEqual({ ok: true, value: true });
  expect(await recordPasswordReset(second, 'hash')).toEqual({ ok: false, refusal: 'used' });
});

test('a person with a lost telephone can be let in', async () => {
  const off = await plumbline(['two-factor-off', '--email', ada.email, '--reason', 'Lost it']);
  expect(off).toMatchObject({ code: 0, stdout: expect.stringContaining('off for Ada Brandt') });
  expect(await reader().user.findUnique({ where: { id: ada.userId } })).toMatchObject({
    twoFactorEnabled: false,
  });
  expect(await reader().twoFactor.count()).toBe(0);
  expect(await latest()).toMatchObject({
    action: 'twoFactor.disabled',
    via: 'system',
    actorId: null,
    reason: 'By a command at the desk’s machine: Lost it',
  });
  const again = await plumbline(['two-factor-off', '--email', ada.email]);
  expect(again).toMatchObject({ code: 1, stderr: /off for Ada Brandt already/ as never });
});

test('a change made at the machine is in the record and its anchor, and verifies', async () => {
  const { stdout } = await plumbline(['verify']);
  expect(stdout).toMatch(/^OK: /);
});

test('a person without an account, or deactivated, gets a sentence and no link', async () => {
  const gone = await addPerson('Otto Gone');
  await write((tx) => tx.user.update({ where: { id: gone.userId }, data: { active: false } }));
  const before = await reader().event.count();
  const cases: [string[], string][] = [
    [['--email', 'nobody@example.org'], 'No account has the email address nobody@example.org.'],
    [['--email', `${gone.userId}@example.org`], 'The account of Otto Gone is deactivated'],
    [[], 'name the account: plumbline reset-link --email address'],
  ];
  for (const [args, sentence] of cases) {
    const { code, stderr, stdout } = await plumbline(['reset-link', ...args]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  }
  const nowhere = await plumbline(['reset-link', '--email', ada.email], {
    DATA_DIR: join(desk.folder, 'none'),
  });
  expect(nowhere.stderr).toMatch(/There is no database at .*: run npm start once/);
  expect(await reader().event.count()).toBe(before);
});
