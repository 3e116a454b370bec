/** Words selected in a text of the desk, and their place in it, in UTF-16 code units. */
export type SelectedPlace = {
  readonly start: number;
  readonly end: number;
  readonly words: string;
};

/**
 * The selected words as a place in a text, or null when they are not in it.
 *
 * @param root  finds the element that shows the text, in runs that say with `data-start` where they begin
 */
export function readSelectedPlace(root: string): SelectedPlace | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const shown = document.querySelector(root);
  if (!shown) return null;
  const start = placeOf(shown, range.startContainer, range.startOffset, 'start');
  const end = placeOf(shown, range.endContainer, range.endOffset, 'end');
  if (start === null || end === null || end <= start) return null;
  const words = wordsBetween(shown, start, end).trim();
  return words ? { start, end, words } : null;
}

/**
 * The same, with its first and last word whole: a figure is never cut in half, so that "11" is not quoted
 * of 118, nor "12" of 12,400.
 */
export function readSelectedWords(root: string): SelectedPlace | null {
  const place = readSelectedPlace(root);
  const shown = document.querySelector(root);
  if (!place || !shown) return null;
  const part = wordsBetween(shown, place.start, place.end);
  let start = place.start + (part.length - part.trimStart().length);
  let end = start + place.words.length;
  const around = (at: number) =>
    [-2, -1, 0, 1].map((by) => wordsBetween(shown, at + by, at + by + 1));
  for (let n = 0; n < LONGEST_WORD && start > 0 && isInWord(around(start)); n++) start -= 1;
  for (let n = 0; n < LONGEST_WORD && isInWord(around(end)); n++) end += 1;
  return { start, end, words: wordsBetween(shown, start, end) };
}

const LONGEST_WORD = 60;

/** Whether a place between two letters is inside a word or a number, as in "12,|400". */
const isInWord = ([before2 = '', before = '', after = '', after2 = '']: string[]): boolean =>
  (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) ||
  (/\d/.test(before) && /[.,]/.test(after) && /\d/.test(after2)) ||
  (/\d/.test(before2) && /[.,]/.test(before) && /\d/.test(after));

function placeOf(root: Element, node: Node, offset: number, side: 'start' | 'end'): number | null {
  if (!root.contains(node)) return null;
  if (node.nodeType === Node.TEXT_NODE) {
    const run = node.parentElement?.closest<HTMLElement>('[data-start]');
    return run ? Number(run.dataset.start) + offset : null;
  }
  // A selection of whole paragraphs ends between elements: take the nearest run inside it.
  const runs = runsOf(root);
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  const isAfter = (run: HTMLElement) => boundary.comparePoint(run, 0) >= 0;
  const run = side === 'start' ? runs.find(isAfter) : runs.findLast((each) => !isAfter(each));
  if (!run) return null;
  return Number(run.dataset.start) + (side === 'end' ? (run.textContent ?? '').length : 0);
}

const runsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('[data-start]')];

/** The text of a stretch as the copy has it; between paragraphs the page shows no line ends. */
function wordsBetween(root: Element, start: number, end: number): string {
  let words = '';
  let at = start;
  for (const run of runsOf(root)) {
    const from = Number(run.dataset.start);
    const text = run.textContent ?? '';
    if (from + text.length <= start || from >= end) continue;
    if (from > at) words += '\n'.repeat(from - at);
    words += text.slice(Math.max(0, start - from), end - from);
    at = Math.min(end, from + text.length);
  }
  return words;
}
