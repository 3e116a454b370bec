import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { findPendingMigrations } from './database.mjs';
import { PROJECT } from './settings.mjs';

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A desk that a landed version made, as bench/keep-desk.ts kept it, in a folder that is deleted
 * after the test.
 */
export function unpackDesk(version: string): string {
  const folder = makeFolder();
  const packed = gunzipSync(readFileSync(join(PROJECT, 'bin', 'old-desks', `${version}.gz`)));
  const start = packed.indexOf('\n') + 1;
  const list = JSON.parse(packed.toString('utf8', 0, start)) as { name: string; size: number }[];
  let from = start;
  for (const { name, size } of list) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, packed.subarray(from, from + size));
    from += size;
  }
  return folder;
}

/** The schema of the small project's first migration. */
export const FIRST_MIGRATION = `
  CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY);
  CREATE TABLE "Setting" ("key" TEXT NOT NULL PRIMARY KEY, "value" JSONB NOT NULL, "updatedAt" DATETIME NOT NULL);
  CREATE TABLE "Document" ("id" TEXT NOT NULL PRIMARY KEY, "title" TEXT NOT NULL);
  CREATE TABLE "Claim" ("id" TEXT NOT NULL PRIMARY KEY, "documentId" TEXT NOT NULL REFERENCES "Document" ("id"));`;

/**
 * A project of its own with this one's commands and packages and a small database: its
 * migrations can be made to fail.
 */
export function makeProject(): string {
  const project = makeFolder();
  const parts = [
    'bin',
    'app/_data/record/stored-backups.mjs',
    'prisma.config.ts',
    'prisma/schema-engine.mjs',
  ];
  for (const path of [...parts, 'package.json']) {
    cpSync(join(PROJECT, path), join(project, path), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'), 'junction');
  mkdirSync(join(project, 'prisma', 'schema'));
  writeFileSync(
    join(project, 'prisma', 'schema', 'desk.prisma'),
    `generator client {
       provider = "prisma-client"
       output   = "../generated"
     }
     datasource db {
       provider = "sqlite"
     }
     model User {
       id String @id
     }`,
  );
  addMigration(project, '1_first', FIRST_MIGRATION);
  writeFileSync(
    join(project, 'prisma', 'migrations', 'migration_lock.toml'),
    'provider = "sqlite"\n',
  );
  return project;
}

export function addMigration(project: string, name: string, script: string): void {
  const folder = join(project, 'prisma', 'migrations', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), script);
}

/** The history table as Prisma makes it. */
export function createHistory(database: Database.Database): void {
  database.exec(`CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
}

/** As if Prisma had applied a migration of this name and script. */
export function addToHistory(database: Database.Database, name: string, script: string): void {
  const checksum = createHash('sha256').update(script).digest('hex');
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
       VALUES (?, ?, 1764000000000, ?)`,
    )
    .run(name, checksum, name);
}

/** As if Prisma had applied every migration of this project, as `npm start` has it. */
export function addWholeHistory(databaseFile: string): void {
  const database = new Database(databaseFile);
  createHistory(database);
  for (const { name, script } of findPendingMigrations(':none:', PROJECT)) {
    addToHistory(database, name, script);
  }
  database.close();
}

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs a program with the Node that runs the tests, and without the settings they run with. */
export function runNode(
  args: readonly string[],
  { cwd = PROJECT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const { PORT, HOST, DATABASE_URL, DATA_DIR, ANCHOR_FILE, PUBLIC_URL, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...inherited, ...env },
      timeout: 20_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
