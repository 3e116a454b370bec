import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { extract } from 'tar';
import { startOwnDesk } from './own-desk';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

test('an archive that is unpacked starts without building', async () => {
  const place = mkdtempSync(join(tmpdir(), 'plumbline-release-'));
  await promisify(execFile)(process.execPath, ['bin/pack.mjs', '--to', place], { cwd: PROJECT });
  const [archive = ''] = readdirSync(place);
  expect(archive).toMatch(/^plumbline-\d+\.\d+\.\d+\.tar\.gz$/);
  const project = join(place, 'unpacked');
  mkdirSync(project);
  await extract({ file: join(place, archive), cwd: project, strip: 1 });
  expect(readdirSync(project)).not.toContain('e2e');
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'), 'junction');

  const desk = startOwnDesk(join(place, 'data'), {}, project);
  try {
    const { address } = await desk.ready;
    expect(desk.output()).not.toMatch(/Installing|Generating|Building/);
    const page = await fetch(`${address}/sign-in`);
    expect(page.status).toBe(200);
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await page.text())?.[1];
    expect((await fetch(`${address}${script}`)).status).toBe(200);
    desk.stop();
    expect(await desk.exitCode).toBe(0);
  } finally {
    desk.kill();
    rmSync(place, { recursive: true, force: true });
  }
});
