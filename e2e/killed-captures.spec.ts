import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { makeFirstAccount } from './desk';
import { startSources } from './sources';
import { expect, test } from './test';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const CAPTURES = 10;
// Fewer than the tries that a copy has, or it would be given up.
const KILLS = 2;

test.use({ storageState: { cookies: [], origins: [] } });

test('a desk that is killed while it fetches ten captures takes them all after a restart, each once', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-captures-'));
  const sources = await startSources(1_500);
  let desk = start(folder, sources.host);
  try {
    await makeFirstAccount(page, await desk.setUpLink);
    for (let n = 0; n < CAPTURES; n++) {
      await page.goto(`${await desk.address}/sources/new`);
      // One of the ten is missing, and one is slow.
      const path = n === 3 ? '/nowhere' : n === 7 ? '/late/killed' : `/slow/${n}`;
      await page.getByLabel('Address').fill(`${sources.address}${path}`);
      await page.getByRole('button', { name: 'Add the source' }).click();
      await expect(page.getByRole('heading', { name: 'The desk’s copies' })).toBeVisible();
    }
    const cookies = await page.context().cookies();
    for (let kill = 0; kill < KILLS; kill++) {
      const asked = sources.requests.size;
      if (kill === 0) await expect.poll(() => inHand(folder), PATIENCE).toBeGreaterThan(0);
      else await expect.poll(() => sources.requests.size >= asked, PATIENCE).toBe(true);
      desk.kill();
      await desk.ended;
      expect(problemsOf(folder, { afterStart: false })).toEqual([]);
      desk = start(folder, sources.host);
      await desk.address;
    }
    await expect.poll(() => pendingIn(folder), PATIENCE).toBe(0);
    expect(problemsOf(folder, { afterStart: true })).toEqual([]);
    expect(statesIn(folder)).toEqual([...Array(CAPTURES - 2).fill('complete'), 'failed', 'failed']);
    expect(await verify(folder)).toMatch(/^OK/m);

    // A clean stop puts back what is in hand, and the next start takes it.
    await page.context().addCookies(cookies.map((each) => ({ ...each, domain: '127.0.0.1' })));
    await page.goto(`${await desk.address}/sources/new`);
    await page.getByLabel('Address').fill(`${sources.address}/slow/last`);
    await page.getByRole('button', { name: 'Add the source' }).click();
    await expect.poll(() => inHand(folder), PATIENCE).toBe(1);
    desk.stop();
    await desk.ended;
    expect([pendingIn(folder), inHand(folder)]).toEqual([1, 0]);
    desk = start(folder, sources.host);
    await desk.address;
    await expect.poll(() => pendingIn(folder), PATIENCE).toBe(0);
    expect(problemsOf(folder, { afterStart: true })).toEqual([]);

    const [file = ''] = filesIn(folder);
    const bytes = readFileSync(file);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await verify(folder)).toMatch(/does not match its SHA-256/);
  } finally {
    desk.kill();
    await desk.ended;
    await sources.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

const PATIENCE = { intervals: [20], timeout: 120_000 };

function start(folder: string, allowed: string) {
  const { npm_lifecycle_event, ...env } = process.env;
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: PROJECT,
    env: {
      ...env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      ANCHOR_FILE: '',
      CAPTURE_ALLOWED_HOSTS: allowed,
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
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const setUpLink = hear(/http:\S+\/set-up\/\S+/);
  const address = hear(/http:\/\/127\.0\.0\.1:\d+/);
  for (const promise of [setUpLink, address]) promise.catch(() => {});
  return {
    address,
    setUpLink,
    ended,
    kill: () => server.kill('SIGKILL'),
    stop: () => server.kill('SIGTERM'),
  };
}

/** What the desk's own command says of the record and the copies. */
async function verify(folder: string): Promise<string> {
  const command = spawn(process.execPath, ['--import', 'tsx', 'bin/plumbline.ts', 'verify'], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', ANCHOR_FILE: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  command.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(command, 'close');
  return output;
}

function ask<Value>(folder: string, sql: string): Value[] {
  const database = new Database(join(folder, 'plumbline.db'), { readonly: true });
  try {
    return database.prepare<[], Value>(sql).all();
  } finally {
    database.close();
  }
}

const count = (folder: string, where: string) =>
  ask<{ n: number }>(folder, `SELECT count(*) AS n FROM "Capture" WHERE ${where}`)[0]?.n ?? 0;
const pendingIn = (folder: string) => count(folder, `"state" = 'pending'`);
const inHand = (folder: string) => count(folder, `"state" = 'pending' AND "claimedBy" IS NOT NULL`);

const statesIn = (folder: string) =>
  ask<{ state: string }>(
    folder,
    'SELECT "state" FROM "Capture" k JOIN "Document" d ON d."id" = k."documentId" WHERE NOT d."underCheck"',
  )
    .map(({ state }) => state)
    .sort();

const filesIn = (folder: string) => {
  const root = join(folder, 'captures');
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((sub) =>
    readdirSync(join(root, sub)).map((name) => join(root, sub, name)),
  );
};

/** What is doubled, half there, without its file, its row or its hash, as sentences. */
function problemsOf(folder: string, { afterStart }: { afterStart: boolean }): string[] {
  type Row = {
    id: string;
    documentId: string;
    state: string;
    error: string | null;
    sha256: string | null;
    events: number;
  };
  const rows = ask<Row>(
    folder,
    `SELECT k.*, (SELECT count(*) FROM "Event" e WHERE e."entityId" = k."id"
       AND e."action" IN ('capture.completed', 'capture.failed')) AS "events" FROM "Capture" k`,
  );
  const problems: string[] = [];
  const documents = rows.map(({ documentId }) => documentId);
  if (new Set(documents).size !== documents.length) problems.push('a copy is doubled');
  const named = new Set(rows.flatMap(({ sha256 }) => sha256 ?? []));
  for (const { id, state, error, sha256, events } of rows) {
    if (state === 'failed' && !error) problems.push(`${id} failed without a reason`);
    if (state === 'pending' && events > 0) problems.push(`${id} is pending and was ended`);
    if (events > 1) problems.push(`${id} was ended ${events} times`);
    if (state === 'complete' && !sha256) problems.push(`${id} has no hash`);
    if (sha256 && !existsSync(join(folder, 'captures', sha256.slice(0, 2), sha256))) {
      problems.push(`${id} has no file`);
    }
  }
  for (const file of filesIn(folder)) {
    const name = file.split(/[\\/]/).at(-1) ?? '';
    const isHalf = name.startsWith('.');
    if (isHalf && afterStart) problems.push(`${file} was left half written`);
    if (isHalf) continue;
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    if (hash !== name) problems.push(`${file} has another hash`);
    if (afterStart && !named.has(name)) problems.push(`${file} has no row`);
  }
  return problems;
}
