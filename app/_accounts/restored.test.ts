import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDatabase, write } from '#data/database/db';
import { addPerson, openTestDesk } from '#data/testing/test-desk';
import { backUp } from '../../bin/backup';
import { readSecret } from '../../bin/first-account.mjs';
import { restoreDesk } from '../../bin/restore';
import { addWholeHistory, makeFolder } from '../../bin/test-desk';
import { totp } from '../../e2e/totp';

afterAll(closeDatabase);

const PASSWORD = 'a plumb bob on a line';

/** The account library as a desk that has just started in a folder has it. */
async function startIn(folder: string) {
  await closeDatabase();
  vi.resetModules();
  Object.assign(process.env, {
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'plumbline.db')}`,
    BETTER_AUTH_SECRET: readSecret(folder),
  });
  const { accounts } = await import('./accounts');
  const { signingInWith } = await import('#data/sign-in/way');
  let cookies = '';
  /** Keeps the cookies of each answer, as a browser does. */
  const ask = async (answer: Promise<Response>) => {
    const response = await answer;
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    cookies = [cookies, ...set].filter(Boolean).join('; ');
    return { status: response.status, body: await response.json() };
  };
  const asked = () => ({ headers: new Headers({ cookie: cookies }), asResponse: true as const });
  return {
    signIn: (email: string) =>
      signingInWith({ by: 'password' }, () =>
        ask(accounts().api.signInEmail({ body: { email, password: PASSWORD }, ...asked() })),
      ),
    giveCode: (code: string) =>
      signingInWith({ by: 'code', code }, () =>
        ask(accounts().api.verifyTOTP({ body: { code }, ...asked() })),
      ),
    turnOn: () => ask(accounts().api.enableTwoFactor({ body: { password: PASSWORD }, ...asked() })),
  };
}

test('two-factor codes work at a desk that was restored in another folder', async () => {
  const { folder, file } = await openTestDesk();
  addWholeHistory(file);
  const { userId } = await addPerson('Noor');
  const email = `${userId}@example.org`;
  const account = { id: uuidv7(), accountId: userId, providerId: 'credential', userId };
  const password = await hashPassword(PASSWORD);
  await write((tx) => tx.account.create({ data: { ...account, password } }));

  const desk = await startIn(folder);
  await desk.signIn(email);
  const { body } = await desk.turnOn();
  const secret = new URL(body.totpURI).searchParams.get('secret') ?? '';
  expect(await desk.giveCode(totp(secret))).toMatchObject({ status: 200 });

  const backup = join(makeFolder(), 'backup');
  await backUp({ to: backup }, { DATA_DIR: folder });
  await closeDatabase();
  rmSync(folder, { recursive: true });

  const elsewhere = makeFolder();
  await restoreDesk({ from: backup }, { DATA_DIR: elsewhere }, () => {});
  const restored = await startIn(elsewhere);
  expect(await restored.signIn(email)).toMatchObject({ body: { twoFactorRedirect: true } });
  // The next code: each works once.
  const next = totp(secret, Date.now() + 30_000);
  expect(await restored.giveCode(next)).toMatchObject({
    status: 200,
    body: { user: { email } },
  });
});
