import { findLetters, findLinearly, findNear } from '../texts/letter-index';
import { toLetters } from '../texts/letters';
import {
  type SearchableText,
  type Stretch,
  toLetterPlace,
  toSearchable,
  toStretch,
} from '../texts/searchable-text';
import { isCut, wholeWords } from '../texts/word-edges';
import {
  listQuoteDifferences,
  loudest,
  type QuoteChange,
  type QuoteDifference,
  type QuotePart,
} from './differences';
import { cutPageHeads } from './page-heads';
import { locateParts, splitQuote } from './parts';
import { changedLetters, withEdgeWords, withQuotationMarks } from './passage';
import { toQuoteWords } from './words';
import { listOtherWritings } from './writing';

/**
 * The place of quoted words in a source's text, as it is recorded: UTF-16 code units, end
 * exclusive.
 */
export type QuotePlace =
  | { readonly found: 'exact'; readonly start: number; readonly end: number; readonly score: 1 }
  | {
      readonly found: 'fuzzy';
      readonly start: number;
      readonly end: number;
      readonly score: number;
      /** The loudest of the differences. */
      readonly change: QuoteChange;
    }
  | { readonly found: 'absent' };

/** What a search for quoted words found. */
export type QuoteFind =
  | (Extract<QuotePlace, { found: 'exact' }> & { readonly occurrences: number })
  | (Extract<QuotePlace, { found: 'fuzzy' }> & {
      readonly occurrences: number;
      readonly differences: readonly QuoteDifference[];
    })
  | {
      readonly found: 'absent';
      /** The passage that is most like the quote, where one is worth showing. */
      readonly nearest: {
        readonly start: number;
        readonly end: number;
        readonly score: number;
      } | null;
    };

export type FindOptions = {
  /** A place in the text: of several occurrences the nearest to it is taken, else the first. */
  readonly near?: number;
  /** Whether ellipses and square brackets are the text's own, and no marks of somebody quoting. */
  readonly isLiteral?: boolean;
};

/** As many occurrences are counted; 1,000 means: at least. */
const MOST_OCCURRENCES = 1000;

/** Places that are looked at in all, those inside other words included. */
const MOST_TRIED = 10_000;

/** A quote of fewer letters is found letter for letter or with other typography only. */
const SHORTEST_FUZZY = 12;
const SHORTEST_PAIR = 16;

/** So many letters may differ in a misquote, as a share: more is another sentence. */
const MOST_CHANGED = 0.2;

/** With its first and last word whole, a passage may turn out to be less like the quote than it was. */
const LEAST_SCORE = 0.75;

/**
 * If a quote is absent, show the most similar passage when at least this share of letters matches.
 */
const WORTH_SHOWING = 0.6;
const SHORTEST_SHOWN = 20;

/**
 * Finds quoted words in the text of a source.
 *
 * An occurrence that begins or ends inside a word or a figure is not exact: '500 tonnes' is not
 * what '4,500 tonnes' says. It is found with the whole word, and reported with the difference.
 *
 * @returns exact if the words stand letter for letter; fuzzy if they differ in typography, leave
 *   something out with an ellipsis or put something into square brackets, or have up to a fifth of
 *   the letters changed, always with the differences; absent otherwise. A fuzzy score is the share
 *   of letters that are the same, and never 1.
 */
export function findQuote(
  source: string | SearchableText,
  quote: string,
  options: FindOptions = {},
): QuoteFind {
  const searchable = typeof source === 'string' ? toSearchable(source) : source;
  const words = quote.trim();
  if (!words) return { found: 'absent', nearest: null };
  const exact = pick(listExact(searchable.text, words), options.near);
  if (exact) return { found: 'exact', ...exact.stretch, score: 1, occurrences: exact.occurrences };
  const find = findFuzzy(searchable, words, options);
  if (find.found === 'fuzzy' && !mayBeOtherWriting(find.change)) return find;
  return (
    findInOtherWriting(searchable, words, options) ??
    findAcrossPages(searchable, words, options) ??
    find
  );
}

/** Whether what differs may be how a house writes its figures. */
const mayBeOtherWriting = (change: QuoteChange): boolean =>
  change === 'figure' || change === 'words';

/** The quote as another house would write it; null where that is not in the text either. */
function findInOtherWriting(
  searchable: SearchableText,
  quote: string,
  options: FindOptions,
): Fuzzy | null {
  if (!/\p{N}/u.test(quote)) return null;
  for (const written of listOtherWritings(quote)) {
    const exact = pick(listExact(searchable.text, written), options.near);
    const fuzzy = exact ? null : findFuzzy(searchable, written, options);
    const stretch = exact?.stretch ?? (fuzzy?.found === 'fuzzy' ? fuzzy : null);
    if (!stretch) continue;
    const find = judge(searchable.text, quote, stretch, exact?.occurrences ?? 1);
    if (find.change === 'typography') return find;
  }
  return null;
}

/** The quote where the head of a page stands in the middle of it; null where it is not in the text so. */
function findAcrossPages(
  { text }: SearchableText,
  quote: string,
  { near }: FindOptions,
): Fuzzy | null {
  const flowing = cutPageHeads(text);
  const { codes, places } = toLetters(quote);
  if (!flowing || codes.length < SHORTEST_FUZZY) return null;
  const searchable = toSearchable(flowing.text);
  const toOld = (at: number) =>
    flowing.cuts.reduce((old, cut) => old + (cut.at <= at ? cut.length : 0), at);
  const alike = findLetters(searchable.index(), codes, MOST_TRIED)
    .map((first) => ({
      first,
      ...toStretch(searchable, { start: first, end: first + codes.length }),
    }))
    .filter((stretch) => !isCut(flowing.text, stretch));
  const found = alike.find(({ start }) => near === undefined || toOld(start) >= near) ?? alike[0];
  if (!found) return null;
  const inside = flowing.cuts.filter(({ at }) => at > found.start && at < found.end);
  if (inside.length === 0) return null;
  const quoteCuts = inside.map(
    ({ at }) => places[toLetterPlace(searchable, at) - found.first] ?? 0,
  );
  const starts = [found.start, ...inside.map(({ at }) => at)];
  const parts = starts.map((start, n): QuotePart => {
    const end = inside[n]?.at ?? found.end;
    // Before a cut there is the break of the line, which is of neither part.
    const last = flowing.text.slice(start, end).trimEnd().length + start;
    return {
      quoteStart: n === 0 ? 0 : (quoteCuts[n - 1] ?? 0),
      quoteEnd: quoteCuts[n] ?? quote.length,
      start: toOld(start),
      end: toOld(last - 1) + 1,
      ...(n > 0 && { isAfterPageHead: true }),
    };
  });
  return judgeParts(text, quote, parts, alike.length);
}

/** The places where the words stand letter for letter, without those inside other words. */
function listExact(text: string, words: string): Stretch[] {
  const found: Stretch[] = [];
  let tries = 0;
  for (const start of eachPlace(text, words)) {
    const stretch = { start, end: start + words.length };
    if (!isCut(text, stretch)) found.push(stretch);
    if (++tries === MOST_TRIED || found.length === MOST_OCCURRENCES) break;
  }
  return found;
}

function* eachPlace(text: string, words: string): Generator<number> {
  if (isRepetitive(words)) {
    yield* findLinearly(toCodes(text), toCodes(words), MOST_TRIED);
    return;
  }
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** Whether the built-in search could compare these words over and over, at each place of a text. */
function isRepetitive(words: string): boolean {
  if (words.length < 64) return false;
  const pieces = new Set<string>();
  for (let at = 0; at + 8 <= words.length; at++) pieces.add(words.slice(at, at + 8));
  return pieces.size < 0.5 * words.length;
}

function toCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** The first of some stretches, or the nearest to a place, with their number. */
function pick(stretches: readonly Stretch[], near: number | undefined) {
  const [first] = stretches;
  if (!first) return null;
  const nearer = (a: Stretch, b: Stretch) =>
    near !== undefined && Math.abs(b.start - near) < Math.abs(a.start - near) ? b : a;
  return { stretch: stretches.reduce(nearer, first), occurrences: stretches.length };
}

function findFuzzy(
  searchable: SearchableText,
  quote: string,
  { near, isLiteral = false }: FindOptions,
): QuoteFind {
  const wanted = toLetters(quote).codes;
  if (wanted.length === 0) return { found: 'absent', nearest: null };
  const isShort = wanted.length < SHORTEST_FUZZY;

  const alike = findLetters(searchable.index(), wanted, MOST_TRIED).map((start) =>
    toStretch(searchable, { start, end: start + wanted.length }),
  );
  const clean = pick(
    alike.filter((stretch) => !isCut(searchable.text, stretch)).slice(0, MOST_OCCURRENCES),
    near,
  );
  if (clean) {
    const find = judge(searchable.text, quote, clean.stretch, clean.occurrences);
    if (!isShort || find.change === 'typography') return find;
  }
  if (isShort) return { found: 'absent', nearest: null };

  const parts = isLiteral ? [] : splitQuote(quote);
  if (parts.length > 1 || parts.some(({ letters }) => letters.length < wanted.length)) {
    const located = locateParts(searchable, quote, parts, ({ letters, quoteStart, quoteEnd }) =>
      allowedChanges(letters.length, quote.slice(quoteStart, quoteEnd)),
    );
    if (located) return judgeParts(searchable.text, quote, located, 1);
  }

  const cut = pick(alike, near);
  if (cut) return judge(searchable.text, quote, cut.stretch, 1);
  return findMisquoted(searchable, quote, wanted, near);
}

function findMisquoted(
  searchable: SearchableText,
  quote: string,
  wanted: Uint16Array,
  near: number | undefined,
): QuoteFind {
  const stretches = findNear(
    searchable.index(),
    wanted,
    near === undefined ? undefined : toLetterPlace(searchable, near),
  );
  const distance = stretches[0]?.distance ?? wanted.length;
  const best = pick(
    stretches
      .filter((each) => each.distance === distance)
      .map((each) => toStretch(searchable, each)),
    near,
  );
  if (best && distance <= allowedChanges(wanted.length, quote)) {
    const find = judge(searchable.text, quote, best.stretch, best.occurrences);
    if (find.score >= LEAST_SCORE) return find;
  }
  const score = toScore(distance, wanted.length);
  if (!best || wanted.length < SHORTEST_SHOWN || score < WORTH_SHOWING) {
    return { found: 'absent', nearest: null };
  }
  const { start, end } = best.stretch;
  return { found: 'absent', nearest: { ...wholeWords(searchable.text, start, end), score } };
}

type Fuzzy = Extract<QuoteFind, { found: 'fuzzy' }>;

/** A quote found in one piece: with whole words, and the marks that it begins and ends with. */
const judge = (text: string, quote: string, { start, end }: Stretch, occurrences: number): Fuzzy =>
  judgeParts(
    text,
    quote,
    [
      {
        quoteStart: 0,
        quoteEnd: quote.length,
        ...withEdgeWords(text, quote, wholeWords(text, start, end)),
      },
    ],
    occurrences,
  );

function judgeParts(
  text: string,
  quote: string,
  found: readonly QuotePart[],
  occurrences: number,
): Fuzzy {
  const parts = found.map((part) => ({ ...part, ...withQuotationMarks(text, quote, part) }));
  const differences = listQuoteDifferences(text, quote, parts);
  let [distance, length] = [0, 0];
  for (const { quoteStart, quoteEnd, start, end } of parts) {
    const one = toLetters(text.slice(start, end)).codes;
    const other = toLetters(quote.slice(quoteStart, quoteEnd)).codes;
    distance += changedLetters(one, other);
    length += Math.max(one.length, other.length);
  }
  return {
    found: 'fuzzy',
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    score: toScore(distance, length),
    occurrences,
    change: loudest(differences),
    differences,
  };
}

/** The share of letters that are the same, rounded down, and below 1: letter for letter is another find. */
const toScore = (distance: number, length: number) =>
  Math.min(0.99, Math.floor((1 - distance / length) * 100) / 100);

/** How many letters of a misquote may differ; none of one or two short words, which chance would find. */
function allowedChanges(letters: number, quote: string): number {
  if (letters < SHORTEST_FUZZY) return 0;
  if (letters < SHORTEST_PAIR && toQuoteWords(quote).length < 3) return 0;
  return Math.floor(Math.min(MOST_CHANGED * letters, (letters - 8) / 4));
}
