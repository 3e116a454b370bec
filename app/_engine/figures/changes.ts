import type { ReadFigure } from '#domain/claims/reading';
import type { Change, Statistic } from '#domain/figures/figure';
import { BETWEEN, FALLS, FALLS_BY, RISES, RISES_BY } from '../english/change-words';
import { MARKET_INDEXES } from '../english/counts';
import { BE_OR_HAVE, PREPOSITIONS } from '../english/grammar-words';
import { isFiniteAt } from '../english/verbs';
import { CHANGE_NOUNS } from '../measures/measure-words';
import { phraseFrom } from '../phrases/phrases';
import { type Passage, wordsOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Draft } from './draft';
import { readDirection } from './qualifiers';

export type Direction = 'up' | 'down';

const POINTS = new Set(['{point}', '[pp]', '[bp]']);

/** Units of a rise or a fall; an army that lost 600 soldiers did not fall by 600. */
function isUnitOfChange(code: string | null, dimension: string | null): boolean {
  return (
    code === null ||
    code.startsWith('%') ||
    POINTS.has(code) ||
    (dimension?.startsWith('money') ?? false) ||
    dimension === 'temperature' ||
    code === '{degree}'
  );
}

/**
 * Whether the words before a figure mean a rise or a fall ('shares rose 3 %, or 40 points'), or its
 * own sign does ('FTSE -0.6 %').
 *
 * @param from     first token of the figure, its qualifier included
 * @param earlier  the figure before it in the sentence
 */
export function directionOf(
  { tokens }: Passage,
  draft: Draft,
  from: number,
  code: string | null,
  dimension: string | null,
  earlier: { readonly to: number; readonly change: Change } | null,
): Direction | null {
  if (draft.number.form === 'fold')
    return MULTIPLIES.test(tokens[draft.number.from]?.lower ?? '') ? 'up' : null;
  if (tokens[draft.number.from]?.lower === 'halved') return 'down';
  const byVerb = readVerbBeforeBy(tokens, from, code, dimension);
  if (byVerb) return byVerb;
  if (isLevel(tokens, from)) return null;
  // 'the population rose 2,400': people go without saying, and no thing that is lost or added is named.
  const isElided = draft.counted === null && code?.startsWith('{') === true && !draft.unit;
  if (!isElided && !isUnitOfChange(code, dimension)) return readMotion(tokens, from, dimension);
  const isRange = draft.second !== null && tokens[from - 1]?.lower === 'from';
  const directionBefore = readDirection(tokens, isRange ? from - 1 : from);
  // 'have lost four of five', 'Reed added 25 points': games and points that somebody has.
  if (isOfSomebody(tokens, draft, from, code)) return null;
  const isCollected = (dimension?.startsWith('money') ?? false) && isRaised(tokens, from);
  if (directionBefore) return isCollected ? null : directionBefore;
  if (code !== null && (code === '%' || POINTS.has(code)) && draft.isSigned)
    return draft.isNegative ? 'down' : 'up';
  if (draft.isNegative && dimension?.startsWith('money')) return readDirection(tokens, from - 1);
  if (earlier?.change !== 'up' && earlier?.change !== 'down') return null;
  const isRepeated = tokens[from - 1]?.lower === 'or' && from - earlier.to <= 3;
  const isListed =
    (code === '%' && joins(tokens, earlier.to, from, draft.to)) ||
    isGapped(tokens, earlier.to, from, draft.to);
  return isRepeated || isListed ? earlier.change : null;
}

const MULTIPLIES = /^(?:doubled?|tripled?|trebled?|quadrupled?|quintupled)$/;

/** 'was up at 212.4', 'closed lower at 31': a level, after a word of change. */
const isLevel = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.lower === 'at' &&
  /^(?:up|down|higher|lower|steady|flat)$/.test(tokens[from - 2]?.lower ?? '');

/** What goes up or down by itself, so that a length, a speed or a volume after it is a change. */
const MOVES =
  /^(?:rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|increase|increases|increased|grow|grows|grew|grown|fall|falls|fell|fallen|drop|drops|dropped|sink|sinks|sank|sunk|decrease|decreases|decreased|shrink|shrinks|shrank|swell|swelled)$/;
const MOVING = new Set([
  'length',
  'area',
  'volume',
  'speed',
  'power',
  'energy',
  'pressure',
  'sound level',
  'plane angle',
]);

/** 'the sea may rise 4 metres'; 'he lost 4 kg' and 'they added 3 km of road' are no changes of a level. */
function readMotion(
  tokens: readonly Token[],
  from: number,
  dimension: string | null,
): Direction | null {
  if (dimension === null || !MOVING.has(dimension)) return null;
  return MOVES.test(verbBefore(tokens, from)) ? readDirection(tokens, from) : null;
}

/** The word before a figure, words like 'by about' left out. */
function verbBefore(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (at > from - 5 && BETWEEN.has(tokens[at]?.lower ?? '')) at--;
  return tokens[at]?.lower ?? '';
}

function isOfSomebody(
  tokens: readonly Token[],
  { number, to }: Draft,
  from: number,
  code: string | null,
): boolean {
  const verb = verbBefore(tokens, from);
  if (code === null && number.form === 'words' && tokens[to]?.lower === 'of')
    return /^(?:lost|lose|loses|losing|dropped|added|gained)$/.test(verb);
  const subject = tokens[from - 2];
  return (
    code === '{point}' &&
    /^add(?:s|ed|ing)?$/.test(verb) &&
    /^\p{Lu}\p{Ll}/u.test(subject?.text ?? '') &&
    /^\p{Lu}\p{Ll}/u.test(tokens[from - 3]?.text ?? '') &&
    !MARKET_INDEXES.has(subject?.lower ?? '')
  );
}

/** 'raised £10 million': money that is raised is collected, and rises no further. */
const isRaised = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.lower !== 'by' && /^rais(?:e|es|ed|ing)$/.test(verbBefore(tokens, from));

/** As many words as the object of a verb may have before 'by'. */
const LONGEST_OBJECT = 8;
const LONGEST_GAP = 7;

/**
 * 'raised its key rate by 25 basis points': the object stands between the verb and 'by', and any unit
 * may follow, but not a time, which may be one to be done by, nor those who did it ('raised by two women').
 */
function readVerbBeforeBy(
  tokens: readonly Token[],
  from: number,
  code: string | null,
  dimension: string | null,
): Direction | null {
  let by = from - 1;
  while (by > from - 4 && BETWEEN.has(tokens[by]?.lower ?? '') && tokens[by]?.lower !== 'by') by--;
  // 'raised the limit by 52 votes to 48' is the result of a vote.
  if (tokens[by]?.lower !== 'by' || code === '{vote}') return null;
  if (dimension === 'time') return readDirection(tokens, by);
  const way = WAYS.get(tokens[by - 1]?.lower ?? '');
  if (way) return way;
  for (let at = by - 1; at >= Math.max(0, by - LONGEST_OBJECT); at--) {
    const token = tokens[at];
    if (!token || (token.kind !== 'word' && !/^['’]s?$|^-$/.test(token.text))) return null;
    if (ENDS_OBJECT.test(token.lower)) return null;
    const directionBefore = readTransitive(token.lower);
    if (!directionBefore) continue;
    // 'was raised by two nurses' names who did it, 'was raised by 6 degrees' how far.
    const isPhysical = code !== null && !code.startsWith('{');
    const isDoneBy =
      isPhysical || isUnitOfChange(code, dimension) || !BE_OR_HAVE.has(tokens[at - 1]?.lower ?? '');
    return isDoneBy ? directionBefore : null;
  }
  return null;
}

/** 'revised upward by 12 billion'. */
const WAYS: ReadonlyMap<string, Direction> = new Map([
  ['upward', 'up'],
  ['upwards', 'up'],
  ['downward', 'down'],
  ['downwards', 'down'],
]);

const readTransitive = (lower: string): Direction | null => {
  if (RISES.has(lower) || RISES_BY.has(lower)) return 'up';
  return FALLS.has(lower) || FALLS_BY.has(lower) ? 'down' : null;
};

const ENDS_OBJECT = /^(?:to|from|that|which|who|and|but|or|was|were|is|are)$/;

/** 'fell 3% in May and 5% in June', 'gained 0.8% and 1.1% respectively': one verb for both. */
function joins(tokens: readonly Token[], earlier: number, from: number, to: number): boolean {
  const joint = tokens[from - 1]?.lower === 'by' ? from - 2 : from - 1;
  if (joint < earlier || joint - earlier > LONGEST_GAP) return false;
  if (!/^(?:and|,)$/.test(tokens[joint]?.lower ?? '')) return false;
  for (let at = earlier; at < joint; at++)
    if (/^(?:to|while|but|[,;])$/.test(tokens[at]?.lower ?? '')) return false;
  const next = tokens[to];
  return (
    next === undefined ||
    next.kind === 'mark' ||
    (PREPOSITIONS.has(next.lower) && next.lower !== 'of') ||
    /^(?:respectively|last|this|year|month|quarter)$/.test(next.lower)
  );
}

/** As many words as a subject may have where the verb is gapped. */
const LONGEST_SUBJECT = 5;

/** 'wheat fell 2 per cent, maize by 3 and barley 4 per cent': subjects of their own, one verb. */
function isGapped(tokens: readonly Token[], earlier: number, from: number, to: number): boolean {
  const end = tokens[from - 1]?.lower === 'by' ? from - 1 : from;
  if (tokens[to]?.lower === 'of') return false;
  let at = end - 1;
  while (at >= earlier && at > end - 1 - LONGEST_SUBJECT && tokens[at]?.kind === 'word') {
    const { lower = '' } = tokens[at] ?? {};
    if (lower === 'and') break;
    if (isFiniteAt(tokens, at) || PREPOSITIONS.has(lower)) return false;
    at--;
  }
  return at >= earlier && at < end - 1 && /^(?:and|,|;)$/.test(tokens[at]?.lower ?? '');
}

/** What sort of number it is, as far as the words near it say. */
export function statisticOf(
  passage: Passage,
  draft: Draft,
  direction: Direction | null,
  code: string | null,
): Statistic | null {
  const before = passage.tokens
    .slice(Math.max(0, draft.from - 3), draft.from)
    .map((token) => token.lower);
  if (code !== null && POINTS.has(code)) return 'points';
  if (direction) return 'change';
  // 'a 4 % drop in rents'
  if (code === '%' && isOfChange(passage.tokens, draft.to)) return 'change';
  if (before.some((word) => word.startsWith('averag') || word === 'mean')) return 'mean';
  if (before.includes('median') || wordsOf(passage).has('median')) return 'median';
  if (code === '%') return 'percent';
  if (code?.includes('/') && !code.startsWith('{rev}')) return 'rate';
  const isCount = code?.startsWith('{') ?? false;
  if (draft.number.form === 'fraction' && (code === null || isCount)) return 'ratio';
  if (before.includes('total') || (isCount && wordsOf(passage).has('total'))) return 'total';
  return isCount ? 'count' : null;
}

/** Two tellings of one figure, '296 hp (224 kW)': the second is hedged as the first is. */
export const isConversion = (
  { tokens }: Passage,
  draft: Draft,
  dimension: string | null,
  earlier: ReadFigure | null,
  earlierTo: number,
): boolean =>
  earlier !== null &&
  dimension !== null &&
  (dimension === earlier.dimension ||
    (dimension.startsWith('money') && (earlier.dimension?.startsWith('money') ?? false))) &&
  dimension !== 'count' &&
  dimension !== 'number' &&
  ['(', '/'].includes(tokens[draft.from - 1]?.text ?? '') &&
  draft.from - earlierTo <= 2;

const isOfChange = (tokens: readonly Token[], to: number): boolean => {
  const phrase = phraseFrom(tokens, to, null);
  return phrase?.from === to && CHANGE_NOUNS.has(tokens[phrase.head]?.lower ?? '');
};
