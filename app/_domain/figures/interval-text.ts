import { parseDecimal, toDecimalText } from '../numbers/decimal';
import { groupDigits, toSignificant } from '../numbers/number-text';
import { findUnit, toBase, type Unit } from '../units/unit';
import type { Figure } from './figure';
import {
  digitsInWords,
  type FigureParts,
  figureInWords,
  hasFiniteText,
  unitInWords,
} from './figure-text';
import { allowedInterval, type IntervalParts } from './interval';
import { countsWhole, wholeEnds } from './whole-counts';

/** The parts of a figure that say what its words allow. */
export type FigureInterval = IntervalParts &
  Pick<Figure, 'unitName' | 'baseLow' | 'baseHigh' | 'baseUnit'> &
  Partial<Pick<Figure, 'surface' | 'statistic'>>;

/** How a highlighted figure was read: 'Read as about 400 yards: 329.184 to 402.336 m'. */
export function readingInWords(figure: FigureParts & FigureInterval): string {
  const meant = figure.qualifier === 'exact' && figure.value !== null ? ', exactly as written' : '';
  const whole = wholeOf(figure);
  const isOneNumber = meant !== '' && whole !== null && whole.low === whole.high;
  const interval = isOneNumber ? null : intervalInWords(figure);
  return `Read as ${figureInWords(figure)}${meant}${interval ? `: ${interval}` : ''}`;
}

/**
 * What the words of a figure allow: '329.184 to 402.336 m', '4,000 or more'.
 *
 * In the base unit where that is a unit to read and its ends are short. Otherwise in the figure's
 * own: nobody thinks of ages in seconds, of warmth in kelvins or of steps a day in steps a second.
 * Only where neither has exact ends is it rounded, and says so; data and CSV keep every digit.
 */
export function intervalInWords(figure: FigureInterval): string | null {
  const { baseLow, baseHigh, baseUnit } = figure;
  if (baseUnit === null) return null;
  const base = wholeOf(figure) ?? { low: baseLow, high: baseHigh };
  const unit = findUnit(figure.unit ?? '1');
  const isReadable = unit !== null && !UNREAD.test(unit.dimension);
  if (isReadable && isShort(baseLow) && isShort(baseHigh))
    return endsInWords(base, baseUnitInWords(baseUnit), figure);
  const own = unit && intervalInOwnUnit(figure, unit);
  if (own) return endsInWords(wholeOf(figure) ?? own, ownUnitInWords(figure), figure);
  return endsInWords(base, baseUnitInWords(baseUnit), figure);
}

/** The ends of a count that can only be a whole number; null for any other figure. */
function wholeOf(figure: FigureInterval): Ends | null {
  if (!countsWhole(figure)) return null;
  const end = (text: string | null) => (text === null ? null : parseDecimal(text));
  const { low, high } = wholeEnds({ low: end(figure.baseLow), high: end(figure.baseHigh) });
  return { low: low && toDecimalText(low), high: high && toDecimalText(high) };
}

/** Dimensions whose base unit is not how people say them: time, temperature, anything a second. */
const UNREAD = /^(?:time|temperature)$| per /;

/** Ends of more digits than this are hard to read, zeros of '4,500,000,000 m2' included. */
const SHORT = 8;

const isShort = (end: string | null): boolean =>
  end === null || end.replace(/^-?[0.]*|\D/g, '').length <= SHORT;

type Ends = { readonly low: string | null; readonly high: string | null };

/**
 * The interval in the unit that the figure is written in; null if its ends have no finite decimals
 * or differ from the stored ones.
 */
function intervalInOwnUnit(figure: FigureInterval, unit: Unit): Ends | null {
  const interval = allowedInterval(figure, unit);
  const ends = [
    [interval?.low ?? null, figure.baseLow],
    [interval?.high ?? null, figure.baseHigh],
  ] as const;
  const isUnchanged = ends.every(
    ([end, stored]) => (end === null ? null : toDecimalText(toBase(end, unit))) === stored,
  );
  const [low = null, high = null] = ends.map(([end]) => end && toDecimalText(end));
  return isUnchanged && hasFiniteText(low) && hasFiniteText(high) ? { low, high } : null;
}

/** An end to read; one that no decimal gives is 'about 0.3333'. */
function endInWords(end: string, figure: FigureInterval): string {
  const value = hasFiniteText(end) ? null : parseDecimal(end);
  return value
    ? `about ${groupDigits(toDecimalText(toSignificant(value, 4)))}`
    : digitsInWords(end, figure);
}

/** For counted things "Read as" has named them already: '540 to 660' troops. */
const ownUnitInWords = ({ unit, unitName }: FigureInterval): string => {
  const isCount = unit === null || (unit.startsWith('{') && !unit.includes('/'));
  return isCount ? '' : unitInWords({ unit, unitName, value: null });
};

/** Codes of our own are in brackets and say little. */
const baseUnitInWords = (baseUnit: string): string => {
  if (baseUnit === '1') return '';
  if (baseUnit.startsWith('1/')) return `per ${findUnit(baseUnit.slice(2))?.name}`;
  return /[[{]/.test(baseUnit) ? (findUnit(baseUnit)?.plural ?? baseUnit) : baseUnit;
};

function endsInWords(ends: Ends, unit: string, figure: FigureInterval): string | null {
  const after = unit === '' || unit === '%' ? unit : ` ${unit}`;
  const [low, high] = [ends.low, ends.high].map((end) => end && endInWords(end, figure));
  if (low && high) return low === high ? `${low}${after}` : `${low} to ${high}${after}`;
  if (low) return `${low}${after} or more`;
  return high ? `${high}${after} or less` : null;
}
