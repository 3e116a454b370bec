import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ADA, makeFirstAccount } from './desk';
import { startOwnDesk } from './own-desk';
import { expect, problem, test } from './test';

test.use({ storageState: { cookies: [], origins: [] } });

test('an operator sees the health of the desk, and none of its content', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-operation-'));
  const desk = startOwnDesk(folder);
  try {
    const { address, setUpLink } = await desk.ready;
    await makeFirstAccount(page, setUpLink);
    const text = 'The harbour employs 12,417 people, the mayor said.';
    await page.goto(`${address}/articles/new`);
    await page.getByLabel('Text of the article').fill(text);
    await page.getByLabel('Title').fill('Harbour grows');
    await page.getByRole('button', { name: 'Find the claims' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour grows' }).waitFor();
    await page.goto(`${address}/claims?words=mayor`);
    await fetch(`${address}/reset/${setUpLink.split('/').at(-1)}`);

    // A page that cannot be shown quotes what its line in the log is found by.
    const database = new Database(join(folder, 'plumbline.db'));
    database.exec('ALTER TABLE "Rating" RENAME TO "Lost"');
    expect((await page.goto(address))?.status()).toBe(500);
    const shown = await page.getByText('If you report the problem, quote').textContent();
    const reference = /quote (\S+)\./.exec(shown ?? '')?.[1];
    database.exec('ALTER TABLE "Lost" RENAME TO "Rating"');
    database.close();
    expect((await page.goto(address))?.status()).toBe(200);

    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok' });
    const measured = await (await fetch(`${address}/metrics`)).text();
    expect(measured).toMatch(
      /^plumbline_requests_total\{part="articles",method="POST",.*\} [1-9]/m,
    );
    expect(measured).toMatch(/^plumbline_write_wait_seconds_count [1-9]/m);

    const cookies = await page.context().cookies();
    desk.stop();
    expect(await desk.exitCode).toBe(0);
    const [, logged = ''] = desk.output().split(`${setUpLink}\n`);
    const lines = logged
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const [person] = lines.flatMap((line) => ('person' in line ? [line.person] : []));
    for (const message of [
      { msg: 'request', method: 'GET', route: '/set-up/[token]', status: 200 },
      { msg: 'request', method: 'POST', route: '/articles/new', person },
      { msg: 'request', method: 'GET', route: '/claims', status: 200, person },
      { msg: 'request', route: '/reset/[token]' },
      { msg: 'request', route: '/', status: 500 },
      { level: 'error', reference, route: '/', method: 'GET' },
    ]) {
      expect(lines).toContainEqual(expect.objectContaining(message));
    }
    const secrets = [text, '12,417', 'mayor', 'Harbour', ADA.password, ADA.email, 'cookie'];
    for (const secret of [
      ...secrets,
      setUpLink.split('/').at(-1),
      ...cookies.map(({ value }) => value),
    ]) {
      expect(logged).not.toContain(secret);
    }
  } finally {
    desk.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a disk that fills up is reported before it is full, and typed text stays', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-disk-'));
  // More than any disk has: the desk finds it nearly full.
  const desk = startOwnDesk(folder, { DISK_MINIMUM: '9999999', LOG_LEVEL: 'silent' });
  try {
    const { address, setUpLink } = await desk.ready;
    await makeFirstAccount(page, setUpLink);
    await expect(page.getByRole('status')).toHaveText(/^The desk’s disk is nearly full\. .*\.$/);
    await page.goto(`${address}/articles/new`);
    await page.getByLabel('Text of the article').fill('The harbour employs 12,417 people.');
    await page.getByLabel('Title').fill('Harbour grows');
    await page.getByRole('button', { name: 'Find the claims' }).click();
    await expect(problem(page)).toContainText('disk is nearly full, so nothing was saved');
    await expect(page.getByLabel('Text of the article')).toHaveValue(/12,417/);
    await expect(page.getByLabel('Title')).toHaveValue('Harbour grows');
    const health = await fetch(`${address}/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { disk: { hasRoom: false } }]);
    expect(desk.output().split(`${setUpLink}\n`)[1]).toBe('');
  } finally {
    desk.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
