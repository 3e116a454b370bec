import type { Range, Token } from '../tokens/tokens';
import {
  isAdverbAt,
  isDeterminerAt,
  isNominalAt,
  isNumberAt,
  isPrepositionAt,
  isPronounAt,
  isProperNounAt,
  isVerbToken,
} from './word-class';

// Noun phrases: what a figure is a figure of. Indexes are into the tokens of a sentence, ends exclusive.

/** A noun phrase, without the words that open it ('the'), and the last word of its own noun. */
export type Phrase = Range & { readonly head: number };

/** Days, months and other words of time: no figure is of them. */
const TIME_NOUNS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday
   thursday friday saturday sunday year years month months week weeks day days quarter decade decades century morning
   evening afternoon night today yesterday tomorrow spring summer autumn winter half hour hours minute minutes time season seasons`.split(
    /\s+/,
  ),
);

const LONGEST = 14;
/** How many more phrases may follow by a preposition: 'rents of flats in the east of the city'. */
const LONGEST_CHAIN = 3;

const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && /^[-‑–/&]$/.test(token.text);
const isGenitive = (token: Token | undefined): boolean =>
  token?.kind === 'mark' || token?.kind === 'word'
    ? /^['’]s?$/.test(token.text) && !token.spaced
    : false;

/** The word at a place is part of a phrase: a noun, what narrows it, or a number inside a name. */
const isInside = (tokens: readonly Token[], at: number): boolean =>
  isNominalAt(tokens, at) || isGenitive(tokens[at]) || isHyphen(tokens[at]) || isJoined(tokens, at);

/** 'up' of 'start-up'. */
const isJoined = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' && (isHyphen(tokens[at - 1]) || isHyphen(tokens[at + 1]));

/**
 * The phrase that begins here: 'the launch cost of two rockets'. Null where none does.
 *
 * @param links  the prepositions by which it may go on; null for none
 */
export function phraseFrom(
  tokens: readonly Token[],
  start: number,
  links: RegExp | null = LINKS,
): Phrase | null {
  let from = start;
  while (
    from < start + 3 &&
    (isDeterminerAt(tokens, from) || OPENERS.test(tokens[from]?.lower ?? ''))
  )
    from++;
  let inner = from;
  while (inner < from + 3 && (isNumberAt(tokens, inner) || tokens[inner]?.lower === 'to')) inner++;
  if (!isNumberAt(tokens, inner - 1)) inner = from;
  const head = simpleEnd(tokens, inner) - 1;
  if (head < inner || isPronounAt(tokens, head)) return null;
  let to = head + 1;
  for (let link = 0; links && link < LONGEST_CHAIN; link++) {
    const next = linkedEnd(tokens, to, links);
    if (next === to) break;
    to = next;
  }
  return { from, to, head };
}

const OPENERS = /^(?:all|both|only|just|such|new|own)$/;
/** 'Of' always goes on; the others tell which one it is. */
export const LINKS = /^(?:of|in|for|on|at|to|from|with|by|between|under|against|among|per)$/;

function linkedEnd(tokens: readonly Token[], at: number, links: RegExp): number {
  if (!links.test(tokens[at]?.lower ?? '')) return at;
  let from = at + 1;
  while (from < at + 4 && (isDeterminerAt(tokens, from) || tokens[from]?.kind === 'number')) from++;
  const to = simpleEnd(tokens, from);
  if (to === from || isOfTime(tokens, from, to)) return at;
  return to;
}

export const isOfTime = (tokens: readonly Token[], from: number, to: number): boolean =>
  TIME_NOUNS.has(tokens[to - 1]?.lower ?? '') || TIME_NOUNS.has(tokens[from]?.lower ?? '');

/** The end of adjectives and nouns without a preposition: 'new build affordable homes'. */
function simpleEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  let end = from;
  while (at < tokens.length && at < from + LONGEST) {
    const token = tokens[at];
    if (isGenitive(token) && at > from) {
      at++;
      continue;
    }
    if (isHyphen(token) && at > from && tokens[at + 1]?.spaced === false) {
      at += 2;
      end = at;
      continue;
    }
    if (isNominalAt(tokens, at)) {
      at++;
      end = at;
      continue;
    }
    const isModifier =
      token?.lower === 'and' || (isAdverbAt(tokens, at) && at === from) || token?.kind === 'number';
    if (
      token?.lower === 'and' &&
      !(at > from && isNominalAt(tokens, at + 1) && isNominalAt(tokens, at + 2))
    )
      break;
    if (!isModifier || !isNominalAt(tokens, at + 1)) break;
    at++;
  }
  return end;
}

/**
 * The phrase that ends before this token, with all that belongs to it: 'house prices in Lowmoor'.
 * Null where none ends there.
 */
export function phraseBefore(
  tokens: readonly Token[],
  end: number,
  links: RegExp = LINKS,
): Phrase | null {
  if (!isInside(tokens, end - 1) && tokens[end - 1]?.kind !== 'number') return null;
  let from = end;
  let head = end - 1;
  while (from > 0 && end - from < LONGEST) {
    const start = simpleStart(tokens, from);
    if (start === from) break;
    from = start;
    const opening = openingBefore(tokens, from);
    const link = opening - 1;
    if (link <= 0 || !links.test(tokens[link]?.lower ?? '') || !isInside(tokens, link - 1)) {
      // 'In Lowmoor the rents': the first phrase is a place, not what is measured.
      break;
    }
    from = link;
    head = link - 1;
  }
  while (from < end && (isHyphen(tokens[from]) || isGenitive(tokens[from]))) from++;
  if (from < end && isLeading(tokens, from - 1)) {
    // 'By May unemployment was': a time that opens the sentence.
    while (
      from < end &&
      (TIME_NOUNS.has(tokens[from]?.lower ?? '') || tokens[from]?.kind === 'number')
    )
      from++;
  }
  return from < end ? { from, to: end, head } : null;
}

const isLeading = (tokens: readonly Token[], at: number): boolean =>
  at >= 0 && isPrepositionAt(tokens, at);

function openingBefore(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > from - 3 && (isDeterminerAt(tokens, at - 1) || tokens[at - 1]?.kind === 'number'))
    at--;
  return at;
}

function simpleStart(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST) {
    const before = at - 1;
    if (isInside(tokens, before)) at--;
    else if (tokens[before]?.kind === 'number' && (at < end || isInside(tokens, before - 1))) at--;
    else if (
      tokens[before]?.lower === 'and' &&
      at < end &&
      isNominalAt(tokens, before - 1) &&
      isNominalAt(tokens, at)
    )
      at--;
    else break;
  }
  return at;
}

/** A phrase in words: without its article, and in small letters where only its place gave it a capital. */
export function sayPhrase(text: string, tokens: readonly Token[], { from, to }: Range): string {
  let first = from;
  while (first < to - 1 && (isDeterminerAt(tokens, first) || isPrepositionAt(tokens, first)))
    first++;
  const start = tokens[first]?.start ?? 0;
  const words = text.slice(start, tokens[to - 1]?.end ?? start).replace(/\s+/g, ' ');
  return isOnlyCapital(tokens, first) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** The same with 'the', where an article or 'its' stood before it: 'length of the bridge'. */
export function sayThe(text: string, tokens: readonly Token[], phrase: Range): string {
  const words = sayPhrase(text, tokens, phrase);
  let first = phrase.from;
  while (first < phrase.to - 1 && isDeterminerAt(tokens, first)) first++;
  return THE.test(tokens[first - 1]?.lower ?? '') ? `the ${words}` : words;
}

const THE = /^(?:the|an?|one|its|their|this|that|his|her|our)$/;

/** 'House prices', 'Unemployment': a capital that the start of a sentence gives. */
const isOnlyCapital = (tokens: readonly Token[], first: number): boolean =>
  first <= 1 && /^\p{Lu}\p{Ll}/u.test(tokens[first]?.text ?? '') && !isProperNounAt(tokens, first);

/** Whether a verb stands between two places. */
export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (isVerbToken(tokens, at) && tokens[at]?.lower !== 'compared') return true;
  return false;
}
