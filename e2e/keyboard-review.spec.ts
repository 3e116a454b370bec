import { attach, DRAWINGS, gate, marks } from './claim';
import { enter, expectFocusIn, expectHeard, listen, tabTo, type, typeInto } from './keys';
import { colleague } from './people';
import { expect, openAcceptedClaim, pasteArticle, test } from './test';

test('by keyboard alone, two people bring a claim from the list to publication', async ({
  page: ada,
  browser,
}) => {
  test.setTimeout(180_000);
  await pasteArticle(ada, { title: 'Reviewed by keyboard' });
  const code = await openAcceptedClaim(ada, '120 people');
  await attach(ada, code, { ...DRAWINGS, quote: 'The log of that day counts 118 people.' });
  const figures = ada.getByRole('region', { name: /^“.*120/ });
  await enter(ada, figures.getByRole('button', { name: /^Compare “.*118/ }));
  await expect(figures.getByRole('list', { name: /^Comparisons of/ })).toContainText('118');
  await expectFocusIn(ada, figures);
  await ada.goto(`/claims/${code}/verdict`);
  await ada.getByRole('radio', { name: /^Mostly false/ }).check();
  // Some 120 and 118 agree, and the log refutes the claim since it counts other people: nothing is
  // suggested.
  await expect(ada.getByText(/agrees with a source that is marked as refuting/)).toBeVisible();
  await ada.getByLabel('Explanation').fill('The log counts 118.');
  await ada.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(ada.getByRole('heading', { name: /^Mostly false/ })).toBeVisible();

  const noor = await colleague(browser, 'Noor Keys', 'editor');

  await listen(ada);
  await ada.goto('/claims');
  await type(ada, 'Words', code);
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('1 claim', { exact: false }).first()).toBeVisible();
  await enter(ada, ada.getByRole('link', { name: code, exact: true }));
  await ada.waitForURL(`**/claims/${code}`);

  // A gate is passed with a reason: first with one that is none.
  const next = ada.getByRole('region', { name: 'Next step' });
  const sources = gate(ada, 'independentSources');
  await enter(ada, sources.locator('summary'));
  await typeInto(ada, sources.getByRole('textbox'), 'One.');
  await enter(ada, sources.getByRole('button', { name: 'Save the reason' }));
  await expectHeard(ada, 'Enter a reason of at least 10 characters');
  await expectFocusIn(ada, sources);
  await tabTo(ada, sources.getByRole('textbox'), 'Shift+Tab');
  await expect(sources.getByRole('textbox')).toHaveValue('One.');
  await ada.keyboard.press('End');
  await ada.keyboard.insertText(' The log is the only count there is.');
  await enter(ada, sources.getByRole('button', { name: 'Save the reason' }));
  await expect(sources).toContainText('by Ada Brandt: One. The log is the only count there is.');
  await expectFocusIn(ada, sources);
  await expectHeard(ada, '1 of 10 checks left');

  const other = gate(ada, 'contraryEvidence');
  await enter(ada, other.locator('summary'));
  await typeInto(ada, other.getByRole('textbox'), 'Papers and hospital: none found.');
  await enter(ada, other.getByRole('button', { name: 'Save the reason' }));
  await expectFocusIn(ada, other);
  await expectHeard(ada, 'All checks passed');

  // A reason is taken back, and given again.
  await enter(ada, other.getByRole('button', { name: /^Remove the reason/ }));
  await expect(other).toHaveAttribute('data-open', 'false');
  await expectFocusIn(ada, other);
  await enter(ada, other.locator('summary'));
  await typeInto(ada, other.getByRole('textbox'), 'Papers and hospital: none found.');
  await enter(ada, other.getByRole('button', { name: 'Save the reason' }));
  await expect(other).toHaveAttribute('data-open', 'true');

  const submit = async (note: string) => {
    await type(ada, 'Note to the editor', note);
    await enter(ada, ada.getByRole('button', { name: 'Submit for approval' }));
    await expect(marks(ada)).toContainText('In review');
    await expectFocusIn(ada, next);
    await expectHeard(ada, 'Your verdict waits for approval by another editor.');
  };
  await submit('From the log.');

  // Somebody else is led there by the notification, and returns it.
  await listen(noor);
  await noor.goto('/');
  await enter(noor, noor.locator('.unread-link'));
  await enter(noor, noor.getByRole('button', { name: new RegExp(code) }));
  await noor.waitForURL(new RegExp(`/claims/${code}`));
  const panel = noor.getByRole('region', { name: 'Next step' });
  await enter(noor, panel.locator('summary', { hasText: 'Return…' }));
  await enter(noor, noor.getByRole('button', { name: 'Return', exact: true }));
  await expectHeard(noor, 'Enter a reason');
  await expectFocusIn(noor, panel);
  await tabTo(noor, noor.getByLabel('Work to do before the approval'), 'Shift+Tab');
  await noor.keyboard.insertText('Which page of the log?');
  await enter(noor, noor.getByRole('button', { name: 'Return', exact: true }));
  await expect(marks(noor)).toContainText('Checking');
  await expectFocusIn(noor, noor.getByRole('main'));
  await expectHeard(noor, 'Ada Brandt works on this claim.');

  // It comes back by what the page itself offers, without a reload.
  await expectHeard(ada, 'Noor Keys');
  await enter(ada, ada.getByRole('button', { name: 'show the change' }));
  await expect(marks(ada)).toContainText('Checking');
  await expectFocusIn(ada, ada.getByRole('main'));
  await submit('Page 12.');

  await expectHeard(noor, 'submitted');
  await enter(noor, noor.getByRole('button', { name: 'show the change' }));
  await type(noor, 'Note with the approval', 'Seen on page 12.');
  await enter(noor, noor.getByRole('button', { name: 'Approve' }));
  await expect(marks(noor)).toContainText('Approved');
  await expectFocusIn(noor, noor.getByRole('main'));
  await expectHeard(noor, 'You approved version 1 of the verdict.');
  await enter(noor, noor.getByRole('button', { name: 'Publish' }));
  await expect(marks(noor)).toContainText('Published');
  await expectFocusIn(noor, noor.getByRole('region', { name: 'Next step' }));
  await expectHeard(noor, 'You published version 1 of the verdict.');
});
