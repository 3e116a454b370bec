import type { Locator, Page } from 'playwright/test';
import { expect } from './test';

/** A source and its statement, as the form for evidence asks. */
export type Source = {
  title: string;
  publisher: string;
  quote: string;
  stance: RegExp;
  direct: RegExp;
};

export const DRAWINGS: Source = {
  title: 'As-built drawings',
  publisher: 'Northhaven roads office',
  quote: 'The length between the abutments is 415 metres.',
  stance: /Refutes/,
  direct: /Primary/,
};
export const GUIDE: Source = {
  title: 'A walk over the bridge',
  publisher: 'Marl valley guide',
  quote: 'It is some 400 yards from bank to bank.',
  stance: /Supports/,
  direct: /Secondary/,
};

/** What is entered of a source and its words, before anything is chosen. */
type Entered = {
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly day?: string;
  readonly address?: string;
  readonly quote?: string;
};

/** Fills in the form for evidence by a pasted text, with its details and its words. */
export async function fillEvidence(page: Page, entered: Entered): Promise<void> {
  const { text, title, publisher, day, address, quote } = entered;
  await page.getByLabel(WHAT_IT_IS).fill(text);
  await page.locator('summary', { hasText: /^Details/ }).click();
  if (title) await page.getByLabel('Title').fill(title);
  if (publisher) await page.getByLabel('Publisher').fill(publisher);
  if (day) await page.getByLabel('Published on').fill(day);
  if (address) await page.getByLabel('Address of the text or file').fill(address);
  await openStatement(page);
  if (quote) await page.getByLabel('Quote', { exact: true }).fill(quote);
}

/** The one field for a source. */
export const WHAT_IT_IS = 'Address, text or earlier source';

/** Unfolds the second and the third step, for a person who has the words already. */
export const openStatement = (page: Page) => page.getByText('I have the words already').click();

/** Gives an address, a text or a file, and goes on to its copy. */
export const openIt = (page: Page) =>
  page.getByRole('button', { name: 'Open it and choose the words' }).click();

/** Attaches what a source says to a claim. */
export async function attach(page: Page, code: string, source: Source): Promise<void> {
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: source.title,
    publisher: source.publisher,
    text: `${source.title}.\n${source.quote}`,
    quote: source.quote,
  });
  await page.getByRole('radio', { name: source.stance }).check();
  await page.getByRole('radio', { name: source.direct }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.locator('.evidence').filter({ hasText: source.quote })).toBeVisible();
}

/** A check: with the next step while it is left, else in the panel of the checks. */
export const gate = (page: Page, id: string) => page.locator(`.claim [data-gate="${id}"]`).first();

/** The line above a claim: its code, status and rating. */
export const marks = (page: Page) => page.locator('.claim-marks');

/** The history of a claim, behind its tab on the page of the claim. */
export async function openHistory(page: Page): Promise<Locator> {
  const tabs = page.getByRole('navigation', { name: 'Comments and history' });
  await tabs.getByRole('link', { name: 'History' }).click();
  const history = page.getByRole('list', { name: 'History' });
  await expect(history).toBeVisible();
  return history;
}
