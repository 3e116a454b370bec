import { hedgedFrom } from '../phrases/governor';
import { hasVerb, isOfTime, phraseFrom } from '../phrases/phrases';
import { isDeterminerAt, isProperNounAt, isVerbToken } from '../phrases/word-class';
import type { Range, Token } from '../tokens/tokens';
import { CHANGE_NOUNS } from './measure-words';

/** The figure before another one in a sentence, as far as the other may take its measure from it. */
export type Earlier = {
  /** The token after it. */
  readonly to: number;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly dimension: string | null;
};

/** As many tokens may stand between two figures of one thing. */
const REACH = 9;

/**
 * The measure that a figure takes from the one before it: 'fell 3 % to $5m', '2,900 N (656 lbf)',
 * '365 s at sea level and 410 s in a vacuum', 'down 4 % on last year'. Null where it has its own.
 */
export function inheritedMeasure(
  tokens: readonly Token[],
  figure: Range,
  dimension: string | null,
  earlier: Earlier | null,
): string | null {
  if (!earlier?.measure || dimension === null) return null;
  const start = hedgedFrom(tokens, figure.from);
  if (isShareOfAsked(tokens, figure, dimension, earlier)) return `share of ${earlier.measure}`;
  if (isOfOthers(tokens, figure.to) || hasOwnNoun(tokens, start)) return null;
  if (isAside(tokens, figure, start, earlier.to)) return earlier.measure;
  if (start - earlier.to > REACH || hasVerb(tokens, earlier.to, start)) return null;
  if (dimension === earlier.dimension && isCompared(tokens, earlier.to, start))
    return withoutOwner(earlier.measure);
  const link = tokens[start - 1]?.lower ?? '';
  const next = tokens[figure.to];
  if (link === '(' && start - earlier.to <= 2 && next?.lower !== 'of') return earlier.measure;
  // 'a change of 4 %, or $3m': what rose is what the change is of.
  const isChange =
    /^(?:to|from|against|or)$/.test(link) ||
    (/^(?:with|to)$/.test(link) && tokens[start - 2]?.lower === 'compared') ||
    isComparison(tokens, earlier.to, start);
  const isDone = next === undefined || next.kind === 'mark' || !/^of$/.test(next.lower);
  if (isChange && isDone && mayShare(earlier.dimension, dimension)) return earlier.measure;
  if (
    /^(?:and|but|,)$/.test(link) &&
    isDone &&
    dimension === earlier.dimension &&
    isListed(tokens, figure.to)
  )
    return earlier.measure;
  if (dimension === earlier.dimension && isDone && isOfAnother(tokens, start, earlier.to))
    return earlier.measure;
  return null;
}

/** 'A survey of 1,200 nurses found that 61 % had …': of those who were asked. */
const isShareOfAsked = (
  tokens: readonly Token[],
  figure: Range,
  dimension: string,
  earlier: Earlier,
): boolean =>
  dimension === 'proportion' &&
  earlier.unit?.startsWith('{') === true &&
  isVerbToken(tokens, figure.to) &&
  tokens
    .slice(0, figure.from)
    .some(({ lower }) =>
      /^(?:survey|poll|polled|surveyed|interviewed|questioned|sample)$/.test(lower),
    );

/** 'compared with a profit of £14m': a profit, though a loss was told before; 'a high of £14m' is of the same. */
function hasOwnNoun(tokens: readonly Token[], start: number): boolean {
  const noun = tokens[start - 2]?.lower ?? '';
  const names = tokens[start - 1]?.lower === 'of' && isDeterminerAt(tokens, start - 3);
  return names && (noun === 'loss' || !(CHANGE_NOUNS.has(noun) || LEVELS.has(noun)));
}

const LEVELS = new Set(['high', 'low', 'peak', 'record', 'total', 'maximum', 'minimum', 'average']);

/** 'Delta's launch cost' without the one whose cost it is. */
const withoutOwner = (measure: string): string => measure.replace(/^.*['’]s? /, '');

/** '$170 million, compared to the Titan's $400 million': of the same, of somebody else. */
function isCompared(tokens: readonly Token[], from: number, start: number): boolean {
  if (!/^['’]s?$/.test(tokens[start - 1]?.text ?? '')) return false;
  for (let at = from; at < start; at++)
    if (/^(?:compared|versus|vs|against)$/.test(tokens[at]?.lower ?? '')) return true;
  return false;
}

/** 'against 9 % for adults', '7 % among men': of other people than the figure before it. */
const isOfOthers = (tokens: readonly Token[], to: number): boolean =>
  /^(?:for|among)$/.test(tokens[to]?.lower ?? '');

/** 'won 52 % of the vote and Tully 39 %', '47 per cent, Moss of 38 per cent': of somebody else. */
function isOfAnother(tokens: readonly Token[], start: number, from: number): boolean {
  const name = tokens[start - 1]?.lower === 'of' ? start - 2 : start - 1;
  if (!isProperNounAt(tokens, name)) return false;
  let at = name;
  while (at > from && isProperNounAt(tokens, at - 1)) at--;
  return /^(?:and|,|;|but)$/.test(tokens[at - 1]?.lower ?? '');
}

/** As far as a change told after its sentence may stand from what it is of. */
const LONGEST_ASIDE = 40;

/** ', a 15 % jump on last year', ', down by 4 % on May', ', a decrease of 3 %': of what was told. */
function isAside(tokens: readonly Token[], figure: Range, start: number, from: number): boolean {
  if (start - from > LONGEST_ASIDE) return false;
  const next = tokens[figure.to]?.lower ?? '';
  const isThan = COMPARING.test(next) && tokens[figure.to + 1]?.lower === 'than';
  const isChange = isThan || CHANGE_NOUNS.has(next);
  let at = start;
  if (isChange && tokens[at - 1]?.text === ',') return !saysOfWhat(tokens, figure.to + 1);
  while (at > start - 2 && /^(?:by|of|from|to)$/.test(tokens[at - 1]?.lower ?? '')) at--;
  const word = tokens[at - 1]?.lower ?? '';
  if (/^(?:up|down)$/.test(word))
    return tokens[at - 2]?.text === ',' && !saysOfWhat(tokens, figure.to);
  if (!CHANGE_NOUNS.has(word) || at === start) return false;
  while (at > start - 6 && tokens[at - 1]?.text !== ',') at--;
  return tokens[at - 1]?.text === ',' && !saysOfWhat(tokens, figure.to);
}

const COMPARING = /^(?:more|less|higher|lower|fewer|above|below)$/;

/** 'a 4 % rise in rents', 'down 4 % on the homes of last year'; 'on 2010' and 'on last year' are times. */
function saysOfWhat(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:in|of)$/.test(tokens[at]?.lower ?? '')) return false;
  const phrase = phraseFrom(tokens, at + 1, null);
  return phrase !== null && !isOfTime(tokens, phrase.from, phrase.to);
}

/** 'down 4 %', 'up by 10 % on', 'a fall of 3 % on': a change told after the level. */
function isComparison(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to + 3 && at < tokens.length; at++)
    if (/^(?:down|up|compared|versus|vs)$/.test(tokens[at]?.lower ?? '')) return at < to;
  return false;
}

/** Not before 'in damages', which is a measure of its own. */
const isListed = (tokens: readonly Token[], to: number): boolean =>
  tokens[to] === undefined ||
  tokens[to]?.kind === 'mark' ||
  /^(?:at|on|for|by|from|respectively)$/.test(tokens[to]?.lower ?? '') ||
  (tokens[to]?.lower === 'in' && !isOwnKind(tokens, to + 1));

function isOwnKind(tokens: readonly Token[], at: number): boolean {
  const phrase =
    isDeterminerAt(tokens, at) || isProperNounAt(tokens, at) ? null : phraseFrom(tokens, at, null);
  return phrase !== null && !isOfTime(tokens, phrase.from, phrase.to);
}

/** A share and a level may be of one thing, a length and a time are not. */
const mayShare = (one: string | null, other: string): boolean =>
  one === other ||
  [one, other].some((each) => each === null || /^(?:number|ratio|proportion|count)/.test(each));
