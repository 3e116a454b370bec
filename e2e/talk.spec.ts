import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { gate, openHistory } from './claim';
import { tabTo } from './keys';
import { colleague, findClaimId } from './people';
import { expect, openAcceptedClaim, pasteArticle, test } from './test';

const count = (page: Page) => page.locator('.unread-link');
const threads = (page: Page) => page.locator('.comments .thread');
const here = (page: Page) => page.locator('.live-here');
const news = (page: Page) => page.locator('.live-news');

async function comment(page: Page, words: string): Promise<void> {
  await page.getByLabel('New comment').fill(words);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(threads(page).filter({ hasText: words })).toBeVisible();
}

function change(sql: string, ...values: unknown[]): void {
  const database = new Database(join(process.env.E2E_DATA ?? '', 'plumbline.db'));
  database.prepare(sql).run(...values);
  database.close();
}

test('a mention is counted in the masthead of the mentioned person, and leads to the comment', async ({
  page: ada,
  browser,
}) => {
  await pasteArticle(ada, { title: 'A question about the bridge' });
  const code = await openAcceptedClaim(ada, '400 yards');
  // Neither is an editor, who gets notifications of other tests.
  const ola = await colleague(browser, 'Ola Lind', 'checker');
  await ola.goto(`/claims/${code}`);
  const mina = await colleague(browser, 'Mina Sørensen', 'checker');
  await mina.goto(`/claims/${code}`);
  await expect(count(mina)).toHaveAccessibleName('Notifications');

  await comment(
    ola,
    '@mina sørensen, is this <b>the deck</b>\nor with its ramps? ask@mina.example',
  );
  await expect(threads(ola).locator('.mention')).toHaveText(['@mina sørensen']);
  await expect(threads(ola).locator('b')).toHaveCount(0);
  await expect(ola.getByLabel('New comment')).toHaveValue('');

  // Within seconds, without a reload: the count, and that somebody said something.
  await expect(count(mina)).toHaveAccessibleName('1 unread notification');
  await expect(news(mina)).toContainText('Ola Lind commented');
  await count(mina).click();
  await expect(mina.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  await expect(mina.locator('.notice-item')).toContainText('Ola Lind mentioned you');
  expect(await violationsInBoth(mina)).toEqual([]);
  await mina.getByRole('button', { name: new RegExp(code) }).click();
  await mina.waitForURL(new RegExp(`/claims/${code}#comment-`));
  await expect(mina.locator('.said:target')).toContainText('with its ramps?');
  await expect(count(mina)).toHaveAccessibleName('Notifications');

  // Ola is notified of her answer, and nobody can open another person's notification.
  await mina.goto('/notifications');
  const address = (await mina.locator('.notice-item form').getAttribute('action')) ?? '';
  expect((await ola.request.get(address, { maxRedirects: 0 })).status()).toBe(404);
  const opened = await ola.request.post(address, { maxRedirects: 0 });
  expect([opened.status(), opened.headers().location]).toEqual([303, '/notifications']);
  await mina.goto(`/claims/${code}`);
  await mina.getByText('Reply', { exact: false }).first().click();
  await mina.getByLabel('Your reply').fill('The deck alone.');
  await mina.getByRole('button', { name: 'Send the reply' }).click();
  await expect(mina.getByRole('list', { name: 'Replies' })).toContainText('The deck alone.');
  await ola.goto('/notifications');
  const notification = ola.locator('.notice-item').filter({ hasText: 'The deck alone.' });
  await expect(notification).toContainText('Mina Sørensen commented');
  await ola.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(ola.getByText('Unread', { exact: true })).toHaveCount(0);
  await expect(count(ola)).toHaveAccessibleName('Notifications');
});

test('an open comment blocks approval until it is resolved, and again when it is opened', async ({
  page: ada,
  browser,
}) => {
  await pasteArticle(ada, { title: 'A claim with an open question' });
  const code = await openAcceptedClaim(ada, '120 people');
  await comment(ada, 'Does the log count the ferry crew?');
  change(`UPDATE "Claim" SET "status" = 'inReview' WHERE "id" = ?`, findClaimId(code));
  const eva = await colleague(browser, 'Eva Lund', 'editor');
  await eva.goto(`/claims/${code}`);
  const open = gate(eva, 'commentsResolved');
  await expect(open).toContainText('One comment is open: resolve it first.');
  await expect(eva.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await eva.getByRole('button', { name: 'Resolve the comment by Ada Brandt' }).click();
  await expect(open).toContainText('No comment is open.');
  await expect(eva.getByText('Read the verdict and its evidence.')).toBeVisible();
  await expect(eva.getByText('One resolved comment')).toBeVisible();
  await eva.getByText('One resolved comment').click();
  await expect(eva.getByText(/Resolved by Eva Lund/)).toBeVisible();
  expect(await violationsInBoth(eva)).toEqual([]);
  await eva.getByRole('button', { name: 'Reopen the comment by Ada Brandt' }).click();
  await expect(open).toContainText('One comment is open');
  await expect(await openHistory(eva)).toContainText('Eva Lund reopened a comment');
});

test('two people on one claim see each other and each change, and their forms stay as typed', async ({
  page: ada,
  browser,
}) => {
  await pasteArticle(ada, { title: 'Two at one claim' });
  const code = await openAcceptedClaim(ada, '400 yards');
  const olu = await colleague(browser, 'Olu Ade', 'editor');
  await olu.goto(`/claims/${code}/verdict`);
  await expect(here(ada)).toHaveText('Olu Ade is here too');
  await expect(here(olu)).toHaveText('Ada Brandt is here too');

  // The line about the other stays at the top, and covers no heading that a link leads to.
  await ada.goto(`/claims/${code}#context-title`);
  await expect(here(ada)).toHaveText('Olu Ade is here too');
  const [bar, heading] = await Promise.all(
    ['.claim-bar', '#context-title'].map((part) => ada.locator(part).boundingBox()),
  );
  expect(bar?.y).toBe(0);
  expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));

  // Half-typed, on a form's page and on the claim's own.
  await olu.getByLabel('Explanation').fill('The drawings say');
  await expect(here(ada)).toHaveText('Olu Ade is here too, and is writing');
  await ada.getByLabel('New comment').fill('Half a thought');
  await ada.keyboard.press('Escape');

  await olu.getByRole('radio', { name: /^Unproven/ }).check();
  const second = await olu.context().newPage();
  await second.goto(`/claims/${code}/verdict`);
  await second.getByRole('radio', { name: /^Unproven/ }).check();
  await second.getByLabel('Explanation').fill('Nobody measured it.');
  await second.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(second.getByRole('heading', { name: /^Unproven/ })).toBeVisible();
  await second.close();

  await expect(news(ada)).toContainText('Olu Ade gave a verdict');
  await expect(ada.locator('.explanation')).toHaveCount(0);
  expect(await violationsInBoth(ada)).toEqual([]);
  await news(ada).getByRole('button', { name: 'show the change' }).click();
  await expect(ada.locator('.explanation')).toHaveText('Nobody measured it.');
  await expect(ada.locator('#verdict-title')).toBeFocused();
  await expect(news(ada)).toBeEmpty();
  await expect(ada.getByLabel('New comment')).toHaveValue('Half a thought');

  // The other way round: Ada corrects the wording, and Olu's verdict form stays as it was typed.
  await ada.goto(`/claims/${code}/edit`);
  await ada.locator('#text').fill('The bridge at Northhaven is around 400 yards long.');
  await ada.getByRole('button', { name: 'Save the claim' }).click();
  await expect(ada.getByRole('heading', { level: 1, name: /at Northhaven/ })).toBeVisible();
  await expect(news(olu)).toContainText('Ada Brandt edited the claim');
  await news(olu).getByRole('button', { name: 'show the change' }).click();
  await expect(olu.locator('.about-claim')).toContainText('The bridge at Northhaven is around');
  await expect(olu.getByLabel('Explanation')).toHaveValue('The drawings say');
  await expect(olu.getByRole('radio', { name: /^Unproven/ })).toBeChecked();
  await expect(news(olu)).toBeEmpty();

  // A form that a refresh would take away is left alone.
  change(`UPDATE "Claim" SET "status" = 'inReview' WHERE "id" = ?`, findClaimId(code));
  await ada.goto(`/claims/${code}`);
  await comment(ada, 'It is with you now.');
  await expect(news(olu).getByRole('link', { name: 'see the change in a new tab' })).toBeVisible();
  await expect(olu.getByLabel('Explanation')).toHaveValue('The drawings say');

  // A person who leaves disappears after a while.
  await olu.context().close();
  await expect(here(ada)).toBeEmpty({ timeout: 20_000 });
});

test('a reply stays in its field, even if the thread is resolved meanwhile', async ({
  page: ada,
  browser,
}) => {
  await pasteArticle(ada, { title: 'Resolved while answered' });
  const code = await openAcceptedClaim(ada, '12,400 passengers');
  await comment(ada, 'Is it the whole of March?');
  const ines = await colleague(browser, 'Ines Prado', 'checker');
  await ines.goto(`/claims/${code}`);
  await ines.locator('.reply > summary').click();
  await ines.getByLabel('Your reply').fill('To the 30th only');
  await ada.getByRole('button', { name: 'Resolve the comment by Ada Brandt' }).click();
  await expect(ada.getByText('One resolved comment')).toBeVisible();
  await ines.getByRole('button', { name: 'Send the reply' }).click();
  await expect(ines.getByText('Another person resolved this comment')).toBeVisible();
  await expect(ines.getByLabel('Your reply')).toHaveValue('To the 30th only');
  await news(ines).getByRole('button', { name: 'show the change' }).click();
  await ines.getByText('One resolved comment').click();
  await ines.getByRole('button', { name: /Reopen/ }).click();
  await expect(ines.getByLabel('Your reply')).toHaveValue('To the 30th only');
  await ines.getByRole('button', { name: 'Send the reply' }).click();
  await expect(ines.getByRole('list', { name: 'Replies' })).toContainText('To the 30th only');
});

test('by keyboard alone: a name is offered and chosen, a thread is answered and resolved', async ({
  page,
  browser,
}) => {
  await colleague(browser, 'Zora Quist', 'checker');
  await pasteArticle(page, { title: 'Talk by keyboard' });
  await openAcceptedClaim(page, '120 people');
  const field = page.getByLabel('New comment');
  await tabTo(page, field);
  await page.keyboard.type('Ask @zor');
  const offered = page.getByRole('listbox', { name: 'People to mention' });
  await expect(offered.getByRole('option', { name: 'Zora Quist' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Ask @Zora Quist ');
  await expect(page.getByRole('listbox', { name: 'People to mention' })).toHaveCount(0);
  await page.keyboard.type('about it @');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'People to mention' })).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'Comment', exact: true }));
  await page.keyboard.press('Enter');
  await expect(threads(page).locator('.mention')).toHaveText(['@Zora Quist']);

  await page.locator('body').press('Home');
  await tabTo(page, page.locator('.reply > summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Your reply'));
  await page.keyboard.type('Never mind');
  await tabTo(page, page.getByRole('button', { name: 'Send the reply' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Replies' })).toContainText('Never mind');
  await expect(page.locator('.reply > summary')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('One resolved comment')).toBeVisible();
});

test('a viewer can read comments, and nothing else', async ({ page, browser }) => {
  await pasteArticle(page, { title: 'Read only' });
  const code = await openAcceptedClaim(page, '120 people');
  await comment(page, 'For everybody to read');
  const viewer = await colleague(browser, 'Vic Reader', 'viewer');
  await viewer.goto(`/claims/${code}`);
  await expect(threads(viewer)).toContainText('For everybody to read');
  await expect(viewer.getByLabel('New comment')).toHaveCount(0);
  await expect(viewer.locator('.thread-actions button, .reply')).toHaveCount(0);
});

test('words that are typed while the desk is updated stay over the reload, and are sent then', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'Open across an update' });
  await openAcceptedClaim(page, '120 people');
  await page.getByLabel('New comment').fill('Who counted the ferry crew?');
  await page.keyboard.press('Escape');
  // As a page of an earlier build sends it: by a name of the action that the desk does not know.
  const earlier = { 'next-action': '0'.repeat(42) };
  await page.route('**/claims/*', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ headers: { ...route.request().headers(), ...earlier } })
      : route.continue(),
  );
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByText('The desk was updated since this page was opened')).toBeVisible();
  await page.unroute('**/claims/*');
  // A browser without scripts sends the name in the form.
  const plain = await page.request.post(page.url(), {
    multipart: { [`$ACTION_ID_${'0'.repeat(42)}`]: '', body: 'Who counted?' },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(await plain.text()).toContain('The desk was updated since this page was opened.');
  await page.reload();
  await expect(page.getByLabel('New comment')).toHaveValue('Who counted the ferry crew?');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(threads(page)).toContainText('Who counted the ferry crew?');
});

test('an empty or too long comment is refused, and its text stays', async ({ page }) => {
  await pasteArticle(page, { title: 'Refused comments' });
  await openAcceptedClaim(page, '120 people');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByText('Write a comment.')).toBeVisible();
  const long = 'word '.repeat(1001);
  await page.getByLabel('New comment').fill(`${long}end`);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByText('Use at most 5,000 characters')).toBeVisible();
  await expect(page.getByLabel('New comment')).toHaveValue(`${long}end`);
  expect(await violationsInBoth(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('comments, replies, resolving and notifications are plain forms', async ({
    page: ada,
    browser,
  }) => {
    await pasteArticle(ada, { title: 'Talk without scripts' });
    const code = await openAcceptedClaim(ada, '120 people');
    const kit = await colleague(browser, 'Kit Moss', 'checker', { javaScriptEnabled: false });
    await expect(ada.getByText(/People at this desk: .*Ada Brandt/)).toBeVisible();
    await ada.getByLabel('New comment').fill('@Kit Moss, who counted?');
    await ada.getByRole('button', { name: 'Comment', exact: true }).click();
    await ada.waitForURL(new RegExp(`/claims/${code}#comment-`));
    await expect(threads(ada)).toHaveCount(1);
    await kit.goto('/notifications');
    await expect(count(kit)).toHaveAccessibleName('1 unread notification');
    await kit.getByRole('button', { name: new RegExp(code) }).click();
    await kit.locator('.reply > summary').click();
    await kit.getByLabel('Your reply').fill(' ');
    await kit.getByRole('button', { name: 'Send the reply' }).click();
    await expect(kit.getByText('Write a comment.')).toBeAttached();
    await kit.goto(`/claims/${code}`);
    await kit.locator('.reply > summary').click();
    await kit.getByLabel('Your reply').fill('The fire service.');
    await kit.getByRole('button', { name: 'Send the reply' }).click();
    await expect(kit.getByRole('list', { name: 'Replies' })).toContainText('The fire service.');
    await expect(count(kit)).toHaveAccessibleName('Notifications');
    await kit.getByRole('button', { name: /^Resolve/ }).click();
    await expect(kit.getByText('One resolved comment')).toBeVisible();
    await ada.goto('/notifications');
    const notification = ada.locator('.notice-item').filter({ hasText: 'The fire service.' });
    await expect(notification.getByText('Unread', { exact: true })).toHaveCount(1);
    await ada.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(notification.getByText('Unread', { exact: true })).toHaveCount(0);
  });
});

test('two hundred comments open at once', async ({ page }) => {
  await pasteArticle(page, { title: 'Much talk' });
  const code = await openAcceptedClaim(page, '120 people');
  const id = findClaimId(code);
  const author = `(SELECT "id" FROM "User" WHERE "name" = 'Ada Brandt' LIMIT 1)`;
  for (let n = 0; n < 200; n++) {
    const resolved = n % 4 === 0 ? 'NULL, NULL' : `'2026-11-24T10:00:00.000+00:00', ${author}`;
    change(
      `INSERT INTO "Comment" ("id", "claimId", "body", "authorId", "at", "resolvedAt", "resolvedById")
       VALUES (?, ?, ?, ${author}, '2026-11-24T09:00:00.000+00:00', ${resolved})`,
      `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`.replace(/^0{8}/, id.slice(0, 8)),
      id,
      `Comment ${n}. ${'It goes on for a line or two. '.repeat(5)}`,
    );
  }
  const began = performance.now();
  await page.goto(`/claims/${code}`);
  expect(performance.now() - began).toBeLessThan(3000);
  await expect(page.getByText('50 open')).toBeVisible();
  await page.getByText('150 resolved comments').click();
  await expect(page.locator('.resolved .thread')).toHaveCount(20);
  await page.getByRole('link', { name: 'Show all 150' }).click();
  await expect(page.locator('.resolved .thread')).toHaveCount(150);
});
