import { isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { IRREGULAR_PAST } from '../english/verb-words';
import { isPast, isPlainVerb, THIRD_PERSON } from '../english/verbs';
import {
  among,
  isAdjective,
  isAdverb,
  isAuxiliary,
  isCommonNoun,
  isDeterminer,
  isNoun,
  isParticiple,
  isPlural,
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
const MARKER = tagOf('IN:MARK');
const PRONOUN_AND_VERB = tagOf('PRP:VERB');
const INTERJECTION = tagOf('UH');
const ADVERB = tagOf('RB');
const ASKING = tagOf('WRB');
const PLAIN_VERB = tagOf('VB');
const OWNER = tagOf('PRP$');
const THIRD = tagOf('VBZ');
const isVerbAfterPlural = among('VBD', 'VBD:AUX', 'VBN', 'MD');

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

export const isAdjectiveAt = (tokens: readonly Token[], at: number): boolean =>
  isAdjective(tagsOf(tokens)[at]);

export const isProperNounAt = (tokens: readonly Token[], at: number): boolean =>
  isProperNoun(tagsOf(tokens)[at]);

export const isNounAt = (tokens: readonly Token[], at: number): boolean =>
  isNoun(tagsOf(tokens)[at]) && tokens[at]?.kind === 'word';

/** Any form of a verb, but a participle that narrows a noun: 'rising costs', 'the published price'. */
export const isVerbToken = (tokens: readonly Token[], at: number): boolean =>
  (isVerb(tagsOf(tokens)[at]) &&
    !isNarrowing(tokens, at) &&
    !isNounInIng(tokens, at) &&
    !isOwned(tokens, at) &&
    !isNounBeforeVerb(tokens, at) &&
    !isUnknownFirst(tokens, at)) ||
  isVerbByPlace(tokens, at);

/**
 * A verb that the tagger took for something else. 'Turnout reached 61 %', 'it slid below $3', 'the flat
 * rents for $900': no adjective and no noun has a number right after it. 'The office estimates the damage':
 * no plural has an article after it.
 */
function isVerbByPlace(tokens: readonly Token[], at: number): boolean {
  const tags = tagsOf(tokens);
  const [before, tag] = [tags[at - 1], tags[at]];
  const word = tokens[at]?.lower ?? '';
  if (word === 'set' && tokens[at + 1]?.lower === 'aside') return true;
  // '48 % chose Reed'
  if (/^(?:%|percent|cent)$/.test(tokens[at - 1]?.lower ?? ''))
    return IRREGULAR_PAST.has(word) && !isPlainVerb(word) && isPast(word);
  if (!isNoun(before) && !isAuxiliary(before) && !isUnknownFirst(tokens, at - 1)) return false;
  const isThird =
    isPlural(tag) && (THIRD_PERSON.has(word) || word === 'rents') && !isPlural(before);
  const isPastForm =
    isPast(word) &&
    (isAdjective(tag) ||
      isParticiple(tag) ||
      (isCommonNoun(tag) && IRREGULAR_PAST.has(word) && !isPlainVerb(word)));
  if (isThird && isDeterminer(tags[at + 1])) return true;
  if (!isThird && !isPastForm) return false;
  const link = /^(?:below|above|to|by|at|under|over|past|from|for)$/;
  const next = at + (link.test(tokens[at + 1]?.lower ?? '') ? 2 : 1);
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
  // 'have so far covered losses': over adverbs, the verb is still one.
  let back = at - 1;
  while (back > at - 4 && isAdverb(tags[back])) back--;
  const before = tags[back];
  return !isAuxiliary(before) && !isVerb(before) && !isNoun(before) && !isPronoun(before);
}

const NOUNS_IN_ING =
  /^(?:spending|funding|lending|borrowing|trading|training|housing|hiring|shipping|farming|mining|logging|fishing)$/;

/** 'cut spending on parks': the thing, where no object follows. */
const isNounInIng = (tokens: readonly Token[], at: number): boolean =>
  NOUNS_IN_ING.test(tokens[at]?.lower ?? '') &&
  !isNumberAt(tokens, at + 1) &&
  !isDeterminer(tagsOf(tokens)[at + 1]) &&
  !/^[$£€]/.test(tokens[at + 1]?.text ?? '');

/** 'its forecast by half', 'their bid to': after whose it is stands a noun, though it could be a verb. */
const isOwned = (tokens: readonly Token[], at: number): boolean =>
  tagsOf(tokens)[at - 1] === OWNER &&
  isPlainVerb(tokens[at]?.lower ?? '') &&
  PREPOSITIONS.has(tokens[at + 1]?.lower ?? '');

/** 'Operating costs jumped', 'new claims fell': of two finite verbs in a row the first is a plural. */
const isNounBeforeVerb = (tokens: readonly Token[], at: number): boolean =>
  tagsOf(tokens)[at] === THIRD &&
  isPluralNoun(tokens[at]?.text ?? '') &&
  isVerbAfterPlural(tagsOf(tokens)[at + 1]);

/** 'Wheat traded': the first word may be new to the tagger, which then takes it for a word like 'While'. */
function isUnknownFirst(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const tags = tagsOf(tokens);
  const tag = tags[at];
  if (at !== 0 || word === undefined || isFunctionWord(word.lower) || /['’]|ly$/.test(word.lower))
    return false;
  if (tag === PLAIN_VERB) return /^(?:for|of|in)$/.test(tokens[1]?.lower ?? '');
  return (
    tag === MARKER ||
    tag === PRONOUN_AND_VERB ||
    tag === INTERJECTION ||
    ((tag === ADVERB || tag === ASKING) && isVerb(tags[1]) && !isAuxiliary(tags[1]))
  );
}

/** A noun, or a word that narrows one. */
export function isNominalAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'word') return false;
  const tag = tagsOf(tokens)[at];
  return (
    isNoun(tag) ||
    isAdjective(tag) ||
    tag === FOREIGN ||
    isNarrowing(tokens, at) ||
    isNounInIng(tokens, at) ||
    isOwned(tokens, at) ||
    isNounBeforeVerb(tokens, at) ||
    isUnknownFirst(tokens, at)
  );
}
