import type { Locator, Page } from 'playwright/test';
import { expect } from './test';

const MOST_PRESSES = 150;

/** Presses Tab, or Shift+Tab, until the focus is there: what cannot be reached so is not for everybody. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; ) {
    // Looked for once: to find a thing by its role takes longer than a press.
    const element = await target.elementHandle();
    if (!element) break;
    while (presses < MOST_PRESSES) {
      const state = await element.evaluate((each) =>
        each === document.activeElement ? 'here' : each.isConnected ? 'elsewhere' : 'gone',
      );
      if (state === 'here') return expectFocusSeen(page);
      if (state === 'gone') break;
      await page.keyboard.press(key);
      presses++;
    }
  }
  throw new Error(`${key} never reached ${target}`);
}

/** Goes to a field by Tab, and types. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await typeInto(page, page.getByLabel(label), text);
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

/** Goes there by Tab, and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Something has the focus, it is in sight, and it has its ring. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return 'nothing has the focus';
        const name = `${element.localName}#${element.id} “${element.textContent?.slice(0, 40)}”`;
        const { top, left, bottom, right } = element.getBoundingClientRect();
        const isInSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
        if (!isInSight || !element.checkVisibility()) return `${name} is out of sight`;
        // The ring of a radio button is drawn around all of its choice.
        const rings = [element, element.closest('.choice')].map(
          (each) => each && getComputedStyle(each),
        );
        const isRinged = rings.some(
          (style) => style && style.outlineStyle !== 'none' && style.outlineWidth !== '0px',
        );
        return isRinged ? 'seen' : `${name} has no ring`;
      }),
    )
    .toBe('seen');
}

/** The focus is there or within, and seen: it was not lost with the button that was pressed. */
export async function expectFocusIn(page: Page, place: Locator): Promise<void> {
  await expect
    .poll(() => place.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
  await expectFocusSeen(page);
}

/**
 * Records from now on the messages that a screen reader announces by itself: changes in a live
 * region that was on the page before, and alerts, which are announced when they appear.
 *
 * @see WAI-ARIA 1.2, aria-live, and the roles status and alert
 */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const LIVE = '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';
    new MutationObserver((changes) => {
      const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
      const isNew = (region: Element) =>
        [...added].some((node) => node instanceof Element && node.contains(region));
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
        const alerts = [...addedNodes].flatMap((node) =>
          node instanceof Element
            ? [node, ...node.querySelectorAll('*')].filter((each) => each.matches('[role="alert"]'))
            : [],
        );
        return [...(around && !isNew(around) ? [around] : []), ...alerts];
      });
      for (const region of new Set(regions)) {
        const words = region.textContent?.replace(/\s+/g, ' ').trim();
        if (words) heard.push(words);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** The messages since the page was loaded: see listen. */
export async function expectHeard(page: Page, words: string | RegExp): Promise<void> {
  const shown =
    typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard))
    .toContainEqual(shown);
}
