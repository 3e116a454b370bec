import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mendModes } from './own-files.mjs';
import { readSettings } from './settings.mjs';
import { makeFolder, runNode } from './test-desk';

const modesIn = (folder: string) =>
  [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))]
    .map((path) => [path, (statSync(path).mode & 0o777).toString(8)] as const)
    .filter(([, mode]) => !/^[67]00$/.test(mode));

/** A desk as an earlier version left it, under the usual mask. */
function makeOpenDesk(): string {
  const folder = makeFolder();
  const put = (path: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'confidential');
    chmodSync(join(folder, path), 0o644);
  };
  for (const name of ['plumbline.db', 'plumbline.db-wal', 'plumbline.db-shm', 'secret']) put(name);
  for (const name of ['desk.lock', 'record.anchor', 'migration.log', 'secret.previous']) put(name);
  for (const name of ['backups/before-1.db', 'captures/ab/abcd', 'captures/cd/cdef']) put(name);
  for (const name of ['captures/ab', 'captures/cd', 'captures', 'backups', '']) {
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe.skipIf(process.platform === 'win32')('what is the desk’s is for its own user only', () => {
  test('files that an earlier version left readable are closed at the start', () => {
    const folder = makeOpenDesk();
    expect(modesIn(folder).length).toBeGreaterThan(10);
    expect(mendModes(readSettings({ DATA_DIR: folder }))).toEqual([]);
    expect(modesIn(folder)).toEqual([]);
  });

  test('files of others in the folder of the database are left alone', () => {
    const [folder, elsewhere] = [makeFolder(), makeFolder()];
    for (const name of ['desk.db', 'another.txt']) {
      writeFileSync(join(elsewhere, name), '');
      chmodSync(join(elsewhere, name), 0o644);
    }
    chmodSync(elsewhere, 0o755);
    mendModes(
      readSettings({ DATA_DIR: folder, DATABASE_URL: `file:${join(elsewhere, 'desk.db')}` }),
    );
    expect(modesIn(elsewhere).map(([path]) => path)).toEqual([
      elsewhere,
      join(elsewhere, 'another.txt'),
    ]);
  });

  test('every command makes files that only their owner can read', async () => {
    // Refused for its address, once it has made its folder and the lock in it.
    const folder = join(makeFolder(), 'data');
    await runNode(['bin/start.mjs'], { env: { DATA_DIR: folder, HOST: '192.0.2.1', PORT: '0' } });
    expect(readdirSync(folder)).toEqual(['desk.lock']);
    expect(modesIn(folder)).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'and root leaves none in the folder of a desk that another user runs',
    async () => {
      const folder = makeFolder();
      writeFileSync(join(folder, 'plumbline.db'), '');
      chownSync(join(folder, 'plumbline.db'), 12345, 12345);
      const command = ['--import', 'tsx', 'bin/plumbline.ts'];
      for (const args of [
        ['bin/start.mjs'],
        ['bin/studio.mjs'],
        [...command, 'rotate-secret'],
        [...command, 'restore', '--from', makeFolder()],
      ]) {
        const { stderr, code } = await runNode(args, { env: { DATA_DIR: folder, PORT: '0' } });
        expect(stderr.trim()).toMatch(
          /belongs to the user 12345, .* run this command as that user, with “sudo -u '#12345' DATA_DIR=.*” before it\.$/,
        );
        expect(code).toBe(1);
      }
      expect(readdirSync(folder)).toEqual(['plumbline.db']);
    },
  );

  test.skipIf(process.getuid?.() !== 0)(
    'and one that root left there is said in one sentence, with its name',
    async () => {
      const { stderr, code } = await runNode([
        '--input-type=module',
        '--eval',
        `import { readFileSync } from 'node:fs';
         import { endOnRefusal } from ${JSON.stringify(new URL('./refusal.mjs', import.meta.url).href)};
         process.setuid(12345);
         endOnRefusal(async () => readFileSync('/etc/shadow'));`,
      ]);
      expect(stderr.trim()).toMatch(/^The user of this command cannot open \/etc\/shadow:/);
      expect(code).toBe(1);
    },
  );
});
