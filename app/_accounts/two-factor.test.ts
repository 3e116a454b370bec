import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reader, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { signingInWith } from '#data/sign-in/way';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { secretOf } from '#domain/sign-in/two-factor';
import { totp, wrongTotp } from '../../e2e/totp';
import { accounts, reopenAccounts } from './accounts';
import { hashPassword } from './password-hash';
import { isSealed, isSealedForChallenge, rotateSecret } from './sealed';
import { isSignedIn } from './session-cookie';
import { turnOff } from './two-factor';

const FIRST = 'the first secret of this desk, long enough';
const SECOND = 'the second secret of this desk, long enough';
const PASSWORD = 'a few words of mine';

let desk: { folder: string; file: string };
let passwordHash: string;
beforeAll(async () => {
  desk = await openTestDesk();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => closeTestDesk(desk));
beforeEach(() => startWith(FIRST));

/** As if the desk were started with these. */
function startWith(secret: string, previous = '') {
  process.env.BETTER_AUTH_SECRET = secret;
  process.env.BETTER_AUTH_SECRET_PREVIOUS = previous;
  reopenAccounts();
}

const toCookies = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .filter((cookie) => !cookie?.endsWith('='))
    .join('; ');

async function givePassword(email: string): Promise<string> {
  const { headers } = await signingInWith({ by: 'password' }, () =>
    accounts().api.signInEmail({
      body: { email, password: PASSWORD },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
  return toCookies(headers);
}

/** The second step of the sign-in. @returns whether it let in */
async function giveCode(cookies: string, code: string): Promise<boolean> {
  const { headers } = await signingInWith({ by: 'recoveryCode' }, () =>
    accounts().api.verifyTOTP({
      body: { code },
      headers: new Headers({ cookie: cookies }),
      returnHeaders: true,
    }),
  );
  return isSignedIn(toCookies(headers));
}

/** Somebody with two-factor sign-in, signed in. */
async function enrol(email: string) {
  const owner = { name: email, email, passwordHash };
  const id = await write((tx) => addAccount(tx, owner, 'checker'));
  const cookie = await givePassword(email);
  const begun = await accounts().api.enableTwoFactor({
    body: { password: PASSWORD },
    headers: new Headers({ cookie }),
  });
  if (begun.method !== 'totp') throw new Error('no authenticator app');
  const key = secretOf(begun.totpURI) ?? '';
  const { headers } = await accounts().api.verifyTOTP({
    body: { code: totp(key) },
    headers: new Headers({ cookie }),
    returnHeaders: true,
  });
  const asked = new Headers({ cookie: toCookies(headers) });
  return { id, key, codes: begun.backupCodes, asked };
}

const isOn = async (id: string) =>
  (await reader().user.findUniqueOrThrow({ where: { id } })).twoFactorEnabled;

test('two-factor sign-in is turned off with the password and a code, and not with one of the two', async () => {
  const noor = await enrol('noor@example.org');
  const off = (password: string, code: string) =>
    turnOff(noor, noor.asked, password, { kind: 'code', code });
  expect(await off('another password', totp(noor.key))).toMatchObject({
    refusal: { kind: 'wrong' },
  });
  expect(await off(PASSWORD, wrongTotp(noor.key))).toMatchObject({
    refusal: { kind: 'wrongCode' },
  });
  expect(await isOn(noor.id)).toBe(true);
  expect(await off(PASSWORD, totp(noor.key))).toEqual({ ok: true, value: true });
  expect(await isOn(noor.id)).toBe(false);
});

test('a code that was used to sign in cannot turn two-factor sign-in off', async () => {
  const eve = await enrol('eve@example.org');
  const typed = { kind: 'code', code: totp(eve.key) } as const;
  const { headers } = await signingInWith({ by: 'code', code: typed.code }, async () =>
    accounts().api.verifyTOTP({
      body: { code: typed.code },
      headers: new Headers({ cookie: await givePassword('eve@example.org') }),
      returnHeaders: true,
    }),
  );
  // Somebody who asked for password and code in the desk's name has just these.
  const asked = new Headers({ cookie: toCookies(headers) });
  expect(await turnOff(eve, asked, PASSWORD, typed)).toMatchObject({
    refusal: { kind: 'usedCode' },
  });
  expect(await isOn(eve.id)).toBe(true);
});

test('a recovery code turns two-factor sign-in off, after the right password', async () => {
  const ivo = await enrol('ivo@example.org');
  const typed = { kind: 'recoveryCode', code: ivo.codes[0] ?? '' } as const;
  const wrong = await turnOff(ivo, ivo.asked, 'another password', typed);
  expect(wrong).toMatchObject({ refusal: { kind: 'wrong' } });
  expect(await turnOff(ivo, ivo.asked, PASSWORD, typed)).toEqual({ ok: true, value: true });
});

test('a lost or replaced secret has another message than a wrong code, and codes work again when it is put back', async () => {
  const may = await enrol('may@example.org');
  startWith(SECOND);
  const cookies = await givePassword('may@example.org');
  await expect(giveCode(cookies, totp(may.key))).rejects.toThrow();
  expect(await isSealedForChallenge(cookies)).toBe(true);
  startWith(FIRST);
  expect(await isSealed(may.id)).toBe(false);
  expect(await giveCode(await givePassword('may@example.org'), totp(may.key))).toBe(true);
});

test('a change of the secret keeps everybody’s two-factor sign-in, and signs everybody out', async () => {
  const tove = await enrol('tove@example.org');
  const before = tove.asked.get('cookie') ?? undefined;
  expect(isSignedIn(before)).toBe(true);

  // Cut off right after the new secret was made: the desk opens with both.
  startWith(SECOND, FIRST);
  expect(await giveCode(await givePassword('tove@example.org'), totp(tove.key))).toBe(true);

  const { renewed, lost } = await rotateSecret(SECOND, FIRST);
  expect(renewed).toBe(await reader().twoFactor.count());
  expect(lost).toBe(0);
  expect(await reader().session.count()).toBe(0);
  expect(await reader().event.findFirstOrThrow({ orderBy: { seq: 'desc' } })).toMatchObject({
    action: 'secret.rotated',
    after: { renewed, lost: 0 },
  });
  // Cut off before the secret of before was thrown away: once more changes nothing.
  expect(await rotateSecret(SECOND, FIRST)).toMatchObject({ renewed, lost: 0 });

  startWith(SECOND);
  expect(isSignedIn(before)).toBe(false);
  expect(await giveCode(await givePassword('tove@example.org'), totp(tove.key))).toBe(true);
});
