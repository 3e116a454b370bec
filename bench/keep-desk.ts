import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { applyMigrations, findPendingMigrations } from '../bin/database.mjs';

// Keeps a small desk, made by the code that is checked out, for bin/old-desks.test.ts. To be run once
// for each version that is landed: npx tsx bench/keep-desk.ts

const project = process.cwd();
const commit = ['rev-parse', '--short=7', 'HEAD'];
const version = execFileSync('git', commit, { encoding: 'utf8' }).trim();
const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
const databaseFile = join(folder, 'plumbline.db');
Object.assign(process.env, { DATABASE_URL: `file:${databaseFile}`, DATA_DIR: folder });

const pending = findPendingMigrations(databaseFile, project);
await applyMigrations({ dataDir: folder, databaseFile }, pending, project);
const { recordFirstScale } = await import('#data/review/ratings');
const { createSampleActivity: liveAtTheDesk } = await import('#data/testing/test-record');
const { closeDatabase } = await import('#data/database/db');
await recordFirstScale();
await liveAtTheDesk();
await closeDatabase();
const database = new Database(databaseFile);
database.pragma('journal_mode = DELETE');
database.exec('VACUUM');
database.close();

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'migration.log')
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({
    name: relative(folder, file).replaceAll('\\', '/'),
    bytes: readFileSync(file),
  }));
const list = files.map(({ name, bytes }) => ({ name, size: bytes.length }));
const parts = [Buffer.from(`${JSON.stringify(list)}\n`), ...files.map(({ bytes }) => bytes)];
const packed = gzipSync(Buffer.concat(parts), { level: 9 });
const to = join('bin', 'old-desks', `${version}.gz`);
mkdirSync(join('bin', 'old-desks'), { recursive: true });
writeFileSync(to, packed);
rmSync(folder, { recursive: true, force: true });
console.log(`${to}: ${packed.length.toLocaleString('en')} bytes, ${list.length} files`);
