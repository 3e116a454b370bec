import type { ComparedFigure } from '../figures/figure';
import { countsWhole, wholeEnds } from '../figures/whole-counts';
import { withUnit } from '../figures/written-form';
import {
  absolute,
  divide,
  parseDecimal,
  type Rational,
  rational,
  toDecimalText,
} from '../numbers/decimal';
import { numberInWords, percentInWords, readable } from '../numbers/number-text';
import { findUnit, fromBase, NUMBER, type Unit } from '../units/unit';
import type { ComparedInterval, Comparison } from './result';

// A comparison as it stands in a table: shorter than its sentence, and the same.

/** The ends of an interval are exact up to this length: those of 4,500 t are 4,499.5 and 4,500.5. */
const EXACT_LETTERS = 14;
/** Longer ones, such as those of thirds, are rounded. */
const OWN_DIGITS = 6;
/** In another unit, its last digits say nothing. */
const CONVERTED_DIGITS = 4;

/**
 * What a figure's words allow, in the unit of another figure and as its writer puts it: '329 to 402 m'.
 *
 * @param writtenIn  the unit that the figure of the interval is written in
 * @returns an open end is 'or more', 'or less'
 */
export function intervalIn(
  { low, high }: ComparedInterval,
  figure: ComparedFigure,
  writtenIn: string | null = figure.unit,
): string {
  const isOwn = isInUnitOf(figure, writtenIn);
  const unit = findUnit(figure.unit ?? '1') ?? NUMBER;
  const end = (text: string | null) => {
    const exact = text === null ? null : parseDecimal(text);
    return exact && fromBase(exact, unit);
  };
  const own = { low: end(low), high: end(high) };
  const ends = isWholeIn(figure, writtenIn) ? wholeEnds(own) : own;
  const words = (exact: Rational) => {
    const isShort = isOwn && toDecimalText(exact).length <= EXACT_LETTERS;
    return isShort ? numberInWords(exact) : readable(exact, isOwn ? OWN_DIGITS : CONVERTED_DIGITS);
  };
  if (ends.low && ends.high) {
    const [from, to] = [words(ends.low), words(ends.high)];
    return withUnit(from === to ? from : `${from} to ${to}`, figure, unit);
  }
  if (ends.low) return `${withUnit(words(ends.low), figure, unit)} or more`;
  return ends.high ? `${withUnit(words(ends.high), figure, unit)} or less` : 'anything';
}

const isCount = (code: string | null) => code === null || code === '1' || code.startsWith('{');

const isInUnitOf = ({ unit }: ComparedFigure, writtenIn: string | null) =>
  writtenIn === unit || (isCount(writtenIn) && isCount(unit));

/** Whether an interval, written in this unit, is shown beside a figure in whole numbers: '86', and not '85.5 to 86.5'. */
export const isWholeIn = (figure: ComparedFigure, writtenIn: string | null): boolean =>
  isInUnitOf(figure, writtenIn) && countsWhole(figure);

/** '12% and 49.2 m below', '2.4% and 2 people above', '3 percentage points above'; null where there is none. */
export function differenceWords(comparison: Comparison, source: ComparedFigure): string | null {
  const { differencePercent, difference, direction, isAtLeast } = comparison;
  if (!difference || !direction) return null;
  const amount = parseDecimal(difference.value);
  const unit = findUnit(difference.unit) ?? NUMBER;
  if (!amount || amount.numerator === 0n) return null;
  const share = differencePercent === null ? null : parseDecimal(differencePercent);
  const isPercent = unit.dimension === 'proportion';
  const absolutely = isPercent
    ? pointsInWords(absolute(amount))
    : withThings(readable(absolute(amount)), source, unit);
  const parts = [
    share && !isPercent ? percentInWords(divide(share, rational(100n))) : null,
    absolutely,
  ].filter((part) => part !== null);
  return `${isAtLeast ? 'at least ' : ''}${parts.join(' and ')} ${direction}`;
}

/** '2 people', which stand without their noun beside a figure that has it. */
function withThings(number: string, source: ComparedFigure, unit: Unit): string {
  const counted = isCount(unit.code) ? findUnit(source.unit ?? '1') : null;
  if (!counted?.code.startsWith('{') || counted.code.startsWith('{count}')) {
    return withUnit(number, source, unit);
  }
  return `${number} ${number === '1' ? counted.name : counted.plural}`;
}

const pointsInWords = (amount: Rational): string => {
  const number = readable(amount);
  return `${number} percentage point${number === '1' ? '' : 's'}`;
};
