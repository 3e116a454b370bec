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

/** Attaches what a source says to a claim. */
export async function attach(page: Page, code: string, source: Source): Promise<void> {
  await page.goto(`/claims/${code}/evidence/new`);
  await page.getByLabel('Title').fill(source.title);
  await page.getByLabel('Publisher').fill(source.publisher);
  await page.getByLabel('Text of the source').fill(`${source.title}.\n${source.quote}`);
  await page.getByLabel('Quote').fill(source.quote);
  await page.getByRole('radio', { name: source.stance }).check();
  await page.getByRole('radio', { name: source.direct }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await expect(page.locator('.evidence').filter({ hasText: source.quote })).toBeVisible();
}

/** A gate in the panel of the review. */
export const gate = (page: Page, id: string) => page.locator(`.review [data-gate="${id}"]`);

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
