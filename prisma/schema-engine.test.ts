import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addMigration, makeProject, runNode } from '../bin/test-desk';

// A script cannot stand in for a program on Windows: Prisma's own engine is used there.
describe.skipIf(process.platform === 'win32')('Prisma without its download', () => {
  test('makes and applies migrations as its manual says', async () => {
    const desk = makeDesk();
    expect(await desk.prisma('migrate', 'status')).toContain('P1003');
    expect(await desk.prisma('migrate', 'dev', '--name', 'people')).toContain('1_first');

    // One that waits to be applied and one that waits to be made, in one go.
    addMigration(
      desk.project,
      '2_words',
      `CREATE VIRTUAL TABLE claim_words USING fts5(words);
       CREATE TRIGGER user_words AFTER INSERT ON "User"
       BEGIN INSERT INTO claim_words (words) VALUES (new.id); END;`,
    );
    desk.addModel('Party');
    expect(await desk.prisma('migrate', 'dev', '--name', 'parties')).toMatch(/2_words.*_parties/s);
    expect(desk.tables()).toEqual(expect.arrayContaining(['User', 'Party', 'claim_words_data']));
    expect(await desk.prisma('migrate', 'dev')).toContain('Already in sync');
    expect(await desk.prisma('migrate', 'status')).toContain('Database schema is up to date');

    desk.addModel('Source');
    await desk.prisma('migrate', 'dev', '--create-only', '--name', 'sources');
    expect(desk.tables()).not.toContain('Source');
    expect(await desk.prisma('migrate', 'status')).toMatch(/not yet been applied:.*_sources/s);
    expect(await desk.prisma('migrate', 'deploy')).toMatch(/applied:.*_sources/s);
    expect(await desk.prisma('migrate', 'deploy')).toContain('No pending migrations');
    expect(desk.tables()).toContain('Source');
  });

  test('detects a database that was changed by hand, and a migration that was edited', async () => {
    const desk = makeDesk();
    await desk.prisma('migrate', 'dev', '--name', 'people');
    await desk.prisma(
      'db',
      'execute',
      '--file',
      desk.write('by-hand.sql', 'CREATE TABLE note (x);'),
    );
    const drift = await desk.prisma('migrate', 'dev');
    expect(drift).toMatch(/Drift detected.*Added tables.*note/s);
    const toSchema = ['--from-config-datasource', '--to-schema', 'prisma/schema'];
    expect(await desk.prisma('migrate', 'diff', ...toSchema, '--script')).toContain(
      'DROP TABLE "note"',
    );

    expect(await desk.prisma('migrate', 'reset', '--force')).toContain('Database reset successful');
    expect(desk.tables()).not.toContain('note');
    addMigration(desk.project, '1_first', `${desk.firstMigration()}\n-- edited`);
    expect(await desk.prisma('migrate', 'dev')).toContain('1_first` was modified after it was');
  });

  test('reports a failed migration, and goes on when it is resolved', async () => {
    const desk = makeDesk();
    addMigration(desk.project, '2_bad', 'INSERT INTO "Nowhere" VALUES (1);');
    expect(await desk.prisma('migrate', 'deploy')).toContain('Nowhere');
    expect(await desk.prisma('migrate', 'deploy')).toContain('P3009');
    await desk.prisma('migrate', 'resolve', '--rolled-back', '2_bad');
    addMigration(desk.project, '2_bad', 'CREATE TABLE "Nowhere" ("id" TEXT);');
    expect(await desk.prisma('migrate', 'deploy')).toMatch(/applied:.*2_bad/s);
    // Every engine closed what it had opened.
    expect(readdirSync(join(desk.project, 'data'))).toEqual(['plumbline.db']);
  });
});

describe.skipIf(process.platform === 'win32')('the schema engine is', () => {
  test.each([
    ["Prisma's own, where it can be downloaded", 200, ''],
    ['the bridge, where it cannot', 404, 'schema-engine.mjs'],
  ])('%s', async (_, status, expected) => {
    const asked: string[] = [];
    const mirror = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void mirror.close());
    const { port } = mirror.address() as { port: number };

    const project = makeProject();
    const show = `await import('./prisma.config.ts');
      console.log(process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? '');`;
    const { stdout } = await runNode(['--import', 'tsx', '--input-type=module', '--eval', show], {
      cwd: project,
      env: { PRISMA_ENGINES_MIRROR: `http://127.0.0.1:${port}` },
    });
    // On a machine that has it already, nobody is asked.
    if (asked.length === 0) return expect(stdout.trim()).toBe('');
    expect(asked.join()).toMatch(
      /^HEAD \/all_commits\/[0-9a-f]{40}\/.*\/schema-engine\.gz\.sha256$/,
    );
    expect(stdout.trim()).toMatch(new RegExp(`${expected}$`));
    expect(stdout.trim() === '').toBe(expected === '');
  });
});

function makeDesk() {
  const project = makeProject();
  // The small project's first migration, and the schema that goes with it.
  const schema = join(project, 'prisma', 'schema', 'desk.prisma');
  addMigration(project, '1_first', 'CREATE TABLE "User" ("id" TEXT NOT NULL PRIMARY KEY);\n');
  return {
    project,
    firstMigration: () =>
      readFileSync(join(project, 'prisma', 'migrations', '1_first', 'migration.sql'), 'utf8'),
    addModel: (name: string) => appendFileSync(schema, `\nmodel ${name} {\n  id String @id\n}\n`),
    write: (name: string, text: string) => {
      writeFileSync(join(project, name), text);
      return name;
    },
    tables: () => {
      const database = new Database(join(project, 'data', 'plumbline.db'));
      const names = database.prepare('SELECT name FROM sqlite_schema').pluck().all();
      database.close();
      return names;
    },
    /** What the command says, on either stream. */
    prisma: async (...args: string[]) => {
      const cli = join(project, 'node_modules', 'prisma', 'build', 'index.js');
      const bridge = join(project, 'prisma', 'schema-engine.mjs');
      const { stdout, stderr } = await runNode([cli, ...args], {
        cwd: project,
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: bridge,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
          // Of the two together Node warns.
          NO_COLOR: '1',
          FORCE_COLOR: '1',
        },
      });
      return stripVTControlCharacters(stdout + stderr);
    },
  };
}
