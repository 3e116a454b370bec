import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSafety } from '#data/record/backups';
import { addTestArticle, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { readStoredBackups } from '../app/_data/record/stored-backups.mjs';
import { readBackupSettings } from './backup-settings.mjs';
import { dueAt } from './keep-backups.mjs';
import { backUpOnSchedule } from './scheduled-backup';
import { addWholeHistory, makeFolder } from './test-desk';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  addWholeHistory(desk.file);
  await addTestArticle();
}, 60_000);
afterAll(() => closeTestDesk(desk));

const envOf = (folder: string, more: object = {}) => ({
  DATA_DIR: desk.folder,
  BACKUP_TO: folder,
  BACKUP_KEEP: '2',
  ...more,
});

/** As if a backup had been taken on an earlier day. */
function setBack(place: string, name: string): string {
  const earlier = join(place, '..', name);
  renameSync(place, earlier);
  return earlier;
}

describe('a desk backs itself up', () => {
  test('into a folder named by the time, and removes its older backups beyond the limit', async () => {
    const folder = join(makeFolder(), 'backups');
    for (const day of [1, 2, 3]) {
      const { place } = await backUpOnSchedule(envOf(folder));
      setBack(place, `plumbline-2026110${day}T060000Z`);
    }
    const { place, problems } = await backUpOnSchedule(envOf(folder));
    expect(problems).toEqual([]);
    expect(readdirSync(folder)).toEqual([
      'plumbline-20261103T060000Z',
      place.slice(folder.length + 1),
    ]);
    expect((await findSafety()).backup).toMatchObject({ ok: true, place });
  });

  test('without removing anything that is not its own backup', async () => {
    const folder = makeFolder();
    const others = ['notes.txt', 'plumbline-20200101T000000Z', 'plumbline-20200102T000000Z.part'];
    writeFileSync(join(folder, 'notes.txt'), 'ours');
    for (const name of others.slice(1)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'plumbline.db'), 'of another desk');
    }
    const of = { program: 'plumbline', desk: 'another desk', whole: true };
    writeFileSync(join(folder, 'plumbline-20200101T000000Z', 'backup.json'), JSON.stringify(of));
    const env = envOf(folder, { BACKUP_KEEP: '1' });
    setBack((await backUpOnSchedule(env)).place, 'plumbline-20261101T060000Z');
    await backUpOnSchedule(env);
    expect(readdirSync(folder).filter((name) => others.includes(name))).toEqual(others);
    expect(existsSync(join(folder, 'plumbline-20261101T060000Z'))).toBe(false);
  });

  test('and removes the files of a killed backup with the next one', async () => {
    const folder = makeFolder();
    const { place } = await backUpOnSchedule(envOf(folder));
    const part = setBack(place, 'plumbline-20261101T060000Z.part');
    await backUpOnSchedule(envOf(folder));
    expect(existsSync(part)).toBe(false);
  });

  test('and keeps older backups when the record has a problem', async () => {
    const folder = makeFolder();
    const env = envOf(folder, { BACKUP_KEEP: '1' });
    const good = await backUpOnSchedule(env);
    setBack(good.place, 'plumbline-20261101T060000Z');
    const [capture] = readdirSync(join(desk.folder, 'captures'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const bytes = readFileSync(String(capture));
    writeFileSync(String(capture), 'something else');
    try {
      const { problems, sentence } = await backUpOnSchedule(env);
      expect(problems).toHaveLength(1);
      expect(sentence).toContain('Older backups are kept');
    } finally {
      writeFileSync(String(capture), bytes);
    }
    expect(readdirSync(folder)).toHaveLength(2);
    expect((await findSafety()).goodBackup?.place).toBe(good.place);
  });

  test('when the last backup is older than the interval, and again an hour after a failure', async () => {
    const folder = makeFolder();
    const hours = (count: number) => count * 3_600_000;
    const due = () => dueAt({ backupTo: folder, everyMs: hours(24), dataDir: desk.folder });
    const { place } = await backUpOnSchedule(envOf(folder));
    expect(due() - Date.now()).toBeGreaterThan(hours(23.9));
    setBack(place, 'plumbline-20261101T060000Z');
    expect(due()).toBe(Date.parse('2026-11-02T06:00:00Z'));

    writeFileSync(join(folder, 'file'), '');
    await expect(backUpOnSchedule(envOf(join(folder, 'file')))).rejects.toThrow(
      'The backup failed',
    );
    const { last } = readStoredBackups(desk.folder);
    expect(due()).toBe(Date.parse(String(last?.at)) + hours(1));
    expect((await findSafety()).backup).toMatchObject({ ok: false });
  });
});

describe('the settings of backups', () => {
  test('have these defaults', () => {
    expect(readBackupSettings({}, '/desk')).toEqual({
      backupTo: null,
      everyMs: 24 * 3_600_000,
      keep: 7,
    });
    expect(readBackupSettings({ BACKUP_EVERY: '30m' }).everyMs).toBe(1_800_000);
  });

  test.each([
    [{ BACKUP_EVERY: 'daily' }, 'BACKUP_EVERY must be a number of minutes, hours or days'],
    [{ BACKUP_EVERY: '0h' }, 'BACKUP_EVERY must be a number of minutes, hours or days'],
    [{ BACKUP_KEEP: '0' }, 'BACKUP_KEEP must be a whole number of at least 1, but is "0".'],
  ])('refuse %j', (env, sentence) => {
    expect(() => readBackupSettings(env)).toThrow(sentence);
  });
});
