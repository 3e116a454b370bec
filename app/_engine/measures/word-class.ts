import { PREPOSITIONS } from '../english/grammar-words';
import { IRREGULAR_PAST } from '../english/verb-words';
import { isPast, isPlainVerb } from '../english/verbs';
import {
  isAdjective,
  isAdverb,
  isAuxiliary,
  isCommonNoun,
  isDeterminer,
  isNoun,
  isParticiple,
  isPronoun,
  isProperNoun,
  isVerb,
  tagOf,
} from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';

// What a word is in its sentence. Every rule of this room asks here.

const PARTICLE = tagOf('RP');
const FOREIGN = tagOf('FW');
const NUMBER = tagOf('CD');

export const isDeterminerAt = (tokens: readonly Token[], at: number): boolean =>
  isDeterminer(tagsOf(tokens)[at]);

/** By the list, since 'down 4 %' and 'up to' are told apart by the rules that ask. */
export const isPrepositionAt = (tokens: readonly Token[], at: number): boolean =>
  PREPOSITIONS.has(tokens[at]?.lower ?? '') && !isVerb(tagsOf(tokens)[at]);

export const isPronounAt = (tokens: readonly Token[], at: number): boolean =>
  isPronoun(tagsOf(tokens)[at]);

export function isAdverbAt(tokens: readonly Token[], at: number): boolean {
  const tag = tagsOf(tokens)[at];
  return isAdverb(tag) || tag === PARTICLE;
}

/** In digits or as a word. */
export const isNumberAt = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' || (tokens[at]?.kind === 'word' && tagsOf(tokens)[at] === NUMBER);

export const isProperNounAt = (tokens: readonly Token[], at: number): boolean =>
  isProperNoun(tagsOf(tokens)[at]);

export const isNounAt = (tokens: readonly Token[], at: number): boolean =>
  isNoun(tagsOf(tokens)[at]) && tokens[at]?.kind === 'word';

/** Any form of a verb, but a participle that narrows a noun: 'rising costs', 'the published price'. */
export const isVerbAt = (tokens: readonly Token[], at: number): boolean =>
  (isVerb(tagsOf(tokens)[at]) && !isNarrowing(tokens, at)) || isPastBeforeFigure(tokens, at);

/** 'Turnout reached 61 %', 'it slid below $3': no adjective and no noun has a number right after it. */
function isPastBeforeFigure(tokens: readonly Token[], at: number): boolean {
  const tag = tagsOf(tokens)[at];
  const word = tokens[at]?.lower ?? '';
  if (!isAdjective(tag) && !(isCommonNoun(tag) && IRREGULAR_PAST.has(word) && !isPlainVerb(word)))
    return false;
  if (!isPast(word) || !isNoun(tagsOf(tokens)[at - 1])) return false;
  const next =
    at +
    (/^(?:below|above|to|by|at|under|over|past|from)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1);
  return isNumberAt(tokens, next) || /^[$£€]/.test(tokens[next]?.text ?? '');
}

function isNarrowing(tokens: readonly Token[], at: number): boolean {
  const tags = tagsOf(tokens);
  if (!isParticiple(tags[at])) return false;
  const next = tags[at + 1];
  if (
    !(isCommonNoun(next) || isAdjective(next) || (isProperNoun(next) && isDeterminer(tags[at - 1])))
  )
    return false;
  const before = tags[at - 1];
  return !isAuxiliary(before) && !isVerb(before) && !isNoun(before) && !isPronoun(before);
}

/** A noun, or a word that narrows one. */
export function isNominalAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'word') return false;
  const tag = tagsOf(tokens)[at];
  return isNoun(tag) || isAdjective(tag) || tag === FOREIGN || isNarrowing(tokens, at);
}
