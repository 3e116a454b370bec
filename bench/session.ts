/**
 * `npx tsx bench/session.ts`: how long it takes to find who is behind a request, as each page and
 * address of the desk asks, beside the account library's own way. Ends with 1 above 0.2 ms.
 */
import { accounts } from '#accounts/accounts';
import { hashPassword } from '#accounts/password-hash';
import { findSession } from '#accounts/session-cookie';
import { write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { signingInWith } from '#data/sign-in/way';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { describeMachine, median, printTable, quantileOf } from './numbers';

const MOST_MS = 0.2;
const PASSWORD = 'measure what you promise';

async function measure(): Promise<void> {
  const desk = await openTestDesk();
  try {
    process.env.BETTER_AUTH_SECRET = 'of this measurement alone, long enough';
    const headers = new Headers({ cookie: await signIn() });
    const ours = await time(5000, async () => findSession(headers.get('cookie')));
    const theirs = await time(500, () => accounts().api.getSession({ headers }));
    console.log(`Finding who is behind a request, in ms; ${describeMachine()}`);
    printTable(
      ['', 'median', '90 %'],
      Object.entries({ 'one prepared statement': ours, 'the account library': theirs }).map(
        ([name, times]) => [name, median(times).toFixed(3), quantileOf(times, 0.9).toFixed(3)],
      ),
    );
    process.exitCode = median(ours) <= MOST_MS ? 0 : 1;
  } finally {
    await closeTestDesk(desk);
  }
}

async function signIn(): Promise<string> {
  const email = 'ada@example.org';
  const passwordHash = await hashPassword(PASSWORD);
  await write((tx) => addAccount(tx, { name: 'Ada', email, passwordHash }, 'admin'));
  const { headers } = await signingInWith({ by: 'password' }, () =>
    accounts().api.signInEmail({
      body: { email, password: PASSWORD },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function time(tries: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < tries; n++) {
    const askedAt = performance.now();
    if (!(await ask())) throw new Error('nobody is signed in');
    times.push(performance.now() - askedAt);
  }
  return times;
}

await measure();
