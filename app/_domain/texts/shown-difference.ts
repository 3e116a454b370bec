import { cut } from '../text';
import { changedPassages, type DiffPart } from './word-diff';

/** What changed from one text to another, as much of it as a page shows. */
export type ShownDifference = {
  readonly passages: readonly ShownPassage[];
  /** How many passages changed in all. */
  readonly total: number;
};

export type ShownPassage = {
  readonly beforeAt: number;
  readonly afterAt: number;
  readonly parts: readonly ShownPart[];
};

export type ShownPart = DiffPart & {
  /** Characters at the end of this part that are not shown. */
  readonly leftOut: number;
};

// A page that became another one has as many passages as paragraphs, or is one passage: nobody reads all.
const SHOWN_PASSAGES = 200;
const SHOWN_CHARACTERS = 60_000;
const SHOWN_OF_A_PART = 4000;

/** The first of the passages that changed, with long texts cut. In UTF-16 code units. */
export function showDifference(before: string, after: string): ShownDifference {
  const changed = changedPassages(before, after);
  const passages: ShownPassage[] = [];
  let shown = 0;
  for (const { parts, ...at } of changed) {
    if (passages.length === SHOWN_PASSAGES || shown > SHOWN_CHARACTERS) break;
    const short = parts.slice(0, SHOWN_PASSAGES).map(({ kind, text }) => {
      const shownPart = cut(text, SHOWN_OF_A_PART);
      return { kind, text: shownPart, leftOut: text.length - shownPart.length };
    });
    passages.push({ ...at, parts: short });
    shown += short.reduce((sum, { text }) => sum + text.length, 0);
  }
  return { passages, total: changed.length };
}
