import { type LetterIndex, toLetterIndex } from './letter-index';
import { characterEnd, type Letters, toLetters } from './letters';

/** A text that quotes are looked for in; what a search needs of it is made once, when it is needed. */
export type SearchableText = {
  readonly text: string;
  readonly letters: () => Letters;
  readonly index: () => LetterIndex;
};

/** A stretch of a text: UTF-16 code units, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number };

/** Prepares a text for several searches. */
export function toSearchable(text: string): SearchableText {
  const letters = once(() => toLetters(text));
  return { text, letters, index: once(() => toLetterIndex(letters().codes)) };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The stretch of the text that a stretch of its letters stands for. @param letters  not empty */
export function toStretch({ text, letters }: SearchableText, { start, end }: Stretch): Stretch {
  const { places } = letters();
  return { start: places[start] ?? 0, end: characterEnd(text, places[end - 1] ?? 0) };
}

/** The first letter that stands at a place of the text or after it. */
export function toLetterPlace({ letters }: SearchableText, place: number): number {
  const { places } = letters();
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
