import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { fillEvidence } from './claim';
import { another, expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

const MB = 1024 * 1024;
const LINE = 'The bridge is 400 yards long, the mayor said on Friday. ';

/** Puts a long text into a field at once; typing it would take minutes. */
const paste = (page: Page, label: string, text: string) =>
  page.getByLabel(label).evaluate((field, value) => {
    (field as HTMLTextAreaElement).value = value;
  }, text);

test('an empty article is refused with a message', async ({ page }) => {
  await page.goto('/articles/new');
  await page.getByLabel('Text of the article').fill('  \n ');
  await page.getByLabel('Address').fill('javascript:alert(1)');
  await page.getByLabel('Published on').fill('some day');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(problem(page).getByRole('link')).toHaveText([
    'Enter a web address that begins with http:// or https://',
    /“some day” is not a date/,
  ]);
  await expect(page.getByLabel('Address')).toHaveValue('javascript:alert(1)');
  await page.getByLabel('Address').fill('');
  await page.getByLabel('Published on').fill('');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(problem(page).getByRole('link')).toHaveText([
    'Paste the text of the article, choose a file or enter an address',
  ]);
  await expect(page.getByLabel('Text of the article')).toHaveAttribute('aria-invalid', 'true');
});

test('five megabytes are read, and shown a part at a time', async ({ page }) => {
  test.setTimeout(120_000);
  // A book, not a list of figures: a claim here and there.
  const paragraph = `${LINE}${'And who was there to see it, and why did nobody ask them about it? '.repeat(9).trim()}\n\n`;
  // A line that comes again would be one suggestion.
  const text = Array.from({ length: Math.floor((5 * MB) / (paragraph.length + 6)) }, (_, at) =>
    paragraph.replace('400 yards', `${at + 100} yards`),
  ).join('');
  await page.goto('/articles/new');
  await paste(page, 'Text of the article', text);
  await page.getByLabel('Title').fill('Five megabytes');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Five megabytes' })).toBeVisible({
    timeout: 100_000,
  });
  // It has more statements than anybody checks: the desk asks which of them it suggests.
  await page.getByRole('button', { name: 'Suggest these statements' }).click({ timeout: 100_000 });
  await expect(page.getByText(/Part 1 of \d+/).first()).toBeVisible({ timeout: 90_000 });
  await page.getByRole('link', { name: 'Part 2' }).first().click();
  await expect(page.getByText(/Part 2 of \d+/).first()).toBeVisible();
  await expect(page.locator('.marked').first()).toBeVisible();
});

test('six megabytes are refused before they are sent', async ({ page }) => {
  await page.goto('/articles/new');
  await paste(page, 'Text of the article', LINE.repeat(Math.ceil((6 * MB) / LINE.length)));
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent++;
  });
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(problem(page)).toContainText(
    'This text is 6.0 MB long. The desk takes at most 5.0 MB',
  );
  expect(sent).toBe(0);
  const length = await page
    .getByLabel('Text of the article')
    .evaluate((field) => (field as HTMLTextAreaElement).value.length);
  expect(length).toBeGreaterThan(6 * MB);
});

test('without JavaScript six megabytes are refused by the desk, and come back whole', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await another(browser, {
    storageState: 'test-results/signed-in.json',
    javaScriptEnabled: false,
  });
  await page.goto('/articles/new');
  const text = LINE.repeat(Math.ceil((6 * MB) / LINE.length));
  // The browser has no scripts, so the form is sent the way it would send it.
  const form = await page.locator('main form').evaluate((element) => {
    const fields = [...(element as HTMLFormElement).querySelectorAll('input, textarea')];
    return fields.map((field) => {
      const { name, value } = field as HTMLInputElement;
      return [name, value] as const;
    });
  });
  const multipart = Object.fromEntries(
    form.map(([name, value]) => [name, name === 'text' ? text : value]),
  );
  const answer = await page.request.post('/articles/new', {
    multipart,
    headers: { origin: process.env.E2E_ADDRESS ?? '' },
    timeout: 100_000,
  });
  const html = await answer.text();
  expect(html).toContain('The desk takes at most 5.0 MB');
  expect(html.length).toBeGreaterThan(6 * MB);
  await page.context().close();
});

test('a text that is far too long is refused with a sentence before it is read', async ({
  request,
}) => {
  const answer = await request.post('/articles/new', {
    data: Buffer.alloc(30 * MB, 'a'),
    headers: { 'content-type': 'text/plain' },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toMatch(/too (large|long)|at most/i);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE Claim; --",
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '\u202Eright to left\u202C',
  '\u200B\u200C\u200D',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  'Ω≈ç√∫˜µ≤≥÷',
  '{{7*7}} #{7*7} %s %x %n',
  'NUL: \0 and half: \ud800',
  '../../../../etc/passwd',
  'null undefined NaN Infinity 0x1F',
  `${'A'.repeat(4000)}`,
];
const blns = new URL('../../shared/eval/hostile/blns.json', import.meta.url);
const strings: string[] = existsSync(blns)
  ? [...HOSTILE, ...(JSON.parse(readFileSync(blns, 'utf8')) as string[])]
  : HOSTILE;

test(`${strings.length} hostile strings are read, shown and exported as nothing but text`, async ({
  page,
}) => {
  test.setTimeout(180_000);
  let alerts = 0;
  page.on('dialog', (dialog) => {
    alerts++;
    void dialog.dismiss();
  });
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
  });
  const lines = strings.filter((each) => each.trim() !== '');
  await page.goto('/articles/new');
  await paste(
    page,
    'Text of the article',
    lines.map((each) => `The mayor said 12 people saw ${each} on Friday.`).join('\n\n'),
  );
  await page.getByLabel('Title').fill(HOSTILE[1] ?? '');
  await page.getByText('Publisher, author, speaker').click();
  await page.getByLabel('Publisher').fill(HOSTILE[0] ?? '');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE[1] ?? '');
  await expect(page.locator('.text script, .text img')).toHaveCount(0);

  const claim = page.locator('[data-card][data-status="suggested"]').first();
  const code = (await claim.getAttribute('id')) ?? '';
  await claim.getByRole('button', { name: 'Accept' }).click();
  await expect(page.locator(`#${code}`)).toContainText('Open');
  await page.goto(`/claims/${code}/edit`);
  await page.getByLabel('The claim', { exact: true }).fill("=cmd|' /C calc'!A0");
  await page.getByLabel(/^Claimant/).fill('@SUM(1+1)*cmd');
  await page.getByRole('button', { name: 'Save the claim' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("=cmd|' /C calc'!A0");

  const article = await page
    .getByRole('link', { name: HOSTILE[1] ?? '' })
    .first()
    .getAttribute('href');
  const id = /[0-9a-f-]{36}/.exec(article ?? '')?.[0];
  const csv = await (await page.request.get(`/exports/claims.csv?article=${id}`)).text();
  const rows: string[][] = parse(csv);
  const formulas = rows.flat().filter((cell) => /^[=+@\t\r\n]|^-(?!\d+(\.\d+)?$)/.test(cell));
  expect(formulas).toEqual([]);
  expect(rows.flat()).toContain("'@SUM(1+1)*cmd");
  for (const words of strings.slice(0, 60)) {
    const answer = await page.request.get(
      `/claims?words=${encodeURIComponent(words.toWellFormed())}`,
    );
    expect(answer.status(), words).toBe(200);
  }
  expect(alerts).toBe(0);
  expect(failures).toEqual([]);
});

test('a verdict without an explanation, or without a rating, is refused beside the field', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'No explanation' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/verdict`);
  await page.getByRole('radio', { name: /^Unproven/ }).check();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByLabel('Explanation')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('radio', { name: /^Unproven/ })).toBeChecked();
  await page.getByLabel('Explanation').fill('It is so.');
  await page.getByRole('radio', { name: /^False/ }).check();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(problem(page)).toContainText('This rating needs evidence');
  await expect(page.getByLabel('Explanation')).toHaveValue('It is so.');
});

test('a missing page says that it does not exist', async ({ page }) => {
  for (const path of [
    '/claims/C-9999999',
    '/claims/nothing',
    '/claims/00000000-0000-7000-8000-000000000000/edit',
    '/articles/00000000-0000-7000-8000-000000000000',
    '/articles/%00',
    '/sources/x',
    '/no/such/page',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  }
});

test('an invalid address of a list shows the plain list', async ({ page }) => {
  const answer = await page.goto(
    '/claims?status=x&kind=1&article=2&after=~~&before=a~b&sort=z&figure=perhaps&page=last&status=y',
  );
  expect(answer?.status()).toBe(200);
  await expect(page.locator('.result')).toContainText('claims');
});

test('a form sent twice is recorded once', async ({ page }) => {
  await pasteArticle(page, { title: 'Sent twice' });
  const code = await openAcceptedClaim(page, '12,400 passengers');
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Harbour register',
    text: '12,400 came.',
    quote: '12,400 came.',
  });
  await page.getByRole('radio', { name: /Supports/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  // Held back until it was pressed twice, the way an impatient hand does on a slow line.
  await page.getByRole('button', { name: 'Attach the evidence' }).evaluate((button) => {
    const form = (button as HTMLButtonElement).form;
    form?.requestSubmit(button as HTMLButtonElement);
    form?.requestSubmit(button as HTMLButtonElement);
  });
  await expect(page.getByText('quote found in the copy')).toHaveCount(1);
  await page.reload();
  await expect(page.getByText('quote found in the copy')).toHaveCount(1);

  await page.goto('/articles/new');
  await page.getByLabel('Text of the article').fill('The tower is 90 metres high.');
  await page.getByLabel('Title').fill('Twice the tower');
  await page.getByRole('button', { name: 'Find the claims' }).evaluate((button) => {
    const form = (button as HTMLButtonElement).form;
    form?.requestSubmit(button as HTMLButtonElement);
    form?.requestSubmit(button as HTMLButtonElement);
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Twice the tower' })).toBeVisible();
  await page.goto('/articles');
  await expect(page.getByRole('link', { name: 'Twice the tower' })).toHaveCount(1);
});

test('invisible characters in a name are refused, and in a text are shown by marks', async ({
  page,
}) => {
  await page.goto('/people');
  await page.getByLabel('Name').fill('Ada \u202etdnarB');
  await page.getByLabel('Email').fill('turned@example.org');
  await page.getByLabel(/^Viewer/).check();
  await page.getByRole('button', { name: 'Create the invitation' }).click();
  await expect(problem(page)).toContainText('Remove the invisible character U+202E from the name');
  await page.getByLabel('Name').fill('ADA  BRÀNDT');
  await page.getByRole('button', { name: 'Create the invitation' }).click();
  await expect(problem(page)).toContainText(
    'This desk already has a person or an invitation with the name Ada Brandt',
  );

  const text = 'The old bridge\u001b[2J carried 12,400 people\u202e a day in March.';
  await pasteArticle(page, { title: 'Hidden things', text });
  await expect(page.locator('main')).toContainText('The old bridge\u241b[2J carried');
  await expect(page.locator('main')).toContainText('people\ufffd a day');
});
