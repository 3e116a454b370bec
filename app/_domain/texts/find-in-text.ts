import type { Span } from './annotation';

/** Words that were found in a text, with the sentence around them. */
export type FoundWords = Span & { readonly sentence: string };

const LONGEST_SENTENCE = 600;

/**
 * The places of words in a text, whatever their case and the blanks between them.
 *
 * @param most  so many are looked for
 */
export function findInText(text: string, words: string, most = 1000): FoundWords[] {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(
    parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'),
    'giu',
  );
  const found: FoundWords[] = [];
  for (const match of text.matchAll(pattern)) {
    const { index: start } = match;
    const end = start + match[0].length;
    found.push({ start, end, sentence: sentenceAround(text, start, end) });
    if (found.length === most) break;
  }
  return found;
}

/** The sentence that words are in, within its paragraph. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - LONGEST_SENTENCE);
  const before = text.slice(from, start);
  const breaks = [...before.matchAll(/[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\p{N}])|\n/gu)];
  const last = breaks.at(-1);
  const begins = from + (last ? last.index + last[0].length : 0);
  const after = /[.!?]["”’)]?(?=\s+["“‘(]?[\p{Lu}\p{N}]|\s*$)|\n/u.exec(
    text.slice(end, end + LONGEST_SENTENCE),
  );
  const ends = after
    ? end + after.index + (after[0] === '\n' ? 0 : after[0].length)
    : Math.min(text.length, end + LONGEST_SENTENCE);
  return text.slice(begins, ends).trim();
}
