'use client';

import { useEffect } from 'react';

/** Where the focus may go when what had it is gone: things that say by themselves what they are. */
const PLACES = '[tabindex], summary, section, article, header, li, form, main';

/**
 * Keeps the focus of a person who works by keyboard. An answer of the desk takes away the button
 * that was pressed, or has it disabled for a moment, and browsers then drop the focus to the top of
 * the page. It goes back to the button, or to the nearest of what the button stood in.
 *
 * @see WCAG 2.2, 2.4.3 Focus Order, and 2.4.7 Focus Visible
 */
export function KeepFocus() {
  useEffect(() => {
    // What had the focus last, and what that stood in, innermost first.
    let path: HTMLElement[] = [];
    let wasDisabled = false;

    function note({ target }: Event) {
      path = target instanceof HTMLElement ? pathOf(target) : [];
      wasDisabled = false;
    }
    // A person who points somewhere else has left it on purpose.
    function forget() {
      path = [];
    }
    // With the next frame, since a dialog that closes hands the focus back by itself.
    let frame = 0;
    function look() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mend);
    }
    function mend() {
      const [had] = path;
      if (!had) return;
      if (had.isConnected && had.matches(':disabled')) {
        wasDisabled = true;
        return;
      }
      const isThere = isUsable(had);
      if (isThere && !wasDisabled) return;
      wasDisabled = false;
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body && activeElement !== had) return;
      const place = isThere ? had : path.find((each) => isUsable(each) && each.matches(PLACES));
      if (place) moveTo(place);
      else forget();
    }

    const stopped = new AbortController();
    const { signal } = stopped;
    document.addEventListener('focusin', note, { signal });
    document.addEventListener('pointerdown', forget, { signal, capture: true });
    const changes = new MutationObserver(look);
    changes.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'open'],
    });
    return () => {
      stopped.abort();
      changes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return null;
}

function pathOf(element: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    path.push(each);
    // The line that unfolds a folded part stays.
    const summary = each.localName === 'details' && each.querySelector('summary');
    if (summary instanceof HTMLElement) path.push(summary);
  }
  return path;
}

const isUsable = (element: HTMLElement) => element.isConnected && element.checkVisibility();

function moveTo(place: HTMLElement): void {
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  // What is in sight stays where it is: nothing moves under somebody's eyes.
  place.focus({ preventScroll: true });
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) place.scrollIntoView({ block: 'nearest' });
}
