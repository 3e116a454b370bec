import { another, expect, problem, STRANGER, signInAs, test } from './test';

test('guessing is slowed down, and an unknown address gets the same answer', async ({
  browser,
}) => {
  const page = await another(browser, STRANGER);
  const email = `nobody.${Date.now()}@example.org`;
  await signInAs(page, email, 'first guess');
  await expect(problem(page)).toContainText('No account has this email address and password');
  // Others may have mistyped from this machine before: ten wrong tries are free, together.
  const tooMany = problem(page).filter({ hasText: 'Too many tries that were wrong' });
  for (let n = 0; n < 10 && !(await tooMany.isVisible()); n++) {
    await signInAs(page, email, `guess ${n}`);
    await expect(problem(page)).toBeVisible();
  }
  await expect(tooMany).toContainText(/wait \d+ seconds, then try again/);
  await expect(page.getByLabel('Email')).toHaveValue(email);
});
