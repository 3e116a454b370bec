import type { Locator, Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { another, card, expect, pasteArticle, test } from './test';

const PARAGRAPHS = Array.from(
  { length: 30 },
  (_, n) =>
    `The harbour of Northhaven spent ${n + 2} million euros on quay ${n + 1} in 2024. The council of the town met in the old hall and spoke for a while about boats, birds and weather, as it does each month.`,
);
const LONG = `Northhaven counts its quays\n\n${PARAGRAPHS.join('\n\n')}\n\nThe mayor, Greta Holm, waved. She resigned.\n`;

/** Whether an element is whole in the window. */
const isWholeInView = (element: Locator) =>
  element.evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

const wordsOf = (page: Page, code: string) =>
  page.locator(`.marked[data-claims~="${code}"]`).first();
const current = (page: Page) => page.locator('[data-card].current');

test('the words of the claim are in view while a reviewer judges it, by key and by pointer', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await pasteArticle(page, { text: LONG, title: 'Quays' });
  for (let presses = 0; presses < 24; presses++) {
    await page.keyboard.press('j');
    const code = (await current(page).getAttribute('id')) ?? '';
    expect(await isWholeInView(wordsOf(page, code)), `${code}: words`).toBe(true);
    expect(await isWholeInView(page.locator(`#${code}`)), `${code}: card`).toBe(true);
  }
  // A click on words far below finds their card, and a click on a card far above its words.
  const last = page.locator('.marked').last();
  await last.click();
  const code = (await last.getAttribute('data-claim')) ?? '';
  await expect(page.locator(`#${code}`)).toBeFocused();
  expect(await isWholeInView(page.locator(`#${code}`))).toBe(true);
  await page.locator('[data-card]').first().locator('.card-text').click();
  const first = (await current(page).getAttribute('id')) ?? '';
  expect(first).not.toBe(code);
  expect(await isWholeInView(wordsOf(page, first))).toBe(true);
  expect(await violationsInBoth(page)).toEqual([]);
});

test('on a telephone the card opens over the text, and leads back to the words', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await pasteArticle(page, { text: LONG, title: 'Quays on a telephone' });
  const words = page.locator('.marked').nth(6);
  await words.click();
  const code = (await words.getAttribute('data-claim')) ?? '';
  const open = page.locator(`#${code}`);
  expect(await isWholeInView(open)).toBe(true);
  expect(await isWholeInView(words)).toBe(true);
  expect(await violationsInBoth(page)).toEqual([]);
  await open.getByRole('button', { name: 'Accept' }).click();
  await expect(open).toContainText('Open the claim →');
  await open.getByRole('link', { name: 'Next claim' }).click();
  const next = (await current(page).getAttribute('id')) ?? '';
  expect(next).not.toBe(code);
  expect(await isWholeInView(wordsOf(page, next))).toBe(true);
  await page.locator(`#${next}`).getByRole('link', { name: 'Back to the text' }).click();
  await expect(page.locator('[data-card].open')).toHaveCount(0);
  expect(await isWholeInView(wordsOf(page, next))).toBe(true);
});

test('suggestions are ranked and filtered, and mended on their cards', async ({ page }) => {
  await pasteArticle(page, { text: LONG, title: 'Ranked' });
  await page.getByRole('link', { name: 'Worth checking first' }).click();
  await expect(page.locator('[data-card]').first()).toContainText('Worth checking: high – ');
  await expect(page.getByText(/^\d+ more, less worth checking$/)).toBeVisible();
  await page.getByRole('link', { name: /^Figures \d/ }).click();
  await expect(page).toHaveURL(/order=worth&only=figures/);
  await expect(page.locator('[data-card]')).toHaveCount(30);
  await page.getByRole('link', { name: /^Figures \d/ }).click();
  await page.getByRole('link', { name: 'In the order of the text' }).click();
  await expect(page).toHaveURL(/order=text/);

  // Words, claimant and figures are mended in place, by keyboard.
  const quay = card(page, 'spent 9 million euros');
  const code = (await quay.getAttribute('id')) ?? '';
  await quay.locator('.card-text').click();
  await page.keyboard.press('e');
  const claim = page.locator(`#${code}`);
  await expect(claim.getByLabel('The claim')).toBeFocused();
  await claim.getByLabel('Figures').fill('no number at all');
  await claim.getByRole('button', { name: 'Save' }).click();
  await expect(claim.getByRole('alert')).toContainText('reads no figure in “no number at all”');
  await claim.getByLabel('Figures').fill('9 million euros\naround 400 metres');
  await claim.getByLabel('The claim').fill('Northhaven spent 9 million euros on quay 8 in 2024.');
  await claim.getByLabel('Claimant').fill('Harbour board');
  await claim.getByRole('button', { name: 'Save' }).click();
  await expect(claim.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(claim).toContainText('Northhaven spent 9 million euros');
  await expect(claim).toContainText('Said by Harbour board');
  await expect(claim).toContainText('about 400 metres');
  await expect(claim).toBeFocused();

  // Split at a word, and merged again.
  await page.keyboard.press('e');
  await claim.getByText('euros', { exact: true }).click();
  await claim.getByRole('button', { name: 'Split the claim' }).click();
  await expect(card(page, 'Euros on quay 8')).toBeVisible();
  await expect(claim.getByRole('button', { name: 'Split the claim' })).toHaveCount(0);
  await claim.locator('.card-text').click();
  await page.keyboard.press('e');
  await claim.getByRole('button', { name: 'Merge with the next claim' }).click();
  await expect(page.getByRole('link', { name: '1 dismissed' })).toBeVisible();
  await expect(claim.getByRole('button', { name: 'Merge with the next claim' })).toHaveCount(0);
  await expect(claim).toContainText('9 million euros on quay 8 in 2024.');

  // Many claims get one claimant at once.
  await page.getByText('Change several claims').click();
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByLabel('Place').fill('Northhaven');
  await page.getByRole('button', { name: 'Change the selected claims' }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

  // One press says that the engine misread it.
  await claim.locator('.card-text').click();
  await page.keyboard.press('d');
  await claim.getByRole('button', { name: /as misread/ }).click();
  await expect(claim).toContainText('Dismissed: misread');
});

test('a claim is mended on a page of its own without JavaScript', async ({ page, browser }) => {
  await pasteArticle(page, { text: LONG, title: 'Mended without scripts' });
  const plain = await another(browser, {
    storageState: 'test-results/signed-in.json',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  await plain.goto(new URL(page.url()).pathname);
  // The card opens over the text by its link alone.
  const words = plain.locator('.marked').nth(4);
  const code = (await words.getAttribute('data-claim')) ?? '';
  await words.click();
  const open = plain.locator(`#${code}`);
  expect(await isWholeInView(open)).toBe(true);
  await open.getByRole('link', { name: `Edit ${code}` }).click();
  await plain.getByLabel('The claim').fill('Northhaven has many quays.');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(plain.locator(`#${code}`)).toContainText('Northhaven has many quays.');
});

test('an article that cannot be fetched is tried again or pasted, is archived, and comes back', async ({
  page,
}) => {
  await page.goto('/articles/new');
  await page.getByLabel('Address').fill(`${process.env.E2E_SOURCES}/wall/article`);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 });
  await page.getByText('Paste the text instead').click();
  await page.getByLabel('Text of the article').fill('The harbour employs 12,000 people in Marl.');
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByLabel('Title').fill('Pasted instead');
  await page.getByLabel('Speaker of the whole text').fill('Eva Holm');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByText('0 of 1 decided')).toBeVisible();
  const claim = card(page, '12,000 people');
  await expect(claim).toContainText('Said by Eva Holm');
  await claim.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('1 of 1 decided')).toBeVisible();

  await page.getByRole('link', { name: 'Edit details' }).click();
  await expect(page).toHaveTitle(/Edit article/);
  await expect(page.getByRole('button', { name: 'Remove the article' })).toHaveCount(0);
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Archive the article' }).click();
  await expect(page.getByText('This article is archived')).toBeVisible();
  await page.goto('/articles');
  await expect(page.getByRole('link', { name: 'Pasted instead' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Archived articles' }).click();
  await page.getByRole('link', { name: 'Pasted instead' }).click();
  await page.getByRole('link', { name: 'Edit details' }).click();
  await page.getByRole('button', { name: 'Take back from the archive' }).click();
  await expect(page.getByText('This article is archived')).toHaveCount(0);
});
