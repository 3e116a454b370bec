/** The exact words of a claim or quote in a text, in UTF-16 code units, end exclusive. */
export type Anchor = {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

const CONTEXT = 32;

/**
 * Anchors a range of a text by position and by quote.
 *
 * @param start  first code unit; white space at either end of the range is left out
 * @returns null when nothing is left or the range is outside the text
 * @see W3C Web Annotation Data Model, 4.2.4 Text Quote Selector and 4.2.5 Text Position Selector.
 */
export function toAnchor(text: string, start: number, end: number): Anchor | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  if (start < 0 || end > text.length) return null;
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  if (from >= to) return null;
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
  };
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at));

export type QuoteFind =
  | { readonly found: 'exact'; readonly start: number; readonly end: number; readonly score: 1 }
  | {
      readonly found: 'fuzzy';
      readonly start: number;
      readonly end: number;
      readonly score: number;
    }
  | { readonly found: 'absent' };

/**
 * Finds quoted words in the text of a source.
 *
 * @returns exact where they stand letter for letter; fuzzy where only white space and the shape of
 *   quotation marks, dashes and ellipses differ, with the share of characters that are the same as
 *   score (0 to 1); absent otherwise. Places are UTF-16 code units into `text`, end exclusive.
 */
export function findQuote(text: string, quote: string): QuoteFind {
  const words = quote.trim();
  if (!words) return { found: 'absent' };
  const at = text.indexOf(words);
  if (at >= 0) return { found: 'exact', start: at, end: at + words.length, score: 1 };
  const inText = plainShape(text);
  const wanted = plainShape(words).shape.trim();
  const near = wanted ? inText.shape.indexOf(wanted) : -1;
  if (near < 0) return { found: 'absent' };
  const start = inText.places[near] ?? 0;
  const end = (inText.places[near + wanted.length - 1] ?? start) + 1;
  return { found: 'fuzzy', start, end, score: sameShare(text.slice(start, end), words) };
}

const SHAPES: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
};

/** The text with its typography flattened, and for each character of that the place it came from. */
function plainShape(text: string): { shape: string; places: number[] } {
  const shape: string[] = [];
  const places: number[] = [];
  let afterSpace = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (/[\s\u00a0\u200b\u00ad]/.test(character)) {
      if (!afterSpace && !/[\u200b\u00ad]/.test(character)) {
        shape.push(' ');
        places.push(i);
        afterSpace = true;
      }
      continue;
    }
    afterSpace = false;
    for (const plain of SHAPES[character] ?? character) {
      shape.push(plain);
      places.push(i);
    }
  }
  return { shape: shape.join(''), places };
}

function sameShare(found: string, wanted: string): number {
  const length = Math.max(found.length, wanted.length);
  let same = 0;
  for (let i = 0; i < Math.min(found.length, wanted.length); i++) {
    if (found.charAt(i) === wanted.charAt(i)) same++;
  }
  return Math.min(0.99, Math.round((same / length) * 100) / 100);
}
