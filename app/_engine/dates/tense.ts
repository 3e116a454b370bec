import {
  FUTURE_AUXILIARIES,
  MAY_BE,
  PARTS_OF_DAY,
  PLANNED,
  PLANNERS,
  PUT_OFF,
  TIMED,
} from '../english/date-words';
import { ADVERBS, DETERMINERS, isFunctionWord } from '../english/grammar-words';
import { isPast } from '../english/verbs';
import { isAuxiliary, isFiniteVerb, isPastVerb, isVerb, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
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
  const found = tenseOfVerb(tokens, from, to);
  // 'as of March 20' has been, whatever still is.
  const isAsOf = lowerAt(tokens, from - 1) === 'of' && lowerAt(tokens, from - 2) === 'as';
  const tense = isAsOf && found !== 'future' ? 'past' : found;
  return tense !== 'past' && isAdjective(tokens, from, to) ? 'open' : tense;
}

function tenseOfVerb(tokens: readonly Token[], from: number, to: number): Tense | null {
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
    // 'On Friday the council planned …' tells of that Friday; 'planned a vote on Friday' need not.
    if (tense === 'open' && isPastVerb(tagsOf(tokens)[after])) return 'past';
    if (tense) return tense;
  }
  return null;
}

/** 'the May 7 blasts', 'Wednesday’s ruling': what will be said of a ruling says nothing of its day. */
const isAdjective = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^['’]s$/.test(lowerAt(tokens, PARTS_OF_DAY.has(lowerAt(tokens, to)) ? to + 1 : to)) ||
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
  const tag = tagsOf(tokens)[at];
  if (PLANNED.has(lower) && !isFiniteVerb(tag)) return isAfterAuxiliary(tokens, at) ? null : 'open';
  if (!isVerb(tag)) return null;
  if (FUTURE_AUXILIARIES.has(lower)) return 'future';
  if (MAY_BE.has(lower)) return ofPossibility(tokens, at);
  if (isPastVerb(tag)) return ofPast(tokens, at);
  if (/^(?:is|are|am|it['’]s|we['’]re|they['’]re|i['’]m)$/.test(lower))
    return ofPresent(tokens, at);
  if (/^(?:has|have)$/.test(lower) && isFiniteVerb(tag)) return ofPerfect(tokens, at);
  if (tag === BARE && lowerAt(tokens, at - 1) === 'to') return ofInfinitive(tokens, at - 1);
  // 'and set Friday as the day': some past forms look like plain ones.
  // 'Visit the Thunder on Friday': a line of what comes next.
  if (tag === BARE && (at === 0 || tokens[at - 1]?.text === ':')) return 'future';
  if (tag === BARE) return isPast(lower) && !isAfterAuxiliary(tokens, at) ? 'past' : null;
  // 'the homes sold in May': a participle right after its noun.
  if (tag === PARTICIPLE) return isAfterAuxiliary(tokens, at) ? null : 'past';
  if (!isFiniteVerb(tag)) return null;
  return TIMED.has(lower) ? 'future' : 'open';
}

const BARE = tagOf('VB');
const PARTICIPLE = tagOf('VBN');

/** 'was due', 'set for', 'planned': seen from then, and now on either side. */
function ofPast(tokens: readonly Token[], at: number): Tense {
  const lower = lowerAt(tokens, at);
  const isSet = lower === 'set' && /^(?:to|for)$/.test(lowerAt(tokens, at + 1));
  if (isSet || PLANNED.has(lower)) return 'open';
  return /^(?:was|were)$/.test(lower) && PLANNED.has(skipped(tokens, at)) ? 'open' : 'past';
}

/** Whether 'is', 'has' or 'could' stands before this word, past 'not' and an adverb or two. */
function isAfterAuxiliary(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && isAdverb(lowerAt(tokens, before))) before--;
  return isAuxiliary(tagsOf(tokens)[before]);
}

const isAdverb = (lower: string): boolean => ADVERBS.has(lower) || /[a-z]{2}ly$/.test(lower);

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
