import { fillEvidence, openHistory } from './claim';
import { addAccount, signIn } from './people';
import { another, card, expect, openAcceptedClaim, pasteArticle, problem, test } from './test';

test('a publication date settles the days that the article only names', async ({ page }) => {
  await pasteArticle(page, { title: 'A Friday in Northhaven' });
  const opening = card(page, 'opened a new bridge');
  const code = (await opening.getAttribute('id')) ?? '';
  await page.goto(`/claims/${code}`);
  await expect(page.getByText('date not known')).toBeVisible();
  await page.getByRole('link', { name: 'A Friday in Northhaven' }).first().click();
  await page.getByRole('link', { name: 'Edit details' }).click();
  await page.getByLabel('Published on').fill('30 February 2025');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(problem(page)).toContainText('is not a day of the calendar');
  await expect(page.getByLabel('Published on')).toHaveValue('30 February 2025');
  await page.getByLabel('Published on').fill('Sunday 4 May 2025');
  await page.getByLabel('Publisher').fill('Northhaven Courier');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('Northhaven Courier')).toBeVisible();
  await page.goto(`/claims/${code}`);
  // 4 May 2025 is a Sunday: the Friday before it is the 2nd.
  await expect(page.locator('.facts')).toContainText('2 May 2025');
  await expect(await openHistory(page)).toContainText('read the dates again');
});

test('when two people edit one claim, the second sees the changes and loses nothing', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Two people, one claim' });
  const code = await openAcceptedClaim(page, '12,400 passengers');
  const noor = await another(browser, { storageState: 'test-results/signed-in.json' });
  await page.goto(`/claims/${code}/edit`);
  await noor.goto(`/claims/${code}/edit`);

  await page
    .getByLabel('The claim', { exact: true })
    .fill('The ferry carried 12,400 people in March 2025.');
  await page.getByLabel('Place').fill('Northhaven');
  await page.getByRole('button', { name: 'Save the claim' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('in March 2025');

  await noor.getByLabel('The claim', { exact: true }).fill('Noor’s own wording of it.');
  await noor.getByLabel('Headline').fill('Noor’s headline');
  await noor.getByRole('button', { name: 'Save the claim' }).click();
  await expect(problem(noor)).toContainText(
    'Another person changed this claim while you were writing',
  );
  await expect(problem(noor)).toContainText(
    'is now “The ferry carried 12,400 people in March 2025.”',
  );
  await expect(problem(noor)).toContainText('Place is now “Northhaven”');
  await expect(noor.getByLabel('The claim', { exact: true })).toHaveValue(
    'Noor’s own wording of it.',
  );
  await expect(noor.getByLabel('Headline')).toHaveValue('Noor’s headline');

  // Saving again is a decision, and is taken.
  await noor.getByRole('button', { name: 'Save the claim' }).click();
  await expect(noor.getByRole('heading', { level: 1 })).toContainText('Noor’s own wording');
  await noor.context().close();
});

test('a verdict covers only what its author saw: evidence that came meanwhile is shown first', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Evidence in between' });
  const code = await openAcceptedClaim(page, '120 people');
  const noor = await another(browser, { storageState: 'test-results/signed-in.json' });
  await noor.goto(`/claims/${code}/verdict`);
  await noor.getByRole('radio', { name: /^Unproven/ }).check();
  await noor.getByLabel('Explanation').fill('Nothing was found.');

  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Hospital register',
    text: '118 were treated.',
    quote: '118 were treated.',
  });
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.getByText('quote found')).toBeVisible();

  await noor.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(problem(noor)).toContainText('attached evidence');
  await expect(noor.getByLabel('Explanation')).toHaveValue('Nothing was found.');
  await noor.context().close();
});

test('a figure is corrected with its unit, and an unknown unit is refused with a message', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'A figure put right' });
  await openAcceptedClaim(page, '400 yards');
  await page.getByRole('link', { name: /Edit the figure “around 400 yards”/ }).click();
  await expect(page.getByLabel('Value')).toHaveValue('400');
  await page.getByLabel('Unit').fill('yurts per fortnight');
  await page.getByRole('button', { name: 'Save the figure' }).click();
  await expect(problem(page)).toContainText('does not know the unit “yurts per fortnight”');
  await page.getByLabel('Unit').fill('metres');
  await page.getByLabel('Measure').fill('length of the bridge');
  await page.getByRole('button', { name: 'Save the figure' }).click();
  const figures = page.getByRole('region', { name: 'Figures' });
  await expect(figures).toContainText('about 400 metres');
  await expect(figures).toContainText('360 to 440 m');
  await page.getByRole('link', { name: 'Add a figure' }).click();
  await page.getByLabel('As written').fill('more than 3 tonnes');
  await page.getByRole('button', { name: 'Add the figure' }).click();
  await expect(figures).toContainText('over 3 tonnes');
  await page.getByRole('link', { name: /Edit the figure “more than 3/ }).click();
  await page.getByRole('button', { name: 'Remove the figure' }).click();
  await expect(figures).not.toContainText('over 3 tonnes');
  await expect(await openHistory(page)).toContainText('removed a figure');
});

test('a quote that is not in the source has a clear warning', async ({ page }) => {
  await pasteArticle(page, { title: 'A quote that is not there' });
  const code = await openAcceptedClaim(page, '12,400 passengers');
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Ferry timetable',
    text: 'Boats leave at eight.',
    quote: '12,400 tickets were sold',
  });
  await page.getByRole('radio', { name: /Supports/ }).check();
  await page.getByRole('radio', { name: /Tertiary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(
    page.getByText('These words are not in the desk’s copy of the source.'),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Edit the evidence from Ferry timetable' }).click();
  await page.getByLabel('Quote', { exact: true }).fill('Boats leave at eight.');
  await page.getByRole('button', { name: 'Save the evidence' }).click();
  await expect(page.getByText('quote found in the copy')).toBeVisible();
  await page.getByRole('link', { name: 'Ferry timetable', exact: true }).click();
  await expect(page.locator('mark#words')).toHaveText('Boats leave at eight.');
  await page.getByRole('link', { name: 'Ferry timetable', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The desk’s copies' })).toBeVisible();
  const source = page.url();
  await page.getByRole('link', { name: 'Edit details' }).click();
  await page.getByLabel('Publisher').fill('Marl ferries');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.locator('.lede')).toContainText('Marl ferries');
  await page.goto(source);
  await page.getByRole('link', { name: code, exact: true }).click();
  await page.getByRole('link', { name: 'Edit the evidence from Ferry timetable' }).click();
  await page.getByRole('button', { name: 'Remove the evidence' }).click();
  await expect(problem(page)).toContainText('Enter the reason for removing the evidence');
  await page.getByLabel('Reason for removing the evidence').fill('It says nothing of passengers');
  await page.getByRole('button', { name: 'Remove the evidence' }).click();
  await expect(page.getByText('No evidence yet.')).toBeVisible();
  await expect(await openHistory(page)).toContainText(
    'removed evidence: It says nothing of passengers',
  );
});

test('a duplicate is dismissed with a link to the other claim', async ({ page }) => {
  await pasteArticle(page, { title: 'Said twice' });
  const claim = card(page, '12,400 passengers');
  const code = (await claim.getAttribute('id')) ?? '';
  await claim.getByText('Dismiss', { exact: true }).click();
  await claim.getByLabel('Duplicate of').fill('C-999999');
  await claim.getByRole('button', { name: /as duplicate/ }).click();
  await expect(claim).toContainText('No claim has the code “C-999999”');
  await claim.getByLabel('Duplicate of').fill('c-1');
  await claim.getByRole('button', { name: /as duplicate/ }).click();
  await expect(page.locator(`#${code}`)).toContainText('Dismissed: duplicate');
  await page.goto(`/claims/${code}`);
  await page.getByRole('link', { name: 'C-0001', exact: true }).first().click();
  await page.waitForURL('**/claims/C-0001');
});

test('a person who was signed out meanwhile does not lose typed text', async ({
  page,
  browser,
}) => {
  await pasteArticle(page, { title: 'Signed out' });
  const code = await openAcceptedClaim(page, '120 people');
  const email = 'cora.signs.out@example.org';
  await addAccount({ name: 'Cora Checks', email, role: 'checker' });
  const cora = await another(browser, { storageState: { cookies: [], origins: [] } });
  await signIn(cora, email);
  await cora.goto(`/claims/${code}/edit`);
  const statement = 'Some 120 people were hurt when the bridge came down in 1998.';
  await cora.getByRole('textbox', { name: 'The claim', exact: true }).fill(statement);
  const other = await cora.context().newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByLabel('Password')).toBeVisible();
  await cora.getByRole('button', { name: 'Save the claim' }).click();
  await expect(problem(cora)).toContainText('You are no longer signed in');
  await expect(cora.getByRole('textbox', { name: 'The claim', exact: true })).toHaveValue(
    statement,
  );
  await signIn(other, email);
  await cora.getByRole('button', { name: 'Save the claim' }).click();
  await expect(cora.getByRole('heading', { name: statement })).toBeVisible();
  await cora.context().close();
});

test('when the desk does not answer, the form stays as it was typed', async ({ page }) => {
  await page.goto('/articles/new');
  await page.getByLabel('Text of the article').fill('The bridge is 3 km long.');
  await page.route('**/articles/new', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(problem(page)).toContainText('The desk did not answer');
  await expect(page.getByLabel('Text of the article')).toHaveValue('The bridge is 3 km long.');
  await page.unroute('**/articles/new');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
});
