import { hedgedFrom } from '../phrases/governor';
import { hasVerb, isOfTime, phraseBefore, phraseFrom, sayPhrase, sayThe } from '../phrases/phrases';
import { isDeterminerAt, isProperNounAt, isVerbToken } from '../phrases/word-class';
import type { Passage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import { CHANGE_NOUNS } from './measure-words';

/** The figure before another one in a sentence, as far as the other may take its measure from it. */
export type Earlier = {
  /** Its first token, and the token after it. */
  readonly from: number;
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
  { text, tokens }: Passage,
  figure: Range,
  dimension: string | null,
  earlier: Earlier | null,
): string | null {
  if (!earlier?.measure || dimension === null) return null;
  const start = hedgedFrom(tokens, figure.from);
  if (isShareOfAsked(tokens, figure, dimension, earlier)) return `share of ${earlier.measure}`;
  if (isShareOfThem(tokens, figure.to, dimension) && earlier.unit?.startsWith('{'))
    return `share of ${earlier.measure}`;
  // '54 % of voters back Reed, against 41 % for Moss': of the same voters.
  const isForSomebody = isOfOthers(tokens, figure.to) && isProperNounAt(tokens, figure.to + 1);
  if (isForSomebody && dimension === earlier.dimension && earlier.measure.startsWith('share of '))
    return earlier.measure;
  if (isOfOthers(tokens, figure.to) || hasOwnNoun(tokens, start)) return null;
  if (isAside(tokens, figure, start, earlier.to) && !isBeside(tokens, earlier)) {
    const noun = tokens[figure.to]?.lower ?? '';
    return CHANGE_NOUNS.has(noun) ? `${noun} in ${earlier.measure}` : earlier.measure;
  }
  if (isComparedAside(tokens, start, earlier.to) && mayShare(earlier.dimension, dimension))
    return earlier.measure;
  if (start - earlier.to > REACH || hasVerb(tokens, earlier.to, start)) return null;
  const isAlike =
    dimension === earlier.dimension ||
    (dimension === 'number' && earlier.measure.startsWith(SHARE_OF_SOMEBODY)) ||
    (dimension.startsWith('money') && earlier.dimension?.startsWith('money') === true);
  const gapped = isAlike ? ofGapped(text, tokens, start, earlier) : null;
  if (gapped) return gapped;
  if (dimension === earlier.dimension && isCompared(tokens, earlier.to, start))
    return withoutOwner(earlier.measure);
  const begin = beforeLevel(tokens, start);
  const link = tokens[begin - 1]?.lower ?? '';
  const next = tokens[figure.to];
  if (link === '(' && start - earlier.to <= 2 && next?.lower !== 'of') return earlier.measure;
  // 'a change of 4 %, or $3m': what rose is what the change is of.
  const isChange =
    /^(?:to|from|against|or)$/.test(link) ||
    (/^(?:with|to)$/.test(link) && tokens[begin - 2]?.lower === 'compared') ||
    isComparison(tokens, earlier.to, start);
  const isDone = next === undefined || next.kind === 'mark' || !/^of$/.test(next.lower);
  if (isChange && isDone && mayShare(earlier.dimension, dimension)) return earlier.measure;
  if (
    /^(?:and|but|,)$/.test(link) &&
    isDone &&
    dimension === earlier.dimension &&
    isListed(tokens, figure.to)
  )
    return withOwnEnd(text, tokens, figure.to, earlier.measure);
  if (dimension === earlier.dimension && isDone && isOfAnother(tokens, start, earlier.to))
    return earlier.measure;
  return null;
}

/**
 * 'Wheat fell 2 per cent, maize by 3 per cent', 'the flat sold for $1m and the barn for $310,000': one
 * verb for both, and a subject of its own.
 */
function ofGapped(
  text: string,
  tokens: readonly Token[],
  start: number,
  { to, measure }: Earlier,
): string | null {
  const end = GAP_LINKS.test(tokens[start - 1]?.lower ?? '') ? start - 1 : start;
  const found = phraseBefore(tokens, end, /^of$/);
  if (!found || !measure) return null;
  const isShare = measure.startsWith(SHARE_OF_SOMEBODY);
  if (!isShare && NOT_OF_A_THING.test(measure)) return null;
  const phrase = { ...found, from: afterAnd(tokens, Math.max(found.from, to), end) };
  if (isOfTime(tokens, phrase.from, phrase.to)) return null;
  if (isProperNounAt(tokens, phrase.head) && !isShare) return null;
  if (/ing$/.test(tokens[phrase.head]?.lower ?? '')) return null;
  let opening = phrase.from;
  while (isDeterminerAt(tokens, opening - 1)) opening--;
  if (opening - 1 < to || !/^(?:and|,|;|while|but)$/.test(tokens[opening - 1]?.lower ?? ''))
    return null;
  if (isShare) return `${SHARE_OF_SOMEBODY}${sayThe(text, tokens, phrase)}`;
  const what = /^([\p{L} -]+?) of /u.exec(measure)?.[1];
  return what && GAPPED_OF.test(what)
    ? `${what} of ${sayThe(text, tokens, phrase)}`
    : sayPhrase(text, tokens, phrase);
}

/** Of 'in May and wages' the wages: what stands before 'and' belongs to the figure before. */
function afterAnd(tokens: readonly Token[], from: number, end: number): number {
  for (let at = end - 2; at >= from; at--) if (tokens[at]?.lower === 'and') return at + 1;
  return from;
}

const SHARE_OF_SOMEBODY = 'share held by ';
const GAP_LINKS = /^(?:by|for|at|to|of|on)$/;
const NOT_OF_A_THING = /^(?:share|amount|spending|investment|time|sentence|age)\b/;
const GAPPED_OF =
  /^(?:price|cost|value|earnings|weight|length|width|height|depth|size|area|volume|duration|power|speed|number)$/;

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

/** '240 homes, 30 per cent of them affordable'. */
const isShareOfThem = (tokens: readonly Token[], to: number, dimension: string): boolean =>
  dimension === 'proportion' &&
  tokens[to]?.lower === 'of' &&
  /^(?:them|whom|those|these|which)$/.test(tokens[to + 1]?.lower ?? '');

/** 'compared with a profit of £14m': a profit, though a loss was told before; 'a high of £14m' is of the same. */
function hasOwnNoun(tokens: readonly Token[], start: number): boolean {
  const noun = tokens[start - 2]?.lower ?? '';
  const names = tokens[start - 1]?.lower === 'of' && isDeterminerAt(tokens, start - 3);
  return names && (noun === 'loss' || !(CHANGE_NOUNS.has(noun) || LEVELS.has(noun)));
}

/** 'compared with an average of 78 %', 'to between £85m and £95m': where the words of the level begin. */
function beforeLevel(tokens: readonly Token[], start: number): number {
  if (tokens[start - 1]?.lower === 'between') return start - 1;
  if (tokens[start - 1]?.lower !== 'of' || !LEVELS.has(tokens[start - 2]?.lower ?? ''))
    return start;
  return isDeterminerAt(tokens, start - 3) ? start - 3 : start - 2;
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

/** 'sold 4,000 vans in 12 countries, up 6 %': the countries are where, and not what rose. */
const isBeside = (tokens: readonly Token[], { from, unit }: Earlier): boolean =>
  unit?.startsWith('{') === true &&
  /^(?:in|across|over|with|from)$/.test(tokens[hedgedFrom(tokens, from) - 1]?.lower ?? '');

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
  // 'up' and 'down' right before a figure are among its hedges.
  if (at < figure.from && /^(?:up|down)$/.test(tokens[at]?.lower ?? '')) at++;
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

/** 'Half of those asked trusted the police, compared with 62 % in 2016': over all that was told of the first. */
const isComparedAside = (tokens: readonly Token[], start: number, from: number): boolean =>
  start - from <= LONGEST_ASIDE &&
  tokens[start - 1]?.lower === 'with' &&
  tokens[start - 2]?.lower === 'compared' &&
  tokens[start - 3]?.text === ',';

/** 'down 4 %', 'up by 10 % on', 'a fall of 3 % on': a change told after the level. */
function isComparison(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to + 3 && at < tokens.length; at++)
    if (/^(?:down|up|compared|versus|vs)$/.test(tokens[at]?.lower ?? '')) return at < to;
  return false;
}

/** 'spent $3m on flights and $2m on hotels': of the first, what the second is for in its place. */
function withOwnEnd(text: string, tokens: readonly Token[], to: number, measure: string): string {
  const link = tokens[to]?.lower ?? '';
  const tail = /^(?:on|for|to|in)$/.test(link) ? measure.lastIndexOf(` ${link} `) : -1;
  const own = tail < 0 ? null : phraseFrom(tokens, to + 1);
  return own && !isOfTime(tokens, own.from, own.head + 1)
    ? `${measure.slice(0, tail)} ${link} ${sayThe(text, tokens, own)}`
    : measure;
}

/** Not before 'in damages', which is a measure of its own. */
const isListed = (tokens: readonly Token[], to: number): boolean =>
  tokens[to] === undefined ||
  tokens[to]?.kind === 'mark' ||
  /^(?:at|on|for|to|by|from|respectively)$/.test(tokens[to]?.lower ?? '') ||
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
