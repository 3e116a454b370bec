import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { makeFirstAccount } from './desk';
import { expect, test } from './test';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const KILLS = 25;
const WRITERS = 8;

test.use({ storageState: { cookies: [], origins: [] } });

type Acknowledged = { readonly number: number; readonly revision: number; readonly status: string };

test('a desk that is killed while it writes loses nothing that it acknowledged, and has no half write', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-killed-'));
  const acknowledged: Acknowledged[] = [];
  let desk = start(folder);
  try {
    await makeFirstAccount(page, await desk.setUpLink);
    const cookie = (await page.context().cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    for (let kill = 0; kill < KILLS; kill++) {
      const address = await desk.address;
      // Each round goes on for another number of steps, so that the end comes at another moment.
      const enough = acknowledged.length + 10 + ((kill * 7) % 23);
      const writers = Array.from({ length: WRITERS }, (_, n) =>
        writeUntilTheEnd({ address, cookie, folder, first: n, acknowledged }),
      );
      // However slow the machine is: what counts is that the end comes in the middle.
      const patience = { intervals: [5], timeout: 60_000 };
      await expect.poll(() => acknowledged.length, patience).toBeGreaterThan(enough);
      desk.kill();
      await Promise.all([desk.ended, ...writers]);
      desk = start(folder);
      await desk.address;
      expect(problemsOf(folder, acknowledged)).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
    expect(await verify(folder)).toMatch(/^OK/m);
  } finally {
    desk.kill();
    await desk.ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

function start(folder: string) {
  const { npm_lifecycle_event, ...env } = process.env;
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: PROJECT,
    env: {
      ...env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'close');
  let output = '';
  const hear = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[0]);
      };
      server.stdout.on('data', look);
      ended.then(() => reject(new Error(`The desk ended:\n${output}`)));
    });
  server.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  server.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const setUpLink = hear(/http:\S+\/set-up\/\S+/);
  const address = hear(/http:\/\/127\.0\.0\.1:\d+/);
  for (const promise of [setUpLink, address]) promise.catch(() => {});
  return { address, setUpLink, ended, kill: () => server.kill('SIGKILL') };
}

/** What the desk's own command says of the record, its anchor included. */
async function verify(folder: string): Promise<string> {
  const command = spawn(process.execPath, ['--import', 'tsx', 'bin/plumbline.ts', 'verify'], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  command.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(command, 'close');
  return output;
}

/** Takes steps on one claim after another until the desk is gone. */
async function writeUntilTheEnd({
  address,
  cookie,
  folder,
  first,
  acknowledged,
}: {
  address: string;
  cookie: string;
  folder: string;
  first: number;
  acknowledged: Acknowledged[];
}): Promise<void> {
  const database = new Database(join(folder, 'plumbline.db'), { readonly: true });
  const find = database.prepare<[number], { number: number; status: string; revision: number }>(
    'SELECT "number", "status", "revision" FROM "Claim" ORDER BY "number" LIMIT 1 OFFSET ?',
  );
  try {
    for (let turn = first; ; turn++) {
      const claim = find.get(turn % 12);
      if (!claim) throw new Error('the sample story has fewer claims');
      const code = `C-${String(claim.number).padStart(4, '0')}`;
      const asked =
        claim.status !== 'suggested'
          ? { step: 'undo' }
          : turn % 2
            ? { step: 'accept' }
            : { step: 'dismiss', dismissReason: 'trivial' };
      const response = await fetch(`${address}/api/claims/${code}/steps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ ...asked, revision: claim.revision }),
      });
      const answer = (await response.json()) as { status: string; revision: number };
      if (response.status === 200) acknowledged.push({ number: claim.number, ...answer });
      else if (response.status !== 409 && response.status !== 422) {
        throw new Error(`The desk answered ${response.status}`);
      }
    }
  } catch (error) {
    // The connection breaks when the desk does.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  } finally {
    database.close();
  }
}

/** What is missing, doubled, half there or out of the chain, as sentences. */
function problemsOf(folder: string, acknowledged: readonly Acknowledged[]): string[] {
  const database = new Database(join(folder, 'plumbline.db'), { readonly: true });
  const problems: string[] = [];
  const events = database
    .prepare<
      [],
      { seq: number; number: number | null; after: string | null; hash: string; prevHash: string }
    >(
      `SELECT e."seq", c."number", e."after", e."hash", e."prevHash"
       FROM "Event" e LEFT JOIN "Claim" c ON c."id" = e."claimId" ORDER BY e."seq"`,
    )
    .all();
  const reached = new Map<string, string>();
  const last = new Map<number, { revision: number; status?: string }>();
  let before = '0'.repeat(64);
  for (const { seq, number, after, hash, prevHash } of events) {
    if (prevHash !== before) problems.push(`event ${seq} does not follow the one before`);
    before = hash;
    const output = after ? (JSON.parse(after) as { revision?: number; status?: string }) : {};
    if (number === null || output.revision === undefined) continue;
    const key = `${number} at ${output.revision}`;
    if (reached.has(key)) problems.push(`claim ${key} has two events`);
    reached.set(key, output.status ?? '');
    last.set(number, {
      revision: output.revision,
      ...(output.status && { status: output.status }),
    });
  }
  for (const { number, revision, status } of acknowledged) {
    if (reached.get(`${number} at ${revision}`) !== status) {
      problems.push(`claim ${number} at ${revision} was acknowledged and is not there`);
    }
  }
  const claims = database
    .prepare<[], { number: number; revision: number; status: string }>(
      'SELECT "number", "revision", "status" FROM "Claim"',
    )
    .all();
  for (const { number, revision, status } of claims) {
    const answered = last.get(number);
    if (answered?.revision !== revision || (answered.status ?? 'suggested') !== status) {
      problems.push(`claim ${number} is not what its last event says`);
    }
  }
  if (database.pragma('integrity_check', { simple: true }) !== 'ok') problems.push('not sound');
  database.close();
  return problems;
}
