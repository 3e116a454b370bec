import type { Clause } from '../clauses/clause';
import { DETERMINERS, isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { SPEECH_VERBS } from '../english/verb-words';
import { findFinite, isFiniteAt } from '../english/verbs';
import { nameEnd } from '../parties/read-party';
import type { Token } from '../tokens/tokens';
import { subjectOfVerb } from './verb-subject';

const SAYING = new Set(['say', 'says', 'believe', 'believes', 'think', 'thinks', 'tell', 'tells']);

/** A statement before a court or a committee is 'heard'. */
const HEARINGS = new Set([
  'court',
  'jury',
  'inquest',
  'tribunal',
  'inquiry',
  'hearing',
  'committee',
]);

/** 'Officials in Lund fear': the head of the subject is plural. */
function isPluralSubject(tokens: readonly Token[], from: number, at: number): boolean {
  const subject = subjectOfVerb(tokens, from, at);
  if (!subject) return false;
  let head = subject.from;
  while (head < subject.to && !PREPOSITIONS.has(tokens[head]?.lower ?? '')) head++;
  const noun = tokens[head - 1];
  return (
    noun !== undefined &&
    (isPluralNoun(noun.text) || /^(?:police|people|they|we|i|who)$/.test(noun.lower))
  );
}

const isPronounSubject = (tokens: readonly Token[], at: number): boolean =>
  SAYING.has(tokens[at]?.lower ?? '') &&
  ['he', 'she', 'they', 'we', 'i'].includes(tokens[at - 1]?.lower ?? '');

const isNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !isFunctionWord(token.lower);

/** Whether the word is a verb here: 'claim acceptance' and 'from claiming asylum' are none. */
export function canSpeak(tokens: readonly Token[], at: number, clause: Clause): boolean {
  const lower = tokens[at]?.lower ?? '';
  const isIng = lower.endsWith('ing');
  if (/^h(?:eard|ears)$/.test(lower)) return HEARINGS.has(tokens[at - 1]?.lower ?? '');
  if (clause.link === 'relative' && clause.from === at && SAYING.has(lower)) return true;
  if (/s$/.test(lower) && tokens[at + 1]?.lower === 'that' && isNoun(tokens[at - 1])) return true;
  const isPlain = SPEECH_VERBS.get(lower)?.plain === lower;
  if (isPlain && /^(?:that|\.)$/.test(tokens[at + 1]?.lower ?? '.'))
    return !DETERMINERS.has(tokens[at - 1]?.lower ?? '') && tokens[at - 1]?.lower !== 'to';
  if (
    isPlain &&
    /^(?:they|he|she|it|we|the|most|many|almost|about|more|at|up|only)$/.test(
      tokens[at + 1]?.lower ?? '',
    )
  )
    return isPluralSubject(tokens, clause.from, at);
  const isSince =
    tokens[at - 1]?.lower === 'since' && /^ha(?:s|ve|d)$/.test(tokens[at - 2]?.lower ?? '');
  if (PREPOSITIONS.has(tokens[at - 1]?.lower ?? '') && !isSince) return false;
  if (isIng)
    return (
      clause.link === 'with' ||
      clause.link === 'saying' ||
      /^(?:is|are|was|were|been|am)$/.test(tokens[at - 1]?.lower ?? '')
    );
  if (
    /(?:ed|said|told|wrote|thought|found|swore|forecast|went)$/.test(lower) ||
    isFiniteAt(tokens, at)
  )
    return true;
  const subject = tokens[at - 1];
  return (
    (SAYING.has(lower) &&
      at > clause.from &&
      subject?.kind === 'word' &&
      !isFunctionWord(subject.lower)) ||
    isPronounSubject(tokens, at)
  );
}

/** No verb, no relative clause and no preposition without a comma: words that can name a speaker. */
export function isSpeaker(tokens: readonly Token[], from: number, to: number): boolean {
  const aside = asideIn(tokens, from, to);
  if (aside) return isSpeaker(tokens, from, aside);
  if (findPredicate(tokens, from, to) >= 0) return false;
  const words = tokens.slice(from, to).map((token) => token.lower);
  if (words.some((word) => ['which', 'whose', 'that', 'because', 'if'].includes(word)))
    return false;
  return !PREPOSITIONS.has(words[0] ?? '') || words.includes(',');
}

/** A verb that is no participle of a noun before it: 'figures published by the bank' have none. */
function findPredicate(tokens: readonly Token[], from: number, to: number): number {
  let at = findFinite(tokens, from, to);
  while (
    at >= 0 &&
    /ed$/.test(tokens[at]?.lower ?? '') &&
    PREPOSITIONS.has(tokens[at + 1]?.lower ?? '')
  )
    at = findFinite(tokens, at + 1, to);
  return at;
}

/**
 * The start of an aside between the subject and its verb: 'Kim Jong-un, who rules North Korea,
 * said'.
 */
export function asideIn(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[to - 1]?.text !== ',') return 0;
  for (let at = from + 1; at + 1 < to; at++)
    if (tokens[at]?.text === ',')
      return /^(?:who|which|whose)$/.test(tokens[at + 1]?.lower ?? '') ? at : 0;
  return 0;
}

/** The end of a speaker that no comma closes: 'According to the Interior Ministry 345 were killed'. */
export function namedEnd(tokens: readonly Token[], from: number, to: number): number {
  const start = tokens[from]?.lower === 'the' ? from + 1 : from;
  const end = nameEnd(tokens, start, to);
  return end > start ? end : -1;
}

/** 'Gen.', 'J.': a point after it may be its own, unless the sentence ends there. */
const isShort = (token: Token | undefined): boolean => (token?.text.length ?? 9) <= 3;

/** The end of a speaker's words after the verb: the end of the clause, or a verb or 'that' of its own. */
export function findEnd(tokens: readonly Token[], from: number, to: number): number {
  let commas = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) return at;
    if (
      /^[.;:!?"“”]$/.test(token.text) &&
      !(token.text === '.' && !token.spaced && isShort(tokens[at - 1]) && at + 1 < to)
    )
      return at;
    if (
      ['on', 'in', 'during', 'after', 'as', 'when', 'while'].includes(token.lower) &&
      at > from &&
      commas === 0 &&
      (/day$/.test(tokens[at + 1]?.lower ?? '') || (token.lower !== 'in' && token.lower !== 'on'))
    )
      return at;
    if (
      token.lower === 'in' &&
      ['a', 'an', 'his', 'her', 'their', 'its', 'remarks'].includes(tokens[at + 1]?.lower ?? '')
    )
      return at;
    if (token.text === ',' && ++commas > 1) return at;
    if (['adding', 'referring', 'citing', 'who', 'which'].includes(token.lower))
      return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return to;
}
