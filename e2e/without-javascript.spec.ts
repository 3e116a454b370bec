import { fillEvidence } from './claim';
import { expect, pasteArticle, STORY, test } from './test';

test.use({ javaScriptEnabled: false });

test('the journey works without JavaScript, but for selecting words with the pointer', async ({
  page,
}) => {
  await page.goto('/articles/new');
  await page.getByLabel('Text of the article').fill(STORY);
  await page.getByLabel('Title').fill('Journey without scripts');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('heading', { name: 'Journey without scripts' })).toBeVisible();
  await expect(page.locator('.marked').first()).toBeVisible();

  const codes: string[] = [];
  for (let i = 0; i < 3; i++) {
    const claim = page.locator('[data-card][data-status="suggested"]').first();
    codes.push((await claim.getAttribute('id')) ?? '');
    await claim.getByRole('button', { name: 'Accept' }).click();
    await expect(page.locator(`#${codes[i]}`)).toContainText('Open');
  }
  const dull = page.locator('[data-card][data-status="suggested"]').first();
  const dismissed = await dull.getAttribute('id');
  await dull.getByText('Dismiss', { exact: true }).click();
  await dull.getByRole('button', { name: /as opinion/ }).click();
  await expect(page.locator(`#${dismissed}`)).toContainText('Dismissed: opinion');

  // Words of a claim of one's own are typed instead of selected.
  await page.getByRole('link', { name: 'type the words of a new claim' }).click();
  await page.getByLabel('Words in the article').fill('not in the article at all');
  await page.getByLabel('The claim').fill('The old bridge stood in Northhaven.');
  await page.getByLabel('Kind').selectOption('Event');
  await page.getByRole('button', { name: 'Add the claim' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expect(page.getByLabel('The claim')).toHaveValue('The old bridge stood in Northhaven.');
  await expect(page.getByLabel('Kind')).toHaveValue('event');
  await page.getByLabel('Words in the article').fill('when the old bridge collapsed');
  await page.getByRole('button', { name: 'Add the claim' }).click();
  await expect(page.getByText('The old bridge stood in Northhaven.')).toBeVisible();

  await page.goto(`/claims/${codes[0]}`);
  await page.getByRole('link', { name: 'Attach evidence' }).click();
  await fillEvidence(page, {
    title: 'Town chronicle',
    text: 'The bridge was opened that day.',
    quote: 'The bridge was opened',
  });
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  // Refused without a stance: the typed text is still there.
  await expect(page.getByRole('link', { name: 'Choose a stance' })).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Town chronicle');
  await page.getByRole('radio', { name: /Supports/ }).check();
  await page.getByRole('radio', { name: /Secondary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();

  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await page.getByRole('radio', { name: /^True/ }).check();
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByRole('link', { name: /Enter an explanation/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^True/ })).toBeChecked();
  await page.getByLabel('Explanation').fill('The chronicle says so.');
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByRole('heading', { name: /^True/ })).toBeVisible();

  // The filters are a form with a button, and the menu of a telephone opens.
  await page.goto('/claims');
  await page.getByText('Filters', { exact: true }).click();
  await page.locator('select[name="status"]').selectOption('Suggested');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/status=suggested/);
  await page.getByRole('link', { name: 'Remove the filter Status: Suggested' }).click();
  await expect(page).toHaveURL(/\/claims$/);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Sources' }).click();
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();

  const response = await page.request.get(`/exports/claims.csv?words=${codes[0]}`);
  expect(await response.text()).toContain('The chronicle says so.');
});

test('the desk asks which of very many suggestions to store, and the choice can be changed', async ({
  page,
}) => {
  const text = Array.from({ length: 2050 }, (_, n) => `It lost ${n} ships.`).join('\n');
  await pasteArticle(page, { text, title: 'Very many ships' });
  // It may be read for a moment still: the page comes again by itself.
  await expect(page.getByText(/found 2,\d+ statements/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('radio', { name: /2,000 most worth checking/ })).toBeChecked();
  // Each answer has a line of its own.
  const heights = await page
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.getBoundingClientRect().top));
  expect(new Set(heights).size).toBe(3);
  await page.getByRole('radio', { name: /None/ }).check();
  await page.getByRole('button', { name: 'Suggest these statements' }).click();
  await expect(page.getByText('The desk found no claims here')).toBeVisible({ timeout: 20_000 });
  await page.getByText(/suggests none of the 2,\d+ statements/).click();
  await page.getByRole('radio', { name: /2,000 most worth checking/ }).check();
  await page.getByRole('button', { name: 'Suggest these statements' }).click();
  await expect(page.locator('[data-card]').first()).toBeVisible({ timeout: 20_000 });
});
