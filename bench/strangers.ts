/**
 * `npx tsx bench/strangers.ts [--seconds 6]`: how long a reader waits while strangers post passwords,
 * 30 connections at once and each post from another client: to a link that works no more, and to the
 * sign-in. Ends with 1 when a reader ever waits longer than a second.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashPassword } from '#accounts/password-hash';
import { closeDatabase, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { recordResetLink } from '#data/people/password-reset';
import { THE_DESK } from '#data/record/record-events';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { postForm, readForm, startBenchDesk } from './desk';
import { describeMachine, median, ms, printTable } from './numbers';

const CONNECTIONS = 30;
const MOST_MS = 1000;
const PASSWORD = 'a few words of a stranger';

async function measure(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '6' } } });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  process.env.CLIENT_HEADER = 'x-bench-client';
  try {
    await (await startBenchDesk(folder)).stop();
    process.env.DATABASE_URL = readSettings({ DATA_DIR: folder }).databaseUrl;
    const { token, cancel } = await makeLink();
    const desk = await startBenchDesk(folder);
    const reset = await readForm(desk.address, `/reset/${token}`);
    await cancel();
    await closeDatabase();
    const signIn = await readForm(desk.address, '/sign-in');
    const forMs = Number(values.seconds) * 1000;
    const rows = [
      await underLoad('nobody else', desk.address, forMs, async () => null),
      await underLoad('a link that works no more', desk.address, forMs, (from) =>
        postForm(desk.address, `/reset/${token}`, [...reset, ['password', PASSWORD]], from),
      ),
      await underLoad('the sign-in', desk.address, forMs, (from, n) => {
        const typed = [...signIn, ['email', `n${n}@example.org`], ['password', PASSWORD]] as const;
        return postForm(desk.address, '/sign-in', typed, from);
      }),
    ];
    await desk.stop();
    console.log(`How long a reader waits while strangers post, in ms; ${describeMachine()}`);
    printTable(
      ['', 'posts', 'reads', 'median', 'longest'],
      rows.map(({ name, posts, times }) => [
        name,
        String(posts),
        String(times.length),
        ms(median(times)),
        ms(Math.max(...times)),
      ]),
    );
    process.exitCode = rows.every(({ times }) => Math.max(...times) <= MOST_MS) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeLink() {
  const passwordHash = await hashPassword(PASSWORD);
  const person = { name: 'Lia', email: 'lia@example.org', passwordHash };
  const id = await write((tx) => addAccount(tx, person, 'admin'));
  const made = await recordResetLink(id, null, THE_DESK);
  if (!made.ok) throw new Error(made.refusal.kind);
  // Another link takes the place of the one before.
  return { token: made.value, cancel: () => recordResetLink(id, null, THE_DESK) };
}

type Post = (from: Record<string, string>, n: number) => Promise<Response | null>;

async function underLoad(name: string, address: string, forMs: number, post: Post) {
  const until = performance.now() + forMs;
  let posts = 0;
  const stranger = async () => {
    while (performance.now() < until) {
      const n = posts++;
      const answer = await post(
        { 'x-bench-client': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
        n,
      );
      if (!answer) return;
      await answer.text();
    }
  };
  const times: number[] = [];
  const read = async () => {
    while (performance.now() < until) {
      const askedAt = performance.now();
      await (await fetch(`${address}/sign-in`)).text();
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all([read(), ...Array.from({ length: CONNECTIONS }, stranger)]);
  return { name, posts, times };
}

await endOnRefusal(measure);
