import { card, expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

test('figures stand out in the article, and say how they were read', async ({ page }) => {
  await pasteArticle(page, { title: 'Figures in the text' });
  const figures = page.locator('.text .marked .figure');
  await expect(figures.filter({ hasText: 'around 400 yards' })).toHaveAttribute(
    'title',
    'Read as about 400 yards: 329.184 to 402.336 m',
  );
  await expect(figures.filter({ hasText: '120' })).toHaveCSS('font-weight', '600');

  // Every claim is still one stop of the Tab key, and its words can still be selected where they stand.
  const stops = await page.locator('.marked:not([tabindex="-1"])').count();
  expect(stops).toBe(await page.locator('[data-card]').count());
  const places = await page.evaluate(() => {
    const text = document.querySelector('[data-article-text]');
    const pieces = [...(text?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    return pieces.map((piece) => [Number(piece.dataset.start), piece.textContent?.length ?? 0]);
  });
  for (const [at, [start = 0]] of places.entries()) {
    const [before = 0, length = 0] = places[at - 1] ?? [];
    expect(start).toBeGreaterThanOrEqual(before + length);
  }

  // A figure in the words of a claim leads to its form.
  const code = await card(page, '400 yards').getAttribute('id');
  await page.goto(`/claims/${code}`);
  await page.locator('.context').getByRole('link', { name: 'around 400 yards' }).click();
  await expect(page.getByRole('heading', { name: 'Edit figure' })).toBeVisible();
  await expect(page.getByLabel('Value')).toHaveValue('400');
  await expect(page.getByLabel('Qualifier')).toHaveValue('about');
  await expect(page.getByLabel('Unit')).toHaveValue('yards');
  await expect(page.getByLabel('Lower end of a range')).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('about 400 yards = 329.184 to 402.336 m');
  // The interval follows what is typed.
  await page.getByLabel('Qualifier').selectOption('exact');
  await expect(page.getByRole('status')).toHaveText('400 yards = 365.3028 to 366.2172 m');
  await page.getByLabel('Value').fill('4oo');
  await expect(page.getByRole('status')).toHaveText('Not a figure yet.');
});

test('the figures of a claim follow its wording', async ({ page }) => {
  await pasteArticle(page, { title: 'Said otherwise' });
  const code = await openAcceptedClaim(page, '120 people');
  await page.goto(`/claims/${code}/edit`);
  await page
    .getByRole('textbox', { name: 'The claim', exact: true })
    .fill('Some 130 people and 3 tonnes of steel fell.');
  await page.getByRole('button', { name: 'Save the claim' }).click();
  const figures = page.getByRole('region', { name: 'Figures' });
  await expect(figures).toContainText('3 tonnes');
  await expect(figures).toContainText('130');
  await expect(figures).not.toContainText('120');
});

test('a correction stands when the article is read again', async ({ page }) => {
  await pasteArticle(page, { title: 'Read twice' });
  const article = page.url();
  const code = await openAcceptedClaim(page, '12,400 passengers');
  const figures = page.getByRole('region', { name: 'Figures' });
  await page.getByRole('link', { name: /Edit the figure “12,400/ }).click();
  await page.getByLabel('Value').fill('12,350');
  await page.getByRole('button', { name: 'Save the figure' }).click();
  await expect(figures).toContainText('12,350 passengers');
  await expect(figures).toContainText('by a reviewer');
  await page.getByRole('link', { name: /Edit the figure “8%/ }).click();
  await page.getByRole('button', { name: 'Remove the figure' }).click();
  await expect(figures).not.toContainText('8%');

  await page.goto(article);
  const cards = await page.locator('[data-card]').count();
  for (let times = 0; times < 2; times++) {
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Read again' })).toHaveText(
      'Read again: 1 claim kept with the changes of reviewers.',
    );
    await page.goto(article);
  }
  await expect(page.locator('[data-card]')).toHaveCount(cards);
  await page.goto(`/claims/${code}`);
  await expect(figures).toContainText('12,350 passengers');
  await expect(figures).not.toContainText('8%');
  await page.getByRole('link', { name: /Edit the figure “12,400/ }).click();
  await expect(page.getByText('The engine read “12,400')).toContainText('as 12,400 passengers');
  await page.goto(`${article}/edit`);
  await expect(page.getByRole('list', { name: 'History' })).toContainText('read the article again');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the unit of “tons” is chosen by one press, and reading again keeps it', async ({
    page,
  }) => {
    const text = 'The barge sank with 300 tons of coal on board, the harbour master said.\n';
    await pasteArticle(page, { title: 'A barge and its coal', text });
    const article = page.url();
    const code = await card(page, '300 tons').getAttribute('id');
    await page.goto(`/claims/${code}`);
    const figures = page.getByRole('region', { name: 'Figures' });
    await expect(figures).toContainText('“tons” read as tonne; may be short ton or long ton');
    await page.getByRole('link', { name: /Edit the figure “300 tons/ }).click();
    const choice = page.getByRole('group', { name: '“tons” may mean' });
    await expect(choice.getByRole('radio', { name: /^As above: tons/ })).toBeChecked();

    // Refused for another field, the choice is still there.
    await choice.getByRole('radio', { name: /^short ton/ }).check();
    await page.getByText('Range, date and statistic').click();
    await page.getByLabel('As of').fill('some day');
    await page.getByRole('button', { name: 'Save the figure' }).click();
    await expect(problem(page)).toBeVisible();
    await expect(choice.getByRole('radio', { name: /^short ton/ })).toBeChecked();
    await expect(page.getByRole('status')).toContainText('300 short tons = ');
    await page.getByLabel('As of').fill('');
    await page.getByRole('button', { name: 'Save the figure' }).click();
    await expect(figures).toContainText('300 short tons');
    await expect(figures).not.toContainText('may be');

    await page.goto(article);
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect(
      page.getByText('Read again: 1 claim kept with the changes of reviewers.'),
    ).toBeVisible();
    await page.goto(`/claims/${code}`);
    await expect(figures).toContainText('300 short tons');
  });
});

test('an article in another language says which parts were read, and that claims have to be selected', async ({
  page,
}) => {
  const text =
    'Le pont sur la rivière mesure 400 mètres de long et il a été ouvert par le maire dans la ville. Les habitants sont contents de la nouvelle route.\n';
  await pasteArticle(page, { title: 'Un pont', text });
  await expect(page.getByText('The language of this text seems to be French.')).toBeVisible();
  await expect(page.locator('[data-card]')).toHaveCount(0);
});
