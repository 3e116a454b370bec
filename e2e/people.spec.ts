import { createHmac } from 'node:crypto';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { ADA } from './desk';
import { colleague } from './people';
import { another, expect, problem, STRANGER, signInAs, test } from './test';

/** The code that an authenticator app shows for a key. @see RFC 6238, with a step of 30 seconds. */
function codeOf(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Invites somebody, and returns the link to hand over. */
async function invite(ada: Page, name: string, email: string, role: RegExp): Promise<string> {
  await ada.goto('/people');
  await ada.getByLabel('Name').fill(name);
  await ada.getByLabel('Email').fill(email);
  await ada.getByRole('radio', { name: role }).check();
  await ada.getByRole('button', { name: 'Make the invitation' }).click();
  return ada.getByRole('textbox', { name: 'The link' }).inputValue();
}

test('somebody is invited, joins by the link once, gets another role, and is deactivated', async ({
  page: ada,
  browser,
}) => {
  const email = `ines.${Date.now()}@example.org`;
  await ada.goto('/people');
  await ada.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(problem(ada)).toContainText('Choose a role');
  const link = await invite(ada, 'Ines Lund', email, /^Viewer/);
  expect(await violationsInBoth(ada)).toEqual([]);
  await expect(ada.getByText(`Ines Lund, ${email}`)).toBeVisible();

  const ines = await another(browser, STRANGER);
  await ines.goto(link);
  await expect(ines.getByText('Ada Brandt invites you, Ines Lund, as viewer.')).toBeVisible();
  await ines.getByLabel('Password').fill('short');
  await ines.getByRole('button', { name: 'Make the account' }).click();
  await expect(problem(ines)).toContainText('at least');
  await ines.getByLabel('Password').fill(ADA.password);
  await ines.getByRole('button', { name: 'Make the account' }).click();
  await expect(ines.getByRole('link', { name: 'Ines Lund' })).toBeVisible();
  expect((await ines.goto('/articles/new'))?.status()).toBe(403);

  const second = await another(browser, STRANGER);
  await second.goto(link);
  await expect(second.getByText('It was used already, and works once.')).toBeVisible();

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
  await expect(ada.getByText('Enter a reason: it is kept in the record').first()).toBeVisible();
  await ada.locator('#deactivate-reason').fill('Left the desk');
  await ada.getByRole('button', { name: 'Deactivate the account: Ines Lund' }).click();
  await expect(ada.getByText(`${email}, checker, deactivated`)).toBeVisible();
  await ines.goto('/claims');
  await expect(ines).toHaveURL(/sign-in/);
  await signInAs(ines, email);
  await expect(problem(ines)).toContainText('No account has this email address and password');
  await expect(ada.getByRole('list', { name: 'History' })).toContainText('Left the desk');
});

test('an administrator cannot close or change their own account', async ({ page }) => {
  await page.goto('/people');
  await page.getByRole('main').getByRole('link', { name: ADA.name }).click();
  await expect(page.getByText('your role is changed by another administrator')).toBeVisible();
  await expect(page.getByRole('button', { name: /Deactivate/ })).toHaveCount(0);
});

test('a link lets somebody choose a new password, once', async ({ page: ada, browser }) => {
  const email = `reset.${Date.now()}@example.org`;
  const link = await invite(ada, 'Rune Berg', email, /^Checker/);
  const rune = await another(browser, STRANGER);
  await rune.goto(link);
  await rune.getByLabel('Password').fill(ADA.password);
  await rune.getByRole('button', { name: 'Make the account' }).click();
  await expect(rune.getByRole('link', { name: 'Rune Berg' })).toBeVisible();

  await ada.goto('/people');
  await ada.getByRole('link', { name: 'Rune Berg' }).click();
  await ada.getByText('Make the link', { exact: true }).first().click();
  await ada.getByRole('button', { name: 'Make the link: Rune Berg' }).click();
  const reset = await ada.getByRole('textbox', { name: 'The link' }).inputValue();
  const other = await another(browser, STRANGER);
  await other.goto(reset);
  await other.getByLabel('Password').fill('a longer plumb bob on a line');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByText('The password is set: sign in with it.')).toBeVisible();
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
  await tove.getByRole('button', { name: 'Make the account' }).click();
  await expect(tove.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();

  await tove.goto('/account/two-factor');
  await tove.getByLabel('Present password').fill('not this');
  await tove.getByRole('button', { name: 'Begin' }).click();
  await expect(problem(tove)).toContainText('This is not your present password');
  await tove.getByLabel('Present password').fill(ADA.password);
  await tove.getByRole('button', { name: 'Begin' }).click();
  const secret = (await tove.locator('.secret').textContent()) ?? '';
  const codes = await tove
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allTextContents();
  expect(codes.length).toBeGreaterThan(5);
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByLabel('Code', { exact: true }).fill('000000');
  await tove.getByRole('button', { name: 'Turn it on' }).click();
  await expect(problem(tove)).toContainText('This is not the code that the app shows now');
  await expect(tove.locator('.secret')).toHaveText(secret);
  await tove.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await tove.getByRole('button', { name: 'Turn it on' }).click();
  await expect(tove.getByText('Two-factor sign-in is on')).toBeVisible();

  const elsewhere = await another(browser, STRANGER);
  await signInAs(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
  expect(await violationsInBoth(elsewhere)).toEqual([]);
  await elsewhere.goto('/claims');
  await expect(elsewhere).toHaveURL(/sign-in/);
  await signInAs(elsewhere, email);
  await elsewhere.getByLabel('Code', { exact: true }).fill('123456');
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(problem(elsewhere)).toContainText('This code is not right');
  // A code that is right in the next step too: the one that turned it on may have been used.
  await elsewhere.getByLabel('Code', { exact: true }).fill(codeOf(secret, Date.now() + 30_000));
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();

  for (const time of ['first', 'second']) {
    const phoneless = await another(browser, STRANGER);
    await signInAs(phoneless, email);
    await phoneless.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
    await phoneless.getByRole('button', { name: 'Sign in' }).click();
    if (time === 'first')
      await expect(phoneless.getByRole('link', { name: 'Tove Dahl' })).toBeVisible();
    else await expect(problem(phoneless)).toContainText('was used already');
  }

  // The other browsers are in the list, and can be ended.
  await tove.goto('/account');
  await expect(tove.locator('.sessions li')).toHaveCount(3);
  expect(await violationsInBoth(tove)).toEqual([]);
  await tove.getByRole('button', { name: 'End all others' }).click();
  await expect(tove.locator('.sessions li')).toHaveCount(1);
  await elsewhere.goto('/claims');
  await expect(elsewhere).toHaveURL(/sign-in/);

  await tove.goto('/account/two-factor');
  await tove.getByLabel('Present password').last().fill(ADA.password);
  await tove.getByRole('button', { name: 'Turn it off' }).click();
  await expect(tove.getByText('Two-factor sign-in is off.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('somebody is invited and joins', async ({ page: ada, browser }) => {
    const email = `plain.${Date.now()}@example.org`;
    const link = await invite(ada, 'Pål Plain', email, /^Editor/);
    const page = await another(browser, { ...STRANGER, javaScriptEnabled: false });
    await page.goto(link);
    await page.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page.getByRole('link', { name: 'Pål Plain' })).toBeVisible();
  });
});

test('a viewer is not shown people', async ({ browser }) => {
  const viewer = await colleague(browser, 'Vera Viewer', 'viewer');
  await expect(viewer.getByRole('link', { name: 'People' })).toHaveCount(0);
});
