import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { findOpenSession, listSessions, noteSessionUse } from '#data/sign-in/sessions';
import { signingInWith } from '#data/sign-in/way';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { accounts } from './accounts';
import { hashPassword } from './password-hash';
import { findSession, isSignedIn } from './session-cookie';

const SECRET = 'of this test alone, and long enough';
const PASSWORD = 'a few words of mine';
const HOUR_MS = 60 * 60 * 1000;

let desk: { folder: string; file: string };
let passwordHash: string;
beforeAll(async () => {
  desk = await openTestDesk();
  process.env.BETTER_AUTH_SECRET = SECRET;
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => closeTestDesk(desk));

const join = (email: string) =>
  write((tx) => addAccount(tx, { name: email, email, passwordHash }, 'checker'));

/** Signs in. @returns the `cookie` header that the browser sends from then on */
async function signIn(email: string): Promise<string> {
  const { headers } = await signingInWith({ by: 'password' }, () =>
    accounts().api.signInEmail({
      body: { email, password: PASSWORD },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
  return toCookies(headers);
}

const toCookies = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const sessionOf = (userId: string) => reader().session.findFirstOrThrow({ where: { userId } });

const toCookie = (token: string, secret = SECRET) => {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `plumbline.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
};

test('a session is opened by the cookie of its browser, and by nothing in the database', async () => {
  const userId = await join('noor@example.org');
  const cookies = await signIn('noor@example.org');
  expect(isSignedIn(cookies)).toBe(true);
  expect(isSignedIn(`first=1; ${cookies}; last=2`)).toBe(true);
  expect(findSession(cookies)?.person).toEqual({
    id: userId,
    name: 'noor@example.org',
    email: 'noor@example.org',
    role: 'checker',
    twoFactorEnabled: false,
  });

  const { tokenSha256 } = await sessionOf(userId);
  const token = decodeURIComponent(cookies).replace(/^.*?=|\..*$/g, '');
  expect(toCookie(token)).toBe(cookies);
  expect(tokenSha256).toMatch(/^[0-9a-f]{64}$/);
  // Even a thief with the secret as well cannot sign in with the stolen hash.
  expect(isSignedIn(toCookie(tokenSha256))).toBe(false);
  expect(isSignedIn(toCookie(token, 'another secret'))).toBe(false);
});

test.each([
  ['none', undefined],
  ['an empty one', ''],
  ['one without a signature', 'plumbline.session_token=abc'],
  ['one that is no text', 'plumbline.session_token=%ff.%ff'],
  ['one with a short signature', 'plumbline.session_token=abc.abc'],
  ['one of nobody', toCookie('nobody')],
  ['another one', 'other=abc'],
])('no session is opened by %s', (_kind, cookies) => {
  expect(isSignedIn(cookies)).toBe(false);
});

test('a deactivated person is not signed in any more', async () => {
  const userId = await join('gone@example.org');
  const cookies = await signIn('gone@example.org');
  await write((tx) => tx.user.update({ where: { id: userId }, data: { active: false } }));
  expect(isSignedIn(cookies)).toBe(false);
});

test('a session ends after 12 hours without use, and after 30 days in all', async () => {
  const userId = await join('tess@example.org');
  const cookies = await signIn('tess@example.org');
  const token = decodeURIComponent(cookies).replace(/^.*?=|\..*$/g, '');
  const start = (await sessionOf(userId)).createdAt.getTime();
  const at = (hours: number) => new Date(start + hours * HOUR_MS);
  expect(findOpenSession(token, at(11.9))).not.toBeNull();
  expect(findOpenSession(token, at(12.1))).toBeNull();

  for (let hours = 11; hours < 30 * 24; hours += 11) {
    const open = findOpenSession(token, at(hours));
    if (!open) throw new Error(`it ended after ${hours} hours`);
    await noteSessionUse(open, at(hours));
  }
  expect(findOpenSession(token, at(30 * 24 - 1))).not.toBeNull();
  expect(findOpenSession(token, at(30 * 24 + 1))).toBeNull();
});

test('a session that expired unused is deleted at the next sign-in, and the record has the reason', async () => {
  const userId = await join('old@example.org');
  await signIn('old@example.org');
  const { id } = await sessionOf(userId);
  await write((tx) => tx.session.update({ where: { id }, data: { expiresAt: new Date(0) } }));
  await signIn('old@example.org');
  expect(await reader().session.count({ where: { userId } })).toBe(1);
  const ended = { action: 'session.ended', entityId: id };
  expect(await reader().event.findFirstOrThrow({ where: ended })).toMatchObject({
    reason: expect.stringContaining('not used'),
  });
});

test('a new password ends every other session and leaves this browser signed in', async () => {
  const userId = await join('may@example.org');
  const here = await signIn('may@example.org');
  const there = await signIn('may@example.org');
  const { headers } = await accounts().api.changePassword({
    body: {
      currentPassword: PASSWORD,
      newPassword: 'another few words of mine',
      revokeOtherSessions: true,
    },
    headers: new Headers({ cookie: here }),
    returnHeaders: true,
  });
  expect([here, there].map(isSignedIn)).toEqual([false, false]);
  expect(isSignedIn(toCookies(headers))).toBe(true);
  expect(await listSessions(userId)).toHaveLength(1);
});

test('signing out ends the session of this browser', async () => {
  const userId = await join('out@example.org');
  const cookies = await signIn('out@example.org');
  await accounts().api.signOut({ headers: new Headers({ cookie: cookies }) });
  expect(isSignedIn(cookies)).toBe(false);
  expect(await listSessions(userId)).toHaveLength(0);
});
