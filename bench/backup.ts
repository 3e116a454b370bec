import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { MANY_CLAIMS, makeClaims } from './make-claims';
import { describeMachine, quantileOf } from './numbers';

/**
 * `npx tsx bench/backup.ts [--data DIR] [--claims 100000]`: how long a scheduled backup of a desk with many
 * claims takes, and how long a write and a read wait while it is taken, and without it.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      claims: { type: 'string', default: String(MANY_CLAIMS) },
    },
  });
  const { dataDir, databaseFile, anchorFile } = readSettings({
    DATA_DIR: values.data ?? mkdtempSync(join(tmpdir(), 'plumbline-bench-')),
  });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-backups-'));
  try {
    if (!existsSync(databaseFile)) await makeClaims(dataDir, Number(values.claims));
    const { repairAnchor: mendAnchor } = await import('#data/chain/anchor');
    mendAnchor(anchorFile, databaseFile);
    const database = new Database(databaseFile, { timeout: 60_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    const alone = await timeUntil(database, new Promise((resolve) => setTimeout(resolve, 10_000)));
    const began = performance.now();
    const backup = spawn(
      process.execPath,
      ['--import', 'tsx', 'bin/plumbline.ts', 'backup', '--scheduled'],
      { env: { ...process.env, DATA_DIR: dataDir, BACKUP_TO: folder }, stdio: 'inherit' },
    );
    const beside = await timeUntil(
      database,
      new Promise((resolve) => backup.once('close', resolve)),
    );
    console.log(
      `a backup: ${((performance.now() - began) / 1000).toFixed(1)} s; ${describeMachine()}`,
    );
    for (const [name, { write, read }] of Object.entries({ alone, beside })) {
      console.log(`${name}: a write ${inWords(write)}; a read ${inWords(read)}`);
    }
    database.exec(`DELETE FROM "Setting" WHERE "key" = 'bench'`);
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (!values.data) rmSync(dataDir, { recursive: true, force: true });
  }
}

const inWords = (times: number[]) =>
  `${quantileOf(times, 0.5).toFixed(1)} ms, 99 of 100 within ${quantileOf(times, 0.99).toFixed(1)} ms, at most ${Math.max(...times).toFixed(0)} ms`;

/** Writes and reads in turn, each timed, until something has ended. */
async function timeUntil(database: Database.Database, end: Promise<unknown>) {
  const [write, read]: [number[], number[]] = [[], []];
  const put = database.prepare(
    `INSERT INTO "Setting" VALUES ('bench', ?, '2026-01-01') ON CONFLICT DO UPDATE SET "value" = excluded."value"`,
  );
  const get = database.prepare('SELECT * FROM "Claim" WHERE "number" = ?');
  let isOver = false;
  end.then(() => {
    isOver = true;
  });
  for (let n = 1; !isOver; n++) {
    write.push(timed(() => put.run(JSON.stringify(n))));
    read.push(timed(() => get.get(n)));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { write, read };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

await endOnRefusal(measure);
