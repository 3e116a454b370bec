import { another, expect, problem, STRANGER, signInAs, test } from './test';

test('guessing is slowed down, and an unknown address gets the same answer', async ({
  browser,
}) => {
  const page = await another(browser, STRANGER);
  const email = `nobody.${Date.now()}@example.org`;
  for (let n = 0; n < 10; n++) {
    await signInAs(page, email, `guess ${n}`);
    await expect(problem(page)).toContainText('No account has this email address and password');
  }
  await signInAs(page, email, 'one more');
  await expect(problem(page)).toContainText(/Too many tries that were wrong: wait \d+ seconds/);
});
