import type { Clause } from '../clauses/part';
import { ADVERBS, AUXILIARIES, PREPOSITIONS } from '../english/grammar-words';
import { findFinite } from '../english/verbs';
import {
  DOCUMENTS,
  isOffice,
  ORGANIZATIONS,
  OUTLETS,
  PEOPLE,
  UNNAMED,
} from '../parties/party-words';
import { isCapital, nameEnd } from '../parties/read-party';
import { isAdjective, isAdverb, isFiniteVerb, isNoun, isPronoun, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import { hasTaggedVerb } from './tagged-verbs';

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

const [PAST, PLAIN, PARTICIPLE, ING] = [tagOf('VBD'), tagOf('VB'), tagOf('VBN'), tagOf('VBG')];
/** Forms that are verbs of saying wherever they stand, but for 'is said to'. */
const CERTAIN = /^(?:said|told|says|wrote|tells|thinks|believes|insists|swore)$/;

/** Whether the word is a verb here: 'claim acceptance' and 'from claiming asylum' are none. */
export function canSpeak(tokens: readonly Token[], at: number, clause: Clause): boolean {
  const lower = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (/^h(?:eard|ears)$/.test(lower)) return HEARINGS.has(before);
  // "Reed's current expected lineup"
  const tagged = tagsOf(tokens);
  if (isAdjective(tagged[at - 1]) && isNoun(tagged[at + 1]) && lower.endsWith('ed')) return false;
  // 'went on to win'
  if (lower === 'went' && tokens[at + 2]?.lower === 'to') return false;
  // 'responded with violence', 'replied by closing the port'
  if (/^(?:respon|repl)/.test(lower) && /^(?:with|by)$/.test(tokens[at + 1]?.lower ?? ''))
    return false;
  const tag = tagsOf(tokens)[at];
  const isHelped = isHelpedBy(tokens, at, clause.from);
  if (tag === ING || lower.endsWith('ing'))
    return clause.link === 'with' || clause.link === 'saying' || isHelped === 'be';
  if (CERTAIN.test(lower)) return isHelped !== 'be';
  if (tag === PARTICIPLE) return isHelped !== 'be' && tokens[at + 1]?.lower !== 'by';
  const follows = isNoun(tagsOf(tokens)[at - 1]) || isPronoun(tagsOf(tokens)[at - 1]);
  const isInverted = /^[,"”]$/.test(before) && isNoun(tagsOf(tokens)[at + 1]) && lower === 'say';
  if (isInverted) return true;
  if (tag === PLAIN) return isHelped === 'do' || (follows && isHelped === null);
  if (follows && isNoun(tag)) return opensStatement(tokens, at, clause.from);
  return tag === PAST || isFiniteVerb(tag);
}

/** 'A letter warns that', 'records show he': what looks like a noun is the verb, since there is no other. */
const opensStatement = (tokens: readonly Token[], at: number, from: number): boolean =>
  /^(?:that|he|she|they|we|the|most|many|almost|nearly|some|all|[.“"])$/.test(
    tokens[at + 1]?.lower ?? '',
  ) &&
  !hasTaggedVerb(tokens, tokens[at + 1]?.text === '.' ? lastComma(tokens, from, at) : from, at);

const lastComma = (tokens: readonly Token[], from: number, at: number): number => {
  let comma = at;
  while (comma > from && tokens[comma]?.text !== ',') comma--;
  return comma;
};

/** The kind of helping verb before a verb, adverbs passed over. */
function isHelpedBy(
  tokens: readonly Token[],
  verb: number,
  from: number,
): 'be' | 'have' | 'do' | null {
  let at = verb - 1;
  while (at > from && (isAdverb(tagsOf(tokens)[at]) || tokens[at]?.lower === 'since')) at--;
  const lower = tokens[at]?.lower ?? '';
  if (/^(?:is|are|was|were|be|been|being|am)$|['’](?:re|m)$/.test(lower)) return 'be';
  if (/^(?:has|have|had|having)$|['’]ve$/.test(lower)) return 'have';
  return /^(?:do|does|did|will|would)$/.test(lower) ? 'do' : null;
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
    if (
      ['adding', 'referring', 'citing', 'who', 'which'].includes(token.lower) &&
      token.text !== 'WHO'
    )
      return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return to;
}

/** Whether a word names a person, an office or a body: 'reported the watchdog', not 'reported a loss'. */
export const namesSpeaker = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => isCapital(token) || isOfSpeaker(token.lower));

const isOfSpeaker = (lower: string): boolean =>
  isOffice(lower) ||
  UNNAMED_PEOPLE.has(lower) ||
  ORGANIZATIONS.has(lower) ||
  OUTLETS.has(lower) ||
  DOCUMENTS.has(lower) ||
  PEOPLE.has(lower);

const UNNAMED_PEOPLE = new Set(
  [...UNNAMED].filter((word) => !/^(?:a|an|one|some|many|another|several|others?)$/.test(word)),
);

/** 'according to their needs': by what, and not by whom. */
export const isOwnMeasure = (tokens: readonly Token[], from: number): boolean =>
  /^(?:my|your|our|their|its|his|her)$/.test(tokens[from]?.lower ?? '') &&
  !tokens.slice(from + 1, from + 5).some(({ lower }) => isOfSpeaker(lower));

/** 'may say', 'let's say', 'if officials say', 'was said to': nobody has said it. */
export function isUnsure(tokens: readonly Token[], at: number, from: number): boolean {
  if (/^let['’]?s?$/.test(tokens[at - 1]?.lower ?? '') || tokens[at - 2]?.lower === 'let')
    return true;
  if (
    tokens[at + 1]?.lower === 'to' &&
    /^(?:is|are|was|were|been|be)$/.test(tokens[at - 1]?.lower ?? '')
  )
    return true;
  for (let before = at - 1; before >= from && before > at - 4; before--) {
    const { lower = '', text = '' } = tokens[before] ?? {};
    // 'Anna May said' is sure.
    if (/^(?:may|might|could|should|must|shall|can)$/.test(text)) return true;
    if (!AUXILIARIES.has(text) && !ADVERBS.has(lower) && !/ly$/.test(lower)) break;
  }
  return (
    /^(?:if|whether|unless|until)$/.test(tokens[from]?.lower ?? '') &&
    !tokens.slice(from, at).some(({ text }) => text === ',')
  );
}
