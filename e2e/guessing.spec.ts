import type { Browser } from 'playwright/test';
import { addAccount, addResetLink } from './people';
import { another, expect, problem, STRANGER, signInAs, test } from './test';

/** A wrong password; one of them is longer than any, which makes it no other answer. */
const guess = (n: number) => (n === 5 ? 'guess '.repeat(1_000) : `guess ${n}`);

/** Somebody at a machine with this address, as the proxy in front of the desk would say. */
const at = (browser: Browser, client: string) =>
  another(browser, { ...STRANGER, extraHTTPHeaders: { 'x-e2e-client': client } });

test('a client that guesses passwords has to wait, learns nothing about which accounts exist, and does not lock out the owner', async ({
  browser,
}) => {
  const email = `olga.${Date.now()}@example.org`;
  await addAccount({ name: 'Olga Owner', email, role: 'viewer' });
  const olga = await at(browser, '198.51.100.1');
  await signInAs(olga, email);
  await olga.getByRole('button', { name: 'Sign out' }).click();
  await olga.waitForURL('**/sign-in');

  const guesser = await at(browser, '198.51.100.66');
  const answers: string[] = [];
  for (let n = 0; n < 11; n++) {
    const address = n % 2 === 0 ? email : 'nobody@example.org';
    await signInAs(guesser, address, guess(n));
    answers.push(await problem(guesser).innerText());
    await expect(guesser.getByLabel('Email')).toHaveValue(address);
  }
  expect(new Set(answers.slice(0, 10)).size).toBe(1);
  expect(answers[0]).toContain('The email address or the password is wrong');
  expect(answers[10]).toMatch(/Too many tries that were wrong: wait \d+ seconds, then try again/);
  // The right password does not help the guesser now; the owner can sign in.
  await signInAs(guesser, email);
  await expect(problem(guesser)).toContainText('Too many tries that were wrong');
  await signInAs(olga, email);
  await expect(olga.getByRole('link', { name: 'Olga Owner' })).toBeVisible();

  // A browser that was left open is no place to guess the password either.
  await olga.goto('/account/two-factor');
  for (let n = 0; n < 11; n++) {
    await olga.getByLabel('Current password').fill(guess(n));
    const answered = olga.waitForResponse((response) => response.request().method() === 'POST');
    await olga.getByRole('button', { name: 'Begin' }).click();
    await answered;
    await expect(olga.getByLabel('Current password')).toHaveValue('');
    await expect(problem(olga)).toBeVisible();
  }
  await expect(problem(olga)).toContainText('Too many tries that were wrong');
});

test('a used link cannot be tried again and again', async ({ browser }) => {
  const { token, cancel } = addResetLink(await addAccount({ name: 'Lia Link', role: 'viewer' }));
  const guesser = await at(browser, '198.51.100.77');
  await guesser.goto(`/reset/${token}`);
  cancel();
  for (let n = 0; n < 11; n++) {
    await guesser.getByLabel('Password').fill('a few words of a guesser');
    const answered = guesser.waitForResponse((response) => response.request().method() === 'POST');
    await guesser.getByRole('button', { name: 'Set the password' }).click();
    await answered;
    await expect(guesser.getByLabel('Password')).toHaveValue('');
    await expect(problem(guesser)).toContainText(n < 10 ? 'It was cancelled' : 'Too many tries', {
      ignoreCase: true,
    });
  }
  // The sign-in of the same client waits with it: one count for all that can be guessed.
  await signInAs(guesser, 'nobody@example.org');
  await expect(problem(guesser)).toContainText('Too many tries that were wrong');
});
