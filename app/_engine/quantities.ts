import { divide, multiply, negate, type Rational, rational, toDecimalText } from '#domain/decimal';
import { baseInterval, type Figure, type Qualifier, type Statistic } from '#domain/quantity';
import { findUnit } from '#domain/unit';
import { readAge, readContextUnit } from './context-units';
import { type Counted, readCounted } from './counted';
import { readMeasure } from './measures';
import { isNoFigure } from './not-figures';
import { isOne, type ReadNumber, readNumber, takeShortScale } from './numbers';
import {
  changeOf,
  type QualifierMatch,
  readDirection,
  readQualifierAfter,
  readQualifierBefore,
} from './qualifiers';
import type { ReadQuantity, Span } from './reading';
import { type Token, tokenize } from './tokens';
import {
  readCurrencyBefore,
  readDollarAfter,
  readPer,
  readUnit,
  type UnitMatch,
  unitName,
} from './units-in-text';

/** A figure before its words are put together; indexes are into the tokens of its sentence. */
type Draft = {
  readonly number: ReadNumber;
  readonly second: ReadNumber | null;
  readonly unit: UnitMatch | null;
  readonly counted: Counted | null;
  /** First and last token, currency sign and unit included, qualifier not. */
  readonly from: number;
  readonly to: number;
  readonly isNegative: boolean;
  readonly isSigned: boolean;
};

/** What is being read, with what the rest of the sentence says about it. */
export type Passage = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Words of the sentence in lower case: they settle what a pound or a degree is. */
  readonly words: ReadonlySet<string>;
};

export const toPassage = (text: string, span: Span): Passage => {
  const tokens = tokenize(text, span);
  return { text, tokens, words: new Set(tokens.map((token) => token.lower)) };
};

/** Reads the one figure in a short text that a reviewer typed, such as 'around 400 yards'. */
export function readFigure(text: string): Figure | null {
  const passage = toPassage(text, { start: 0, end: text.length });
  const [found] = readQuantities(passage, []);
  if (!found) return null;
  const { start: _start, end: _end, ...figure } = found;
  return figure;
}

/**
 * Reads the figures of one sentence.
 *
 * @param taken  spans that are dates or times of day, where no figure begins
 * @returns figures in the order of the text; `text.slice(start, end)` is each one's surface
 */
export function readQuantities(passage: Passage, taken: readonly Span[]): ReadQuantity[] {
  const { tokens } = passage;
  const quantities: ReadQuantity[] = [];
  const isCode = longRuns(tokens);
  let previous: Draft | null = null;
  let nextTaken = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    while ((taken[nextTaken]?.end ?? Number.POSITIVE_INFINITY) <= token.start) nextTaken++;
    if (isCode[at] || (taken[nextTaken]?.start ?? Number.POSITIVE_INFINITY) < token.end) {
      at++;
      continue;
    }
    const draft = readDraft(passage, at, previous);
    if (!draft) {
      const skipped = readNumber(tokens, at);
      at = skipped ? Math.max(skipped.to, at + 1) : at + 1;
      continue;
    }
    quantities.push(toQuantity(passage, draft, previous, quantities.at(-1) ?? null));
    previous = draft;
    at = Math.max(draft.to, draft.number.to, at + 1);
  }
  return quantities;
}

/** As many marks and numbers without a space between are a code, and no figures. */
const LONGEST_RUN = 24;

function longRuns(tokens: readonly Token[]): boolean[] {
  const isLong = new Array<boolean>(tokens.length).fill(false);
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !tokens[at]?.spaced) continue;
    if (at - from > LONGEST_RUN) isLong.fill(true, from, at);
    from = at;
  }
  return isLong;
}

function readDraft(passage: Passage, at: number, previous: Draft | null): Draft | null {
  const { tokens } = passage;
  const written = readNumber(tokens, at);
  if (!written) return null;
  const currency = readCurrencyBefore(tokens, written.from);
  const first = settleScale(passage, written, currency !== null);
  const range = readRangeEnd(passage, first, currency?.code ?? null);
  const second = range?.number ?? null;
  const last = second ?? first;
  const age = readAge(passage, last, first.from);
  const unit = age ?? unitOf(passage, last, currency?.code ?? range?.currency ?? null);
  if (isNoFigure(tokens, first, unit !== null || currency !== null)) return null;
  if (second && isSportScore(tokens, first, second, unit)) return null;
  const counted =
    unit && unit.code !== '{count}'
      ? null
      : readCounted(passage.text, tokens, last.to, isOne(last));
  if (first.form === 'words' && isOne(first) && !unit && !counted) return null;
  const sign = readSign(tokens, currency?.from ?? first.from, previous);
  return {
    number: first,
    second,
    unit: unit ?? (counted ? null : readContextUnit(passage, first, previous?.unit ?? null)),
    counted,
    from: sign.from,
    to: Math.max(unit?.to ?? 0, last.to),
    isNegative: sign.isNegative,
    isSigned: sign.isSigned,
  };
}

/** Whether '5m' is five million or five metres, and takes in the scale if so. */
function settleScale(passage: Passage, number: ReadNumber, isMoney: boolean): ReadNumber {
  if (number.shortScale === null) return number;
  const letter = passage.tokens[number.shortScale]?.lower;
  const scaled = takeShortScale(number, passage.tokens);
  if (isMoney) return scaled;
  if (letter !== 'm') return number;
  const next = passage.tokens[scaled.to];
  const isCounting =
    next?.kind === 'word' &&
    (readUnit(passage.tokens, scaled.to) !== null ||
      (readCounted(passage.text, passage.tokens, scaled.to, false)?.phrase.endsWith('s') ??
        false) ||
      next.lower === 'people');
  return isCounting ? scaled : number;
}

function unitOf(passage: Passage, number: ReadNumber, currency: string | null): UnitMatch | null {
  const { tokens } = passage;
  if (currency === null) {
    const unit = readUnit(tokens, number.to);
    return unit && readAmbiguity(passage, number, unit);
  }
  const after = currency === 'USD' ? readDollarAfter(tokens, number.to) : null;
  const code = after?.code ?? currency;
  return readPer(tokens, { code, name: unitName(code), to: after?.to ?? number.to });
}

/** Settles units whose name means several things. */
function readAmbiguity(passage: Passage, number: ReadNumber, unit: UnitMatch): UnitMatch | null {
  return readContextUnit(passage, number, unit);
}

const RANGE_WORDS = new Set(['to', '-', '–', '—', '‑', '−', 'through']);

type RangeEnd = { readonly number: ReadNumber; readonly currency: string | null };

/** The second end of 'between 3,000 and 4,000', '40 to 50', '5-10', 'three or four', '$1 to $2 million'. */
function readRangeEnd(
  passage: Passage,
  first: ReadNumber,
  currency: string | null,
): RangeEnd | null {
  const { tokens } = passage;
  if (first.form === 'order' || first.form === 'fold') return null;
  const unitBetween = readUnit(tokens, first.to);
  const link = unitBetween?.to ?? first.to;
  const word = tokens[link]?.lower ?? '';
  const opener = rangeOpener(tokens, first.from, currency !== null);
  const isAnd = word === 'and' && opener === 'between';
  const isOr = word === 'or' && !unitBetween && currency === null;
  if (!RANGE_WORDS.has(word) && !isAnd && !isOr) return null;
  let at = link + 1;
  if (word === 'to' && tokens[at]?.text === '-') at++;
  if (word === '-' && tokens[at]?.lower === 'to' && tokens[at + 1]?.text === '-') at += 2;
  else if (tokens[link]?.text === '-' && tokens[at]?.lower === 'to') at++;
  const second = readSecond(passage, at);
  if (!second) return null;
  const { number, sign } = second;
  if (number.form === 'order' || number.form === 'fold') return null;
  if (sign !== null && currency === null && !unitBetween) return null;
  if (
    sign === null &&
    currency !== null &&
    word !== '-' &&
    word !== '–' &&
    !(opener === 'between' && isAnd) &&
    !number.scaled &&
    !first.scaled &&
    word !== 'to'
  )
    return null;
  const unitAfter = sign === null ? readUnit(tokens, number.to) : null;
  if (unitBetween && unitAfter && unitBetween.code !== unitAfter.code) return null;
  if (unitBetween && !unitAfter && sign === null && currency === null) return null;
  if (isOr) return isApproximatePair(tokens, first, number) ? { number, currency: null } : null;
  if (word === '-' && tokens[link]?.spaced && !tokens[link + 1]?.spaced) return null;
  if (
    word === 'to' &&
    opener === null &&
    readDirection(tokens, currencyStart(tokens, first.from)) !== null &&
    !isSpanOfChange(tokens, first.from)
  )
    return null;
  return { number: sharedScale(first, number), currency: sign };
}

const currencyStart = (tokens: readonly Token[], at: number): number =>
  readCurrencyBefore(tokens, at)?.from ?? at;

/** 'fell by 1 to 1.5 degrees' is a range of falls; 'rose $3 to $5' is a rise and where it ended. */
const isSpanOfChange = (tokens: readonly Token[], from: number): boolean =>
  ['by', 'between'].includes(tokens[from - 1]?.lower ?? '');

function readSecond(
  passage: Passage,
  at: number,
): { number: ReadNumber; sign: string | null } | null {
  const { tokens } = passage;
  for (const skip of [0, 1, 2]) {
    const written = readNumber(tokens, at + skip);
    if (!written) {
      if ((tokens[at + skip]?.text.length ?? 9) > 3) return null;
      continue;
    }
    const sign = readCurrencyBefore(tokens, at + skip);
    if (skip > 0 && sign?.from !== at) return null;
    return { number: settleScale(passage, written, sign !== null), sign: sign?.code ?? null };
  }
  return null;
}

function rangeOpener(
  tokens: readonly Token[],
  from: number,
  hasSign: boolean,
): 'between' | 'from' | null {
  const start = hasSign ? currencyStart(tokens, from) : from;
  for (let at = start - 1; at >= Math.max(0, start - 2); at--) {
    const word = tokens[at]?.lower;
    if (word === 'between') return 'between';
    if (word === 'from') return 'from';
  }
  return null;
}

/** 'three or four years': neighbours; '8 or $9' are two figures. */
function isApproximatePair(tokens: readonly Token[], a: ReadNumber, b: ReadNumber): boolean {
  const step = divide(b.value, a.value.numerator === 0n ? rational(1n) : a.value);
  const isNeighbour = step.numerator > step.denominator && step.numerator <= 2n * step.denominator;
  return isNeighbour && readUnit(tokens, b.to) !== null && a.form === b.form;
}

/** '$1 to $2 million': the scale belongs to both when the first is the smaller one without it. */
function sharedScale(_first: ReadNumber, second: ReadNumber): ReadNumber {
  return second;
}

/** '2-1' after a game: two small whole numbers with a hyphen and nothing they could count. */
function isSportScore(
  tokens: readonly Token[],
  a: ReadNumber,
  b: ReadNumber,
  unit: UnitMatch | null,
): boolean {
  const mark = tokens[a.to];
  const isHyphen = mark?.text === '-' || mark?.text === '–';
  if (!isHyphen || unit) return false;
  const next = tokens[b.to];
  const counts =
    next?.kind === 'word' &&
    readCounted('', tokens, b.to, false) !== null &&
    next.lower.endsWith('s');
  return !(counts && a.value.numerator < b.value.numerator);
}

function readSign(
  tokens: readonly Token[],
  from: number,
  _previous: Draft | null,
): { from: number; isNegative: boolean; isSigned: boolean } {
  const [before, mark] = [tokens[from - 2], tokens[from - 1]];
  const here = tokens[from];
  const isMinus = mark?.text === '-' || mark?.text === '−' || mark?.text === '–';
  if (isMinus && here && !here.spaced) {
    const isWordMinus = before?.lower === 'minus' || before?.lower === 'negative';
    if (isWordMinus && !mark.spaced) return { from: from - 2, isNegative: true, isSigned: true };
    if (mark.spaced || before === undefined || before.text === '(' || before.text === '$')
      return { from: from - 1, isNegative: true, isSigned: true };
  }
  if (mark?.lower === 'minus' || mark?.lower === 'negative')
    return { from: from - 1, isNegative: true, isSigned: true };
  if (mark?.text === '+' && here && !here.spaced)
    return { from: from - 1, isNegative: false, isSigned: true };
  return { from, isNegative: false, isSigned: false };
}

function toQuantity(
  passage: Passage,
  draft: Draft,
  previous: Draft | null,
  earlier: ReadQuantity | null,
): ReadQuantity {
  const { text, tokens } = passage;
  const { number, second } = draft;
  const before = readQualifierBefore(tokens, draft.from);
  const afterAt = draft.counted ? draft.counted.to : draft.to;
  const after = before
    ? null
    : (readQualifierAfter(tokens, draft.to) ??
      (afterAt > draft.to ? readQualifierAfter(tokens, afterAt) : null));
  const words = before ?? after;
  const qualifier = qualifierOf(draft, words);
  const from = before?.from ?? draft.from;
  const to = after && after.from === draft.to ? after.to : draft.to;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const direction = directionOf(passage, draft, from, previous, earlier);
  const signed = (value: Rational) => toDecimalText(draft.isNegative ? negate(value) : value);
  const isRange = second !== null || number.order !== null;
  const { code, name } = unitParts(draft, earlier);
  const unit = code === null ? null : findUnit(code);
  const figure = {
    surface: text.slice(start, end),
    qualifier,
    value: isRange ? null : signed(number.value),
    low: second ? signed(number.value) : number.order ? toDecimalText(number.order[0]) : null,
    high: second ? signed(second.value) : number.order ? toDecimalText(number.order[1]) : null,
    lastDigit: toDecimalText(number.lastDigit),
    significantDigits: number.significantDigits,
    unit: code,
    unitName: name,
    measure: readMeasure(passage, draft, earlier?.measure ?? null),
    dimension: unit?.dimension ?? 'number',
    statistic: statisticOf(passage, draft, direction, code),
    change: changeOf(qualifier, direction),
  };
  const base = baseInterval(figure);
  return {
    ...figure,
    baseLow: base?.baseLow ?? null,
    baseHigh: base?.baseHigh ?? null,
    baseUnit: base?.baseUnit ?? null,
    start,
    end,
  };
}

function qualifierOf(draft: Draft, words: QualifierMatch | null): Qualifier {
  if (draft.number.order) return 'order';
  if (draft.second) return 'between';
  return words?.qualifier ?? 'exact';
}

function unitParts(
  draft: Draft,
  earlier: ReadQuantity | null,
): { code: string | null; name: string | null } {
  if (draft.unit) return { code: draft.unit.code, name: draft.unit.name };
  if (!draft.counted) return { code: null, name: null };
  const { head, name, from, to } = draft.counted;
  const isState = from === to;
  if (isState && earlier?.unit?.startsWith('{'))
    return { code: earlier.unit, name: earlier.unitName };
  return { code: `{${head.replace(/[{}]/g, '')}}`, name };
}

function directionOf(
  passage: Passage,
  draft: Draft,
  from: number,
  previous: Draft | null,
  earlier: ReadQuantity | null,
): 'up' | 'down' | null {
  const isPercent = draft.unit?.code === '%' || draft.unit?.code === '[pp]';
  const direction = readDirection(passage.tokens, from);
  if (direction) return direction;
  if (isPercent && draft.isSigned) return draft.isNegative ? 'down' : 'up';
  const isSecondTelling =
    previous !== null &&
    passage.tokens[from - 1]?.lower === 'or' &&
    from - previous.to <= 3 &&
    (earlier?.change === 'up' || earlier?.change === 'down');
  return isSecondTelling && isPercent ? (earlier?.change as 'up' | 'down') : null;
}

function statisticOf(
  { tokens, words }: Passage,
  draft: Draft,
  direction: 'up' | 'down' | null,
  code: string | null,
): Statistic | null {
  const before = tokens.slice(Math.max(0, draft.from - 3), draft.from).map((token) => token.lower);
  if (code === '[pp]' || code === '[bp]' || code === '{point}') return 'points';
  if (direction) return 'change';
  if (before.some((word) => word.startsWith('averag') || word === 'mean')) return 'mean';
  if (before.includes('median') || words.has('median')) return 'median';
  if (code === '%') return 'percent';
  if (code?.includes('/') && !code.startsWith('{rev}')) return 'rate';
  if (draft.number.form === 'fraction' && (code === null || code.startsWith('{'))) return 'ratio';
  if (before.includes('total') || (words.has('total') && code?.startsWith('{'))) return 'total';
  if (code?.startsWith('{')) return 'count';
  return null;
}

export type { Draft };
export const scaleBy = multiply;
