import {
  isAdjective,
  isAdverb,
  isAuxiliary,
  isFiniteVerb,
  isParticiple,
  isProperNoun,
} from '../tags/tag';
import { QUOTES } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';
import type { Entity } from './entity';
import { bodyClassOf, isPersonNoun, isPlaceNoun } from './nouns';

/** 'It is crucial that …', 'it emerged': an 'it' that stands for nothing before. */
export function isEmpty(tokens: readonly Token[], tags: Uint8Array, at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  if (EMPTY_VERBS.test(next)) return true;
  let word = at + 1;
  while (isAuxiliary(tags[word]) || isAdverb(tags[word]) || BE.test(tokens[word]?.lower ?? ''))
    word++;
  if (word === at + 1) return false;
  // 'it was "damning that nobody came"'
  if (QUOTES.has(tokens[word]?.text ?? '')) word++;
  const rest = tokens.slice(word, word + 9).map(({ lower }) => lower);
  if (/^\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|o['’]clock)/.test(rest.slice(0, 2).join(' ')))
    return true;
  // 'it is not merely that they lied'
  if (rest[0] === 'that') return true;
  // 'it is not like they lied', 'it’s as if'
  const isState =
    BE.test(next) ||
    /^(?:it)?['’]s$/.test(tokens[at]?.lower === 'it' ? next : (tokens[at]?.lower ?? ''));
  if (
    isState &&
    /^(?:like|as)$/.test(rest[0] === 'not' ? (rest[1] ?? '') : (rest[0] ?? '')) &&
    isClause(tags, word)
  )
    return true;
  // 'what it is to lose a son', 'what it was like'
  if (tokens[at - 1]?.lower === 'what') return /^(?:to|like)$/.test(rest[0] ?? '');
  // 'it was no surprise when'
  if (
    /^(?:no|a) (?:surprise|wonder|secret|coincidence|shame|pity)$/.test(rest.slice(0, 2).join(' '))
  )
    return true;
  if (isAdjective(tags[word]))
    return rest
      .slice(1, 5)
      .some((one) => /^(?:that|to|for|whether|who|when|how|why|if)$/.test(one));
  // 'it was agreed that', 'it was assured to her that'
  if (isParticiple(tags[word]))
    return rest[1] === 'that' || (rest[1] === 'to' && rest[3] === 'that');
  const isNoun =
    /^(?:a|an|the|up|in|at|on|not|because|when|only|no)$/.test(rest[0] ?? '') ||
    isProperNoun(tags[word]);
  return isNoun && rest.slice(1).some((one) => /^(?:that|who|to|whether)$/.test(one));
}

/** Whether a verb follows soon, so that no mere likeness is meant. */
const isClause = (tags: Uint8Array, from: number): boolean =>
  tags.subarray(from, from + 5).some(isFiniteVerb);

const EMPTY_VERBS =
  /^(?:seems|appears|appeared|took|takes|comes|came|emerged|follows|followed|happened|rained|snowed|means|meant|remains|depends)$/;
const BE = /^(?:is|was|be|been|being|isn't|wasn't|not)$/;

/** 'It is the deadliest accident': the same as before only when it has a name, or the same noun. */
export function isSameThing(
  tokens: readonly Token[],
  verb: number,
  { kind, name, nouns }: Entity,
): boolean {
  let at = verb;
  while (
    /^(?:is|are|was|were|will|has|have|had|would|be|been|now|also|still|['’]s)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  const isNominal =
    /^(?:is|are|was|were|be|been|['’]s)$/.test(tokens[at - 1]?.lower ?? '') &&
    /^(?:the|a|an|one|another)$/.test(tokens[at]?.lower ?? '');
  if (!isNominal || tokens.slice(at).some(({ lower }) => nouns.has(lower))) return true;
  // 'the office … It is the most common form of plague'
  const isOther = kind === 'body' && !tokens.slice(at).some(({ lower }) => namesBody(lower));
  return name !== null && !isOther;
}

const namesBody = (word: string): boolean =>
  bodyClassOf(word) !== null ||
  isPlaceNoun(word) ||
  isPersonNoun(word) ||
  /(?:er|or|ist|ity)$/.test(word);
