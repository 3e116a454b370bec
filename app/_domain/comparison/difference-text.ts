import type { ComparedFigure } from '../figures/figure';
import { withUnit } from '../figures/written-form';
import { absolute, divide, parseDecimal, type Rational, rational } from '../numbers/decimal';
import { percentInWords, readable } from '../numbers/number-text';
import { findUnit, fromBase, NUMBER } from '../units/unit';
import type { ComparedInterval, Comparison } from './result';

// A comparison as it stands in a table: shorter than its sentence, and the same.

/** How many digits of an interval are read: the ends of 4,500 are 4,499.5 and 4,500.5. */
const OWN_DIGITS = 6;
/** In another unit, its last digits say nothing. */
const CONVERTED_DIGITS = 4;

/**
 * What a figure's words allow, in the unit of another figure and as its writer puts it: '329 to 402 m'.
 *
 * @param own  the unit that the figure of the interval is written in
 * @returns an open end is 'or more', 'or less'
 */
export function intervalIn(
  { low, high }: ComparedInterval,
  figure: ComparedFigure,
  own: string | null = figure.unit,
): string {
  const isCount = (code: string | null) => code === null || code === '1' || code.startsWith('{');
  const isOwn = own === figure.unit || (isCount(own) && isCount(figure.unit));
  const digits = isOwn ? OWN_DIGITS : CONVERTED_DIGITS;
  const unit = findUnit(figure.unit ?? '1') ?? NUMBER;
  const words = (text: string) => {
    const exact = parseDecimal(text);
    return exact ? readable(fromBase(exact, unit), digits) : text;
  };
  if (low !== null && high !== null) {
    const ends = low === high ? words(low) : `${words(low)} to ${words(high)}`;
    return withUnit(ends, figure, unit);
  }
  if (low !== null) return `${withUnit(words(low), figure, unit)} or more`;
  return high === null ? 'anything' : `${withUnit(words(high), figure, unit)} or less`;
}

/** '12% and 49.2 m below', 'at least 20% and 1 km below', '3 percentage points above'; null where there is none. */
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
    : withUnit(readable(absolute(amount)), source, unit);
  const parts = [
    share && !isPercent ? percentInWords(divide(share, rational(100n))) : null,
    absolutely,
  ].filter((part) => part !== null);
  return `${isAtLeast ? 'at least ' : ''}${parts.join(' and ')} ${direction}`;
}

const pointsInWords = (amount: Rational): string => {
  const number = readable(amount);
  return `${number} percentage point${number === '1' ? '' : 's'}`;
};
