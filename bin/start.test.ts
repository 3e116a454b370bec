import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOfSources } from './build.mjs';
import { findPendingMigrations, lockDesk } from './database.mjs';
import { explainLostSecret, readSecret, renewSetUpToken } from './first-account.mjs';
import { explainOldNode, isOldNode } from './node-version.mjs';
import { packagesAreInstalled } from './packages.mjs';
import { addSampleStory } from './sample-story.mjs';
import {
  addToHistory,
  createHistory,
  FIRST_MIGRATION,
  makeFolder,
  makeProject,
  runNode,
} from './test-desk';

describe('npm start refuses in one sentence that says what to do', () => {
  test('a port that is no number', async () => {
    await expectRefusal({ PORT: 'http' }, /^PORT must be a whole number/);
  });

  test('a folder that cannot be written to', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    await expectRefusal(
      { DATA_DIR: join(file, 'data') },
      /^The folder .*data cannot be written to \(a file has the name of the folder\): .* DATA_DIR to another folder\.$/,
    );
  });

  test.each([
    [
      'secret',
      /secret is a folder where the desk has a file: move it away, or set BETTER_AUTH_SECRET\.$/,
    ],
    [
      'record.anchor',
      /record\.anchor is a folder where the desk has a file: .* ANCHOR_FILE to another file\.$/,
    ],
  ])('a folder in the place of the file %s', async (name, sentence) => {
    const folder = makeFolder();
    mkdirSync(join(folder, name));
    await expectRefusal({ DATA_DIR: folder }, sentence);
  });

  test('a file in the place of a folder', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'captures'), '');
    await expectRefusal(
      { DATA_DIR: folder },
      /captures is a file where the desk has a folder: move/,
    );
    await expectRefusal(
      { DATA_DIR: join(folder, 'captures') },
      /captures cannot be written to \(a file has this name\): .* DATA_DIR to another folder\.$/,
    );
  });

  test.skipIf(process.platform !== 'linux' || process.getuid?.() === 0)(
    'a folder that may only be read',
    async () => {
      const folder = makeFolder();
      chmodSync(folder, 0o500);
      await expectRefusal(
        { DATA_DIR: folder },
        /cannot be written to \(permission denied\): allow/,
      );
    },
  );

  test.each(['', null])('a desk of which only the anchor is left', async (database) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'record.anchor'), `1 ${'a'.repeat(64)}\n`);
    if (database !== null) writeFileSync(join(folder, 'plumbline.db'), database);
    await expectRefusal(
      { DATA_DIR: folder },
      /is missing or empty, but .*record\.anchor has the record of a desk; .*: put the database back, restore a backup with “.*”, or, /,
    );
    expect(existsSync(join(folder, 'secret'))).toBe(false);
  });

  test('a disk that is full', async () => {
    const { stderr, code } = await runNode([
      '--input-type=module',
      '--eval',
      `import { endOnRefusal } from ${JSON.stringify(new URL('./refusal.mjs', import.meta.url).href)};
       endOnRefusal(async () => { throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }) });`,
    ]);
    expect(stderr.trim()).toMatch(
      /^The disk is full, but nothing was lost: make room and start again\./,
    );
    expect(code).toBe(1);
  });

  test('a database file that is none', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'plumbline.db'), 'Notes on the bridge, not a database.');
    await expectRefusal(
      { DATA_DIR: folder },
      /^.*plumbline\.db is not an SQLite database: .* DATABASE_URL to another file\.$/,
    );
    expect(readFileSync(join(folder, 'plumbline.db'), 'utf8')).toContain('Notes on the bridge');
  });

  test('a folder where the database should be', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'plumbline.db'), { recursive: true });
    writeFileSync(join(folder, 'plumbline.db', 'file'), '');
    await expectRefusal({ DATA_DIR: folder }, /is not an SQLite database/);
  });

  test("another program's database", async () => {
    const folder = makeFolder();
    const database = new Database(join(folder, 'plumbline.db'));
    database.exec('CREATE TABLE recipe (id INTEGER PRIMARY KEY)');
    database.close();
    await expectRefusal({ DATA_DIR: folder }, /is another program's database/);
  });

  test('a database that a newer Plumbline has used', async () => {
    const folder = makeFolder();
    const database = new Database(join(folder, 'plumbline.db'));
    createHistory(database);
    addToHistory(database, '29990101000000_from_the_future', '');
    database.close();
    await expectRefusal(
      { DATA_DIR: folder },
      /was used by a newer Plumbline \(its migration 29990101000000_from_the_future is not known here\): update this Plumbline, or restore a backup\.$/,
    );
  });

  test('a damaged database', async () => {
    const folder = makeFolder();
    const file = join(folder, 'plumbline.db');
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]));
    await expectRefusal(
      { DATA_DIR: folder },
      /plumbline\.db cannot be read \(.*\): restore a backup with “npm run -s plumbline -- restore --from FOLDER”\.$/,
    );
  });

  test('a second server on one desk', async () => {
    const folder = makeFolder();
    onTestFinished(lockDesk({ dataDir: folder, databaseFile: join(folder, 'plumbline.db') }));
    await expectRefusal({ DATA_DIR: folder, PORT: '0' }, /^Plumbline is already running on /);
  });

  test('a second server on one database, from another folder', async () => {
    const [folder, elsewhere] = [makeFolder(), makeFolder()];
    const databaseFile = join(elsewhere, 'shared.db');
    onTestFinished(lockDesk({ dataDir: makeFolder(), databaseFile }));
    await expectRefusal(
      { DATA_DIR: folder, DATABASE_URL: `file:${databaseFile}` },
      /^Plumbline is already running on /,
    );
  });

  test('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    await expectRefusal(
      { DATA_DIR: makeFolder(), PORT: String(port) },
      /^Another program uses port \d+: .* such as PORT=\d+\.$/,
    );
  });

  async function expectRefusal(env: Record<string, string>, sentence: RegExp) {
    const { code, stdout, stderr } = await runNode(['bin/start.mjs'], { env });
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  }
});

describe('the version of Node', () => {
  test.each([
    ['18.20.4', true],
    ['20.9.0', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.0.0', false],
    ['24.1.0', false],
  ])('%s is too old: %s', (version, old) => {
    expect(isOldNode(version)).toBe(old);
  });

  test('is reported when it is too old', () => {
    expect(explainOldNode('18.20.4')).toMatch(/^Plumbline needs Node 20\.19 or newer, .*18\.20\.4/);
  });

  test('is checked by files that an old Node can read', () => {
    for (const file of ['start', 'test', 'studio', 'pack', 'node-version']) {
      const text = readFileSync(new URL(`./${file}.mjs`, import.meta.url), 'utf8');
      expect(text).not.toMatch(/\?\.|\?\?|^await /m);
      expect(text).not.toMatch(/^import .* from '\.\/(?!node-version)/m);
    }
  });
});

test('the desk is free again when its server has stopped', () => {
  const folder = makeFolder();
  const desk = { dataDir: folder, databaseFile: join(folder, 'plumbline.db') };
  const unlock = lockDesk(desk);
  expect(() => lockDesk(desk)).toThrow('already running');
  unlock();
  lockDesk(desk)();
});

describe('the set-up link', () => {
  test('is new at each start, and the database knows only its hash', () => {
    const { file, database } = makeDatabase();
    const first = renewSetUpToken(file);
    const second = renewSetUpToken(file);
    expect(second).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(first);
    const value = database.prepare(`SELECT value FROM "Setting" WHERE key = 'setUpTokenHash'`);
    expect(JSON.parse(String(value.pluck().get()))).toBe(
      createHash('sha256').update(String(second)).digest('hex'),
    );
  });

  test('is not given once somebody has an account', () => {
    const { file, database } = makeDatabase();
    database.exec(`INSERT INTO "User" VALUES ('u1')`);
    expect(renewSetUpToken(file)).toBeNull();
  });
});

test('the secret stays the same, and only its owner can read it', () => {
  const folder = makeFolder();
  const secret = readSecret(folder);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(readSecret(folder)).toBe(secret);
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  }
});

test('a missing secret is reported if two-factor codes need it', () => {
  const folder = makeFolder();
  const settings = { dataDir: folder, databaseFile: join(folder, 'plumbline.db') };
  expect(explainLostSecret(settings)).toBeNull();
  const database = new Database(settings.databaseFile);
  database.exec('CREATE TABLE "TwoFactor" ("id" TEXT)');
  expect(explainLostSecret(settings)).toBeNull();
  database.exec(`INSERT INTO "TwoFactor" VALUES ('one')`);
  database.close();
  expect(explainLostSecret(settings)).toMatch(
    /^WARNING: .*secret is missing or empty, and one person signs in with two-factor codes that need it: stop/,
  );
  writeFileSync(join(folder, 'secret'), '');
  expect(explainLostSecret(settings)).toMatch(/^WARNING/);
  readSecret(folder);
  expect(explainLostSecret(settings)).toBeNull();
});

describe('the sample story', () => {
  test('is read into an empty desk, and not again after it was removed', async () => {
    const project = makeProject();
    const { file, database } = makeDatabase();
    mkdirSync(join(project, 'seeds'));
    writeFileSync(
      join(project, 'seeds', 'index.ts'),
      `import Database from 'better-sqlite3';
       const desk: Database.Database = new Database(${JSON.stringify(file)});
       desk.exec("INSERT INTO Document VALUES ('d1', 'The bridge')");`,
    );
    const titles = database.prepare('SELECT title FROM "Document"').pluck();
    await addSampleStory(file, project);
    expect(titles.all()).toEqual(['The bridge']);

    database.exec('DELETE FROM "Document"');
    await addSampleStory(file, project);
    expect(titles.all()).toEqual([]);
  });

  test('is not added to a desk that has articles', async () => {
    const project = makeProject();
    const { file, database } = makeDatabase();
    mkdirSync(join(project, 'seeds'));
    writeFileSync(join(project, 'seeds', 'index.ts'), 'throw new Error("not to be run")');
    database.exec(`INSERT INTO "Document" VALUES ('d1', 'Ours')`);
    await addSampleStory(file, project);
  });
});

describe('packages', () => {
  const LOCKED = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/next': { version: '16.4.5' },
      'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    },
  };
  const FOR_TESTS = { 'node_modules/vitest': { version: '4.1.12', dev: true } };

  test.each([
    ['the locked versions', { packages: { 'node_modules/next': { version: '16.4.5' } } }, true],
    ['another version', { packages: { 'node_modules/next': { version: '16.4.4' } } }, false],
    ['nothing', { packages: {} }, false],
    ['no record of a finished installation', null, false],
  ])('with %s are installed: %s', (_, installed, expected) => {
    const project = makeFolder();
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify(LOCKED));
    mkdirSync(join(project, 'node_modules'));
    if (installed) {
      const record = join(project, 'node_modules', '.package-lock.json');
      writeFileSync(record, JSON.stringify(installed));
    }
    expect(packagesAreInstalled(project)).toBe(expected);
  });

  test('for building and testing are not required in a release', () => {
    const project = makeFolder();
    const packages = { ...LOCKED.packages, ...FOR_TESTS };
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages }));
    mkdirSync(join(project, 'node_modules'));
    writeFileSync(join(project, 'node_modules', '.package-lock.json'), JSON.stringify(LOCKED));
    expect(packagesAreInstalled(project)).toBe(false);
    writeFileSync(join(project, 'release.json'), '{}');
    expect(packagesAreInstalled(project)).toBe(true);
  });
});

describe('the pages are built again', () => {
  test.each([
    ['a page is changed', 'app/page.tsx', 'changed', true],
    ['a page is added', 'app/claims/page.tsx', 'new', true],
    ['the schema is changed', 'prisma/schema/claims.prisma', 'changed', true],
    ['a test is changed', 'app/page.test.tsx', 'changed', false],
    ['a note is added', 'README.md', 'new', false],
  ])('when %s', (_, path, text, expected) => {
    const project = makeFolder();
    for (const file of ['app/page.tsx', 'app/page.test.tsx', 'prisma/schema/claims.prisma']) {
      mkdirSync(join(project, file, '..'), { recursive: true });
      writeFileSync(join(project, file), 'as it was');
    }
    const before = hashOfSources(project);
    mkdirSync(join(project, path, '..'), { recursive: true });
    writeFileSync(join(project, path), text);
    expect(hashOfSources(project) !== before).toBe(expected);
  });
});

test('npm run studio says so when there is no database yet', async () => {
  const folder = makeFolder();
  const { code, stderr } = await runNode(['bin/studio.mjs', '--browser', 'none'], {
    env: { DATA_DIR: folder },
  });
  expect(stderr.trim()).toMatch(/^There is no database at .*plumbline\.db yet: run npm start/);
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'plumbline.db'))).toBe(false);
});

describe('a database is not touched', () => {
  test('when a migration was changed after it was applied', () => {
    const project = makeProject();
    const { file, database } = makeDatabase();
    createHistory(database);
    addToHistory(database, '1_first', 'what it was');
    expect(() => findPendingMigrations(file, project)).toThrow(
      /^The migration 1_first changed after the database .* had it: restore the file of the migration/,
    );
  });

  test('when it is half-way through a migration', () => {
    const project = makeProject();
    const { file, database } = makeDatabase();
    createHistory(database);
    addToHistory(database, '1_first', FIRST_MIGRATION);
    database.exec('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(() => findPendingMigrations(file, project)).toThrow(
      /is in the middle of the migration 1_first: restore a backup/,
    );
  });

  test.each([
    ['\n', '\r\n'],
    ['\r\n', '\n'],
  ])('only because git changed how lines end', (there, here) => {
    const project = makeProject();
    const { file, database } = makeDatabase();
    createHistory(database);
    addToHistory(database, '1_first', FIRST_MIGRATION.replaceAll('\n', there));
    const path = join(project, 'prisma', 'migrations', '1_first', 'migration.sql');
    writeFileSync(path, FIRST_MIGRATION.replaceAll('\n', here));
    expect(findPendingMigrations(file, project)).toEqual([]);
  });
});

function makeDatabase() {
  const file = join(makeFolder(), 'plumbline.db');
  const database = new Database(file);
  onTestFinished(() => void database.close());
  database.exec(FIRST_MIGRATION);
  return { file, database };
}
