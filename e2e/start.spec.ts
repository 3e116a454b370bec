import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { startOwnDesk as start } from './own-desk';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

test('a newcomer starts a desk, stops it and starts it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
  const first = start(folder);
  try {
    const { address, setUpLink } = await first.ready;
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
    expect(await (await fetch(setUpLink)).text()).toContain('Create the account');

    const second = start(folder);
    expect(await second.exitCode).toBe(1);
    expect(second.output()).toMatch(/^Plumbline is already running on .*\.$/m);

    first.stop();
    expect(await first.exitCode).toBe(0);
    // One file to back up, with nothing left beside it.
    expect(readdirSync(folder).filter((name) => name.startsWith('plumbline.db'))).toEqual([
      'plumbline.db',
    ]);

    const before = listProgram();
    const again = start(folder);
    const { address: newAddress, setUpLink: newLink } = await again.ready;
    expect(again.output()).not.toMatch(/Installing|Generating|Applying|Reading|Building/);
    const oldToken = setUpLink.split('/').at(-1);
    expect(newLink).not.toContain(oldToken);
    const withOldLink = await fetch(`${newAddress}/set-up/${oldToken}`);
    expect(await withOldLink.text()).not.toContain('Create the account');
    again.stop();
    expect(await again.exitCode).toBe(0);
    // So that it may lie where the desk cannot write.
    expect(listProgram()).toEqual(before);
  } finally {
    first.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What a start could write in the program's own folder, and when it was written last. */
function listProgram(): string[] {
  return ['.next', 'prisma', 'bin', 'app', 'node_modules/.package-lock.json']
    .flatMap((name) => {
      const path = join(PROJECT, name);
      const below = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [];
      return [path, ...below.map((file) => join(path, String(file)))];
    })
    .map((path) => `${path} ${statSync(path).mtimeMs}`);
}
