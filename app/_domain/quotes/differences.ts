import { diffSequences } from '../texts/sequence-diff';
import { figureWords, hasNegation, hasQualifier, negatesOther, toQuoteWords } from './words';
import type { QuoteWord } from './writing';

/**
 * The differences between a quote and its source, from the smallest to the gravest: quotation
 * marks, spaces, punctuation and capitals; words that the quote itself marks as omitted or added,
 * by an ellipsis or square brackets; words; a "no" more or less; a figure, or its unit.
 */
const QUOTE_CHANGES = [
  'typography',
  'omission',
  'insertion',
  'words',
  'negation',
  'figure',
] as const;
export type QuoteChange = (typeof QUOTE_CHANGES)[number];

/** Whether a difference makes the source say something else, however small it is. */
export const altersSense = (change: QuoteChange | null): boolean =>
  change === 'figure' || change === 'negation';

/** One place where a quote is not as its source. */
export type QuoteDifference = {
  readonly change: QuoteChange;
  /** What the source says there; empty where the quote puts something in. */
  readonly source: string;
  /** What the quote says there; empty where it leaves something out without saying so. */
  readonly quote: string;
  /** The place in the source's text, in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
};

/** A stretch of the quote, and the stretch of the source's text where it was found. */
export type QuotePart = {
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly start: number;
  readonly end: number;
  /** Whether the head of a page stands before it, within a sentence: nothing that the source says. */
  readonly isAfterPageHead?: boolean;
};

/**
 * The differences between a quote and the passage where it was found, word by word.
 *
 * @param parts  in order; what stands between two is an ellipsis or square brackets in the quote
 * @returns in the order of the source. Differences of white space alone are not listed
 */
export function listQuoteDifferences(
  text: string,
  quote: string,
  parts: readonly QuotePart[],
): QuoteDifference[] {
  const differences: QuoteDifference[] = [];
  let before: QuotePart | null = null;
  for (const part of parts) {
    if (before) differences.push(...betweenParts(text, quote, before, part));
    else if (part.quoteStart > 0)
      differences.push(...inserted(quote.slice(0, part.quoteStart), part.start));
    differences.push(...withinPart(text, quote, part));
    before = part;
  }
  if (before) differences.push(...inserted(quote.slice(before.quoteEnd), before.end));
  return differences;
}

export const loudest = (differences: readonly QuoteDifference[]): QuoteChange =>
  differences.reduce<QuoteChange>(
    (most, { change }) =>
      QUOTE_CHANGES.indexOf(change) > QUOTE_CHANGES.indexOf(most) ? change : most,
    'typography',
  );

function withinPart(text: string, quote: string, part: QuotePart): QuoteDifference[] {
  const source = toQuoteWords(text, part.start, part.end);
  const quoted = toQuoteWords(quote, part.quoteStart, part.quoteEnd);
  const differences: QuoteDifference[] = [];
  const hunks = diffSequences(
    source.map(({ key }) => key),
    quoted.map(({ key }) => key),
  );
  let [at, other] = [0, 0];
  // Marks are compared between words that both have.
  let [markFrom, quoteMarkFrom] = [part.start, part.quoteStart];
  let isAfterHunk = false;
  const marksUpTo = (start: number, quoteStart: number) => {
    if (isAfterHunk) return;
    const marks = marksIn(text, markFrom, start);
    const quoteMarks = marksIn(quote, quoteMarkFrom, quoteStart);
    if (marks === quoteMarks) return;
    const place = { start: markFrom, end: start };
    differences.push({ change: 'typography', source: marks, quote: quoteMarks, ...place });
  };
  const sameUpTo = (to: number) => {
    for (; at < to; at++, other++) {
      const word = source[at] as QuoteWord;
      const quotedWord = quoted[other] as QuoteWord;
      marksUpTo(word.start, quotedWord.start);
      isAfterHunk = false;
      const written = text.slice(word.start, word.end);
      const asQuoted = quote.slice(quotedWord.start, quotedWord.end);
      if (written !== asQuoted) {
        const place = { start: word.start, end: word.end };
        differences.push({ change: 'typography', source: written, quote: asQuoted, ...place });
      }
      [markFrom, quoteMarkFrom] = [word.end, quotedWord.end];
    }
  };
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    sameUpTo(aFrom);
    const removed = source.slice(aFrom, aTo);
    const added = quoted.slice(bFrom, bTo);
    const after = source[aTo];
    const previous = source[aFrom - 1];
    const gap = previous && text.slice(previous.end, (source[aFrom] ?? after ?? previous).start);
    const place = placeOf(text, removed, previous?.end ?? part.start);
    differences.push({
      change: changeOf(removed, added, {
        isCounted: isCounting(previous, gap ?? ''),
        isBeforeNumber: after?.isNumber === true,
      }),
      source: oneLine(text.slice(place.start, place.end)),
      quote: oneLine(withBracket(quote, added[0]?.start ?? 0, added.at(-1)?.end ?? 0)),
      ...place,
    });
    [at, other] = [aTo, bTo];
    isAfterHunk = true;
  }
  sameUpTo(source.length);
  marksUpTo(part.end, part.quoteEnd);
  return differences;
}

function placeOf(text: string, words: readonly QuoteWord[], otherwise: number) {
  const [first] = words;
  if (!first) return { start: otherwise, end: otherwise };
  const end = words.at(-1)?.end ?? first.end;
  return { start: Math.min(first.start, text.length), end };
}

/** Whether a word after this one would say what is counted: '600 killed', but not 'in 2012, he'. */
const isCounting = (word: QuoteWord | undefined, gap: string) =>
  word?.isNumber === true && !word.isYear && !/[.,;:!?()—]/.test(gap);

type Around = { readonly isCounted: boolean; readonly isBeforeNumber: boolean };

function changeOf(
  removed: readonly QuoteWord[],
  added: readonly QuoteWord[],
  { isCounted, isBeforeNumber }: Around,
): QuoteChange {
  if (figureWords(removed).join(' ') !== figureWords(added).join(' ')) return 'figure';
  if (keysOf(removed) === keysOf(added)) return 'typography';
  if (isCounted || isNumberedOtherwise(removed, added)) return 'figure';
  if (isBeforeNumber && (hasQualifier(removed) || hasQualifier(added))) return 'figure';
  return negatesOther(removed, added) ? 'negation' : 'words';
}

const keysOf = (words: readonly QuoteWord[]) => words.map(({ key }) => key).join('');

/** Both have the figure, but not the same word after it or the same qualifier before it. */
function isNumberedOtherwise(removed: readonly QuoteWord[], added: readonly QuoteWord[]): boolean {
  const around = (words: readonly QuoteWord[]) =>
    words.flatMap(({ isNumber }, at) =>
      isNumber ? [`${words[at - 1]?.key ?? ''} ${words[at + 1]?.key ?? ''}`] : [],
    );
  return around(removed).join('|') !== around(added).join('|');
}

/** What the quote leaves out or replaces between two of its parts. */
function betweenParts(
  text: string,
  quote: string,
  before: QuotePart,
  after: QuotePart,
): QuoteDifference[] {
  const start = Math.min(before.end, after.start);
  const end = Math.max(before.end, after.start);
  if (after.isAfterPageHead) {
    return [{ change: 'omission', source: oneLine(text.slice(start, end)), quote: '', start, end }];
  }
  const source = toQuoteWords(text, start, end);
  const mark = quote.slice(before.quoteEnd, after.quoteStart);
  const put = toQuoteWords(mark);
  const last = toQuoteWords(text, Math.max(before.start, before.end - 60), before.end).at(-1);
  const next = toQuoteWords(text, after.start, Math.min(after.end, after.start + 60))[0];
  let change: QuoteChange = put.length > 0 ? 'insertion' : 'omission';
  if (put.length > 0) {
    const around = {
      isCounted: isCounting(last, text.charAt(start)),
      isBeforeNumber: next?.isNumber === true,
    };
    const found = changeOf(source, put, around);
    if (found === 'figure' || found === 'negation') change = found;
  } else if (source.length > 0) {
    const isQualifierLost = next?.isNumber === true && hasQualifier(source.slice(-2));
    if (isCounting(last, text.charAt(start)) || isQualifierLost) change = 'figure';
    else if (hasNegation(source) && !endsSentence(text.slice(start, end))) change = 'negation';
  }
  return [{ change, source: oneLine(text.slice(start, end)), quote: mark.trim(), start, end }];
}

/** A "no" left out within one sentence turns what is left; one of another sentence need not. */
const endsSentence = (text: string) => /[.!?]["'”’)\]]*\s/u.test(text);

/** Words in brackets at an end of the quote; an ellipsis there leaves nothing out of the passage. */
function inserted(mark: string, place: number): QuoteDifference[] {
  const words = toQuoteWords(mark);
  if (words.length === 0) return [];
  const found = changeOf([], words, { isCounted: false, isBeforeNumber: false });
  const change = found === 'figure' || found === 'negation' ? found : 'insertion';
  return [{ change, source: '', quote: mark.trim(), start: place, end: place }];
}

const marksIn = (text: string, from: number, to: number) =>
  text.slice(from, to).replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '');

/** '[T]he' whole, and not from its first letter on. */
function withBracket(quote: string, start: number, end: number): string {
  const words = quote.slice(start, end);
  return /^[^[]*\]/.test(words) && quote.charAt(start - 1) === '[' ? `[${words}` : words;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
