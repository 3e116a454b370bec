import { APIError } from 'better-auth/api';
import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '#data/database/db';
import { signingInWith } from '#data/sign-in/way';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { MAX_PASSWORD_LENGTH } from '#domain/sign-in/password';
import { accounts } from './accounts';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  process.env.BETTER_AUTH_SECRET = 'of this test alone, and long enough';
});
afterAll(() => closeTestDesk(desk));

/** Somebody whose password this is, whether the desk would have taken it or not. */
async function addAccount(password: string): Promise<string> {
  const { userId } = await addPerson('Noor');
  const hash = await hashPassword(password);
  const account = { id: uuidv7(), accountId: userId, providerId: 'credential', userId };
  await write((tx) => tx.account.create({ data: { ...account, password: hash } }));
  return `${userId}@example.org`;
}

const signIn = (email: string, password: string) =>
  signingInWith({ by: 'password' }, () =>
    accounts().api.signInEmail({ body: { email, password }, headers: new Headers() }),
  );

test('a text longer than any password is refused before it is hashed', async () => {
  const noor = await addAccount('a'.repeat(MAX_PASSWORD_LENGTH));
  expect(await signIn(noor, 'a'.repeat(MAX_PASSWORD_LENGTH))).toMatchObject({
    user: { email: noor },
  });
  // Hashed, it would be the right one: one of some megabytes would keep everybody waiting.
  const tooLong = 'a'.repeat(MAX_PASSWORD_LENGTH + 1);
  const zoe = await addAccount(tooLong);
  for (const email of [zoe, 'nobody@example.org']) {
    await expect(signIn(email, tooLong)).rejects.toThrow(APIError);
  }
});
