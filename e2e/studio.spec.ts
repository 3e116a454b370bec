import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from './test';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

test('Prisma Studio opens on the desk’s database, beside the running desk, and shows the claims', async ({
  page,
}) => {
  const port = await freePort();
  // Studio draws only the columns and rows that fit.
  await page.setViewportSize({ width: 14_000, height: 900 });
  const studio = spawn(
    process.execPath,
    ['bin/studio.mjs', '--port', String(port), '--browser', 'none'],
    {
      cwd: PROJECT,
      env: { ...process.env, DATA_DIR: process.env.E2E_DATA, DATABASE_URL: '' },
      stdio: 'ignore',
    },
  );
  try {
    const address = `http://localhost:${port}`;
    await expect(async () => {
      await page.goto(address);
    }).toPass({ timeout: 40_000 });
    await page.getByRole('link', { name: 'Claim', exact: true }).click();
    await expect(page.getByText('build a bridge across the Tumen River').first()).toBeVisible();
  } finally {
    const ended = once(studio, 'exit');
    studio.kill('SIGTERM');
    await ended;
  }
});
