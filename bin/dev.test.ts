import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT } from './settings.mjs';
import { makeFolder } from './test-desk';

const OCCUPIED = 'Another next dev server is already running';

/** Starts `npm run dev` on an empty folder, as a contributor does for the first time. */
function startDevelopment() {
  const { npm_lifecycle_event, ...env } = process.env;
  const child = spawn(process.execPath, ['bin/dev.mjs'], {
    cwd: PROJECT,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: makeFolder(), DATABASE_URL: '' },
  });
  onTestFinished(async () => {
    await stop(child);
  });
  const written = new Promise<string>((resolve) => {
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (/^Create the first account at \S+\n/m.test(output)) resolve(output);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => resolve(output));
  });
  return { child, written };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  return code;
}

/** The answer to a browser that wants to hear of changes; null when the desk hangs up. */
function askForReloads(address: string, origin: string): Promise<number | undefined | null> {
  return new Promise((resolve) => {
    const asked = request(`${address}/_next/hmr?id=test`, {
      headers: {
        origin,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    });
    asked.on('upgrade', (response: IncomingMessage, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asked.on('response', (response) => resolve(response.statusCode));
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

test('a contributor gets an empty desk, and its pages follow their sources', async (context) => {
  const { child, written } = startDevelopment();
  const output = await written;
  // A contributor may be at work while the tests run, and Next serves a project once.
  context.skip(output.includes(OCCUPIED), 'npm run dev is running here already');
  const link = /^Create the first account at (\S+)\n/m.exec(output)?.[1] ?? '';
  expect(link, output).not.toBe('');
  const { origin } = new URL(link);

  const page = await fetch(link);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Set up the desk');
  expect(await askForReloads(origin, origin)).toBe(101);
  expect(await askForReloads(origin, 'http://elsewhere.example')).toBe(null);
  expect(await stop(child)).toBe(process.platform === 'win32' ? null : 0);
}, 120_000);
