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
  // Studio loads itself into the page before it shows anything.
  test.setTimeout(240_000);
  const patience = { timeout: 90_000 };
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
    }).toPass(patience);
    await page.getByRole('link', { name: 'Claim', exact: true }).click(patience);
    const claim = page.getByText('build a bridge across the Tumen River').first();
    await expect(claim).toBeVisible(patience);
    // The view beside the tables: a row for each claim, its code, words and status first.
    await page.getByRole('link', { name: '1 Claims', exact: true }).click(patience);
    const names = page.locator('th');
    await expect(names.filter({ hasText: 'assignee' })).toBeVisible(patience);
    const order = ['no', 'code', 'words', 'status', 'verdict', 'assignee'];
    // Studio draws its table once more after it has shown it.
    await expect(async () => {
      const shown = (await names.allInnerTexts()).map((text) => text.split(/\s/)[0]);
      expect(shown.filter((name) => order.includes(name ?? ''))).toEqual(order);
    }).toPass(patience);
    for (const code of ['C-0001', 'C-0002']) {
      await expect(page.getByText(code, { exact: true }).first()).toBeVisible(patience);
    }
  } finally {
    const ended = once(studio, 'exit');
    studio.kill('SIGTERM');
    await ended;
  }
});
