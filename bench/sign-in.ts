/**
 * `npx tsx bench/sign-in.ts [--tries 60]`: how long the sign-in takes to refuse an address that nobody
 * has, a wrong password, and the right password of a deactivated account, at the desk as `npm start`
 * starts it. Ends with 1 when the answers differ in words, or the medians by more than a tenth.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashPassword } from '#accounts/password-hash';
import { closeDatabase, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { postSignIn, readSignInForm, startBenchDesk } from './desk';
import { describeMachine, median, ms, printTable, quantileOf } from './numbers';

const MOST_APART = 0.1;
const PASSWORD = 'measure what you promise';

/** Each try has an account of its own and comes from a client of its own, so that none has to wait. */
const CASES = {
  'nobody has the address': (n: number) => ({
    email: `nobody${n}@example.org`,
    password: PASSWORD,
  }),
  'the password is wrong': (n: number) => ({ email: `active${n}@example.org`, password: 'wrong' }),
  'the account is deactivated': (n: number) => ({
    email: `gone${n}@example.org`,
    password: PASSWORD,
  }),
} as const;

async function measure(): Promise<void> {
  const { values } = parseArgs({ options: { tries: { type: 'string', default: '60' } } });
  const tries = Number(values.tries);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  process.env.CLIENT_HEADER = 'x-bench-client';
  try {
    await (await startBenchDesk(folder)).stop();
    await addPeople(folder, tries);
    const desk = await startBenchDesk(folder);
    const times = await timeAll(desk.address, tries);
    await desk.stop();
    process.exitCode = report(times) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addPeople(dataDir: string, count: number): Promise<void> {
  process.env.DATABASE_URL = readSettings({ DATA_DIR: dataDir }).databaseUrl;
  const passwordHash = await hashPassword(PASSWORD);
  await write(async (tx) => {
    for (let n = 0; n < count; n++) {
      const named = (kind: string) => ({
        name: `${kind} ${n}`,
        email: `${kind}${n}@example.org`,
        passwordHash,
      });
      await addAccount(tx, named('active'), 'viewer');
      const id = await addAccount(tx, named('gone'), 'viewer');
      await tx.user.update({ where: { id }, data: { active: false } });
    }
  });
  await closeDatabase();
}

type Case = keyof typeof CASES;
type Times = Readonly<Record<Case, { readonly ms: number[]; readonly answers: Set<string> }>>;

/** In turns, so that whatever else the machine does falls on all alike. */
async function timeAll(address: string, tries: number): Promise<Times> {
  const names = Object.keys(CASES) as Case[];
  const times = Object.fromEntries(
    names.map((name) => [name, { ms: [], answers: new Set<string>() }]),
  ) as unknown as Times;
  const form = await readSignInForm(address);
  let client = 0;
  for (let n = 0; n < tries; n++) {
    for (const name of names) {
      client += 1;
      const from = { 'x-bench-client': `10.0.${client >> 8}.${client & 255}` };
      const askedAt = performance.now();
      const answer = await postSignIn(address, form, CASES[name](n), from);
      const page = await answer.text();
      times[name].ms.push(performance.now() - askedAt);
      times[name].answers.add(`${answer.status} ${/<li>([^<]*)</.exec(page)?.[1] ?? 'nothing'}`);
    }
  }
  return times;
}

function report(times: Times): boolean {
  const all = Object.entries(times);
  console.log(`How long the sign-in takes to refuse, in ms; ${describeMachine()}`);
  printTable(
    ['', 'median', '10 %', '90 %'],
    all.map(([name, { ms: each }]) => [
      name,
      ms(median(each)),
      ms(quantileOf(each, 0.1)),
      ms(quantileOf(each, 0.9)),
    ]),
  );
  const answers = new Set(all.flatMap(([, times]) => [...times.answers]));
  const medians = all.map(([, times]) => median(times.ms));
  const ratio = Math.max(...medians) / Math.min(...medians);
  console.log(`  said: ${[...answers].join(' | ')}`);
  console.log(`  the slowest to the quickest: ${ratio.toFixed(3)} (at most ${1 + MOST_APART})`);
  return answers.size === 1 && ratio <= 1 + MOST_APART;
}

await endOnRefusal(measure);
