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
