import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, step } from './steps.mjs';

const DOWNLOAD_MS = 5 * 60 * 1000;

/** Where e2e/proxies.ts looks for them. */
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * A proxy for the test of docs/proxy: one that is here, or nginx where it can be installed without
 * asking. Where there is none, that test is skipped.
 */
export async function findOrInstallProxy() {
  const isHere = FOLDERS.some((folder) =>
    ['nginx', 'caddy'].some((name) => existsSync(join(folder, name))),
  );
  if (isHere || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  // At this run level Debian does not start the server that it installs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = { cwd: '/', env, timeoutMs: DOWNLOAD_MS };
  await step('Installing a proxy', async () => {
    await run('apt-get', ['update'], apt);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], apt);
  });
}
