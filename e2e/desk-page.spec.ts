import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { fillEvidence, openHistory } from './claim';
import { ADA } from './desk';
import { askToLookAgain, findClaimId } from './people';
import { another, expect, openAcceptedClaim, pasteArticle, test } from './test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Somebody else at the desk, as an administrator would invite them. */
function addPerson(name: string): string {
  const id = crypto.randomUUID();
  const at = new Date().toISOString().replace('Z', '+00:00');
  change((db) =>
    db
      .prepare(
        `INSERT INTO "User" ("id", "name", "email", "emailVerified", "role", "active",
                             "createdAt", "updatedAt", "twoFactorEnabled")
         VALUES (?, ?, ?, 1, 'editor', 1, ?, ?, 0)`,
      )
      .run(id, name, `${id}@example.org`, at, at),
  );
  return id;
}

function change(work: (db: Database.Database) => void): void {
  const db = new Database(join(process.env.E2E_DATA ?? '', 'plumbline.db'), { timeout: 5000 });
  work(db);
  db.close();
}

/** The list of the claims of one article, oldest first. */
async function openList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'List of claims' }).click();
  await expect(page.getByRole('heading', { name: 'Claims', level: 1 })).toBeVisible();
}

const tick = (page: Page, code: string) => page.getByRole('checkbox', { name: `Select ${code}` });
const summary = (page: Page) => page.locator('.bulk-summary');
const row = (page: Page, code: string) =>
  page.locator('.claims tbody tr').filter({ has: page.getByRole('link', { name: code }) });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function codesOf(page: Page): Promise<string[]> {
  return page.locator('.claims td.code').allInnerTexts();
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    return (await axe.run()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}

test('several claims are accepted at once, and the refused one is named with the reason', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Many at once' });
  await openList(page);
  const [first = '', second = '', third = ''] = await codesOf(page);

  // Nothing is done without a step and a selection.
  await page.getByRole('button', { name: 'Apply' }).click();
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toContainText('Select at least one claim');
  await expect(problem).toContainText('Choose a step');

  // Somebody dismisses one of them while they are being chosen.
  const colleague = await another(browser);
  await colleague.goto(`/claims/${third}`);
  await colleague.getByText('Dismiss', { exact: true }).click();
  await colleague.getByRole('button', { name: /as trivial/ }).click();
  await expect(colleague.locator('.claim-marks')).toContainText('Dismissed');
  await colleague.context().close();

  for (const code of [first, second, third]) await tick(page, code).check();
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByLabel('Step for the selected claims').selectOption('Accept');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText('2 accepted. 1 refused:');
  await expect(summary(page).getByRole('listitem')).toHaveText(
    new RegExp(`^${third}.*Another person changed this claim`),
  );
  await expect(summary(page)).toBeFocused();
  await expect(row(page, first)).toContainText('Open');
  await expect(row(page, third)).toContainText('Dismissed');
  // The refused one stays chosen, as it is now.
  await expect(tick(page, third)).toBeChecked();
  await expect(tick(page, first)).not.toBeChecked();
  await page.getByLabel('Step for the selected claims').selectOption('Back to suggested');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText('1 moved back to suggested.');
  await expect(row(page, third)).toContainText('Suggested');
  expect(await violations(page)).toEqual([]);
});

test('a reason that all selected claims need is asked for once, and the selection stays', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Dismissed together' });
  await openList(page);
  const codes = await codesOf(page);
  await page.getByRole('checkbox', { name: 'All on this page' }).check();
  await expect(page.getByText(`${codes.length} selected`)).toBeVisible();
  await page.getByLabel('Step for the selected claims').selectOption('Dismiss…');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('link', { name: 'Choose a reason for dismissing' })).toBeVisible();
  await expect(tick(page, codes[0] ?? '')).toBeChecked();
  await page.getByLabel('Reason for dismissing').selectOption('Trivial');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText(`${codes.length} dismissed.`);
  await expect(page.locator('.claims tbody .badge').first()).toHaveText('Dismissed');
});

test('a claim is assigned and planned, and overdue shows in the list and on the desk', async ({
  page,
}) => {
  const noor = `Noor ${Date.now()}`;
  addPerson(noor);
  await pasteArticle(page, { title: 'Planned' });
  const code = await openAcceptedClaim(page, '120 people');

  const box = page.locator('.plan-box');
  await expect(box).toContainText('Unassigned');
  await box.getByLabel('Assign to').selectOption(noor);
  await box.getByRole('button', { name: 'Assign' }).click();
  await expect(box).toContainText(`Assignee: ${noor}`);

  await box.getByLabel('Due on').fill('some day');
  await box.getByRole('button', { name: 'Save the plan' }).click();
  await expect(box.locator('#dueOn-error')).toContainText('is not a date');
  await expect(box.getByLabel('Due on')).toHaveValue('some day');
  await box.getByLabel('Due on').fill('3.2.2020');
  await box.getByLabel('Priority').selectOption('High');
  await box.getByRole('button', { name: 'Save the plan' }).click();
  await expect(box.getByText('Saved.')).toBeVisible();
  await expect(box).toContainText('Overdue 3 Feb 2020');
  await expect(box).toContainText('High priority');
  const history = await openHistory(page);
  await expect(history).toContainText('changed the plan of the claim');
  await expect(history).toContainText(/Due on: .*3 February 2020/);

  await page.goto('/claims?due=overdue&sort=due');
  await expect(row(page, code)).toContainText('Overdue 3 Feb 2020');
  await expect(row(page, code)).toContainText(noor);
  await expect(row(page, code)).toContainText('High priority');
  await page.getByRole('link', { name: 'Worth' }).click();
  await expect(page.locator('th[aria-sort="descending"]')).toContainText('Worth');
  // A filter applies at once, keeps the focus, and is a chip that can be taken away.
  await page.getByText('Filters', { exact: true }).click();
  const assignee = page.locator('.filters select[name="assignee"]');
  await assignee.focus();
  await assignee.selectOption('Me');
  await expect(page).toHaveURL(/assignee=me/);
  await expect(row(page, code)).toHaveCount(0);
  await expect(assignee).toBeFocused();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByText('Save this view').click();
  await page.getByLabel('Name of the view').fill('Mine, late');
  await page.getByRole('button', { name: 'Save the view' }).click();
  const tabs = page.getByRole('navigation', { name: 'Views' });
  await expect(tabs.getByRole('link', { name: 'Mine, late 0' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove the view “Mine, late”' }).click();
  await expect(tabs.getByRole('link', { name: /Mine, late/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Remove the filter Assignee: Me' }).click();
  await expect(row(page, code)).toBeVisible();

  await page.goto('/');
  await expect(section(page, 'Overdue')).toContainText('120 people');
  await expect(section(page, 'My queue')).not.toContainText(code);

  // Taken over, it is mine.
  await page.goto(`/claims/${code}`);
  await page.getByRole('button', { name: `Take over from ${noor}` }).click();
  await expect(box).toContainText('Assignee: you');
  await page.getByRole('link', { name: 'Plumbline' }).click();
  await expect(section(page, 'My queue')).toContainText(code);
  await section(page, 'My queue').getByRole('link', { name: /^All/ }).click();
  await expect(page).toHaveURL(/status=underWork&assignee=me&sort=due/);
  await expect(row(page, code)).toBeVisible();

  const csv = await page.request.get(`/exports/claims.csv?assignee=me&due=overdue&words=${code}`);
  const rows: Record<string, string>[] = parse(await csv.text(), { columns: true });
  expect(rows).toMatchObject([{ id: code, assignee: ADA.name, priority: 'high' }]);
});

test('when two people plan one claim, the second sees the change of the first', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Planned by two' });
  const code = await openAcceptedClaim(page, '120 people');
  const other = await another(browser);
  await other.goto(`/claims/${code}`);
  await other.getByLabel('Priority').selectOption('High');
  await other.getByRole('button', { name: 'Save the plan' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await other.context().close();

  await page.getByLabel('Due on').fill('2031-05-01');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toContainText('Another person changed this claim');
  await expect(problem).toContainText('Priority was “Normal” and is now “High”');
  await expect(page.getByLabel('Due on')).toHaveValue('1 May 2031');
  await page.getByLabel('Priority').selectOption('High');
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.locator('.plan-box')).toContainText('Due 1 May 2031');
});

test('a claim that waits for approval is marked if the verdict is mine, and is listed as returned later', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'In review' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Log',
    text: '118 people were treated.',
    quote: '118 people were treated.',
  });
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await page.goto(`/claims/${code}/verdict`);
  await page.getByRole('radio', { name: /^False/ }).check();
  await page.getByLabel('Explanation').fill('The log counts 118.');
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByRole('heading', { name: /^False/ })).toBeVisible();

  // Submitting many says for each which gates keep it.
  await page.goto(`/claims?words=${code}`);
  await tick(page, code).check();
  await page.getByLabel('Step for the selected claims').selectOption('Submit for approval');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText('1 refused:');
  await expect(summary(page)).toContainText('The claim has only one independent source');

  const waive = (gate: string) => {
    change((db) =>
      db
        .prepare(
          `INSERT INTO "Waiver" ("id", "claimId", "gate", "reason", "byId", "at")
           SELECT ?, c."id", ?, 'None to be had.', u."id", ? FROM "Claim" c, "User" u
           WHERE c."number" = ? AND u."email" = ?`,
        )
        .run(
          crypto.randomUUID(),
          gate,
          new Date().toISOString().replace('Z', '+00:00'),
          Number(code.slice(2)),
          ADA.email,
        ),
    );
  };
  for (const gate of ['independentSources', 'figuresCompared', 'contraryEvidence']) waive(gate);
  await page.getByLabel('Step for the selected claims').selectOption('Submit for approval');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText('1 submitted for approval.');

  await page.goto('/');
  const waiting = section(page, 'Waiting for approval').getByRole('listitem');
  await expect(waiting.filter({ hasText: code })).toContainText(
    'Your verdict: another editor must approve it',
  );

  // No verdict is approved in a list, without its evidence; and a returned claim comes first in the
  // queue, with the reason.
  await page.goto(`/claims?words=${code}`);
  await tick(page, code).check();
  const steps = page.getByLabel('Step for the selected claims');
  await expect(steps.getByRole('option', { name: 'Approve' })).toHaveCount(0);
  await page.getByLabel('Step for the selected claims').selectOption('Return…');
  await page.getByLabel('Reason or note').fill('Ask the fire service too');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(summary(page)).toContainText('1 returned.');
  await page.goto('/');
  await expect(section(page, 'My queue').getByRole('listitem').first()).toContainText(
    `Returned by ${ADA.name}: Ask the fire service too`,
  );
});

test('a claim with a changed source is on the desk page until somebody has looked at it', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Leans on what changes' });
  const code = await openAcceptedClaim(page, '120 people');
  askToLookAgain(findClaimId(code));
  await page.goto('/');
  const again = section(page, 'To recheck');
  await expect(again.getByRole('listitem').filter({ hasText: code })).toContainText(
    'A source changed on 1 November 2026',
  );
  await again.getByRole('link', { name: /^All/ }).click();
  await expect(page.locator('.filters select[name="due"]')).toHaveValue('again');
  await row(page, code).getByRole('link', { name: code }).click();
  await page.getByLabel('Result of the recheck').fill('Only a photo was added.');
  await page.getByRole('button', { name: 'Save the recheck' }).click();
  await expect(page.getByRole('heading', { name: /recheck this claim/ })).toBeHidden();
  await page.goto('/claims?due=again');
  expect(await codesOf(page)).not.toContain(code);
});

test('the numbers of the desk are on a page, and can be downloaded as CSV', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Desk', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByRole('img', { name: /^Claims by status/ })).toBeVisible();
  const plot = page.getByRole('figure', { name: 'Claims by status' });
  await plot.getByText('Numbers as a table').click();
  await expect(plot.getByRole('row', { name: /^Suggested/ })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the numbers as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('desk.csv');
  const rows: Record<string, string>[] = parse(await readFile(await download.path(), 'utf8'), {
    columns: true,
  });
  const statuses = rows.filter(({ plot: name }) => name === 'claims by status');
  expect(statuses.map(({ category }) => category)).toContain('Suggested');
  expect(new Set(rows.map(({ plot: name }) => name)).size).toBe(9);
});

test('the list by keyboard: j and k move, x selects', async ({ page }) => {
  await pasteArticle(page, { title: 'By keyboard' });
  await openList(page);
  const [first = '', second = ''] = await codesOf(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: first })).toBeFocused();
  await page.keyboard.press('x');
  await expect(tick(page, first)).toBeChecked();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: second })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
});

test('desk, list and plan are clean for axe with everything on them, light and dark', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Clean' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.getByRole('button', { name: 'Take the claim' }).click();
  await expect(page.locator('.plan-box')).toContainText('Assignee: you');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/', '/claims', `/claims/${code}`]) {
      await page.goto(path);
      if (path === '/') {
        for (const more of await page.getByText('Numbers as a table').all()) await more.click();
      }
      if (path === '/claims') {
        await page
          .getByLabel('Step for the selected claims')
          .selectOption('Set priority or due date…');
        await page.getByRole('button', { name: 'Apply' }).click();
        await expect(page.getByText('There is a problem')).toBeVisible();
      }
      expect(await violations(page), `${path}, ${colorScheme}`).toEqual([]);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a selection is accepted and planned, and a claim planned on its page', async ({ page }) => {
    await pasteArticle(page, { title: 'Without scripts' });
    await openList(page);
    const [first = '', second = ''] = await codesOf(page);
    await tick(page, first).check();
    await tick(page, second).check();
    await page.getByLabel('Step for the selected claims').selectOption('Dismiss…');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('link', { name: 'Choose a reason for dismissing' })).toBeVisible();
    await expect(tick(page, first)).toBeChecked();
    await page.getByLabel('Step for the selected claims').selectOption('Accept');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(summary(page)).toContainText('2 accepted.');
    await expect(row(page, first)).toContainText('Open');

    await tick(page, first).check();
    await page.getByLabel('Step for the selected claims').selectOption('Set priority or due date…');
    await page.getByLabel('Due on').fill('2031-05-01');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(summary(page)).toContainText('1 planned.');
    await expect(row(page, first)).toContainText('Due 1 May 2031');

    await page.goto(`/claims/${first}`);
    await page.getByLabel('Due on').fill('soon');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await expect(page.getByRole('link', { name: /“soon” is not a date/ })).toBeVisible();
    await expect(page.getByLabel('Due on')).toHaveValue('soon');
    await page.getByLabel('Due on').fill('');
    // So that it is among the first of the queue, however many claims Ada has.
    await page.getByLabel('Priority').selectOption('High');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await expect(page.locator('.plan-box')).toContainText('High priority');
    await page.getByRole('button', { name: 'Take the claim' }).click();
    await expect(page.locator('.plan-box')).toContainText('Assignee: you');
    await page.goto('/');
    await expect(section(page, 'My queue')).toContainText(first);
    await expect(page.getByRole('img', { name: /^Claims by status/ })).toBeVisible();
  });
});
