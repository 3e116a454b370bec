import {
  ADVERBS,
  AUXILIARIES,
  CLEAR_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
} from '../english/grammar-words';
import { isFiniteAt, isParticiple } from '../english/verbs';
import type { Token } from '../tokens/tokens';

// What a word is in its sentence. Every rule of this room asks here.

export const isDeterminerAt = (tokens: readonly Token[], at: number): boolean =>
  DETERMINERS.has(tokens[at]?.lower ?? '') &&
  !/^(?:that|which|what|whose)$/.test(tokens[at]?.lower ?? '');

export const isPrepositionAt = (tokens: readonly Token[], at: number): boolean =>
  PREPOSITIONS.has(tokens[at]?.lower ?? '');

export const isPronounAt = (tokens: readonly Token[], at: number): boolean =>
  PRONOUNS.has(tokens[at]?.lower ?? '');

export const isAdverbAt = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? '';
  return (
    ADVERBS.has(word) ||
    (word.length > 4 && /ly$/.test(word) && word !== 'family' && word !== 'supply')
  );
};

/** A verb in a form that can make a sentence, or 'been', 'rising', 'cut' after one. */
export const isVerbAt = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? '';
  return (
    AUXILIARIES.has(word) ||
    CLEAR_VERBS.has(word) ||
    isFiniteAt(tokens, at) ||
    afterHelper(tokens, at)
  );
};

/** 'has risen', 'was cut', 'to pay', 'will reach'. */
function afterHelper(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 3 && isAdverbAt(tokens, before)) before--;
  const helper = tokens[before]?.lower ?? '';
  if (/^(?:will|would|could|may|might|can|should|must|did|does|do)$/.test(helper))
    return tokens[at]?.kind === 'word' && !isFunctionWord(tokens[at]?.lower ?? '');
  return (
    /^(?:is|are|was|were|been|being|has|have|had|be)$/.test(helper) &&
    isParticiple(tokens[at]?.lower ?? '')
  );
}

/** A noun or a word that narrows one: not yet told apart. */
export const isNominalAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    !isFunctionWord(token.lower) &&
    !CONJUNCTIONS.has(token.lower) &&
    !/^['’]/.test(token.text) &&
    !isAdverbAt(tokens, at) &&
    !isVerbAt(tokens, at)
  );
};
