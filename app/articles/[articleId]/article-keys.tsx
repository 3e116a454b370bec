'use client';

import { useLayoutEffect } from 'react';
import { DISMISS_REASONS } from '#domain/claims/claim';
import { isTyping, type KeyHelp, useKeyHelp } from '#ui/keys';
import { findCurrentCard, followTogether, goToCard, listCards } from './together';

const KEYS: KeyHelp = [
  ['j', 'next claim'],
  ['k', 'previous claim'],
  ['a', 'accept'],
  ['d', `dismiss the claim; then press 1 to ${DISMISS_REASONS.length} for the reason`],
  ['u', 'undo'],
  ['e', 'edit the claim on its card'],
  ['Enter', 'open the claim'],
  ['c', 'add a claim with the selected words'],
];

/** The article by keyboard: one key a step, on the claim that has the focus. */
export function ArticleKeys() {
  useKeyHelp('On an article', KEYS);
  // Before the page is painted: a person who sees it may press a key.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog:modal')) return;
      if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === 'c') document.querySelector<HTMLElement>('[data-make-claim]')?.click();
      else if (!pressInCard(event)) return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useLayoutEffect(followTogether, []);
  return null;
}

/** Goes to the next card or back, from the one at which the person works. */
function step(by: 1 | -1) {
  const all = listCards();
  const current = findCurrentCard();
  const at = current ? all.indexOf(current) : -1;
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) goToCard(next);
}

function pressInCard(event: KeyboardEvent): boolean {
  const card = document.activeElement?.closest<HTMLElement>('[data-card]');
  if (!card) return false;
  // Enter on a button or link is the button's own.
  if (event.key === 'Enter') {
    if (document.activeElement !== card) return false;
    card.querySelector<HTMLElement>('[data-open-claim]')?.click();
    return true;
  }
  const control = [...card.querySelectorAll<HTMLElement>('[data-key]')].find(
    (each) => each.dataset.key === event.key && each.checkVisibility(),
  );
  if (!control) return false;
  if (control instanceof HTMLInputElement) control.focus();
  else control.click();
  // The button may be gone with the step it took; the card stays, and keeps the focus.
  if (control instanceof HTMLButtonElement) card.focus({ preventScroll: true });
  return true;
}
