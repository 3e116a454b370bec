import type { ReadFigure } from '#domain/claims/reading';
import type { Figure, Qualifier } from '#domain/figures/figure';
import { baseInterval } from '#domain/figures/interval';
import {
  add,
  compare,
  negate,
  type Rational,
  subtract,
  toDecimalText,
} from '#domain/numbers/decimal';
import { cut } from '#domain/text';
import type { Span } from '#domain/texts/annotation';
import { findUnit } from '#domain/units/unit';
import { readBasis, readScope } from '../measures/context';
import { readMeasure } from '../measures/read-measure';
import { readCompound } from '../numbers/compound';
import { opensNumber, readNumber } from '../numbers/read-number';
import { type Passage, toPassage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readPeriod } from '../units/read-unit';
import { directionOf, isConversion, statisticOf } from './changes';
import { type Draft, readDraft } from './draft';
import { type EarlierFigure, sharedUnit } from './elided-units';
import { joinFigures, withSuspendedUnits } from './joins';
import { wholesOf } from './parts';
import {
  changeOf,
  type QualifierMatch,
  readQualifierAfter,
  readQualifierBefore,
} from './qualifiers';
import { traceFigure } from './trace-figure';

/** Reads the one figure in a short text that a reviewer typed, such as 'around 400 yards'. */
export function readOneFigure(text: string): Figure | null {
  const passage = toPassage(text, { start: 0, end: Math.min(text.length, LONGEST_TYPED) });
  const [found] = readFigures(passage, []);
  if (!found) return null;
  const { start: _start, end: _end, ...figure } = found;
  return figure;
}

const LONGEST_TYPED = 500;

/**
 * Reads the figures of one sentence.
 *
 * @param taken  spans that are dates or times of day, where no figure begins
 * @returns figures in the order of the text; `text.slice(start, end)` is each one's surface
 */
export function readFigures(passage: Passage, taken: readonly Span[]): ReadFigure[] {
  const earlier: EarlierFigure[] = [];
  const { tokens } = passage;
  const drafts = joinFigures(passage, withSuspendedUnits(tokens, readDrafts(passage, taken)));
  for (const [at, draft] of drafts.entries()) {
    const around = { previous: drafts[at - 1] ?? null, next: drafts[at + 1] ?? null };
    earlier.push({ draft, figure: toReadFigure(passage, draft, around, earlier) });
  }
  const quantities = earlier.map(({ figure }) => figure);
  const wholes = wholesOf(tokens, drafts, quantities);
  return quantities.map((figure, at) => {
    const whole = wholes[at] ?? -1;
    return whole < 0
      ? figure
      : { ...figure, partOf: sayWhole(passage, drafts[whole], quantities[whole]) };
  });
}

/** '900 people': a figure with what it counts, as written. */
function sayWhole(
  { text, tokens }: Passage,
  draft: Draft | undefined,
  figure: ReadFigure | undefined,
): string | null {
  if (!draft || !figure) return null;
  const counted = tokens[(draft.counted?.to ?? 0) - 1];
  return cut(text.slice(figure.start, Math.max(figure.end, counted?.end ?? 0)), 200);
}

/** Figures in digits of a text that is not English: what they count is left out. */
export function readPlainFigures(passage: Passage): ReadFigure[] {
  const drafts = readDrafts(passage, []).filter((draft) => draft.number.form === 'digits');
  return drafts.map((draft, at) => {
    const around = { previous: null, next: drafts[at + 1] ?? null };
    return toReadFigure(passage, { ...draft, counted: null }, around, []);
  });
}

function readDrafts(passage: Passage, taken: readonly Span[]): Draft[] {
  const { tokens } = passage;
  const isCode = longRuns(tokens);
  const drafts: Draft[] = [];
  let nextTaken = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    while ((taken[nextTaken]?.end ?? Number.POSITIVE_INFINITY) <= token.start) nextTaken++;
    if (
      !opensNumber(token) ||
      isCode[at] ||
      (taken[nextTaken]?.start ?? Number.POSITIVE_INFINITY) < token.end
    ) {
      at++;
      continue;
    }
    const draft = readInTwoUnits(passage, at) ?? readDraft(passage, at, drafts.at(-1)?.to ?? 0);
    if (draft) drafts.push(draft);
    at = Math.max(draft?.to ?? readNumber(tokens, at)?.to ?? 0, at + 1);
  }
  return drafts;
}

/** '6ft 2in', '2h30': one figure in the smaller unit. */
function readInTwoUnits({ tokens }: Passage, at: number): Draft | null {
  const amount = readCompound(tokens, at);
  if (!amount) return null;
  const { number, unit } = amount;
  const isAge =
    tokens[unit.to]?.lower === 'old' || /^(?:age|aged)$/.test(tokens[at - 1]?.lower ?? '');
  return {
    number,
    second: null,
    unit: isAge ? { ...unit, name: `${unit.name} of age` } : unit,
    counted: null,
    from: number.from,
    to: unit.to,
    isNegative: false,
    isSigned: false,
  };
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

type Around = { readonly previous: Draft | null; readonly next: Draft | null };

function toReadFigure(
  passage: Passage,
  draft: Draft,
  { previous, next }: Around,
  read: readonly EarlierFigure[],
): ReadFigure {
  const earlier = read.at(-1)?.figure ?? null;
  const { text, tokens } = passage;
  const before = readQualifierBefore(tokens, draft.from, earlier?.end ?? 0);
  const after = before ? null : qualifierAfter(tokens, draft, next?.from ?? tokens.length);
  const words = before ?? after;
  const from = before?.from ?? draft.from;
  const to = after?.from === draft.to ? after.to : draft.to;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const { code, name } = unitParts(passage, draft, read, next);
  const dimension = (code === null ? null : findUnit(code)?.dimension) ?? 'number';
  const last = previous && earlier ? { to: previous.to, change: earlier.change } : null;
  const direction = directionOf(passage, draft, from, code, dimension, last);
  const isAgain = isConversion(passage, draft, dimension, earlier, previous?.to ?? 0);
  const written = qualifierOf(draft, words);
  const qualifier = isAgain && earlier && written === 'exact' ? earlier.qualifier : written;
  const { value, low, high, lastDigit } = valuesOf(draft);
  const scope = readScope(tokens, draft.counted?.to ?? to, next?.from ?? tokens.length);
  const base = baseInterval({ qualifier, value, low, high, lastDigit, unit: code });
  const figure: ReadFigure = {
    surface: text.slice(start, end),
    qualifier,
    value,
    low,
    high,
    lastDigit,
    significantDigits: draft.number.significantDigits,
    unit: code,
    unitName: name,
    measure:
      readMeasure(passage, draft, earlier && { ...earlier, ...placeOf(previous) }) ??
      measureOfElided(draft, code, earlier, next),
    dimension,
    statistic: statisticOf(passage, draft, direction, code),
    change:
      isAgain && earlier && !direction
        ? earlier.change
        : (direction ?? words?.change ?? changeOf(qualifier)),
    baseLow: base?.baseLow ?? null,
    baseHigh: base?.baseHigh ?? null,
    baseUnit: base?.baseUnit ?? null,
    scope: scope && text.slice(tokens[scope.from]?.start, tokens[scope.to - 1]?.end),
    basis: readBasis(tokens, draft, previous?.to ?? 0),
    partOf: null,
    start,
    end,
  };
  traceFigure(passage, draft, figure, words);
  return figure;
}

const placeOf = (draft: Draft | null) => ({ from: draft?.from ?? 0, to: draft?.to ?? 0 });

/** 'sold 210 prints online and 85 in the shop': of the things that its neighbour counts. */
function measureOfElided(
  { unit, counted, number }: Draft,
  code: string | null,
  earlier: ReadFigure | null,
  next: Draft | null,
): string | null {
  if (unit || counted || number.form === 'fold' || !code?.startsWith('{')) return null;
  if (earlier?.unit === code) return earlier.measure;
  return next?.counted && code === `{${next.counted.head}}` ? next.counted.phrase : null;
}

/** 'or more' stands after the unit, or after what is counted: '600 troops or more'. */
function qualifierAfter(
  tokens: readonly Token[],
  draft: Draft,
  next: number,
): QualifierMatch | null {
  const counted = draft.counted?.to ?? draft.to;
  const found =
    readQualifierAfter(tokens, draft.to) ??
    (counted > draft.to ? readQualifierAfter(tokens, counted) : null);
  return found && found.to <= next ? found : null;
}

function qualifierOf(draft: Draft, words: QualifierMatch | null): Qualifier {
  if (draft.number.order) return 'order';
  if (draft.second) return 'between';
  return words?.qualifier ?? 'exact';
}

function valuesOf({ number, second, isNegative, tolerance }: Draft) {
  const { order } = number;
  if (tolerance) {
    const value = isNegative ? negate(number.value) : number.value;
    return {
      value: toDecimalText(value),
      low: toDecimalText(subtract(value, tolerance)),
      high: toDecimalText(add(value, tolerance)),
      lastDigit: toDecimalText(number.lastDigit),
    };
  }
  const ends = second && inOrder(number.value, second.value, isNegative);
  return {
    value: second || order ? null : signed(number.value, isNegative),
    low: ends ? signed(ends[0], isNegative) : order ? toDecimalText(order[0]) : null,
    high: ends ? signed(ends[1], isNegative) : order ? toDecimalText(order[1]) : null,
    lastDigit: toDecimalText((second ?? number).lastDigit),
  };
}

const signed = (value: Rational, isNegative: boolean): string =>
  toDecimalText(isNegative ? negate(value) : value);

/** 'minus 20 to 30 degrees' is written with its warm end first. */
const inOrder = (first: Rational, second: Rational, isNegative: boolean): [Rational, Rational] =>
  compare(first, second) > 0 !== isNegative ? [second, first] : [first, second];

/** 'A fourth of the city's budget': a share of the budget counts no cities. */
const isOwner = (tokens: readonly Token[], { counted, number }: Draft): boolean =>
  counted !== null && number.form === 'fraction' && /^['’]s?$/.test(tokens[counted.to]?.text ?? '');

type UnitParts = { readonly code: string | null; readonly name: string | null };

function unitParts(
  passage: Passage,
  draft: Draft,
  before: readonly EarlierFigure[],
  next: Draft | null,
): UnitParts {
  const earlier = before.at(-1)?.figure ?? null;
  if (draft.unit) return { code: draft.unit.code, name: draft.unit.name };
  if (draft.number.form === 'fold') return { code: '{count}', name: 'count' };
  const counted = isOwner(passage.tokens, draft) ? null : draft.counted;
  if (!counted) {
    const below = readPeriod(passage.tokens, draft.to);
    if (below?.code.startsWith('10*'))
      return { code: `1/${below.code}`, name: `per ${below.name}` };
    return sharedUnit(passage, draft, before, next);
  }
  const isState = counted.from === counted.to;
  const isOthers = counted.name === 'other';
  if ((isState || isOthers) && earlier?.unit?.startsWith('{'))
    return { code: earlier.unit, name: earlier.unitName };
  const code = `{${counted.head.replace(/[{}]/g, '')}}`;
  return counted.per
    ? { code: `${code}/${counted.per.code}`, name: `${counted.name} per ${counted.per.name}` }
    : { code, name: counted.name };
}
