import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { verify } from '#data/verification/verify';
import { noteBackup } from '../app/_data/record/stored-backups.mjs';
import { backUp } from './backup';
import { lockDesk, turnOnWriteAheadLog } from './database.mjs';
import { prepare, restoreDesk } from './restore';
import { followPlan, readPlan } from './restore-moves';
import { readSettings } from './settings.mjs';
import { addWholeHistory, makeFolder, runNode } from './test-desk';
import {
  checkAfterUncleanStop,
  markRunning,
  refuseUnready,
  unmarkRunning,
} from './unclean-stop.mjs';

let backup: string;
let killed: string;
let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  addWholeHistory(desk.file);
  await addTestArticle();
  writeFileSync(join(desk.folder, 'secret'), 'of the desk that was backed up\n');
  backup = join(mkdtempSync(join(tmpdir(), 'plumbline-backup-')), 'backup');
  await backUp({ to: backup }, { DATA_DIR: desk.folder });
  killed = join(dirname(backup), 'killed');
  mkdirSync(killed);
  killDesk(killed);
}, 60_000);
afterAll(async () => {
  await closeTestDesk(desk);
  rmSync(dirname(backup), { recursive: true, force: true });
});

/** A copy of the desk that was killed, while what it wrote last was in its log only. */
function makeKilledDesk(): { folder: string; file: string } {
  const folder = makeFolder();
  cpSync(killed, folder, { recursive: true });
  return { folder, file: join(folder, 'plumbline.db') };
}

function killDesk(folder: string): void {
  for (const part of ['plumbline.db', 'record.anchor', 'captures']) {
    cpSync(join(backup, part), join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'secret'), 'of the desk that was killed\n');
  const file = join(folder, 'plumbline.db');
  turnOnWriteAheadLog(file);
  markRunning(file);
  killAmidWriting(file);
}

function killAmidWriting(file: string): void {
  spawnSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import Database from ${JSON.stringify(import.meta.resolve('better-sqlite3'))};
     const database = new Database(${JSON.stringify(file)});
     const add = database.prepare('INSERT INTO "Setting" VALUES (?, ?, 1764000000000)');
     for (let n = 0; n < 2000; n++) add.run('note ' + n, JSON.stringify('a note of the last day'));
     process.kill(process.pid, 'SIGKILL');`,
  ]);
}

const restoreWithMessages = async (options: { from: string; anyway?: boolean }, folder: string) => {
  const messages: string[] = [];
  await restoreDesk(options, { DATA_DIR: folder }, (line) => messages.push(line));
  return messages.join('\n');
};

async function expectRestored(folder: string): Promise<void> {
  const problems: string[] = [];
  const { claims, captures } = await verify(
    {
      databaseFile: join(folder, 'plumbline.db'),
      anchor: join(folder, 'record.anchor'),
      captures: join(folder, 'captures'),
    },
    ({ sentence }) => problems.push(sentence),
  );
  expect({ problems, claims, captures }).toEqual({ problems: [], claims: 1, captures: 1 });
  expectInPlace(folder);
}

function expectInPlace(folder: string): void {
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('of the desk that was backed up\n');
  expect(readdirSync(folder).filter((name) => /restoring|restore\.json|-wal/.test(name))).toEqual(
    [],
  );
  const database = new Database(join(folder, 'plumbline.db'), { readonly: true });
  const last = database.prepare('SELECT "action" FROM "Event" ORDER BY "seq" DESC LIMIT 1');
  expect(last.pluck().get()).toBe('record.restored');
  database.close();
}

describe('a backup copied over a desk that was killed', () => {
  test('by hand beside an old log is detected at the start, and neither file is changed', async () => {
    const { folder, file } = makeKilledDesk();
    cpSync(join(backup, 'plumbline.db'), file);
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    const { code, stderr } = await runNode(['bin/start.mjs'], {
      env: { DATA_DIR: folder, PORT: '0' },
    });
    expect(stderr).toMatch(/^The log .*-wal belongs to another database .*restore --from FOLDER/);
    expect(code).toBe(1);
    expect(before[0]?.equals(readFileSync(file))).toBe(true);
    expect(before[1]?.equals(readFileSync(`${file}-wal`))).toBe(true);
  });

  test('by hand from the folder of a stopped desk is detected too', () => {
    const { folder, file } = makeKilledDesk();
    const earlier = makeFolder();
    cpSync(join(backup, 'plumbline.db'), join(earlier, 'plumbline.db'));
    turnOnWriteAheadLog(join(earlier, 'plumbline.db'));
    markRunning(join(earlier, 'plumbline.db'));
    unmarkRunning(join(earlier, 'plumbline.db'));
    cpSync(earlier, folder, { recursive: true });
    expect(() => refuseUnready({ dataDir: folder, databaseFile: file })).toThrow(
      'belongs to another database',
    );
  });

  test('by the command replaces the desk, and the old files are set aside', async () => {
    const { folder } = makeKilledDesk();
    const messages = await restoreWithMessages({ from: backup }, folder);
    expect(messages).toMatch(
      /Restored from .*, a backup of \d{4}-\d\d-\d\d \d\d:\d\d UTC: 1 article, 1 claim, \d+ events\. Head: \d+ [0-9a-f]{64}/,
    );
    await expectRestored(folder);
    const [, setAside = ''] = /The earlier desk is now in (\S+):/.exec(messages) ?? [];
    expect(readdirSync(setAside).sort()).toEqual(
      [
        'captures',
        'plumbline.db',
        'plumbline.db-shm',
        'plumbline.db-wal',
        'plumbline.db.running',
        'record.anchor',
        'secret',
      ].filter((name) => existsSync(join(setAside, name))),
    );
    // Also what was in the log only.
    const before = new Database(join(setAside, 'plumbline.db'));
    expect(before.prepare('SELECT count(*) FROM "Setting"').pluck().get()).toBeGreaterThan(1_999);
    before.close();
  });
});

test('a killed desk starts again unchanged when its files were not replaced', async () => {
  const { folder, file } = makeKilledDesk();
  await checkAfterUncleanStop({ dataDir: folder, databaseFile: file });
  const database = new Database(file, { readonly: true });
  expect(database.prepare('SELECT count(*) FROM "Setting"').pluck().get()).toBeGreaterThan(1_999);
  database.close();
});

test('a killed desk with a damaged database does not start, and the message says what to do', async () => {
  const { folder, file } = makeKilledDesk();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 40 * 4096, 41 * 4096));
  noteBackup(folder, { at: new Date().toISOString(), ok: true, place: backup, sentence: 'Taken.' });
  await expect(checkAfterUncleanStop({ dataDir: folder, databaseFile: file })).rejects.toThrow(
    `restore the newest backup with “npm run -s plumbline -- restore --from ${backup}”`,
  );
  unmarkRunning(file);
  expect(existsSync(`${file}.running`)).toBe(true);
});

test('a stray log that would damage a stopped desk has to be moved away first', async () => {
  const { folder, file } = makeKilledDesk();
  rmSync(`${file}.running`);
  writeFileSync(file, readFileSync(file).fill(7, 40 * 4096, 41 * 4096));
  await expect(checkAfterUncleanStop({ dataDir: folder, databaseFile: file })).rejects.toThrow(
    /the desk had stopped, so first move .*-wal and .*-shm away, .* and start again; if that does not/,
  );
});

test('a backup is restored into an empty folder, with other places for database and anchor', async () => {
  const [folder, elsewhere] = [makeFolder(), makeFolder()];
  const env = {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: `file:${join(elsewhere, 'our desk.db')}`,
    ANCHOR_FILE: join(elsewhere, 'anchors', 'anchor'),
  };
  await restoreDesk({ from: backup }, env, () => {});
  const problems: string[] = [];
  const { claims } = await verify(
    {
      databaseFile: join(elsewhere, 'our desk.db'),
      anchor: env.ANCHOR_FILE,
      captures: join(env.DATA_DIR, 'captures'),
    },
    ({ sentence }) => problems.push(sentence),
  );
  expect({ problems, claims }).toEqual({ problems: [], claims: 1 });
  expect(readdirSync(env.DATA_DIR).sort()).toEqual(['captures', 'desk.lock', 'secret']);
});

test('the whole folder of a desk that was killed is a backup too, its log included', async () => {
  const { folder } = makeKilledDesk();
  const elsewhere = makeFolder();
  await restoreWithMessages({ from: folder }, elsewhere);
  const database = new Database(join(elsewhere, 'plumbline.db'), { readonly: true });
  expect(database.prepare('SELECT count(*) FROM "Setting"').pluck().get()).toBeGreaterThan(1_999);
  database.close();
});

test('a database that another program has open is not replaced', async () => {
  const { folder, file } = makeKilledDesk();
  const studio = new Database(file);
  studio.prepare('SELECT * FROM "Claim"').all();
  await expect(restoreWithMessages({ from: backup }, folder)).rejects.toThrow(
    /is open in another program .* and is to be replaced: close that/,
  );
  studio.close();
  await restoreWithMessages({ from: backup }, folder);
  await expectRestored(folder);
});

test('a restore that is interrupted at any step is finished by the next restore', async () => {
  const quiet = () => {};
  for (let steps = 0; ; steps++) {
    const { folder, file } = makeKilledDesk();
    const settings = readSettings({ DATA_DIR: folder });
    await prepare(settings, { from: backup }, {}, quiet);
    const plan = readPlan(folder);
    const work = followPlan(folder, plan as NonNullable<typeof plan>);
    let done = 0;
    while (done < steps && !work.next().done) done += 1;
    if (done < steps) break;
    expect(() => refuseUnready({ dataDir: folder, databaseFile: file })).toThrow(
      /was interrupted: run .*restore --from/,
    );
    expect(await restoreWithMessages({ from: backup }, folder)).toContain('is now finished');
    expectInPlace(folder);
  }
});

test('an interrupted restore is finished first when another backup is named, and the message says so', async () => {
  const { folder } = makeKilledDesk();
  await prepare(readSettings({ DATA_DIR: folder }), { from: backup }, {}, () => {});
  const other = join(makeFolder(), 'other');
  expect(await restoreWithMessages({ from: other }, folder)).toContain(
    `A restore from ${backup} was interrupted, and is now finished; to restore ${other}, run this again.`,
  );
  expectInPlace(folder);
});

test('a restore from a backup that lost its anchor says so', async () => {
  const without = makeFolder();
  cpSync(backup, without, { recursive: true });
  rmSync(join(without, 'record.anchor'));
  expect(await restoreWithMessages({ from: without }, makeFolder())).toContain(
    'WARNING: the anchor of the backup was missing: an administrator must acknowledge the break',
  );
});

test('the files of a restore that was killed while copying do no harm', async () => {
  const { folder } = makeKilledDesk();
  writeFileSync(join(folder, 'plumbline.db.restoring'), 'half a database');
  mkdirSync(join(folder, 'captures.restoring'));
  await restoreWithMessages({ from: backup }, folder);
  await expectRestored(folder);
});

describe('a restore is refused in one sentence, and nothing is changed,', () => {
  const listing = (folder: string) => readdirSync(folder).filter((name) => name !== 'desk.lock');

  test('while the desk runs', async () => {
    const { folder, file } = makeKilledDesk();
    onTestFinished(lockDesk({ dataDir: folder, databaseFile: file }));
    await expect(restoreWithMessages({ from: backup }, folder)).rejects.toThrow(
      'Plumbline is already running',
    );
  });

  test('from a folder without a backup', async () => {
    await expect(restoreWithMessages({ from: makeFolder() }, makeFolder())).rejects.toThrow(
      /There is no backup in .*: name the folder that contains plumbline\.db\./,
    );
  });

  test('from the desk itself', async () => {
    const { folder } = makeKilledDesk();
    await expect(restoreWithMessages({ from: folder }, folder)).rejects.toThrow(
      'is the desk itself',
    );
  });

  test('from a backup that is damaged', async () => {
    const { folder } = makeKilledDesk();
    const before = listing(folder);
    const damaged = makeFolder();
    cpSync(backup, damaged, { recursive: true });
    const bytes = readFileSync(join(damaged, 'plumbline.db'));
    writeFileSync(join(damaged, 'plumbline.db'), bytes.fill(7, 8 * 4096, 9 * 4096));
    await expect(restoreWithMessages({ from: damaged }, folder)).rejects.toThrow(
      /^The (backup|database of the backup) .*nothing was changed: name another/,
    );
    expect(listing(folder)).toEqual(before);
  });

  test('from one with a copy missing, unless it is wanted anyway', async () => {
    const { folder } = makeKilledDesk();
    const lacking = makeFolder();
    cpSync(backup, lacking, { recursive: true });
    rmSync(join(lacking, 'captures'), { recursive: true });
    await expect(restoreWithMessages({ from: lacking }, folder)).rejects.toThrow('add --anyway');
    expect(await restoreWithMessages({ from: lacking, anyway: true }, folder)).toContain(
      'Restored from',
    );
  });
});
