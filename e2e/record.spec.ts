import { spawnSync } from 'node:child_process';
import { readFileSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { openHistory } from './claim';
import { another, expect, openAcceptedClaim, pasteArticle, test } from './test';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The command that anybody runs, on the desk of these tests, while it runs. */
function verifyCommand(...args: string[]) {
  const { stdout, status } = spawnSync('npm', ['run', '-s', 'plumbline', '--', 'verify', ...args], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: process.env.E2E_DATA, DATABASE_URL: '', ANCHOR_FILE: '' },
    encoding: 'utf8',
  });
  return { lines: stdout.trim().split('\n'), status };
}

async function editClaim(page: Page, code: string, text: string): Promise<void> {
  await page.goto(`/claims/${code}/edit`);
  await page.getByLabel('The claim', { exact: true }).fill(text);
  await page.getByRole('button', { name: /Save/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target}`),
    );
  });
}

test('a history shows the words that changed, and filters in the address', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'The record of the harbour' });
  const code = await openAcceptedClaim(page, '120 people');
  await editClaim(page, code, 'About 120 people were hurt when the old bridge fell in 1998.');
  await editClaim(page, code, 'About 118 people were hurt when the old bridge fell in 1998.');

  const history = await openHistory(page);
  const latest = history.getByRole('listitem').first();
  await expect(latest).toContainText('Ada Brandt edited the claim.');
  await expect(latest.locator('del')).toHaveText('[removed: 120]');
  await expect(latest.locator('ins')).toHaveText('[added: 118]');

  // The filter is a form that only changes the address, so it works without scripts.
  const plain = await another(browser, { javaScriptEnabled: false });
  await plain.goto(`/claims/${code}?tab=history&events=review`);
  const shown = plain.getByRole('list', { name: 'History' });
  await expect(shown).toContainText('Ada Brandt accepted the claim.');
  await expect(shown).not.toContainText('edited the claim');
  await plain.goto(`/claims/${code}?tab=history&by=desk`);
  await expect(shown).toContainText('The desk suggested this claim');
  await expect(shown).not.toContainText('Ada Brandt');
  await plain.goto(`/claims/${code}?tab=history&events=comments&by=desk`);
  await expect(plain.getByText('No events match these filters.')).toBeVisible();
  await plain.context().close();
});

test('an editor verifies the record on a page, and an edit made outside the desk is named', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await pasteArticle(page, { title: 'The record of the ferry' });
  const code = await openAcceptedClaim(page, '12,400 passengers');

  // Others change the desk meanwhile; what they do is in the record as well.
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: 'Verify now' }).click();
  const result = page.locator('.record-result');
  await expect(result).toContainText(/^OK: \d/);
  await expect(page.getByRole('list', { name: 'Events' })).toContainText('verified the record');

  const verified = verifyCommand();
  expect(verified.lines.at(-1)).toMatch(/^OK: .* Head: \d+ [0-9a-f]{64}$/);
  expect(verified.status).toBe(0);
  const head = verified.lines.at(-1)?.split(' ').at(-1) ?? '';
  expect(verifyCommand('--head', head).status).toBe(0);
  expect(verifyCommand('--head', '0'.repeat(64)).status).toBe(1);

  // As in Prisma Studio.
  const db = new Database(join(process.env.E2E_DATA ?? '', 'plumbline.db'));
  const number = Number(code.slice(2));
  const was = db.prepare('SELECT text FROM Claim WHERE number = ?').pluck().get(number);
  const set = db.prepare('UPDATE Claim SET text = ? WHERE number = ?');
  set.run('The ferry sank.', number);
  try {
    const { lines, status } = verifyCommand();
    expect(status).toBe(1);
    expect(lines[0]).toContain(
      `${code} was changed outside the desk: its text is “The ferry sank.”`,
    );
    const plain = await another(browser, { javaScriptEnabled: false });
    await plain.goto('/record');
    await plain.getByRole('button', { name: 'Verify now' }).click();
    await expect(plain.locator('.record-problems')).toContainText(`${code} was changed outside`);
    await plain.getByRole('link', { name: /Add the changes to the record/ }).click();
    await expect(plain.getByRole('row', { name: /text The ferry sank\./ })).toContainText(
      String(was),
    );
    await plain.getByRole('checkbox', { name: `${code}, changed` }).check();
    await plain.getByRole('button', { name: 'Undo the change' }).click();
    // Refused without a reason: the tick is still there.
    await expect(plain.getByText('Enter a reason').first()).toBeVisible();
    await expect(plain.getByRole('checkbox', { name: `${code}, changed` })).toBeChecked();
    await plain.getByLabel('Reason').fill('A slip in Prisma Studio.');
    await page.goto('/record/outside');
    expect(await violations(page)).toEqual([]);
    await plain.getByRole('button', { name: 'Undo the change' }).click();
    await expect(plain.getByRole('status')).toContainText('1 settled');
    await expect(plain.getByText('No changes from outside the desk.')).toBeVisible();
    expect(verifyCommand().status).toBe(0);
    expect(db.prepare('SELECT text FROM Claim WHERE number = ?').pluck().get(number)).toBe(was);
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 1280],
      ['light', 1920],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/record');
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await plain.context().close();
  } finally {
    set.run(was, number);
    db.close();
  }
  expect(verifyCommand().status).toBe(0);
});

test('a broken anchor is a warning until an administrator acknowledges it with a reason', async ({
  page,
  browser,
}) => {
  const anchor = join(process.env.E2E_DATA ?? '', 'record.anchor');
  truncateSync(anchor, 0);
  await pasteArticle(page, { title: 'The record without an anchor' });
  expect(verifyCommand().status).toBe(1);
  const plain = await another(browser, { javaScriptEnabled: false });
  await plain.goto('/record');
  const warning = plain.getByRole('region', { name: 'The anchor was broken' });
  await expect(warning).toContainText('was empty');
  await warning.getByRole('button', { name: 'Acknowledge the break' }).click();
  await expect(warning.getByText('Enter a reason').first()).toBeVisible();
  await page.goto('/record');
  expect(await violations(page)).toEqual([]);
  await warning.getByLabel('Reason').fill('A test emptied it.');
  await warning.getByRole('button', { name: 'Acknowledge the break' }).click();
  await expect(warning).toHaveCount(0);
  const { lines, status } = verifyCommand();
  expect(status).toBe(0);
  expect(lines.join('\n')).toMatch(/Ada Brandt acknowledged it, .*: A test emptied it\./);
  await plain.context().close();
});
