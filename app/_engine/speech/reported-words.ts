import { hedgesNumber, isCountWord } from '../english/counts';
import { WEEKDAYS } from '../english/date-words';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  PREPOSITIONS,
  PRONOUNS,
} from '../english/grammar-words';
import type { SpeechVerb } from '../english/verb-words';
import { findFinite, findLikelyFinite, isFiniteAt, isIng } from '../english/verbs';
import { nameEnd } from '../parties/read-party';
import type { Token } from '../tokens/tokens';

/** Marks that may close a quotation. */
const CLOSING = new Set(['"', '”', '»', "'", '’']);

/** Marks that may open one; a straight one may be either. */
const OPENING = new Set(['"', '“', '„', '«', "'", '‘']);

/** The start of the statement: after 'that', a colon or a quotation mark, or at once. */
export function contentStart(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: SpeechVerb,
  quoted: readonly boolean[],
): number {
  const reach = Math.min(to, from + 16);
  for (let at = from; at < reach; at++) {
    const token = tokens[at];
    if (
      token?.lower === 'that' &&
      !(/^(?:a|an)$/.test(tokens[at - 2]?.lower ?? '') && tokens[at - 3]?.text === ',') &&
      (at === from || !isFiniteAt(tokens, at + 1) || tokens[at + 1]?.kind !== 'word')
    )
      return at + 1;
    if (token?.text === ':') return at + 1 < to ? at + 1 : -1;
    if (
      quoted[at] &&
      OPENING.has(token?.text ?? '') &&
      (at === from || tokens[at - 1]?.text === ',')
    )
      return at;
    if (isFiniteAt(tokens, at) && at > from) break;
  }
  if (verb.bare === 'never') return -1;
  const start = skipAdverbials(tokens, from, to, LISTENED.has(verb.plain));
  const states =
    verb.bare === 'always'
      ? findFinite(tokens, start + 1, to) > start || findLikelyFinite(tokens, start, to) > start
      : isPlainStatement(tokens, start, to);
  // 'Polls show Reed with a lead of 9 points': what is shown needs no verb.
  const isShown =
    verb.plain === 'show' &&
    tokens.slice(start, to).some(({ lower }) => lower === 'with') &&
    tokens.slice(start, to).some(isCountWord);
  return states || isShown ? start : -1;
}

/** Verbs with a listener before the statement: 'told reporters', 'informed the court that'. */
const LISTENED = new Set(['tell', 'inform', 'assure', 'remind', 'notify', 'warn', 'advise']);

/** How many words a subject may have before its verb. */
const LONGEST_SUBJECT = 16;

/**
 * Whether a subject and its verb follow, with nothing that would make them part of something else:
 * 'suggests the drug cut deaths', and not 'announced plans that will cost', nor 'reported losses'.
 */
function isPlainStatement(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || (first.kind === 'mark' && !OPENING.has(first.text) && first.text !== '$'))
    return false;
  if (PREPOSITIONS.has(first.lower) && !hedgesNumber(tokens, from)) return false;
  if (CONJUNCTIONS.has(first.lower) || AUXILIARIES.has(first.lower) || isIng(first.lower))
    return false;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_SUBJECT); at++) {
    const token = tokens[at];
    if (!token || CUTS.test(token.lower) || /^[,;:.!?()–—]$/.test(token.text)) return false;
    if (!isFiniteAt(tokens, at)) continue;
    const isReduced =
      token.lower.endsWith('ed') &&
      /^(?:by|to|with|from|in|on|at|for|as|under|against|during)$/.test(
        tokens[at + 1]?.lower ?? '',
      ) &&
      !PRONOUNS.has(tokens[at - 1]?.lower ?? '') &&
      !MOVES.test(token.lower);
    return !isReduced;
  }
  return false;
}

const CUTS =
  /^(?:that|which|who|whom|whose|where|when|while|as|after|before|because|if|to|whether|how|why|what|and|or|but)$/;
/** Verbs without an object, so that '-ed by 4 %' is what the subject did. */
const MOVES =
  /^(?:dropped|climbed|jumped|dipped|increased|decreased|declined|soared|surged|plunged|slipped|tumbled|crashed|collapsed|died|lived|worked|agreed|failed|happened|occurred|arrived|belonged|resigned|voted|ended|started|participated|suffered)$/;

const LISTENERS = new Set([
  'him',
  'her',
  'them',
  'us',
  'me',
  'reporters',
  'journalists',
  'parliament',
  'lawmakers',
  'mps',
  'senators',
]);

/** After 'told': skips 'reporters', 'Sky News', 'the BBC'. */
export function skipListener(tokens: readonly Token[], from: number, to: number): number {
  if (LISTENERS.has(tokens[from]?.lower ?? '')) return from + 1;
  return Math.max(from, nameEnd(tokens, tokens[from]?.lower === 'the' ? from + 1 : from, to));
}

/** Skips 'on Monday', and after 'told' also 'reporters' and 'Sky News', before the statement. */
function skipAdverbials(
  tokens: readonly Token[],
  from: number,
  to: number,
  hasListener: boolean,
): number {
  let at = hasListener ? skipListener(tokens, from, to) : from;
  if (tokens[at]?.lower === 'on' && /day$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  else if (
    /(?:day|yesterday)$/.test(tokens[at]?.lower ?? '') &&
    /^[A-Z]/.test(tokens[at]?.text ?? '')
  )
    at++;
  return Math.min(at, to);
}

/** Nothing but a time or a place after the verb: 'said on Monday', 'said in a statement'. */
export function restIsShort(
  tokens: readonly Token[],
  from: number,
  to: number,
  isQuote: boolean,
): boolean {
  const end = dayEnd(tokens, from, trimFullStop(tokens, from, to));
  if (end <= from) return true;
  const first = tokens[from];
  if (first?.text === ',' && !isQuote) return isAfterthought(tokens, from, end);
  if (first && (first.text === ',' || first.text === '.' || first.text === ':')) return isQuote;
  if (first?.lower === 'that') return false;
  if (isQuote && first && !OPENING.has(first.text)) return true;
  return (
    end - from <= 8 &&
    findFinite(tokens, from, end) < 0 &&
    first !== undefined &&
    (PREPOSITIONS.has(first.lower) ||
      ADVERBS.has(first.lower) ||
      /day$/.test(first.lower) ||
      ['reporters', 'this', 'last', 'the'].includes(first.lower))
  );
}

/** ', well above expectations': more of what was said, and no statement. */
const isAfterthought = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= LONGEST_AFTERTHOUGHT &&
  findFinite(tokens, from, to) < 0 &&
  findLikelyFinite(tokens, from, to) < 0;

const LONGEST_AFTERTHOUGHT = 12;

/** 'said on Tuesday, hours after …': what follows the day and a comma is no more of the saying. */
function dayEnd(tokens: readonly Token[], from: number, to: number): number {
  const day = tokens[from]?.lower === 'on' ? from + 1 : from;
  const isDay = WEEKDAYS.has(tokens[day]?.lower ?? '') && tokens[day + 1]?.text === ',';
  return isDay ? Math.min(to, day + 1) : to;
}

const trimFullStop = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && /^[.!?"”’']$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
};

type Parting = { readonly mark: number; readonly contentEnd: number };

/** What parts the words that were said from their speaker: the last closing quote, or a comma or dash. */
export function partingBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  quoted: readonly boolean[],
): Parting | null {
  for (let i = at - 1; i > from; i--) {
    if (!quoted[i] || !CLOSING.has(tokens[i]?.text ?? '')) continue;
    return { mark: tokens[i + 1]?.text === ',' ? i + 1 : i, contentEnd: i + 1 };
  }
  for (let i = at - 1; i > from; i--)
    if (/^[,–—]$/.test(tokens[i]?.text ?? '')) return { mark: i, contentEnd: i };
  return null;
}

/** The token after a comma and the marks that close a quotation. */
export const skipQuoteMarks = (tokens: readonly Token[], from: number, to: number): number => {
  let at = from;
  while (at < to && (tokens[at]?.text === ',' || CLOSING.has(tokens[at]?.text ?? ''))) at++;
  return at;
};
