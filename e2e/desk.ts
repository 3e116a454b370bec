import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type FullConfig, type Page } from 'playwright/test';
import { startSources } from './sources';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

export const ADA = {
  name: 'Ada Brandt',
  email: 'ada@example.org',
  password: 'a plumb bob on a line',
  /** As the desk hashes it: to hash it for each of the colleagues would take a minute of the tests. */
  passwordHash:
    '$scrypt$ln=17,r=8,p=1$nQECH9L8+tEWjkUCJMLdtA$MQeiRzbkFq2NY2CTW7eUe58qT+uM1wgcTjWnd1Xdi3Tn20xeMhrwcPBWNEVVKezCSpyPvphAmX2GqAMtsnML2w',
};

/**
 * Starts a desk of the tests' own, the way a newcomer does, and makes its first account by the
 * link that the start prints.
 */
export default async function openDesk(config: FullConfig): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
  const sources = await startSources();
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: data,
      DATABASE_URL: '',
      ANCHOR_FILE: '',
      LOG_LEVEL: 'warn',
      TIME_ZONE: 'UTC',
      // As behind a proxy, so that a test of guessing keeps no other test waiting.
      CLIENT_HEADER: 'x-e2e-client',
      // The sites of the tests are on this machine, where no source may lead the desk otherwise.
      CAPTURE_ALLOWED_HOSTS: sources.host,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const setUp = await linkOf(server);
  process.env.E2E_ADDRESS = new URL(setUp).origin;
  process.env.E2E_DATA = data;
  process.env.E2E_SOURCES = sources.address;

  mkdirSync(join(PROJECT, 'test-results'), { recursive: true });
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions);
  const page = await browser.newPage();
  await makeFirstAccount(page, setUp);
  await page.context().storageState({ path: join(PROJECT, 'test-results', 'signed-in.json') });
  await browser.close();

  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await sources.close();
    rmSync(data, { recursive: true, force: true });
  };
}

/** Makes the account of Ada, the first person at a desk, by the link that its start printed. */
export async function makeFirstAccount(page: Page, setUpLink: string): Promise<void> {
  await page.goto(setUpLink);
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('Email').fill(ADA.email);
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
}

function linkOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const link = /http:\S+\/set-up\/\S+/.exec(output);
      if (link) resolve(link[0]);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${output}`)));
  });
}
