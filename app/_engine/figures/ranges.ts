import { compare, divide, multiply, rational } from '#domain/numbers/decimal';
import { FALLS, RISES } from '../english/change-words';
import { OFTEN_COUNTED } from '../english/counts';
import { readCounted } from '../measures/counted-noun';
import { SCALES, SHORT_SCALES } from '../numbers/lexicon';
import { type ReadNumber, readNumber, takeShortScale } from '../numbers/read-number';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readCurrencyBefore, readUnit, type UnitMatch } from '../units/read-unit';
import { readDirection } from './qualifiers';

/** The second number of a range, and the currency sign before it if it has one of its own. */
export type RangeEnd = { readonly number: ReadNumber; readonly currency: string | null };

/** The change of a pair that is an old and a new value, and not a range. */
export type PairChange = 'rise' | 'fall' | 'other';

const MINUS = /^[-−–]$/;
const LINKS = new Set(['to', '-', '–', '—', '‑', '−', 'through']);

/** Whether '5m' is five million or five metres, and takes in the scale if so. */
export function settleScale(passage: Passage, number: ReadNumber, isMoney: boolean): ReadNumber {
  if (number.shortScale === null) return number;
  const letter = passage.tokens[number.shortScale]?.lower;
  const scaled = takeShortScale(number, passage.tokens);
  if (isMoney) return scaled;
  const isApart = passage.tokens[number.shortScale]?.spaced ?? false;
  if (letter !== 'm' && !(letter === 'b' && isApart)) return number;
  if (letter === 'm' && isLevelOfMany(passage.tokens, number)) return scaled;
  const next = passage.tokens[scaled.to];
  if (next?.kind !== 'word' || next.lower === 'of') return number;
  const isCounting = readUnit(passage.tokens, scaled.to) !== null || countsMany(passage, scaled.to);
  return isCounting ? scaled : number;
}

/** How far before a level those who are counted are looked for. In tokens. */
const MANY_REACH = 16;

/** 'Visitors rose to 4m', '1.2m passengers, up from 1.1m': millions of them, and no metres. */
function isLevelOfMany(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (
    !/^(?:to|from|with|by|than|at|reached|hit|topped|exceeded|against)$/.test(
      tokens[from - 1]?.lower ?? '',
    )
  )
    return false;
  if (/^(?:long|wide|deep|high|tall|away|below|above|apart)$/.test(tokens[to + 1]?.lower ?? ''))
    return false;
  for (let at = from - 2; at >= Math.max(0, from - MANY_REACH); at--) {
    const { lower, text } = tokens[at] as Token;
    if (/^[;:.]$/.test(text)) return false;
    if (OFTEN_COUNTED.has(lower)) return true;
  }
  return false;
}

const countsMany = (passage: Passage, at: number): boolean => {
  const counted = readCounted(passage.text, passage.tokens, at, false);
  return counted !== null && (counted.phrase.endsWith('s') || counted.head === 'people');
};

/**
 * The second end of 'between 3,000 and 4,000', '40 to 50', '5-10', 'three or four', '$1 to $2
 * million'; null when `first` stands alone. 'From 5.9 to 5.1 per cent' has one too: see changeOfPair.
 *
 * @param currency  the sign before the first number, if any
 */
export function readRangeEnd(
  passage: Passage,
  first: ReadNumber,
  currency: string | null,
): RangeEnd | null {
  if (first.form === 'order' || first.form === 'fold') return null;
  const { tokens } = passage;
  const unitBetween = readUnit(tokens, first.to);
  const link = unitBetween?.to ?? first.to;
  const word = tokens[link]?.lower ?? '';
  const start = readCurrencyBefore(tokens, first.from)?.from ?? first.from;
  const opener = rangeOpener(tokens, start);
  const isAnd = word === 'and' && opener === 'between';
  // 'for 2, 3 or 4 days' lists three.
  const isListed = tokens[start - 1]?.text === ',' && tokens[start - 2]?.kind === 'number';
  const isOr = word === 'or' && !unitBetween && currency === null && !isListed;
  if (!LINKS.has(word) && !isAnd && !isOr) return null;
  // 'moved $3.4m through 12 companies' is no range; 'pages 12 through 15' is one.
  if (word === 'through' && (currency !== null || first.scaled)) return null;
  if (word === '-' && tokens[link]?.spaced && !tokens[link + 1]?.spaced) return null;
  const isCold = MINUS.test(tokens[start - 1]?.text ?? '') && !tokens[start]?.spaced;
  const at = afterLink(tokens, link);
  const isMinus = isCold && MINUS.test(tokens[at]?.text ?? '') && !tokens[at + 1]?.spaced;
  const second = readSecond(passage, isMinus ? at + 1 : at, currency !== null);
  if (!second) return null;
  if (isOr) {
    const scaled = withSharedScale(tokens, first, second.number);
    return isApproximatePair(passage, scaled, second.number) ? second : null;
  }
  if (!sharesUnit(tokens, second, unitBetween, currency)) return null;
  if (word === 'to' && opener === null) {
    const low = withSharedScale(tokens, first, second.number);
    if (changeByVerb(tokens, start, low, second.number)) return null;
  }
  return second;
}

/**
 * The 40 of '40 to 55 million' is in millions too; the 300,000 of '300,000 to 1 million' is not.
 *
 * @param isFall  whether the first is known to be the larger: 'fell from 5.9 to 5.1 million'
 */
export function withSharedScale(
  tokens: readonly Token[],
  first: ReadNumber,
  second: ReadNumber,
  isFall = false,
): ReadNumber {
  let factor = 1n;
  for (let at = second.to - 1; at > second.from; at--) {
    const word = tokens[at]?.lower ?? '';
    const scale = SCALES.get(word) ?? SHORT_SCALES.get(word);
    if (!scale) break;
    factor *= scale;
  }
  const shared = rational(factor);
  const mayFall = isFall || /^[-–]$/.test(tokens[first.to]?.text ?? '');
  const isShared =
    factor > 1n &&
    !first.scaled &&
    (compare(first.value, divide(second.value, shared)) < 0 ||
      (mayFall && compare(first.value, rational(1000n)) < 0));
  if (!isShared) return first;
  return {
    ...first,
    value: multiply(first.value, shared),
    lastDigit: multiply(first.lastDigit, shared),
    scaled: true,
  };
}

/** '200,000 to-260,000', '5-to-10': hyphens around the link are passed over. */
function afterLink(tokens: readonly Token[], link: number): number {
  const [mark, next, after] = [tokens[link]?.text, tokens[link + 1], tokens[link + 2]?.text];
  if (mark === 'to' && next?.text === '-') return link + 2;
  if (mark === '-' && next?.lower === 'to') return after === '-' ? link + 3 : link + 2;
  return link + 1;
}

function readSecond(passage: Passage, at: number, isMoney: boolean): RangeEnd | null {
  const { tokens } = passage;
  for (const skip of [0, 1, 2]) {
    const written = readNumber(tokens, at + skip);
    if (!written) {
      if ((tokens[at + skip]?.text.length ?? 9) > 3) return null;
      continue;
    }
    const sign = readCurrencyBefore(tokens, at + skip);
    if (skip > 0 && sign?.from !== at) return null;
    const number = settleScale(passage, written, isMoney || sign !== null);
    if (number.form === 'order' || number.form === 'fold') return null;
    return { number: upperEnd(passage, number, isMoney), currency: sign?.code ?? null };
  }
  return null;
}

/** 'from 6.2 to 8-9 billion': the new value is a range, whose last end has scale and unit of all three. */
function upperEnd(passage: Passage, number: ReadNumber, isMoney: boolean): ReadNumber {
  const { tokens } = passage;
  const isDash = /^[-–]$/.test(tokens[number.to]?.text ?? '') && !tokens[number.to]?.spaced;
  const isAfterTo = tokens[number.from - 1]?.lower === 'to';
  const written = isDash && isAfterTo ? readNumber(tokens, number.to + 1) : null;
  if (!written || tokens[number.to + 1]?.spaced) return number;
  const upper = settleScale(passage, written, isMoney);
  return upper.form === number.form && compare(upper.value, number.value) > 0
    ? { ...upper, from: number.from }
    : number;
}

/** Both ends are in one unit: 'a 5 % penalty to $52' is no range. */
function sharesUnit(
  tokens: readonly Token[],
  { number, currency: sign }: RangeEnd,
  unitBetween: UnitMatch | null,
  currency: string | null,
): boolean {
  if (sign !== null) return currency !== null || unitBetween !== null;
  const unitAfter = readUnit(tokens, number.to);
  if (unitBetween) return unitAfter?.code === unitBetween.code;
  return true;
}

function rangeOpener(tokens: readonly Token[], start: number): 'between' | 'from' | null {
  const isOfAges = tokens[start - 1]?.lower === 'of' && tokens[start - 2]?.lower === 'ages';
  for (let at = start - 1; at >= Math.max(0, start - (isOfAges ? 4 : 2)); at--) {
    const word = tokens[at]?.lower;
    if (word === 'between' || word === 'from') return word;
  }
  return null;
}

/** Ends further apart than so many times are no estimate of one rise. */
const WIDEST = rational(3n);

/**
 * 'rose $3 to $5' and 'rose by $2 to $84' give the new value; 'fell by 1 to 1.5 degrees' is a
 * range.
 */
function changeByVerb(
  tokens: readonly Token[],
  start: number,
  low: ReadNumber,
  high: ReadNumber,
): boolean {
  if (readDirection(tokens, start) === null) return false;
  const isFar = compare(high.value, multiply(low.value, WIDEST)) > 0;
  return tokens[start - 1]?.lower !== 'by' || isFar || compare(high.value, low.value) < 0;
}

/**
 * The change in 'fell from 5.9 to 5.1 per cent': an old and a new value, and nothing between the
 * two.
 *
 * Null if the pair is a range, which is written low end first: '50 to 30 km/h' is a change after
 * any words. 'Down from the 89 to 93 million of last year' is a fall from a range.
 */
export function changeOfPair(
  tokens: readonly Token[],
  first: ReadNumber,
  second: ReadNumber,
): PairChange | null {
  const start = readCurrencyBefore(tokens, first.from)?.from ?? first.from;
  const isLinkedByTo = tokens.slice(first.to, second.from).some(({ lower }) => lower === 'to');
  if (!isLinkedByTo && isFallOfScales(tokens, first, second)) return 'other';
  if (isLinkedByTo && isOldRange(tokens, second)) return null;
  const isNegative = /^(?:[-−–]|minus|negative)$/.test(tokens[start - 1]?.lower ?? '');
  if (!isLinkedByTo || isNegative) return null;
  const changeBefore = rangeOpener(tokens, start) === 'from' ? changeFrom(tokens, start) : null;
  const old = withSharedScale(tokens, first, second, changeBefore === 'fall');
  const isFalling = compare(old.value, second.value) > 0;
  if (changeBefore === 'fall') return isFalling ? changeBefore : null;
  return changeBefore ?? (isFalling ? 'other' : null);
}

/** '9-7 lakh rupees': two sums, the larger first, with one scale. */
const isFallOfScales = (tokens: readonly Token[], first: ReadNumber, second: ReadNumber): boolean =>
  second.scaled &&
  !first.scaled &&
  compare(withSharedScale(tokens, first, second).value, second.value) > 0;

/** 'from 8 to 9 per cent to 11 to 12 per cent': what stands before the second "to" is a range. */
function isOldRange(tokens: readonly Token[], second: ReadNumber): boolean {
  const to = readUnit(tokens, second.to)?.to ?? second.to;
  if (tokens[to]?.lower !== 'to') return false;
  const start = readCurrencyBefore(tokens, to + 2) ? to + 2 : to + 1;
  const low = readNumber(tokens, start);
  if (!low) return false;
  const link = tokens[readUnit(tokens, low.to)?.to ?? low.to];
  const isRange = link?.lower === 'to' || (/^[-–]$/.test(link?.text ?? '') && !link?.spaced);
  return isRange && compare(low.value, second.value) !== 0;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words of change that mean neither a rise nor a fall, or give it by its size. */
const CHANGES = words(`
  go goes went gone going change changes changed changing move moves moved moving turn turns turned turning shift shifts
  shifted shifting swing swings swung switch switched alter altered amend amended revise revised revises extend extends
  extended extending double doubled doubles doubling triple tripled triples tripling treble trebled trebles trebling
  quadruple quadrupled quintuple quintupled halve halved halves halving
`);

/** Words after which 'from … to …' is a range, even if a change is stated before them. */
const RANGING = words(`
  range ranges ranged ranging run runs ran running vary varies varied varying span spans spanned spanning anything anywhere
  between
`);

/** 'lost from 3 to 5 kg': what is lost or added is the figure itself. */
const TAKES_AMOUNT = words(`
  lose loses lost losing shed sheds shedding add adds added adding
`);

/** How far before 'from' the change may stand: 'cut the speed limit in the old town from 50'. */
const CHANGE_REACH = 8;

/** The change before the 'from' of a pair, in the same clause; null when there is none. */
function changeFrom(tokens: readonly Token[], start: number): PairChange | null {
  const from = tokens[start - 1]?.lower === 'from' ? start - 1 : start - 2;
  const before = tokens[from - 1]?.lower ?? '';
  if (before === 'of' || before === 'by' || TAKES_AMOUNT.has(before)) return null;
  for (let at = from - 1; at >= Math.max(0, from - CHANGE_REACH); at--) {
    const word = tokens[at]?.lower ?? '';
    // 'tripled in a month, from 120 to 367'
    if (at === from - 1 && word === ',') continue;
    if (/^[,;:.!?()]$/.test(word) || RANGING.has(word)) return null;
    // '5 %, up from 3 to 4 %' compares with a range.
    const isBare = at === from - 1 && (word === 'up' || word === 'down');
    if (isBare && tokens[at - 1]?.kind === 'mark') return null;
    if (RISES.has(word)) return 'rise';
    if (FALLS.has(word)) return 'fall';
    if (CHANGES.has(word)) return 'other';
  }
  return null;
}

/** 'three or four years': neighbours; '8 or $9' are two figures. */
function isApproximatePair(passage: Passage, a: ReadNumber, b: ReadNumber): boolean {
  if (a.value.numerator <= 0n || a.form !== b.form) return false;
  const { numerator, denominator } = divide(b.value, a.value);
  return (
    numerator > denominator &&
    numerator <= 2n * denominator &&
    (readUnit(passage.tokens, b.to) !== null || countsMany(passage, b.to))
  );
}

/** '2-1' after a game: a hyphen between two numbers, and nothing they could count up to. */
export function isSportScore(
  passage: Passage,
  a: ReadNumber,
  b: ReadNumber,
  unit: UnitMatch | null,
): boolean {
  const mark = passage.tokens[a.to]?.text;
  if ((mark !== '-' && mark !== '–') || unit) return false;
  // Nobody scores half a goal.
  if (a.value.denominator !== 1n || b.value.denominator !== 1n) return false;
  const rises = divide(b.value, a.value.numerator === 0n ? rational(1n) : a.value);
  return !(countsMany(passage, b.to) && rises.numerator > rises.denominator);
}
