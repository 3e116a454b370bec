import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { signingInWith } from '#data/sign-in/way';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';

const PASSWORD = 'a few words of mine';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  process.env.BETTER_AUTH_SECRET = 'of this test alone, and long enough';
  process.env.PUBLIC_URL = 'https://desk.example';
});
afterAll(() => closeTestDesk(desk));

test('behind https the session cookie is bound to this host, and is the only one', async () => {
  // The names are settled once, when the desk starts with its settings.
  const { accounts } = await import('./accounts');
  const { hashPassword } = await import('./password-hash');
  const { isSignedIn } = await import('./session-cookie');
  const email = 'noor@example.org';
  const passwordHash = await hashPassword(PASSWORD);
  await write((tx) => addAccount(tx, { name: 'Noor', email, passwordHash }, 'checker'));

  const { headers } = await signingInWith({ by: 'password' }, () =>
    accounts().api.signInEmail({
      body: { email, password: PASSWORD },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-plumbline\.session_token=/);
  const attributes = cookie.toLowerCase().split('; ').slice(1);
  expect(attributes).toEqual(
    expect.arrayContaining(['path=/', 'httponly', 'secure', 'samesite=lax']),
  );
  expect(attributes.some((attribute) => attribute.startsWith('domain'))).toBe(false);

  const sent = cookie.split(';')[0] ?? '';
  expect(isSignedIn(sent)).toBe(true);
  // What went over the network in clear, or another host of the domain has set, opens nothing.
  expect(isSignedIn(sent.replace('__Host-', ''))).toBe(false);
  expect(isSignedIn(sent.replace('__Host-', '__Secure-'))).toBe(false);
});
