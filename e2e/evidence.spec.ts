import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { gate } from './claim';
import { expect, openAcceptedClaim, pasteArticle, test } from './test';

const sources = () => process.env.E2E_SOURCES ?? '';
const WORDS = 'The duty log of the fire service counts 118 people';

/** Gives an address as the source of a claim, and waits for the desk's copy of it. */
async function chooseSource(page: Page, code: string, path: string) {
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByLabel('Address').fill(`${sources()}${path}`);
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
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
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
  }, WORDS);
  await page.getByRole('button', { name: 'Quote these words' }).click();
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
  await page.getByLabel('Quote').fill(WORDS.replace('118', '181'));
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
