import type { Locator, Page } from 'playwright/test';
import { violations } from './axe';
import { fillEvidence } from './claim';
import { card, expect, pasteArticle, test } from './test';

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function paths(page: Page): Promise<string[]> {
  await pasteArticle(page, {
    title: `Looks, with a title that goes on for rather longer than most and has Donaudampfschifffahrtsgesellschaftskapitän in it`,
  });
  const article = new URL(page.url()).pathname;
  const claim = card(page, '120 people');
  const code = (await claim.getAttribute('id')) ?? '';
  await claim.getByRole('button', { name: 'Accept' }).click();
  await expect(page.locator(`#${code}`)).toContainText('Open');
  await page.goto(`/claims/${code}/evidence/new`);
  await fillEvidence(page, {
    title: 'Log',
    text: '118 people were treated. '.repeat(40),
    quote: '118 people were treated.',
  });
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await page.getByRole('link', { name: 'Give a verdict' }).click();
  await page.getByRole('radio', { name: /^False/ }).check();
  await page.getByLabel('Explanation').fill('The log counts 118.');
  await page.getByRole('button', { name: 'Give the verdict' }).click();
  await expect(page.getByRole('heading', { name: /^False/ })).toBeVisible();
  const link = async (name: string) =>
    (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
  return [
    '/',
    '/articles',
    '/articles/new',
    article,
    `${article}/edit`,
    `${article}/claims/new`,
    '/claims',
    '/claims?words=nothing+of+the+kind',
    `/claims/${code}`,
    `/claims/${code}/edit`,
    await link('Edit the figure'),
    `/claims/${code}/figures/new`,
    `/claims/${code}/evidence/new`,
    await link('Edit the evidence'),
    `/claims/${code}/verdict`,
    await link('Log'),
    (await link('Log')).split('/captures/')[0] ?? '',
    `${(await link('Log')).split('/captures/')[0]}/edit`,
    '/search',
    '/search?words=people',
    '/search?words=people&kind=claim&for=C-0001',
    '/notifications',
    '/account',
    '/no/such/page',
  ];
}

test('axe finds nothing on any page, light and dark, and none scrolls sideways', async ({
  page,
}) => {
  test.setTimeout(180_000);
  for (const path of await paths(page)) {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of colorScheme === 'light' ? [390, 1280, 1920] : [1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await overflow(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
        if (width !== 1920) {
          expect.soft(await violations(page), `${path}, ${colorScheme}, ${width}`).toEqual([]);
        }
      }
    }
  }
});

/** The visible links and buttons of a part are in the order of reading. @returns how many they are */
async function countInReadingOrder(part: Locator): Promise<number> {
  const places = await part.locator('a:visible, button:visible').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left } = element.getBoundingClientRect();
      return { name: element.textContent, middle: (top + bottom) / 2, left };
    }),
  );
  // As one reads: line by line, and from left to right.
  const asRead = places.toSorted((a, b) =>
    Math.abs(a.middle - b.middle) > 16 ? a.middle - b.middle : a.left - b.left,
  );
  expect(asRead).toEqual(places);
  return places.length;
}

test('Tab goes through the masthead in its visible order, on a telephone too', async ({ page }) => {
  for (const width of [320, 390, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    const isNarrow = width < 960;
    const masthead = page.locator('.masthead');
    // Keys want scripts, and so does their button.
    if (!isNarrow) await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible();
    expect(await countInReadingOrder(masthead), `at ${width}`).toBe(isNarrow ? 4 : 12);
    const { height } = (await masthead.boundingBox()) ?? { height: 0 };
    expect(height, `one row at ${width}`).toBeLessThan(60);
    await expect(page.locator('.brand span')).toBeVisible();
    if (isNarrow) {
      await page.getByRole('button', { name: 'Menu' }).press('Enter');
      expect(await countInReadingOrder(page.locator('.menu')), `menu at ${width}`).toBe(8);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('navigation').getByRole('link', { name: 'Desk' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
    }
    expect(await overflow(page), `at ${width}`).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing on a refused form, and the sign-in page', async ({ page, browser }) => {
  await page.goto('/articles/new');
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await expect(page.getByText('There is a problem')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const context = await browser.newContext({
    baseURL: process.env.E2E_ADDRESS ?? '',
    storageState: { cookies: [], origins: [] },
  });
  const stranger = await context.newPage();
  for (const path of ['/sign-in', '/set-up/x']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await stranger.emulateMedia({ colorScheme });
      await stranger.goto(path);
      expect(await violations(stranger), path).toEqual([]);
    }
  }
  await context.close();
});

test('a page does not jump while it loads', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.total += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/', '/articles', '/claims', '/claims/C-0001']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const total = await page.evaluate(
      () => (globalThis as unknown as { shifts: { total: number } }).shifts.total,
    );
    expect(total, path).toBeLessThan(0.02);
  }
});

test('a page does not request pages that nobody opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/_next/') && pathname !== '/icon.svg') asked.push(pathname);
  });
  for (const path of ['/', '/articles', '/claims', '/sources']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  expect(asked).toEqual(['/', '/articles', '/claims', '/sources']);
  await page.getByRole('link', { name: 'Articles', exact: true }).click();
  await page.waitForURL('**/articles');
  expect(asked.slice(4)).toEqual(['/articles']);
});

test('only the desk’s own scripts run', async ({ page }) => {
  const answer = await page.goto('/claims');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
