import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { run, runInstalled, step } from './steps.mjs';

const DOWNLOAD_MS = 10 * 60 * 1000;

/**
 * A Chromium for the tests: one that is here, or one that can be installed without asking.
 *
 * @param {string} project
 * @returns {Promise<string>} where it is
 */
export async function findOrInstallBrowser(project) {
  const found = await findBrowser(project);
  if (found) return found;
  await step('Installing a browser', () => installBrowser(project));
  const installed = await findBrowser(project);
  if (installed) return installed;
  throw new Refusal(
    'The tests need a Chromium or Chrome, and none could be installed: install one (on Debian: apt-get install chromium), or name it in PLUMBLINE_CHROMIUM.',
  );
}

/**
 * @param {string} project
 * @returns {Promise<string | undefined>}
 */
async function findBrowser(project) {
  const named = process.env.PLUMBLINE_CHROMIUM;
  if (named) {
    if (await runs(named)) return named;
    throw new Refusal(
      `PLUMBLINE_CHROMIUM names ${named}, but this browser does not start: name another browser.`,
    );
  }
  for (const path of [...usualPlaces(), ofPlaywright(project)]) {
    if (await runs(path)) return path;
  }
  return undefined;
}

function usualPlaces() {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ];
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
    default:
      return [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
      ];
  }
}

/** @param {string} project */
function ofPlaywright(project) {
  /** @type {typeof import('playwright')} */
  const { chromium } = createRequire(join(project, 'package.json'))('playwright');
  return chromium.executablePath();
}

/**
 * Being there is not enough: a downloaded browser may miss the system's libraries, and Ubuntu's
 * /usr/bin/chromium-browser only says how to install one.
 *
 * @param {string} path
 */
async function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows asking for the version would open a window.
  if (process.platform === 'win32') return true;
  const { ok } = await run(path, ['--version'], { cwd: '/', timeoutMs: 20_000 });
  return ok;
}

/** @param {string} project */
async function installBrowser(project) {
  await runInstalled('playwright/cli.js', ['install', 'chromium'], {
    project,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeoutMs: DOWNLOAD_MS,
  });
  if (await runs(ofPlaywright(project))) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const apt = { cwd: '/', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], { ...apt, timeoutMs: DOWNLOAD_MS });
  const packages = ['chromium', 'fonts-liberation'];
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    ...apt,
    timeoutMs: DOWNLOAD_MS,
  });
}
