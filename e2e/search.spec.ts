import { violationsInBoth } from './axe';
import { expect, openAcceptedClaim, pasteArticle, test } from './test';

test('by keys: a word of a copy is searched, and the source becomes evidence', async ({ page }) => {
  await pasteArticle(page, { title: 'The quay and the cormorants' });
  const code = await openAcceptedClaim(page, '12,400 passengers');
  await page.goto('/sources/new');
  await page.getByLabel('Title').fill('Cormorant register');
  await page
    .getByLabel('Text of the source')
    .fill(`${'Nothing was seen. '.repeat(50)}Two cormorants nested on 12,400 metres of quay.`);
  await page.getByRole('button', { name: 'Add the source' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cormorant register/);

  // The keys of every page are listed on this one, those of the article on its own only.
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('search everything');
  await expect(keys).not.toContainText('next claim');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Words' });
  await expect(field).toBeFocused();
  await field.fill('cormorant “metres of quay”');
  await page.keyboard.press('Enter');
  const kinds = page.getByRole('navigation', { name: 'Kinds of hits' });
  await expect(kinds.getByRole('link', { name: 'Text of copies 1' })).toBeVisible();
  const hit = page.getByRole('region', { name: 'Text of copies' });
  await expect(hit.locator('mark')).toHaveText(['cormorants', 'metres', 'of', 'quay']);
  expect(await violationsInBoth(page)).toEqual([]);

  await hit.getByRole('link', { name: 'Use as evidence' }).click();
  await expect(page.getByRole('heading', { name: 'Use as evidence' })).toBeVisible();
  await page.getByLabel('Code of the claim').fill(code);
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByRole('link', { name: `Attach to ${code}` }).click();
  await expect(page.getByRole('heading', { name: 'Attach evidence' })).toBeVisible();
  await expect(page.getByText('Cormorant register').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.waitForURL('**/claims');
});
