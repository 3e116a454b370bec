import { ADA } from './desk';
import { enter, expectFocusIn, expectHeard, listen, tabTo, type, typeInto } from './keys';
import { another, expect, STRANGER, test } from './test';

test('by keyboard alone, somebody is invited, joins, gets another role, and is deactivated', async ({
  page: ada,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const email = `kaia.${Date.now()}@example.org`;
  await listen(ada);
  await ada.goto('/');
  await enter(ada, ada.getByRole('link', { name: 'People', exact: true }));
  await ada.waitForURL('**/people');

  // Refused without a role: the summary leads to it, and the typed text is there.
  const form = ada.getByRole('region', { name: 'Invite a person' });
  await typeInto(ada, form.getByLabel('Name'), 'Kaia Keys');
  await typeInto(ada, form.getByLabel('Email'), email);
  await enter(ada, ada.getByRole('button', { name: 'Create the invitation' }));
  await expectHeard(ada, 'Choose a role');
  await expectFocusIn(ada, ada.getByRole('alert', { name: 'There is a problem' }));
  await expect(form.getByLabel('Name')).toHaveValue('Kaia Keys');
  await tabTo(ada, form.getByRole('radio', { name: /^Viewer/ }));
  await ada.keyboard.press('Space');
  await ada.keyboard.press('ArrowDown');
  await expect(form.getByRole('radio', { name: /^Checker/ })).toBeChecked();
  await enter(ada, ada.getByRole('button', { name: 'Create the invitation' }));

  // The link has the focus and is selected: it only needs to be copied.
  const link = ada.getByRole('textbox', { name: 'The link' });
  await expect(link).toBeFocused();
  await expectFocusIn(ada, form);
  await expect(link).toHaveAccessibleDescription(
    /The link for Kaia Keys. The link is shown only once/,
  );
  await ada.keyboard.press('ControlOrMeta+c');
  const address = await ada.evaluate(() => navigator.clipboard.readText());
  expect(address).toMatch(/\/join\//);

  const kaia = await another(browser, STRANGER);
  await listen(kaia);
  await kaia.goto(address);
  await type(kaia, 'Password', 'short');
  await kaia.keyboard.press('Enter');
  await expectHeard(kaia, 'at least');
  await expectFocusIn(kaia, kaia.getByRole('alert', { name: 'There is a problem' }));
  await type(kaia, 'Password', ADA.password);
  await enter(kaia, kaia.getByRole('button', { name: 'Create the account' }));
  await expect(kaia.getByRole('link', { name: 'Kaia Keys' })).toBeVisible();

  // Another invitation is taken back.
  await typeInto(ada, form.getByLabel('Name'), 'Max Mistaken');
  await typeInto(ada, form.getByLabel('Email'), `max.${email}`);
  await tabTo(ada, form.getByRole('radio', { name: /^Viewer/ }));
  await ada.keyboard.press('Space');
  await enter(ada, ada.getByRole('button', { name: 'Create the invitation' }));
  const cancel = ada.getByRole('button', { name: 'Cancel the invitation of Max Mistaken' });
  await expect(cancel).toBeVisible();
  await tabTo(ada, cancel, 'Shift+Tab');
  await ada.keyboard.press('Enter');
  await expect(cancel).toHaveCount(0);
  await expectFocusIn(ada, ada.getByRole('region', { name: 'Open invitations' }));
  await expectHeard(
    ada,
    /^(No invitation is open|One invitation is open|\d+ invitations are open)/,
  );

  await tabTo(ada, ada.getByRole('link', { name: 'Kaia Keys' }), 'Shift+Tab');
  await ada.keyboard.press('Enter');
  const account = ada.getByRole('region', { name: 'This account' });
  await enter(ada, account.locator('summary', { hasText: 'Change the role' }));
  await tabTo(ada, account.getByLabel('Role', { exact: true }));
  await ada.keyboard.press('ArrowDown');
  await expect(account.getByLabel('Role', { exact: true })).toHaveValue('editor');
  const change = ada.getByRole('button', { name: 'Change the role: Kaia Keys' });
  await enter(ada, change);
  await expectHeard(ada, `${email}, editor`);
  await expect(change).toBeFocused();

  await enter(ada, account.locator('summary', { hasText: 'Make a link for a new password' }));
  await enter(ada, ada.getByRole('button', { name: 'Make a link for a new password: Kaia Keys' }));
  await expect(ada.getByRole('textbox', { name: 'The link' })).toBeFocused();

  await enter(ada, account.locator('summary', { hasText: 'Deactivate the account' }));
  await enter(ada, ada.getByRole('button', { name: 'Deactivate the account: Kaia Keys' }));
  await expectHeard(ada, 'Enter a reason: the record keeps it');
  await expectFocusIn(ada, account);
  await tabTo(ada, ada.locator('#deactivate-reason'), 'Shift+Tab');
  await ada.keyboard.insertText('Left the desk');
  await enter(ada, ada.getByRole('button', { name: 'Deactivate the account: Kaia Keys' }));
  await expectHeard(ada, `${email}, editor, deactivated`);
  await expectFocusIn(ada, account);
  await enter(ada, account.locator('summary', { hasText: 'Activate the account again' }));
});
