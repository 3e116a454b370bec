// The text and the cards of an article move together: the claim at which a person works is marked and
// in view in both.

/** Where the cards lie below the text, and a card opens over the text instead: see article.css. */
const NARROW = '(max-width: 61.99rem)';
/** In pixels: words and cards are not brought closer than this to the edge of the window. */
const MARGIN = 24;

const marksOf = (code: string) => [
  ...document.querySelectorAll<HTMLElement>(`[data-claims~="${CSS.escape(code)}"]`),
];

/** The cards that are in view, or can be scrolled into view, in their order. */
export const listCards = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-card]'),
];

/** The card at which a person works: with the focus, or the one that had it last. */
export const findCurrentCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-card]') ??
  document.querySelector<HTMLElement>('[data-card].current');

/** Puts the focus on a card, and brings its words and the card into view. */
export function goToCard(card: HTMLElement): void {
  for (let each = card.parentElement; each; each = each.parentElement) {
    if (each instanceof HTMLDetailsElement) each.open = true;
  }
  if (isNarrow()) openSheet(card);
  card.focus({ preventScroll: true });
  makeCurrent(card);
}

/** Lays the card away that is open over the text. */
function closeSheet(): void {
  document.querySelector('[data-card].open')?.classList.remove('open');
}

function openSheet(card: HTMLElement): void {
  closeSheet();
  card.classList.add('open');
}

const isNarrow = () => matchMedia(NARROW).matches;

/** Marks a claim in the text and beside it, and brings both into view. */
function makeCurrent(card: HTMLElement): void {
  light('current', card.id);
  light('lit', null);
  const [words] = marksOf(card.id);
  if (!words) return;
  if (!isNarrow()) bringBeside(words, card);
  else if (card.classList.contains('open')) bringAbove(words, card);
}

/** Marks a claim in the text and beside it. */
function light(look: 'current' | 'lit', code: string | null): void {
  for (const old of document.querySelectorAll(`.${look}`)) old.classList.remove(look);
  if (code === null) return;
  document.getElementById(code)?.classList.add(look);
  for (const mark of marksOf(code)) mark.classList.add(look);
}

/** Scrolls the window to the words, then the list so that the card stands at their height. */
function bringBeside(words: HTMLElement, card: HTMLElement): void {
  const at = words.getBoundingClientRect();
  if (at.top < MARGIN || at.bottom > innerHeight - MARGIN) {
    words.scrollIntoView({ block: 'center' });
  }
  const list = card.closest<HTMLElement>('.cards');
  if (!list) return;
  const place = card.getBoundingClientRect();
  const { top, bottom } = list.getBoundingClientRect();
  const [from, to] = [Math.max(top, 0) + MARGIN, Math.min(bottom, innerHeight) - MARGIN];
  const beside = words.getBoundingClientRect().top;
  const wanted = Math.max(from, Math.min(beside, to - place.height));
  // A card that is whole in view stays where it is: nothing moves without need.
  if (place.top < from || place.bottom > to) list.scrollTop += place.top - wanted;
  bringWhole(card, words);
}

/** Where the list cannot scroll that far, the window does, as long as the words stay in view. */
function bringWhole(card: HTMLElement, words: HTMLElement): void {
  const below = card.getBoundingClientRect().bottom - (innerHeight - MARGIN);
  const room = words.getBoundingClientRect().top - MARGIN;
  if (below > 0 && room > 0) scrollBy(0, Math.min(below, room));
}

/** Scrolls the words into the part of the window that the open card leaves free. */
function bringAbove(words: HTMLElement, card: HTMLElement): void {
  const { top, bottom } = words.getBoundingClientRect();
  const free = card.getBoundingClientRect().top - MARGIN;
  if (top < MARGIN || bottom > free) scrollBy(0, top - Math.max(MARGIN, free / 3));
}

/** Follows the focus, the pointer and the links between words and cards; returns how to stop. */
export function followTogether(): () => void {
  const { signal, stop } = stopping();
  // Between the press and the release of a button nothing may move, or the click misses.
  let isPressed = false;
  const press = () => {
    isPressed = true;
  };
  const release = () => {
    isPressed = false;
  };
  document.addEventListener('pointerdown', press, { signal });
  document.addEventListener('pointerup', release, { signal });
  document.addEventListener('pointercancel', release, { signal });
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const card = target instanceof Element && target.closest<HTMLElement>('[data-card]');
      if (card && !isPressed) makeCurrent(card);
    },
    { signal },
  );
  document.addEventListener('click', onClick, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const open = document.querySelector<HTMLElement>('[data-card].open');
      if (!open) return;
      closeSheet();
      marksOf(open.id)[0]?.focus({ preventScroll: true });
    },
    { signal },
  );
  document.addEventListener(
    'pointerover',
    ({ target, movementX, movementY }) => {
      // What scrolls under a pointer at rest is not pointed at.
      if (!(target instanceof Element) || (movementX === 0 && movementY === 0)) return;
      const code =
        target.closest<HTMLElement>('[data-claim]')?.dataset.claim ??
        target.closest<HTMLElement>('[data-card]')?.id;
      if (code) light('lit', code);
    },
    { signal },
  );
  return stop;
}

function stopping() {
  const controller = new AbortController();
  return { signal: controller.signal, stop: () => controller.abort() };
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.closest('[data-back-to-words]')) {
    closeSheet();
    return;
  }
  const code =
    target.closest<HTMLElement>('[data-claim]')?.dataset.claim ??
    target.closest<HTMLElement>('[data-to-card]')?.dataset.toCard;
  if (code) {
    const card = document.getElementById(code);
    if (!card) return;
    // Words that were selected are to become a claim.
    if (document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    goToCard(card);
    return;
  }
  const card = target.closest<HTMLElement>('[data-card]');
  if (!card) return;
  if (target.closest('a, button, input, select, textarea, summary, label')) makeCurrent(card);
  else goToCard(card);
}
