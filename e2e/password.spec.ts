import { ADA } from './desk';
import { another, expect, problem, signIn, test } from './test';

// Runs after all others: it ends every session, theirs too.
test.use({ storageState: { cookies: [], origins: [] } });

test('a changed password ends the other sessions, and the old one no longer works', async ({
  page,
  browser,
}) => {
  const elsewhere = await another(browser, { storageState: { cookies: [], origins: [] } });
  for (const each of [page, elsewhere]) {
    await each.goto('/sign-in');
    await signIn(each);
    await each.waitForURL(({ pathname }) => pathname === '/');
  }
  const change = async (from: string, to: string) => {
    await page.goto('/account');
    await page.getByLabel('Current password').fill(from);
    await page.getByLabel('New password').fill(to);
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await change('a wrong password', 'another plumb bob');
  await expect(problem(page)).toContainText('This is not your current password');
  await change(ADA.password, 'too short');
  await expect(problem(page)).toContainText('at least 12 characters');
  await change(ADA.password, 'another plumb bob');
  await expect(page.getByText('The password is changed')).toBeVisible();
  await elsewhere.goto('/articles');
  await expect(elsewhere).toHaveURL(/sign-in/);
  // Back to what the other tests know.
  await change('another plumb bob', ADA.password);
  await expect(page.getByText('The password is changed')).toBeVisible();
  await elsewhere.context().close();
});
