import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { violationsInBoth } from './axe';
import { attach, DRAWINGS, GUIDE, gate, marks, openHistory } from './claim';
import { forge, listBuiltActions } from './forging';
import { colleague } from './people';
import { card, expect, openAcceptedClaim, pasteArticle, test } from './test';

/** The revision of the claim that a page shows. */
const revisionOn = async (page: Page) =>
  Number(await page.locator('input[name="revision"]').first().getAttribute('value'));

test('a claim goes from suggested to published by two people, and its author never approves it', async ({
  page: ada,
  browser,
}) => {
  test.setTimeout(120_000);
  await pasteArticle(ada, { title: 'The bridge, reviewed' });
  const code = await openAcceptedClaim(ada, '400 yards');
  await attach(ada, code, DRAWINGS);

  // One next step, and the checks that are left for it; nothing is called a fault.
  const next = ada.getByRole('region', { name: 'Next step' });
  await expect(next.getByRole('link', { name: 'Attach evidence' })).toBeVisible();
  await expect(next).toContainText(/\d of 10 checks left/);
  await expect(next.locator('.gate').first()).toContainText('A second independent source');
  await expect(ada.locator('.answer')).toHaveText('No verdict yet');
  await expect(ada.locator('.gate[data-fault="true"]')).toHaveCount(0);
  await expect(gate(ada, 'independentSources')).toContainText('only one independent source');
  await expect(gate(ada, 'contraryEvidence')).toHaveAttribute('data-open', 'false');
  await expect(ada.getByRole('button', { name: 'Submit for approval' })).toHaveCount(0);
  await attach(ada, code, GUIDE);
  await expect(gate(ada, 'independentSources')).toContainText('2 independent sources.');
  await expect(gate(ada, 'figuresCompared')).toContainText('Not compared with a source');
  await ada.getByRole('button', { name: /^Compare “.*415 metres/ }).click();
  await expect(gate(ada, 'figuresCompared')).toHaveAttribute('data-open', 'true');

  await expect(gate(ada, 'claimant')).toContainText('The claimant is Greta Holm.');

  // The verdict form says live what is still missing.
  await ada.getByRole('link', { name: 'Give a verdict' }).click();
  const live = ada.locator('.live-gates');
  await expect(live.locator('[data-gate="verdict"]')).toContainText('Give a verdict.');
  await ada.getByRole('radio', { name: /^Mostly false/ }).check();
  await expect(live.locator('[data-gate="verdict"]')).toContainText('Explain the verdict.');
  await ada.getByLabel('Explanation').fill('The drawings give 415 metres, which is 454 yards.');
  await expect(live.locator('[data-gate="verdict"]')).toHaveAttribute('data-open', 'true');
  await ada.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(ada.getByRole('heading', { name: /^Mostly false/ })).toBeVisible();
  expect(await violationsInBoth(ada)).toEqual([]);
  await expect(next.locator('.done')).toContainText('You gave version 1 of the verdict');
  await expect(next.locator('[aria-current="step"]')).toContainText('Submit');
  await ada.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(marks(ada)).toContainText('In review');
  await expect(next.locator('.done')).toContainText('You submitted this claim for approval.');

  // The author is refused by button, by address, by a forged form and by the API.
  await expect(gate(ada, 'fourEyes')).toContainText('You gave this verdict');
  await expect(ada.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  const claimId = (await ada.locator('input[name="claimId"]').first().getAttribute('value')) ?? '';
  const revision = await revisionOn(ada);
  const api = `/api/claims/${code}/steps`;
  const asked = { step: 'approve', revision, verdict: 1, words: null };
  expect((await ada.request.get(`${api}?step=approve&revision=${revision}`)).status()).toBe(405);
  const byApi = await ada.request.post(api, { data: asked });
  expect(byApi.status()).toBe(422);
  expect(await byApi.json()).toMatchObject({ refused: 'gatesClosed', gates: ['fourEyes'] });
  const takeStep = listBuiltActions().find(({ name }) => name.endsWith('#takeReviewStep'));
  if (!takeStep) throw new Error('the build has no action takeStep');
  const forged = await forge(ada, takeStep, {
    path: `/claims/${code}`,
    fields: { claimId, revision: String(revision), step: 'approve', verdict: '1' },
  });
  expect(await forged.text()).toContain('You gave this verdict');
  await ada.reload();
  await expect(marks(ada)).toContainText('In review');

  // Somebody else returns it, and it comes back as another version.
  const noor = await colleague(browser, 'Noor Haddad', 'editor');
  await noor.goto(`/claims/${code}`);
  const decision = noor.getByRole('region', { name: 'Next step' });
  await expect(decision.locator('.done')).toContainText(
    'Ada Brandt submitted this claim for approval.',
  );
  await expect(gate(noor, 'fourEyes')).toContainText('Not yet: Another person approves');
  await expect(gate(noor, 'fourEyes')).toContainText(
    'A person other than Ada Brandt must approve the verdict.',
  );
  // The button is beside the verdict that it approves, its explanation and its evidence, on one screen.
  const height = noor.viewportSize()?.height ?? 0;
  for (const part of ['.explanation', '.evidence-in-short li', 'button[value="approve"]']) {
    const box = await decision.locator(part).first().boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
  }
  await noor.getByText('Return…').click();
  await noor.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(noor.getByText('Enter a reason: the desk keeps it with the claim')).toBeVisible();
  await noor.getByLabel('Work to do before the approval').fill('Say what 415 metres is in yards.');
  await noor.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(marks(noor)).toContainText('Checking');
  await expect(decision).toContainText('You returned the claim on');

  await ada.reload();
  await expect(ada.locator('.next-step .sent-back')).toContainText(
    /^Noor Haddad returned the claim on .*: Say what 415 metres is in yards\.$/,
  );
  await expect(await openHistory(ada)).toContainText(
    'Noor Haddad returned the claim: Say what 415 metres is in yards.',
  );
  await ada.getByRole('link', { name: 'Give a new version' }).click();
  await ada
    .getByLabel('Explanation')
    .fill('The drawings give 415 metres, or 454 yards: 12 % more.');
  await ada.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(ada.getByText('Enter what changed since the earlier version').first()).toBeVisible();
  await ada.getByLabel('What changed').fill('The length in yards.');
  await ada.getByRole('button', { name: 'Give the verdict' }).click();
  await ada.getByLabel('Note to the editor').fill('With yards now.');
  await ada.getByRole('button', { name: 'Submit for approval' }).click();
  await expect(marks(ada)).toContainText('In review');

  await noor.reload();
  await noor.getByRole('link', { name: 'Compare the versions' }).click();
  await expect(noor.getByRole('row', { name: /^Explanation/ })).toContainText(
    '454 yards: 12 % more',
  );
  expect(await violationsInBoth(noor)).toEqual([]);
  await noor.goBack();
  // The change is reported, and the note waits.
  await noor.getByLabel('Note with the approval').fill('The yards are right.');
  await ada.getByLabel('Priority').selectOption('High');
  await ada.getByRole('button', { name: 'Save the plan' }).click();
  await expect(ada.locator('.plan-box')).toContainText('High priority');
  await noor.getByRole('button', { name: 'Approve' }).click();
  await expect(decision.getByRole('alert')).toContainText('changed this claim');
  await expect(noor.getByLabel('Note with the approval')).toHaveValue('The yards are right.');
  await noor.getByRole('button', { name: 'Approve' }).click();
  await expect(marks(noor)).toContainText('Approved');
  await expect(decision.locator('.done')).toContainText('You approved version 2 of the verdict.');
  // JSON can spell half a character, which the record has no way to write: the words are mended.
  const publish = { step: 'publish', revision: await revisionOn(noor), words: 'Out \ud83d now' };
  expect((await noor.request.post(api, { data: publish })).status()).toBe(200);
  await noor.reload();
  await expect(await openHistory(noor)).toContainText('Out \ufffd now');
  await expect(marks(noor)).toContainText('Published');
  await expect(decision.locator('.done')).toContainText('You published version 2 of the verdict.');
  await expect(decision.getByRole('link', { name: 'See version 2' })).toBeVisible();
  await expect(decision.getByRole('link', { name: 'Download the claim (CSV)' })).toBeVisible();
  expect(await violationsInBoth(noor)).toEqual([]);

  // Beside the article, too, it shows its assignee, its status and its rating.
  await noor.getByRole('link', { name: 'The bridge, reviewed' }).first().click();
  await expect(card(noor, '400 yards')).toContainText(
    /assigned to Ada Brandt.*Published.*Mostly false/,
  );
  expect(await violationsInBoth(noor)).toEqual([]);
  await noor.goto(`/claims/${code}`);

  // A published verdict is not edited, and its replacement has a public note.
  await noor.goto(`/claims/${code}/edit`);
  await expect(noor.getByText('You cannot do this while the claim is published.')).toBeVisible();
  await noor.goto(`/claims/${code}`);
  await noor.getByText('Correct…').click();
  await noor.getByLabel('Public note: what was wrong').fill('The drawings are of 2025.');
  await noor.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(marks(noor)).toContainText('Checking');
  await expect(noor.getByText('Correction,')).toBeVisible();
  await expect(noor.locator('.answer')).toHaveText(
    'Published: Mostly false (version 2), being corrected',
  );
  // On paper there is the claim, and nothing to press.
  await noor.emulateMedia({ media: 'print' });
  await expect(noor.locator('.verdict-version').first()).toBeVisible();
  for (const part of ['.masthead', '.claim-bar', '.next-step', '.plan-box', '.claim-talk']) {
    await expect(noor.locator(part)).toBeHidden();
  }
  await noor.emulateMedia({ media: null });
  const sheets = (await noor.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
  expect(sheets).toHaveLength(1);
  // A correction that corrects nothing does not go out.
  await expect(gate(noor, 'newVersion')).toContainText('give a new version, and say what changed');
  await expect(noor.getByRole('button', { name: 'Submit for approval' })).toHaveCount(0);

  await ada.goto(`/claims?words=400+yards&claimant=Greta`);
  const [download] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  const rows: Record<string, string>[] = parse(await readFile(await download.path(), 'utf8'), {
    columns: true,
  });
  expect(rows.find(({ id }) => id === code)).toMatchObject({
    checker: 'Ada Brandt',
    approver: 'Noor Haddad',
    corrections: expect.stringContaining('The drawings are of 2025.'),
    independent: '2',
  });
});

test('a gate is waived with a reason that stays in the record, and the waiver can be withdrawn', async ({
  page,
}) => {
  await pasteArticle(page, { title: 'A gate and a reason' });
  await openAcceptedClaim(page, '120 people');
  const primary = gate(page, 'primarySource');
  await primary.getByText('Pass with a reason').click();
  await primary.getByLabel('Reason why there is no primary source').fill('None.');
  await primary.getByRole('button', { name: 'Save the reason' }).click();
  await expect(primary.getByText('Enter a reason of at least 10 characters')).toBeVisible();
  await expect(primary.getByRole('textbox')).toHaveValue('None.');
  await primary.getByRole('textbox').fill('The fire service burnt its books in 2001.');
  await primary.getByRole('button', { name: 'Save the reason' }).click();
  await expect(primary).toContainText(
    'Passed with a reason, by Ada Brandt: The fire service burnt its books in 2001.',
  );
  await expect(primary).toHaveAttribute('data-open', 'true');
  await expect(await openHistory(page)).toContainText('Ada Brandt passed a check with a reason');
  await primary.getByRole('button', { name: 'Remove the reason' }).click();
  await expect(primary).toHaveAttribute('data-open', 'false');
});

test('two sources count as one if one repeats the other', async ({ page }) => {
  await pasteArticle(page, { title: 'One wire, two papers' });
  const code = await openAcceptedClaim(page, '12,400 passengers');
  await attach(page, code, { ...DRAWINGS, title: `Wire ${randomUUID()}`, publisher: 'Agency' });
  await attach(page, code, { ...GUIDE, title: 'The morning paper', publisher: 'Morning' });
  await expect(gate(page, 'independentSources')).toContainText('2 independent sources.');
  await page.getByRole('link', { name: 'The morning paper', exact: true }).click();
  await page.locator('.crumbs').getByRole('link', { name: 'The morning paper' }).click();
  await page.getByRole('link', { name: 'Edit details' }).click();
  await page.getByLabel('Repeats').selectOption({ label: await wireTitle(page) });
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText(/Repeats Wire/)).toBeVisible();
  await page.goto(`/claims/${code}`);
  await expect(gate(page, 'independentSources')).toContainText('only one independent source');

  // The claimant is named beside the check that asks for it.
  const claimant = gate(page, 'claimant');
  await claimant.getByText('Enter the claimant', { exact: true }).click();
  await claimant.getByRole('button', { name: 'Save the claimant' }).click();
  await expect(claimant.getByRole('alert')).toContainText('Enter the claimant, or the reason');
  await claimant.getByLabel('Claimant', { exact: true }).fill('The ferry company');
  await claimant.getByRole('button', { name: 'Save the claimant' }).click();
  await expect(gate(page, 'claimant')).toContainText('The claimant is The ferry company.');
});

const wireTitle = async (page: Page) =>
  (await page.getByLabel('Repeats').getByRole('option', { name: /^Wire/ }).first().textContent()) ??
  '';

test('the methodology explains the gates and the ratings to anybody', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_ADDRESS ?? '' });
  await context.clearCookies();
  const page = await context.newPage();
  await page.goto('/methodology');
  await expect(page.getByRole('heading', { name: 'How claims are checked' })).toBeVisible();
  await expect(page.getByText('Two independent sources', { exact: true })).toBeVisible();
  await expect(page.getByText('Half true')).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('gates are passed with a reason, and a claim is submitted, returned, approved and published', async ({
    page: ada,
    browser,
  }) => {
    test.setTimeout(120_000);
    await pasteArticle(ada, { title: 'Reviewed without scripts' });
    const code = await openAcceptedClaim(ada, '120 people');
    await attach(ada, code, { ...DRAWINGS, quote: 'The log of that day counts 118.' });
    await ada.getByRole('link', { name: 'Give a verdict' }).click();
    await ada.getByRole('radio', { name: /^Mostly false/ }).check();
    await ada.getByLabel('Explanation').fill('The log counts 118.');
    await ada.getByRole('button', { name: 'Give the verdict' }).click();

    const waive = async (id: string, reason: string) => {
      await gate(ada, id).locator('summary').click();
      await gate(ada, id).getByRole('textbox').fill(reason);
      await gate(ada, id).getByRole('button', { name: 'Save the reason' }).click();
    };
    await waive('independentSources', 'One.');
    await expect(gate(ada, 'independentSources')).toContainText('at least 10 characters');
    await expect(gate(ada, 'independentSources').getByRole('textbox')).toHaveValue('One.');
    await gate(ada, 'independentSources').getByRole('textbox').fill('There is no other count.');
    await gate(ada, 'independentSources').getByRole('button', { name: 'Save the reason' }).click();
    await expect(gate(ada, 'independentSources')).toHaveAttribute('data-open', 'true');
    await waive('figuresCompared', 'The log does not say what it counts.');
    await waive('contraryEvidence', 'Papers and hospital: none found.');
    await gate(ada, 'contraryEvidence')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(gate(ada, 'contraryEvidence')).toHaveAttribute('data-open', 'false');
    await expect(ada.getByRole('button', { name: 'Submit for approval' })).toHaveCount(0);
    await waive('contraryEvidence', 'Papers and hospital: none found.');
    await ada.getByLabel('Note to the editor').fill('From the log.');
    await ada.getByRole('button', { name: 'Submit for approval' }).click();
    await expect(marks(ada)).toContainText('In review');
    await expect(gate(ada, 'fourEyes')).toContainText('You gave this verdict');

    const nils = await colleague(browser, 'Nils Plain', 'editor', { javaScriptEnabled: false });
    await nils.goto(`/claims/${code}`);
    await nils.getByText('Return…').click();
    await nils.getByRole('button', { name: 'Return', exact: true }).click();
    await expect(nils.getByText('Enter a reason: the desk keeps it with the claim')).toBeVisible();
    await nils.getByLabel('Work to do before the approval').fill('Which page of the log?');
    await nils.getByRole('button', { name: 'Return', exact: true }).click();
    await expect(marks(nils)).toContainText('Checking');

    // Ada answers on the claim, and submits it again; the open comment keeps it from being approved.
    await ada.goto('/notifications');
    await ada
      .getByRole('button', { name: new RegExp(code) })
      .first()
      .click();
    await expect(ada.locator('.next-step .sent-back')).toContainText('Which page of the log?');
    await ada.getByLabel('New comment').fill('Page 12. Is that enough?');
    await ada.getByRole('button', { name: 'Comment', exact: true }).click();
    await ada.getByRole('button', { name: 'Submit for approval' }).click();
    await expect(marks(ada)).toContainText('In review');
    await nils.goto(`/claims/${code}`);
    await expect(gate(nils, 'commentsResolved')).toContainText('One comment is open');
    await expect(nils.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await nils.getByRole('button', { name: 'Resolve the comment by Ada Brandt' }).click();
    const late = await nils.context().newPage();
    await late.goto(`/claims/${code}`);
    await nils.getByLabel('Note with the approval').fill('Seen on page 12.');
    await nils.getByRole('button', { name: 'Approve' }).click();
    await expect(marks(nils)).toContainText('Approved');
    await late.getByLabel('Note with the approval').fill('Seen by me too.');
    await late.getByRole('button', { name: 'Approve' }).click();
    await expect(marks(late)).toContainText('Approved');
    await expect(late.locator('.next-step').getByRole('alert')).toContainText(
      'Another person changed this claim',
    );
    await expect(late.locator('.next-step')).toContainText('Your note was: “Seen by me too.”');
    await nils.getByRole('button', { name: 'Publish' }).click();
    await expect(marks(nils)).toContainText('Published');

    await ada.goto('/notifications');
    const notification = ada.locator('.notice-item').filter({ hasText: code });
    await expect(notification.filter({ hasText: 'Nils Plain resolved a comment' })).toHaveCount(1);
    await expect(notification.filter({ hasText: 'Nils Plain published this claim' })).toHaveCount(
      1,
    );
  });
});
