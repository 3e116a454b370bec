import { ADA } from './desk';
import { expect, problem, signIn, test } from './test';

test.use({ storageState: { cookies: [], origins: [] } });

test('a visitor who is not signed in is asked to sign in, and then gets to the page that was asked for', async ({
  page,
}) => {
  await page.goto('/claims?status=suggested&words=troops');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'not the password');
  await expect(problem(page)).toContainText('The email address or the password is wrong');
  await expect(page.getByLabel('Email')).toHaveValue(ADA.email);
  await expect(page.getByLabel('Password')).toHaveValue('');
  await signIn(page);
  await page.waitForURL('**/claims?status=suggested&words=troops');
  await expect(page.getByRole('link', { name: ADA.name })).toBeVisible();
});

test('a link to the sign-in page cannot lead out of the desk', async ({ page }) => {
  await page.goto('/sign-in?next=/.//evil.example/');
  await signIn(page);
  await page.waitForURL(({ pathname }) => pathname === '/');
  expect(new URL(page.url()).origin).toBe(process.env.E2E_ADDRESS);
});

test('nothing but the sign-in page opens to a stranger', async ({ page, request }) => {
  for (const path of [
    '/',
    '/articles',
    '/articles/new',
    '/articles/00000000-0000-7000-8000-000000000000',
    '/articles/00000000-0000-7000-8000-000000000000/edit',
    '/articles/00000000-0000-7000-8000-000000000000/claims/new',
    '/claims',
    '/claims/C-0001',
    '/claims/C-0001/edit',
    '/claims/C-0001/figures/new',
    '/claims/C-0001/evidence/new',
    '/claims/C-0001/evidence/00000000-0000-7000-8000-000000000000',
    '/claims/C-0001/verdict',
    '/sources/00000000-0000-7000-8000-000000000000',
    '/sources/00000000-0000-7000-8000-000000000000/edit',
    '/notifications',
    '/notifications/00000000-0000-7000-8000-000000000000',
    '/account',
  ]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in\?next=/);
  }
  for (const path of [
    '/claims/C-0001/live',
    '/claims/C-0001/evidence/new/sources?words=port',
    '/notifications/unread',
  ]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 401]);
  }
  const csv = await request.get('/exports/claims.csv');
  expect(csv.status()).toBe(401);
  expect(await csv.text()).not.toContain('claim,claimant');
});

test('signing out ends the session', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page);
  await page.waitForURL(({ pathname }) => pathname === '/');
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => /session/.test(name))).toMatchObject([
    { httpOnly: true, sameSite: 'Lax' },
  ]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto('/articles');
  await expect(page).toHaveURL(/sign-in/);
  // The session is gone from the desk, not only from the browser.
  await page.context().addCookies(cookies);
  await page.goto('/articles');
  await expect(page).toHaveURL(/sign-in/);
});

test('the set-up link works once', async ({ page }) => {
  await page.goto('/set-up/not-the-token-at-all');
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
