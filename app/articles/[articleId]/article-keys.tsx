'use client';

import { useLayoutEffect } from 'react';
import { DISMISS_REASONS } from '#domain/claims/claim';
import { isTyping, type KeyHelp, useKeyHelp } from '#ui/keys';

const KEYS: KeyHelp = [
  ['j', 'next claim'],
  ['k', 'previous claim'],
  ['a', 'accept'],
  ['d', `dismiss the claim; then press 1 to ${DISMISS_REASONS.length} for the reason`],
  ['u', 'undo'],
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
      if (event.key === 'j') focusCard(1);
      else if (event.key === 'k') focusCard(-1);
      else if (event.key === 'c') document.querySelector<HTMLElement>('[data-make-claim]')?.click();
      else if (!pressInCard(event)) return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useLayoutEffect(markCurrent, []);
  return null;
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-card]')];

const cardInFocus = () => document.activeElement?.closest<HTMLElement>('[data-card]') ?? null;

function focusCard(step: 1 | -1) {
  const all = cards();
  const at = all.indexOf(cardInFocus() as HTMLElement);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function pressInCard(event: KeyboardEvent): boolean {
  const card = cardInFocus();
  if (!card) return false;
  // Enter on a button or link is the button's own.
  if (event.key === 'Enter') {
    if (document.activeElement !== card) return false;
    card.querySelector<HTMLElement>('a')?.click();
    return true;
  }
  const control = [...card.querySelectorAll<HTMLElement>('[data-key]')].find(
    (each) => each.dataset.key === event.key && each.checkVisibility(),
  );
  if (!control) return false;
  if (control instanceof HTMLInputElement) control.focus();
  else control.click();
  // The button may be gone with the step it took; the card stays, and keeps the focus.
  if (control instanceof HTMLButtonElement) card.focus();
  return true;
}

/** Lights up, in the text and beside it, the claim that has the focus or the pointer. */
function markCurrent() {
  function onEnter({ target }: Event) {
    if (!(target instanceof Element)) return;
    const code =
      target.closest<HTMLElement>('[data-claim]')?.dataset.claim ??
      target.closest<HTMLElement>('[data-card]')?.id;
    if (!code) return;
    for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
    document.getElementById(code)?.classList.add('current');
    const marks = document.querySelectorAll(`[data-claim="${CSS.escape(code)}"]`);
    for (const mark of marks) mark.classList.add('current');
  }
  document.addEventListener('focusin', onEnter);
  document.addEventListener('pointerover', onEnter);
  return () => {
    document.removeEventListener('focusin', onEnter);
    document.removeEventListener('pointerover', onEnter);
  };
}
