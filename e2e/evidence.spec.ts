import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { gate, openIt, openStatement, WHAT_IT_IS } from './claim';
import { pdfOf } from './pdf-bytes';
import { expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

const sources = () => process.env.E2E_SOURCES ?? '';
const WORDS = 'The duty log of the fire service counts 118 people';

/** Gives an address as the source of a claim, and waits for the desk's copy of it. */
async function chooseSource(page: Page, code: string, path: string) {
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByLabel(WHAT_IT_IS).fill(`${sources()}${path}`);
  await openIt(page);
  const text = page.getByRole('region', { name: 'Text of the copy' });
  await expect(text).toContainText(WORDS, { timeout: 30_000 });
  return text;
}

async function download(page: Page, name: string): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return parse(await readFile(await file.path(), 'utf8'), { columns: true });
}

test('from the address of a source to a row in the report that compares the figure with it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await pasteArticle(page, { title: 'The collapse, and what the log says' });
  const code = await openAcceptedClaim(page, '120 people');
  const text = await chooseSource(page, code, '/report/whole-journey');
  await text.locator('span', { hasText: WORDS }).evaluate((run, words) => {
    const node = run.firstChild as Text;
    const at = node.data.indexOf(words);
    // A hand that slips: the first and the last word are made whole.
    document.getSelection()?.setBaseAndExtent(node, at + 1, node, at + words.length - 2);
  }, WORDS);
  await page.getByRole('button', { name: 'Use as quote' }).click();
  // Some 120 were injured, says the article: 118 is within that.
  await page.getByRole('radio', { name: /Supports/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();

  await page.getByRole('button', { name: /^Compare “.*118/ }).click();
  const compared = page.getByRole('list', { name: /^Comparisons of “/ });
  const sentence = (await compared.locator('.sentence').innerText()).trim();
  expect(sentence).toMatch(/118.*120/);

  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await page.getByRole('button', { name: `Insert: ${sentence}` }).click();
  await page.getByRole('button', { name: 'Choose this rating' }).click();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.locator('.verdict-version').first()).toContainText(sentence);

  const served = await page.request.get(`${sources()}/report/whole-journey`);
  const sha256 = createHash('sha256')
    .update(await served.body())
    .digest('hex');
  await page.goto(`/claims?words=${code}`);
  const [claim] = await download(page, 'Download CSV');
  expect(claim).toMatchObject({
    id: code,
    explanation: sentence,
    'best source title': 'Log of the collapse',
    'best source quote': WORDS,
    'best source SHA-256': sha256,
    'best source quote found': 'found',
    'quotes not found': '0',
    comparison: 'within',
    'difference %': '1.69',
  });
  const [evidence] = await download(page, 'Evidence CSV');
  expect(evidence).toMatchObject({
    'claim id': code,
    quote: WORDS,
    'quote in source': 'found',
    'source SHA-256': sha256,
    'published on': '2026-03-04',
  });
});

test('a quote with another figure than its capture has a clear warning, and cannot be submitted without an explanation', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'A figure that was misread' });
  const code = await openAcceptedClaim(page, '120 people');
  await chooseSource(page, code, '/report/misread');
  await page.getByLabel('Quote', { exact: true }).fill(WORDS.replace('118', '181'));
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();

  const evidence = page.locator('.evidence');
  await expect(evidence.getByText('The quote has another figure than')).toBeVisible();
  await expect(evidence.locator('.stands-as')).toContainText('118');
  await expect(gate(page, 'quotesFound')).toContainText('One quote has another figure');
  await expect(page.locator('.comparisons .notice')).toContainText('To compare the figure');
  await expect(page.getByRole('button', { name: /^Compare “/ })).toHaveCount(0);
  expect(await violationsInBoth(page)).toEqual([]);

  await evidence.getByRole('link', { name: /^Edit the evidence/ }).click();
  await page.getByRole('textbox', { name: 'Quote' }).fill(WORDS);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await expect(gate(page, 'quotesFound')).toContainText('Every quote is in its source.');
});

test('a PDF gives its page, a table its figure, and a source that quotes another is asked about', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Pages, tables and who counts' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  const line = (text: string, y: number) => ({ text, x: 50, y, size: 11 });
  const pages = [
    [line('Northhaven fire service', 780), line('Duty log of the year 1998', 760)],
    [line(`${WORDS} who were treated.`, 780), line('Of them 31 went to hospital.', 700)],
  ];
  await page.getByLabel('or a file').setInputFiles({
    ...{ name: 'duty-log.pdf', mimeType: 'application/pdf' },
    buffer: pdfOf(pages, { title: 'Duty log' }),
  });
  await openIt(page);
  const find = page.getByLabel('Find in the copy');
  await expect(find).toBeVisible({ timeout: 30_000 });
  for (const words of ['duty log of the fire', '31 went']) {
    await find.fill(words);
    await find.press('Enter');
    await expect(page.locator('.found-words q')).toContainText(words);
    await expect(page.getByText('One place, on p. 2')).toBeVisible();
    await page.getByRole('link', { name: 'Use this sentence as quote' }).click();
  }
  await expect(page.getByLabel('Quote 2')).toHaveValue('Of them 31 went to hospital.');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('p. 2', { exact: true })).toHaveCount(2);

  // The publisher of the log is quoted by the next source, which is a table as well.
  const log = page.getByRole('link', { name: 'Duty log', exact: true }).first();
  const source = (await log.getAttribute('href'))?.split('/captures/')[0];
  await page.goto(`${source}/edit`);
  await page.getByLabel('Publisher').fill('Northhaven fire service');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await page.goto(`/claims/${code}/evidence/new`);
  await page
    .getByLabel(WHAT_IT_IS)
    .fill(
      'Ten years on\n\nThe Northhaven fire service said that many were hurt.\n\nPlace\tInjured 1998\tInjured 1999\nNorthhaven\t118\t4\nVelm\t12\t5',
    );
  await openIt(page);
  await page.getByRole('link', { name: 'Use 118, Injured 1998, Northhaven' }).click();
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Secondary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(problem(page)).toContainText('Say whether the source is independent');
  await expect(page.getByText('The copy quotes Northhaven fire service')).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('radio', { name: /counts as one with Northhaven fire service/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText(/^Counts as one source with/).first()).toBeVisible();
  await expect(gate(page, 'independentSources')).toContainText('only one independent source');
  // Only the figure that was pressed is evidence, and not the others of its row.
  const compare = (figure: string) =>
    page.getByRole('button', { name: new RegExp(`^Compare “.*“${figure}” of Ten years on`) });
  await expect(compare('118')).toHaveCount(1);
  await expect(compare('4')).toHaveCount(0);
});

test('evidence is saved before its copy is there, and its quote is checked by itself', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Saved before the copy' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByLabel(WHAT_IT_IS).fill(`${sources()}/slow/evidence`);
  await openStatement(page);
  await page.getByLabel('Quote', { exact: true }).fill(WORDS);
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('The quote is not checked yet')).toBeVisible();
  await expect(gate(page, 'quotesFound')).toContainText('One quote is not checked yet');
  await expect(page.getByText('quote found in the copy')).toBeVisible({ timeout: 30_000 });
  const words = page.getByRole('link', { name: 'These words on the page' });
  await expect(words).toHaveAttribute('href', /slow\/evidence#:~:text=The%20duty%20log/);
});
