import { randomUUID } from 'node:crypto';
import { type Browser, test as base, expect, type Page } from 'playwright/test';
import { ADA } from './desk';

export { expect };

/** Every test knows the desk that `desk.ts` started. */
export const test = base.extend<{ othersLeave: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  baseURL: async ({}, use) => {
    await use(process.env.E2E_ADDRESS);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  extraHTTPHeaders: async ({}, use) => {
    await use(clientOfItsOwn());
  },
  // Browsers of other people would stay open for all later tests, and their pages ask the desk for news.
  othersLeave: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/**
 * A place on the network that nobody else is at: what is tried wrongly in one test counts for its client
 * and keeps no other test waiting.
 */
const clientOfItsOwn = () => ({ 'x-e2e-client': `client-${randomUUID()}` });

/** A person with a browser of their own, signed in unless they say otherwise. */
export async function another(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_ADDRESS ?? '',
    extraHTTPHeaders: clientOfItsOwn(),
    ...options,
  });
  return context.newPage();
}

export const STORY = `Northhaven opens its harbour bridge

Northhaven opened a new bridge over the river Marl on Friday. The bridge is around 400 yards long and cost 2.5 million euros, the mayor, Greta Holm, said.

Some 120 people were injured when the old bridge collapsed in 1998, according to the fire service. "It was the worst day this town has seen," said Ms Holm.

The ferry company carried 12,400 passengers in March, 8% fewer than a year earlier.
`;

/** Pastes an article and waits for its page. */
export async function pasteArticle(
  page: Page,
  { text = STORY, title }: { text?: string; title: string },
): Promise<void> {
  await page.goto('/articles/new');
  await page.getByLabel('Text of the article').fill(text);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The card of the claim that has these words. */
export const card = (page: Page, words: string | RegExp) =>
  page.locator('[data-card]').filter({ hasText: words }).first();

/** Accepts the claim with these words and opens its page. */
export async function openAcceptedClaim(page: Page, words: string | RegExp): Promise<string> {
  const claim = card(page, words);
  const code = (await claim.getAttribute('id')) ?? '';
  await claim.getByRole('button', { name: 'Accept' }).click();
  await expect(page.locator(`#${code}`)).toContainText('Open');
  await page.goto(`/claims/${code}`);
  return code;
}

export const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });

/** Fills in the sign-in page. */
export async function signIn(
  page: Page,
  password = ADA.password,
  email = ADA.email,
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a person in with the password of Ada, unless another is given. */
export async function signInAs(page: Page, email: string, password = ADA.password): Promise<void> {
  await page.goto('/sign-in');
  await signIn(page, password, email);
}

/** Nobody is signed in. */
export const STRANGER = { storageState: { cookies: [], origins: [] } };
