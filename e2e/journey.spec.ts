import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { fillEvidence, openHistory } from './claim';
import { card, expect, pasteArticle, test } from './test';

test('from a pasted article to a verdict in a CSV', async ({ page }) => {
  await pasteArticle(page, { title: 'Journey to the harbour' });

  // The claims appear underlined, and beside the text.
  await expect(page.locator('.text .marked').filter({ hasText: 'around 400 yards' })).toBeVisible();
  await expect(card(page, '400 yards')).toContainText('about 400 yards');

  // Three are accepted, one is dismissed.
  const codes: string[] = [];
  for (const words of ['400 yards', '120 people', '12,400 passengers']) {
    const claim = card(page, words);
    codes.push((await claim.getAttribute('id')) ?? '');
    await claim.getByRole('button', { name: 'Accept' }).click();
    await expect(claim).toContainText('Open');
  }
  const dull = page.locator('[data-card][data-status="suggested"]').first();
  const dismissed = (await dull.getAttribute('id')) ?? '';
  await dull.getByText('Dismiss', { exact: true }).click();
  await dull.getByRole('button', { name: /as trivial/ }).click();
  await expect(page.locator(`#${dismissed}`)).toContainText('Dismissed: trivial');

  // A source with a quote.
  const [code = ''] = codes;
  await page.locator(`#${code}`).getByRole('link', { name: code, exact: true }).click();
  await page.getByRole('link', { name: 'Attach evidence' }).click();
  await fillEvidence(page, {
    title: 'As-built drawings of the Marl bridge',
    publisher: 'Northhaven roads office',
    address: 'https://roads.example/marl-bridge',
    day: '2025-03-01',
    text: 'Marl bridge, as built.\nThe length between the abutments is 415 metres.',
    quote: 'The length between the abutments is 415 metres.',
  });
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await expect(page.locator('.claim-marks')).toContainText('Checking');
  await expect(page.locator('.claim-marks')).toContainText('assigned to Ada Brandt');

  // A verdict.
  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await page.getByRole('radio', { name: /^Mostly false/ }).check();
  await page.getByLabel('Explanation').fill('The drawings give 415 metres, not 400 yards.');
  await page.getByRole('checkbox', { name: 'wrong unit' }).check();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByRole('heading', { name: /Mostly false/ })).toBeVisible();
  await expect(await openHistory(page)).toContainText('Ada Brandt gave a verdict');

  // The row is in the CSV of exactly the list on the screen.
  await page.goto('/claims?verdict=mostlyFalse&words=400+yards');
  await expect(page.locator('.result')).toContainText('1 claim');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('claims.csv');
  const rows: Record<string, string>[] = parse(await readFile(await download.path(), 'utf8'), {
    columns: true,
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    id: code,
    url: `${process.env.E2E_ADDRESS}/claims/${code}`,
    status: 'checking',
    'article title': 'Journey to the harbour',
    'figure as written': 'around 400 yards',
    qualifier: 'about',
    value: '400',
    unit: '[yd_i]',
    'base value': '365.76',
    'base low': '329.184',
    'base high': '402.336',
    'base unit': 'm',
    verdict: 'Mostly false',
    'rating value': '2',
    'AVeriTeC label': 'Refuted',
    reasons: 'wrong unit',
    explanation: 'The drawings give 415 metres, not 400 yards.',
    'best source title': 'As-built drawings of the Marl bridge',
    'best source quote': 'The length between the abutments is 415 metres.',
    sources: '1',
    primary: '1',
    supporting: '0',
    refuting: '1',
    checker: 'Ada Brandt',
    comparison: '',
    approver: '',
  });
  expect(rows[0]?.['best source SHA-256']).toMatch(/^[0-9a-f]{64}$/);
});
