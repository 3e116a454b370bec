import {
  FUTURE_AUXILIARIES,
  MAY_BE,
  PLANNED,
  PLANNERS,
  PUT_OFF,
  TIMED,
} from '../english/date-words';
import { ADVERBS, BE_OR_HAVE, DETERMINERS, isFunctionWord } from '../english/grammar-words';
import { PURE_PAST } from '../english/verb-words';
import {
  isFiniteAt,
  isParticiple,
  isPast,
  isPlainVerb,
  mayFollowVerb,
  THIRD_PERSON,
} from '../english/verbs';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';

/** When something is, seen from the day of publication; 'open' when the verb allows both sides. */
export type Tense = 'past' | 'future' | 'open';

/** In tokens: how far from a date its verb is looked for, on either side. */
const REACH = 40;

/**
 * The tense of the verb that a date stands with: the nearest one before it, else the nearest after
 * it. Null where there is none, as in a heading.
 *
 * @param from  the first token of the date
 * @param to  the token after it
 */
export function tenseAround({ tokens }: Passage, from: number, to: number): Tense | null {
  if (isAdjective(tokens, from, to)) return 'open';
  // 'must remain here until Tuesday' was said in the past of what can be to come.
  const until = untilBefore(tokens, from);
  for (let before = from - 1; before >= Math.max(0, from - REACH); before--) {
    if (isWall(tokens[before])) break;
    const tense = tenseAt(tokens, before);
    if (tense && until >= 0) {
      if (isPutOff(tokens, before)) return 'future';
      return tense === 'past' && before < until - 1 ? 'open' : tense;
    }
    if (tense) return tense;
  }
  for (let after = to; after < Math.min(tokens.length, to + REACH); after++) {
    if (isWall(tokens[after])) return null;
    const tense = tenseAt(tokens, after);
    if (tense) return tense;
  }
  return null;
}

/** 'the May 7 blasts', 'Wednesday’s ruling': a verb says nothing of the day in a noun phrase. */
const isAdjective = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^['’]s$/.test(lowerAt(tokens, to)) ||
  (DETERMINERS.has(lowerAt(tokens, from - 1)) &&
    tokens[to]?.kind === 'word' &&
    tokens[to]?.spaced === true &&
    !isFunctionWord(lowerAt(tokens, to)) &&
    !isPast(lowerAt(tokens, to)));

const isWall = (token: Token | undefined): boolean => token?.text === ';' || token?.text === '—';

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

const HOURS = /^(?:[ap]\.?m\.?|[A-Z]{2,4}|the|early|late)$/;

/** 'until Tuesday', 'until 9 a.m. EST Tuesday', 'as soon as Tuesday': where that word is, or -1. */
function untilBefore(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const lower = lowerAt(tokens, at);
    if (/^(?:until|till|through)$/.test(lower)) return at;
    if (lower === 'as' && /^(?:soon|early|late)$/.test(lowerAt(tokens, at - 1))) return at - 1;
    if (tokens[at]?.kind === 'word' && !HOURS.test(tokens[at]?.text ?? '')) return -1;
  }
  return -1;
}

/** 'postponed … until Tuesday', 'has until Tuesday': what is put off has not been. */
const isPutOff = (tokens: readonly Token[], at: number): boolean =>
  PUT_OFF.has(lowerAt(tokens, at)) ||
  /^(?:has|have)$/.test(lowerAt(tokens, at)) ||
  (/^(?:was|were|been)$/.test(lowerAt(tokens, at)) && PUT_OFF.has(lowerAt(tokens, at + 1)));

/** What the word at this place says of time, if it is a verb or stands for one. */
function tenseAt(tokens: readonly Token[], at: number): Tense | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const { lower } = token;
  if (lower === 'due' || lower === 'upcoming' || lower === 'forthcoming') return 'future';
  if (FUTURE_AUXILIARIES.has(lower)) return isNoun(tokens, at) ? null : 'future';
  if (MAY_BE.has(lower)) return isNoun(tokens, at) ? null : ofPossibility(tokens, at);
  if (/^(?:had|did|didn['’]t|hadn['’]t)$/.test(lower)) return 'past';
  if (/^(?:was|were|wasn['’]t|weren['’]t)$/.test(lower))
    return PLANNED.has(skipped(tokens, at)) ? 'open' : 'past';
  if (/^(?:is|are|am|isn['’]t|aren['’]t|it['’]s|we['’]re|they['’]re)$/.test(lower))
    return ofPresent(tokens, at);
  if (/^(?:has|have|hasn['’]t|haven['’]t)$/.test(lower)) return ofPerfect(tokens, at);
  if (lowerAt(tokens, at - 1) === 'to' && isPlainVerb(lower)) return ofInfinitive(tokens, at - 1);
  if (FUTURE_AUXILIARIES.has(wordBefore(tokens, at)) || MAY_BE.has(wordBefore(tokens, at)))
    return null;
  if (isParticiple(lower)) {
    if (BE_OR_HAVE.has(wordBefore(tokens, at)) && !PURE_PAST.has(lower)) return null;
    if (PLANNED.has(lower) || (lower === 'set' && /^(?:to|for)$/.test(lowerAt(tokens, at + 1))))
      return 'open';
    return token.text === lower && isPastVerb(tokens, at) ? 'past' : null;
  }
  if (token.text !== lower || !isFiniteAt(tokens, at)) return null;
  if (THIRD_PERSON.has(lower) || isPlainVerb(lower)) return TIMED.has(lower) ? 'future' : 'open';
  return null;
}

/** Not 'injured men' or 'used cars', where the word stands before its noun. */
const isPastVerb = (tokens: readonly Token[], at: number): boolean =>
  PURE_PAST.has(lowerAt(tokens, at)) ||
  mayFollowVerb(tokens[at + 1]) ||
  /^(?:who|which|that|he|she|it|they|we|i)$/.test(lowerAt(tokens, at - 1)) ||
  (isPast(lowerAt(tokens, at)) && isFiniteAt(tokens, at));

/** The word before this one, past 'not' and an adverb or two. */
function wordBefore(tokens: readonly Token[], at: number): string {
  let before = at - 1;
  while (before > at - 4 && isAdverb(lowerAt(tokens, before))) before--;
  return lowerAt(tokens, before);
}

const isAdverb = (lower: string): boolean => ADVERBS.has(lower) || /[a-z]{2}ly$/.test(lower);

/** 'the will of the voters', 'Will Stone', 'in May'. */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  DETERMINERS.has(lowerAt(tokens, at - 1)) ||
  (at > 0 &&
    tokens[at]?.text !== tokens[at]?.lower &&
    /^(?:will|may|might)$/.test(lowerAt(tokens, at)));

/** 'could sell in May' is to come; 'could have sold' is past, and 'could not be found' often is. */
function ofPossibility(tokens: readonly Token[], at: number): Tense {
  if (skipped(tokens, at) === 'have') return 'past';
  return lowerAt(tokens, at) === 'could' && skipped(tokens, at) === 'be' ? 'open' : 'future';
}

/** The word after this one, past 'not' and an adverb or two. */
function skipped(tokens: readonly Token[], at: number): string {
  let after = at + 1;
  while (after < at + 4 && isAdverb(lowerAt(tokens, after))) after++;
  return lowerAt(tokens, after);
}

function ofPresent(tokens: readonly Token[], at: number): Tense {
  const next = skipped(tokens, at);
  return PLANNED.has(next) || /^(?:to|set)$/.test(next) || (/ing$/.test(next) && next.length > 4)
    ? 'future'
    : /^(?:when|if|before|once|until|after)$/.test(clauseOpener(tokens, at))
      ? 'future'
      : 'open';
}

/** The word that opens the clause of this verb, a few tokens back. */
function clauseOpener(tokens: readonly Token[], at: number): string {
  for (let before = at - 1; before >= Math.max(0, at - 6); before--) {
    const lower = lowerAt(tokens, before);
    if (/^(?:when|if|before|once|until|after)$/.test(lower)) return lower;
    if (tokens[before]?.kind === 'mark') return '';
  }
  return '';
}

function ofPerfect(tokens: readonly Token[], at: number): Tense {
  const next = skipped(tokens, at);
  if (next === 'until' || next === 'to') return 'future';
  return PLANNED.has(next) ? 'future' : 'past';
}

/** 'plans to open', 'ready to leave': to come. 'voted to close in May' can be either. */
const ofInfinitive = (tokens: readonly Token[], to: number): Tense =>
  PLANNERS.has(lowerAt(tokens, to - 1)) ? 'future' : 'open';
