/**
 * `npx tsx bench/bodies.ts [--posts 200]`: the memory of a desk while large bodies are posted to
 * it, one after the other: by a stranger to the page for signing in, 10 MB and 64 kB each, and by a
 * checker who is signed in, articles that are somewhat too long and come back whole. The desk is
 * started again for each. Beside it, how long a page for a reader took at worst meanwhile. Linux
 * only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashPassword } from 'better-auth/crypto';
import { closeDatabase, write } from '#data/database/db';
import { addAccount } from '#data/people/first-account';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { postSignIn, readSignInForm, residentMegabytes, startBenchDesk } from './desk';
import { describeMachine, ms, printTable } from './numbers';

const CHECKER = { email: 'checker@bench.example', password: 'measure what you promise' };
const MB = 1_000_000;

type Post = {
  readonly path: string;
  readonly cookie: string;
  readonly hidden: readonly (readonly [string, string])[];
  readonly field: string;
  readonly bytes: number;
};

const CASES: Readonly<Record<string, (address: string) => Promise<Post>>> = {
  // First: the wrong tries of strangers keep this machine from signing in for a while.
  'checker, 6 MB': async (address) => {
    const answer = await postSignIn(address, await readSignInForm(address), CHECKER);
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    if (answer.status !== 303) throw new Error(`Signing in was answered with ${answer.status}.`);
    const page = await fetch(`${address}/articles/new`, { headers: { cookie } });
    const [, form = ''] = /<main[\s\S]*?<form([\s\S]*?)<\/form>/.exec(await page.text()) ?? [];
    return { path: '/articles/new', cookie, hidden: hiddenOf(form), field: 'text', bytes: 6 * MB };
  },
  'stranger, 10 MB': (address) => strangers(address, 10 * MB),
  // With the head of its form it is just below what a stranger may send.
  'stranger, 64 kB': (address) => strangers(address, 63_000),
};

async function strangers(address: string, bytes: number): Promise<Post> {
  const hidden = await readSignInForm(address);
  return { path: '/sign-in', cookie: '', hidden, field: 'password', bytes };
}

function hiddenOf(html: string): [string, string][] {
  return [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const part = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    return [part('name'), part('value').replaceAll('&quot;', '"')];
  });
}

async function measure(): Promise<void> {
  const { values } = parseArgs({ options: { posts: { type: 'string', default: '200' } } });
  const most = Math.min(Number(values.posts), 200);
  const stops = [...[0, 40, 80, 120].filter((count) => count < most), most];
  const rows: string[][] = [];
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    await (await startBenchDesk(folder)).stop();
    await addChecker(folder);
    for (const [name, prepare] of Object.entries(CASES)) {
      rows.push([name, ...(await runCase(folder, prepare, stops))]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Memory in MB after so many posts; ${describeMachine()}`);
  printTable(['posts', ...stops.map(String), 'slowest page, ms', 'answers'], rows);
}

async function addChecker(dataDir: string): Promise<void> {
  process.env.DATABASE_URL = readSettings({ DATA_DIR: dataDir }).databaseUrl;
  const passwordHash = await hashPassword(CHECKER.password);
  await write((tx) =>
    addAccount(tx, { name: 'Cleo', email: CHECKER.email, passwordHash }, 'checker'),
  );
  await closeDatabase();
}

async function runCase(
  folder: string,
  prepare: (address: string) => Promise<Post>,
  stops: readonly number[],
): Promise<string[]> {
  const { address, pid, stop } = await startBenchDesk(folder);
  try {
    const post = await prepare(address);
    const body = toBody(post);
    const memory: string[] = [];
    const answers = new Set<number | string>();
    let slowest = 0;
    let posted = 0;
    for (const stopAt of stops) {
      for (; posted < stopAt; posted++) {
        const sent = send(address, post, body);
        const askedAt = performance.now();
        await (await fetch(`${address}/api/session`)).text();
        slowest = Math.max(slowest, performance.now() - askedAt);
        answers.add(await sent);
      }
      memory.push((residentMegabytes(pid) ?? Number.NaN).toFixed(0));
    }
    return [...memory, ms(slowest), [...answers].join(', ')];
  } finally {
    await stop();
  }
}

const BOUNDARY = 'plumbline-bench';

function toBody({ hidden, field, bytes }: Post): Buffer {
  const parts = [
    ...hidden,
    ['email', 'nobody@bench.example'],
    [field, 'a word '.repeat(bytes / 7)],
  ];
  const text = parts.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${text.join('')}--${BOUNDARY}--\r\n`);
}

/** @returns the status, or the fault where the desk hung up before it had all */
function send(address: string, { path, cookie }: Post, body: Buffer): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = {
      origin: address,
      cookie,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': body.length,
    };
    const sent = request(address + path, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(body);
  });
}

await endOnRefusal(measure);
