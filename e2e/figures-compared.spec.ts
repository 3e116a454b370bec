import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { fillEvidence, gate, openHistory } from './claim';
import { expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

type Source = { title: string; publisher?: string; day?: string; quote: string; stance?: RegExp };

async function attach(page: Page, code: string, source: Source): Promise<void> {
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: source.title,
    publisher: source.publisher ?? source.title,
    day: source.day ?? '2025-03-01',
    text: `${source.title}.\n${source.quote}`,
    quote: source.quote,
  });
  await page.getByRole('radio', { name: source.stance ?? /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.locator('.evidence').filter({ hasText: source.quote })).toBeVisible();
}

const comparedFigure = (page: Page, surface: string) =>
  page.getByRole('region', { name: `“${surface}”` });

const DRAWINGS = {
  title: 'As-built drawings',
  quote: 'The length between the abutments is 415 metres.',
};
const SENTENCE =
  "The article's “around 400 yards” (366 metres) is 12% below the 415 metres the source gives.";

async function download(page: Page, name: string): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return parse(await readFile(await file.path(), 'utf8'), { columns: true });
}

test('from the words of a source to a sentence in the verdict and a row in the report', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await pasteArticle(page, { title: 'The bridge and its drawings' });
  const code = await openAcceptedClaim(page, '400 yards');
  const figure = comparedFigure(page, 'around 400 yards');
  await expect(gate(page, 'figuresCompared')).toContainText(
    'Not compared with a source: “around 400 yards”.',
  );
  await attach(page, code, DRAWINGS);
  await attach(page, code, {
    title: 'A walk over the bridge',
    quote: 'It is some 400 yards from bank to bank.',
    stance: /Supports/,
  });

  // What is suggested says already how the two stand; the pair is the reviewer's to choose.
  await expect(figure.getByText(SENTENCE)).toBeVisible();
  await page
    .getByRole('button', {
      name: 'Compare “around 400 yards” with “415 metres” of As-built drawings',
    })
    .click();
  const compared = page.getByRole('list', { name: 'Comparisons of “around 400 yards”' });
  await expect(compared).toContainText(SENTENCE);
  await expect(compared).toContainText('Differs');
  await expect(gate(page, 'figuresCompared')).toContainText('The figure is compared.');
  await expect(await openHistory(page)).toContainText(
    'compared a figure with a figure in the evidence',
  );

  // The line and the table say the same.
  await expect(figure.getByRole('img', { name: /on one line/ })).toBeVisible();
  const row = figure.getByRole('row', { name: /As-built drawings/ });
  await expect(row).toContainText('1 March 2025');
  await expect(row).toContainText('453.3 to 454.4 yards');
  await expect(row).toContainText('12% and 49.2 metres below');
  await expect(figure.getByRole('row', { name: /The article around/ })).toContainText(
    '360 to 440 yards',
  );
  await figure.getByText('Compare with a calculation').click();
  expect(await violationsInBoth(page)).toEqual([]);

  // The verdict form offers the sentence and a rating. Another rating asks why.
  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await expect(page.getByText('The figures suggest Mostly false (understated).')).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: `Insert: ${SENTENCE}` }).click();
  await expect(page.getByLabel('Explanation')).toHaveValue(SENTENCE);
  await page.getByRole('button', { name: 'Choose this rating' }).click();
  await expect(page.getByRole('radio', { name: /^Mostly false/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'understated' })).toBeChecked();
  await page.getByRole('radio', { name: /^Half true/ }).check();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(problem(page)).toContainText(
    'The figures suggest “Mostly false”: enter the reason for a different rating',
  );
  await expect(page.getByLabel('Explanation')).toHaveValue(SENTENCE);
  await page
    .getByLabel('Reason for a rating other than Mostly false')
    .fill('The guide measures from bank to bank.');
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  const verdict = page.locator('.verdict-version').first();
  await expect(verdict).toContainText(SENTENCE);
  await expect(verdict).toContainText(
    'Reason for a rating other than “Mostly false”: The guide measures from bank to bank.',
  );

  // The reports carry it.
  await page.goto(`/claims?words=400+yards&verdict=halfTrue`);
  const claims = await download(page, 'Download CSV');
  expect(claims.find(({ id }) => id === code)).toMatchObject({
    comparison: 'differs',
    ratio: '0.881349',
    'difference %': '-11.87',
    explanation: SENTENCE,
  });
  const comparisons = await download(page, 'Comparisons CSV');
  expect(comparisons.filter((each) => each['claim id'] === code)).toMatchObject([
    {
      'figure as written': 'around 400 yards',
      'source figure as written': '415 metres',
      comparison: 'differs',
      difference: '-49.24',
      'difference unit': 'm',
      sentence: SENTENCE,
      quote: DRAWINGS.quote,
      'source title': 'As-built drawings',
      'source SHA-256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'compared by': 'Ada Brandt',
    },
  ]);

  // A comparison that changes asks for the verdict again; what it was given on stays to be seen.
  await page.goto(`/claims/${code}`);
  await page.getByText('The 2 figures in the evidence').click();
  await page.getByRole('link', { name: /^Edit the figure “415 metres”/ }).click();
  await expect(page.getByText(`Figure in the evidence “${DRAWINGS.quote}”`)).toBeVisible();
  await page.getByLabel('Value').fill('375');
  await page.getByRole('button', { name: 'Save the figure' }).click();
  await expect(compared).toContainText('Within');
  await expect(gate(page, 'verdictCurrent')).toHaveAttribute('data-open', 'false');
  await verdict.getByText('One comparison of figures').click();
  await expect(verdict.locator('.frozen')).toContainText(SENTENCE);
});

test('a toll that grows is shown over time, and a later one overtakes it', async ({ page }) => {
  await pasteArticle(page, {
    title: 'The flood',
    text: 'At least nine people were hurt. The flood killed 120 people in the valley, the governor, Ana Ruiz, said.\n',
  });
  const code = await openAcceptedClaim(page, 'killed 120 people');
  await page.getByRole('link', { name: /^Edit the figure “120/ }).click();
  await page.getByText('Range, date and statistic').click();
  await page.getByLabel('As of').fill('2025-02-06');
  await page.getByRole('button', { name: 'Save the figure' }).click();
  for (const [title, day, count] of [
    ['First bulletin', '2025-02-04', '80'],
    ['Last bulletin', '2025-02-20', '208'],
  ] as const) {
    await attach(page, code, { title, day, quote: `The flood killed ${count} people.` });
    await page.getByRole('button', { name: new RegExp(`^Compare “120.*${title}`) }).click();
    await expect(page.getByRole('list', { name: /^Comparisons of “120/ })).toContainText(title);
  }
  const figure = page.getByRole('region', { name: /“120/ });
  await expect(figure).toContainText(
    "The article's 120 people killed (6 February 2025) is overtaken by the 208 the source gives for 20 February 2025.",
  );
  await expect(figure).toContainText('is older than the article');
  await expect(figure.getByRole('img', { name: /over time/ })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await expect(page.getByText('The figures suggest Outdated (outdated).')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('figures are compared and taken back, and the sentence is there to copy', async ({
    page,
  }) => {
    await pasteArticle(page, { title: 'Compared without scripts' });
    const code = await openAcceptedClaim(page, '120 people');
    await attach(page, code, {
      title: 'Fire log',
      quote: 'The log counts 118 injured and 3 engines.',
    });
    const figure = page.locator('.held-figure').first();
    await page.getByRole('button', { name: /^Compare “.*118/ }).click();
    await expect(figure.getByRole('list', { name: /^Comparisons of/ })).toContainText('118');
    await expect(gate(page, 'figuresCompared')).toHaveAttribute('data-open', 'true');

    // Any other figure can be chosen from the list.
    await figure.getByText('Compare with another figure').click();
    await figure
      .getByLabel(/with another figure/)
      .selectOption({ label: '“3” engines, Fire log, 1 March 2025' });
    await figure.getByRole('button', { name: /with the chosen figure/ }).click();
    await expect(figure.getByText('Different measure').first()).toBeVisible();
    await figure.getByRole('button', { name: /^Remove the comparison.*“3”/ }).click();
    await expect(figure.getByText('Different measure')).toHaveCount(0);

    // A calculation of two figures of the evidence.
    await figure.getByText('Compare with a calculation').click();
    const calculation = figure.locator('form.calculate');
    await calculation.getByLabel('Calculation to compare').selectOption({ label: 'Sum' });
    await calculation.getByLabel('Second figure').selectOption({ index: 0 });
    await calculation.getByRole('button', { name: /^Calculate and compare/ }).click();
    await expect(figure.getByRole('alert')).toContainText('Choose each figure once');
    await expect(calculation.getByLabel('Calculation to compare')).toHaveValue('sum');
    await calculation.getByLabel('Second figure').selectOption({ index: 1 });
    await calculation.getByRole('button', { name: /^Calculate and compare/ }).click();
    await expect(figure.locator('.working')).toHaveText(
      '118 + 3 = 121 from “118” of Fire log and “3” of Fire log',
    );

    await page.goto(`/claims/${code}/verdict`);
    await expect(
      page.getByRole('region', { name: 'What the compared figures show' }),
    ).toContainText('The 118 the source gives is within');
  });
});
