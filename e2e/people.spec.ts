import type { Browser, Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { ADA } from './desk';
import { addAccount, colleague } from './people';
import { another, expect, problem, STRANGER, signInAs, test } from './test';
import { totp, wrongTotp } from './totp';

/** Invites somebody, and returns the link to hand over. */
async function invite(ada: Page, name: string, email: string, role: RegExp): Promise<string> {
  await ada.goto('/people');
  await ada.getByLabel('Name').fill(name);
  await ada.getByLabel('Email').fill(email);
  await ada.getByRole('radio', { name: role }).check();
  await ada.getByRole('button', { name: 'Create the invitation' }).click();
  return ada.getByRole('textbox', { name: 'The link' }).inputValue();
}

async function enter(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('somebody is invited, joins by the link once, gets another role, and is deactivated', async ({
  page: ada,
  browser,
}) => {
  const email = `ines.${Date.now()}@example.org`;
  await ada.goto('/people');
  await ada.getByRole('button', { name: 'Create the invitation' }).click();
  await expect(problem(ada)).toContainText('Choose a role');
  const link = await invite(ada, 'Ines Lund', email, /^Viewer/);
  expect(await violationsInBoth(ada)).toEqual([]);
  await expect(ada.getByText(`Ines Lund, ${email}`)).toBeVisible();

  const ines = await another(browser, STRANGER);
  await ines.goto(link);
  await expect(ines.getByText('Ada Brandt invites you, Ines Lund, as viewer.')).toBeVisible();
  await ines.getByLabel('Password').fill('short');
  await ines.getByRole('button', { name: 'Create the account' }).click();
  await expect(problem(ines)).toContainText('at least');
  await ines.getByLabel('Password').fill(ADA.password);
  await ines.getByRole('button', { name: 'Create the account' }).click();
  await expect(ines.getByRole('link', { name: 'Ines Lund' })).toBeVisible();
  expect((await ines.goto('/articles/new'))?.status()).toBe(403);

  const second = await another(browser, STRANGER);
  await second.goto(link);
  await expect(second.getByText('It was already used, and a link works only once.')).toBeVisible();

  await ada.goto('/people');
  await ada.getByRole('link', { name: 'Ines Lund' }).click();
  await ada.getByText('Change the role', { exact: true }).first().click();
  await ada.getByLabel('Role', { exact: true }).selectOption('checker');
  await ada.getByRole('button', { name: 'Change the role: Ines Lund' }).click();
  await expect(ada.getByText(`${email}, checker`)).toBeVisible();
  expect((await ines.goto('/articles/new'))?.status()).toBe(200);
  expect(await violationsInBoth(ada)).toEqual([]);

  await ada.getByText('Deactivate the account', { exact: true }).first().click();
  await ada.getByRole('button', { name: 'Deactivate the account: Ines Lund' }).click();
  await expect(ada.getByText('Enter a reason: the record keeps it').first()).toBeVisible();
  await ada.locator('#deactivate-reason').fill('Left the desk');
  await ada.getByRole('button', { name: 'Deactivate the account: Ines Lund' }).click();
  await expect(ada.getByText(`${email}, checker, deactivated`)).toBeVisible();
  await ines.goto('/claims');
  await expect(ines).toHaveURL(/sign-in/);
  await signInAs(ines, email);
  await expect(problem(ines)).toContainText('The email address or the password is wrong');
  await expect(ada.getByRole('list', { name: 'History' })).toContainText('Left the desk');
});

test('an administrator cannot close or change their own account', async ({ page }) => {
  await page.goto('/people');
  await page.getByRole('main').getByRole('link', { name: ADA.name }).click();
  await expect(page.getByText('Another administrator can change your role')).toBeVisible();
  await expect(page.getByRole('button', { name: /Deactivate/ })).toHaveCount(0);
});

test('a link lets somebody choose a new password, once', async ({ page: ada, browser }) => {
  const email = `reset.${Date.now()}@example.org`;
  const link = await invite(ada, 'Rune Berg', email, /^Checker/);
  const rune = await another(browser, STRANGER);
  await rune.goto(link);
  await rune.getByLabel('Password').fill(ADA.password);
  await rune.getByRole('button', { name: 'Create the account' }).click();
  await expect(rune.getByRole('link', { name: 'Rune Berg' })).toBeVisible();

  await ada.goto('/people');
  await ada.getByRole('link', { name: 'Rune Berg' }).click();
  await ada.getByText('Make a link for a new password', { exact: true }).first().click();
  await ada.getByRole('button', { name: 'Make a link for a new password: Rune Berg' }).click();
  const reset = await ada.getByRole('textbox', { name: 'The link' }).inputValue();
  const other = await another(browser, STRANGER);
  await other.goto(reset);
  await other.getByLabel('Password').fill('a longer plumb bob on a line');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByText('Your new password is set: sign in with it.')).toBeVisible();
  await rune.goto('/claims');
  await expect(rune).toHaveURL(/sign-in/);
  await signInAs(other, email, 'a longer plumb bob on a line');
  await expect(other.getByRole('link', { name: 'Rune Berg' })).toBeVisible();
});

test('two-factor sign-in: on with a code, in with a code or once with a recovery code, and off', async ({
  page: ada,
  browser,
}) => {
  test.setTimeout(120_000);
  const email = `tove.${Date.now()}@example.org`;
  const link = await invite(ada, 'Tove Dahl', email, /^Checker/);
  const tove = await another(browser, STRANGER);
  await tove.goto(link);
  await tove.getByLabel('Password').fill(ADA.password);
  await tove.getByRole('button', { name: 'Create the account' }).click();
  await expect(tove.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();

  await tove.goto('/account/two-factor');
  await tove.getByLabel('Current password').fill('not this');
  await tove.getByRole('button', { name: 'Begin' }).click();
  await expect(problem(tove)).toContainText('This is not your current password');
  await tove.getByLabel('Current password').fill(ADA.password);
  await tove.getByRole('button', { name: 'Begin' }).click();
  const secret = (await tove.locator('.secret').textContent()) ?? '';
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByLabel('Code', { exact: true }).fill(wrongTotp(secret));
  await tove.getByRole('button', { name: 'Turn it on' }).click();
  await expect(problem(tove)).toContainText('This code is wrong');
  await expect(tove.locator('.secret')).toHaveText(secret);
  await tove.getByLabel('Code', { exact: true }).fill(totp(secret));
  await tove.getByRole('button', { name: 'Turn it on' }).click();
  const list = tove.getByRole('list', { name: 'Recovery codes' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const codes = await list.getByRole('listitem').allTextContents();
  await expect(tove.locator('.secret')).toHaveCount(0);
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByRole('button', { name: 'I have saved the codes' }).click();
  await expect(tove.getByText('The recovery codes are no longer shown')).toBeVisible();
  await tove.goto('/account/two-factor');
  await expect(list).toHaveCount(0);

  const elsewhere = await another(browser, STRANGER);
  await signInAs(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  expect(await violationsInBoth(elsewhere)).toEqual([]);
  await elsewhere.goto('/claims');
  await expect(elsewhere).toHaveURL(/sign-in/);
  await signInAs(elsewhere, email);
  await enter(elsewhere, '12');
  await expect(problem(elsewhere)).toContainText('A code has six digits');
  await enter(elsewhere, wrongTotp(secret));
  await expect(problem(elsewhere)).toContainText('This code is wrong');
  const code = totp(secret);
  await enter(elsewhere, code);
  await expect(elsewhere.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();

  // Read over a shoulder, the same code is worth nothing; a recovery code works once.
  const phoneless = await another(browser, STRANGER);
  await signInAs(phoneless, email);
  await enter(phoneless, code);
  await expect(phoneless.getByText('That code was already used')).toBeVisible();
  await signInAs(phoneless, email);
  await enter(phoneless, codes[0] ?? '');
  await expect(phoneless.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();
  const late = await another(browser, STRANGER);
  await signInAs(late, email);
  await enter(late, codes[0] ?? '');
  await expect(problem(late)).toContainText('This code is wrong');

  // The other browsers are in the list, and can be ended.
  await tove.goto('/account');
  await expect(tove.locator('.sessions li')).toHaveCount(3);
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(tove.locator('.sessions li')).toHaveCount(1);
  await elsewhere.goto('/claims');
  await expect(elsewhere).toHaveURL(/sign-in/);

  await tove.goto('/account/two-factor');
  await tove.getByLabel('Current password').last().fill(ADA.password);
  await tove.getByLabel('Code', { exact: true }).fill(wrongTotp(secret));
  await tove.getByRole('button', { name: 'Turn it off' }).click();
  await expect(problem(tove)).toContainText('This code is wrong');
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByLabel('Current password').last().fill(ADA.password);
  // The app may still show the code that let them in elsewhere, which is used.
  await tove.getByLabel('Code', { exact: true }).fill(codes[1] ?? '');
  await tove.getByRole('button', { name: 'Turn it off' }).click();
  await expect(tove.getByText('Two-factor sign-in is off.', { exact: true })).toBeVisible();
});

/** Somebody at a machine with this address, as the proxy in front of the desk would say. */
const from = (browser: Browser, client: string) =>
  another(browser, { ...STRANGER, extraHTTPHeaders: { 'x-e2e-client': client } });

test('ten wrong codes close an account to codes for a while, and say for how long', async ({
  browser,
}) => {
  const email = `gus.${Date.now()}@example.org`;
  await addAccount({ name: 'Gus Guessed', email, role: 'viewer' });
  const gus = await another(browser, STRANGER);
  await signInAs(gus, email);
  await expect(gus.getByRole('link', { name: 'Gus Guessed' })).toBeVisible();
  await gus.goto('/account/two-factor');
  await gus.getByLabel('Current password').fill(ADA.password);
  await gus.getByRole('button', { name: 'Begin' }).click();
  const secret = (await gus.locator('.secret').textContent()) ?? '';
  await gus.getByLabel('Code', { exact: true }).fill(totp(secret));
  await gus.getByRole('button', { name: 'Turn it on' }).click();
  await expect(gus.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  const guesser = await from(browser, '198.51.100.88');
  for (let round = 0; round < 2; round++) {
    await signInAs(guesser, email);
    for (let n = 0; n < 5; n++) {
      const answered = guesser.waitForResponse((answer) => answer.request().method() === 'POST');
      await enter(guesser, wrongTotp(secret));
      await answered;
      await expect(guesser.getByLabel('Code', { exact: true })).toHaveValue('');
      await expect(problem(guesser)).toContainText('This code is wrong');
    }
  }
  // The guesser has to wait, and so has everybody with a code for this account.
  await enter(guesser, totp(secret));
  await expect(problem(guesser)).toContainText('Too many tries that were wrong');
  const elsewhere = await from(browser, '198.51.100.89');
  await signInAs(elsewhere, email);
  await enter(elsewhere, totp(secret));
  await expect(problem(elsewhere)).toContainText('try again in 15 minutes');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('somebody is invited, joins, and signs in with a code', async ({ page: ada, browser }) => {
    const email = `plain.${Date.now()}@example.org`;
    const link = await invite(ada, 'Pål Plain', email, /^Editor/);
    const page = await another(browser, { ...STRANGER, javaScriptEnabled: false });
    await page.goto(link);
    await page.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByRole('link', { name: 'Pål Plain' })).toBeVisible();

    await page.goto('/account/two-factor');
    await page.getByLabel('Current password').fill(ADA.password);
    await page.getByRole('button', { name: 'Begin' }).click();
    const secret = (await page.locator('.secret').textContent()) ?? '';
    await page.getByLabel('Code', { exact: true }).fill(wrongTotp(secret));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect(page.getByText('This code is wrong').first()).toBeVisible();
    await expect(page.locator('.secret')).toHaveText(secret);
    await page.getByLabel('Code', { exact: true }).fill(totp(secret));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    const list = page.getByRole('list', { name: 'Recovery codes' });
    const code = (await list.getByRole('listitem').first().textContent()) ?? '';
    const phone = await another(browser, { ...STRANGER, javaScriptEnabled: false });
    await signInAs(phone, email);
    await enter(phone, wrongTotp(secret));
    await expect(phone.getByText('This code is wrong').first()).toBeVisible();
    await enter(phone, code);
    await expect(phone.getByRole('link', { name: 'Pål Plain' })).toBeVisible();
  });
});

test('the pages of people are clean for axe, light and dark, and none scrolls sideways', async ({
  page: ada,
}) => {
  const name = 'Leonid Donaudampfschifffahrtsgesellschaftskapitän';
  const email = `leonid.${Date.now()}.with-a-long-address@newsroom.example.org`;
  const id = await addAccount({ name, email, role: 'admin' });
  for (const path of ['/people', `/people/${id}`, '/account', '/account/two-factor']) {
    for (const width of [390, 1280]) {
      await ada.setViewportSize({ width, height: 900 });
      await ada.goto(path);
      const overflow = await ada.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      expect.soft(await violationsInBoth(ada), `${path} at ${width}`).toEqual([]);
    }
  }
});

test('a viewer is not shown people', async ({ browser }) => {
  const viewer = await colleague(browser, 'Vera Viewer', 'viewer');
  await expect(viewer.getByRole('link', { name: 'People' })).toHaveCount(0);
});
