import { foldForSearch } from '../text';
import type { ExcerptRun, SearchWords } from './search';

/** In UTF-16 code units. */
const BEFORE = 60;
const LENGTH = 240;

/** The most of a text that is walked word by word, where its accents keep a pattern from finding the words. */
const WALKED = 200_000;

type Place = { readonly start: number; readonly end: number; readonly stem: string };

/** A part of a text with the words of a search in it. */
export type Excerpt = {
  readonly runs: readonly ExcerptRun[];
  /** Where the first word stands in the text, in UTF-16 code units; null where none was found. */
  readonly at: number | null;
  /** The first word as the text has it. */
  readonly word: string | null;
};

/**
 * The part of a text in which most of the words of a search are near each other, or its beginning. A word
 * counts in any form: who looks for "ferries" sees "ferry".
 */
export function excerptOf(text: string, words: SearchWords): Excerpt {
  const stems = [...new Set(words.flat().map((word) => stemOf(lettersOf(word))))].filter(Boolean);
  const places = findPlaces(text, stems);
  const first = densest(places);
  const from = first ? startOfWord(text, Math.max(0, first.start - BEFORE)) : 0;
  const to = endOfWord(text, Math.min(text.length, from + LENGTH));
  const runs: ExcerptRun[] = [];
  const add = (run: string, isFound: boolean) => {
    if (run) runs.push({ text: run.replace(/\s+/g, ' '), isFound });
  };
  let at = from;
  if (from > 0) add('…', false);
  for (const { start, end } of places) {
    if (start < from || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add('…', false);
  return {
    runs,
    at: first?.start ?? null,
    word: first ? text.slice(first.start, first.end) : null,
  };
}

/** Without accents and capitals, and without the brackets that '⑴' becomes. */
const lettersOf = (word: string) => foldForSearch(word).replace(/[^\p{L}\p{N}]/gu, '');

const ENDINGS = /(?:ies|ing|ed|es|s|y|ly|e)$/;

/** What the forms of an English word have alike, roughly: it marks words, and finds none. */
function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length >= 3 ? stem : word;
}

const MOST_PLACES = 2000;

function findPlaces(text: string, stems: readonly string[]): Place[] {
  if (stems.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:${stems.join('|')})[\\p{L}\\p{N}\\p{M}]*`,
    'giu',
  );
  const found: Place[] = [];
  const note = (word: string, start: number) => {
    const stem = formOf(word, stems);
    if (stem !== null) found.push({ start, end: start + word.length, stem });
  };
  for (const { index, 0: word } of text.matchAll(pattern)) {
    note(word, index);
    if (found.length === MOST_PLACES) break;
  }
  if (found.length > 0) return found;
  for (const { index, 0: word } of text.slice(0, WALKED).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    note(word, index);
  }
  return found;
}

/** The stem of the search of which a word of a text is a form; null if it is of none. */
function formOf(word: string, stems: readonly string[]): string | null {
  const folded = lettersOf(word);
  const own = stemOf(folded);
  return stems.find((stem) => folded === stem || own === stem) ?? null;
}

/** The place after which most of the words follow within an excerpt, each counted once. */
function densest(places: readonly Place[]): Place | null {
  let best: Place | null = null;
  let most = 0;
  let shortest = 0;
  for (let n = 0; n < places.length; n++) {
    const place = places[n] as Place;
    const near = new Set<string>();
    let length = 0;
    for (let m = n; m < places.length; m++) {
      const other = places[m] as Place;
      if (other.end > place.start + LENGTH - BEFORE) break;
      if (!near.has(other.stem)) length = other.end - place.start;
      near.add(other.stem);
    }
    if (near.size > most || (near.size === most && length < shortest)) {
      most = near.size;
      shortest = length;
      best = place;
    }
  }
  return best;
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + BEFORE).search(/\s/);
  return blank < 0 ? at : at + blank + 1;
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(0, at).search(/\s\S*$/);
  return blank < 0 || at - blank > BEFORE ? at : blank;
}
