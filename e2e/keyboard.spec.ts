import { WHAT_IT_IS } from './claim';
import { enter, tabTo, type, typeInto } from './keys';
import { expect, pasteArticle, STORY, test } from './test';

test('the whole journey by keyboard alone', async ({ page }) => {
  await page.goto('/articles');
  await tabTo(page, page.getByRole('link', { name: 'New article' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New article' })).toBeVisible();
  await type(page, 'Text of the article', STORY);
  await type(page, 'Title', 'Journey by keyboard');
  await tabTo(page, page.getByRole('button', { name: 'Find the claims' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Journey by keyboard' })).toBeVisible();

  // One key a step: three accepted, one dismissed, one taken back.
  const codes: string[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('j');
    const focused = page.locator('[data-card]:focus');
    await expect(focused).toHaveCount(1);
    const code = (await focused.getAttribute('id')) ?? '';
    codes.push(code);
    await page.keyboard.press('a');
    await expect(page.locator(`#${code}`)).toContainText('Open');
  }
  await page.keyboard.press('j');
  const dismissed = (await page.locator('[data-card]:focus').getAttribute('id')) ?? '';
  await page.keyboard.press('d');
  await page.keyboard.press('4');
  await expect(page.locator(`#${dismissed}`)).toContainText('Dismissed: trivial');
  await page.keyboard.press('u');
  await expect(page.locator(`#${dismissed}`)).toContainText('Suggested');
  await page.keyboard.press('d');
  await page.keyboard.press('4');
  await expect(page.locator(`#${dismissed}`)).toContainText('Dismissed: trivial');

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();

  // From the card to the claim, and its forms.
  await page.keyboard.press('k');
  await expect(page.locator(`#${codes[2]}`)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/claims/${codes[2]}`);
  await tabTo(page, page.getByRole('link', { name: 'Attach evidence' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Attach evidence' })).toBeVisible();
  await type(page, WHAT_IT_IS, 'On that day 118 people were treated.');
  await enter(page, page.getByText('I have the words already'));
  await typeInto(page, page.getByLabel('Quote', { exact: true }), '118 people were treated');
  await tabTo(page, page.getByRole('radio', { name: /Supports/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radio', { name: /Primary/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Attach the evidence' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('quote found in the copy')).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Give a verdict' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Give a verdict' })).toBeVisible();
  await tabTo(page, page.getByRole('radio', { name: /^True/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Mostly true/ })).toBeChecked();
  await type(page, 'Explanation', 'The log counts 118.');
  await tabTo(page, page.getByRole('button', { name: 'Give the verdict' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Mostly true/ })).toBeVisible();

  await page.goto('/claims?verdict=mostlyTrue&words=');
  await tabTo(page, page.getByRole('link', { name: 'Download CSV' }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('claims.csv');
});

test('words selected in the article become a claim, placed where they stand', async ({ page }) => {
  const text = 'Pyongyang sends shells, and Moscow pays with military technology, food and money.';
  await pasteArticle(page, { title: 'Shells for food', text });
  await expect(page.locator('.marked').first()).toBeVisible();
  const words = 'military technology';
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.text') as Node,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
  }, words);
  await expect(page.locator('.selection-bar')).toContainText(words);
  await page.keyboard.press('c');
  // The form stands beside the words, filled in; one key would save it.
  const form = page.getByRole('region', { name: 'New claim' });
  await expect(form.getByRole('button', { name: 'Add the claim' })).toBeFocused();
  await expect(form.getByLabel('The claim')).toHaveValue('Military technology.');
  await expect(form.getByLabel('Kind')).toHaveValue('event');
  await form.getByLabel('The claim').fill('Moscow pays with military technology.');
  await form.getByRole('button', { name: 'Add the claim' }).click();
  const made = page
    .locator('[data-card]')
    .filter({ hasText: 'Moscow pays with military technology.' });
  await expect(made).toContainText('Open');
  await expect(form).toHaveCount(0);
  await expect(made).toBeFocused();
  const code = await made.getAttribute('id');
  await expect(page.locator(`.marked[data-claim="${code}"]`)).toHaveText(words);
});
