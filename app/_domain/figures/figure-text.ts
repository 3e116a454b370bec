import { parseDecimal, ROUNDED_DIGITS, toDecimalText } from '../numbers/decimal';
import { groupDigits, numberInWords } from '../numbers/number-text';
import { pluralNoun } from '../numbers/plural';
import { findUnit, NUMBER } from '../units/unit';
import type { Figure } from './figure';
import { allowedInterval } from './interval';

/** The words before a figure that say how sure it is. */
export const QUALIFIER_PREFIXES: Readonly<Record<Figure['qualifier'], string>> = {
  exact: '',
  about: 'about ',
  nearly: 'nearly ',
  justOver: 'just over ',
  over: 'over ',
  atLeast: 'at least ',
  under: 'under ',
  atMost: 'at most ',
  upTo: 'up to ',
  between: '',
  order: '',
};

/** The parts of a figure that say what it is, without what its words allow. */
export type FigureParts = Pick<
  Figure,
  'surface' | 'qualifier' | 'value' | 'low' | 'high' | 'unit' | 'unitName'
>;

/**
 * A figure as the desk read it, for people: 'about 400 yards', '3,000 to 4,000 troops'. Hundreds
 * are what they are taken for, 200 to 999; a third has no decimal to show and stays 'a third'.
 */
export function figureInWords(figure: FigureParts): string {
  const number =
    figure.value !== null ? digitsInWords(figure.value, figure) : endsOf(figure).join(' to ');
  if (!number || !hasFiniteText(figure.value)) return figure.surface;
  const unit = unitInWords(figure);
  const gap = unit === '%' || unit === '' ? '' : ' ';
  return `${QUALIFIER_PREFIXES[figure.qualifier]}${number}${gap}${unit}`;
}

const SCALE = /\b(?:million|billion|trillion)s?\b|\d\s?(?:mn?|bn|tn)\b/i;

/** Decimal text to read, with the scale word of the figure: '6.34 billion', but '6,340,000' as written. */
export function digitsInWords(
  decimal: string,
  { surface, unit }: Partial<Pick<Figure, 'surface' | 'unit'>>,
): string {
  const value = parseDecimal(decimal);
  // '5m' of a length is five metres.
  const hasScale = surface !== undefined && SCALE.test(surface) && unit !== 'm';
  return value && hasScale ? numberInWords(value) : groupDigits(decimal);
}

function endsOf({ unitName: _unitName, ...figure }: FigureParts): string[] {
  const unit = findUnit(figure.unit ?? '1') ?? NUMBER;
  const interval =
    figure.qualifier === 'order' ? allowedInterval({ ...figure, lastDigit: null }, unit) : null;
  const ends = interval
    ? [interval.low, interval.high].map((end) => end && toDecimalText(end))
    : [figure.low, figure.high];
  return ends.filter((end) => end !== null).map((end) => digitsInWords(end, figure));
}

/** Whether text holds every digit: a fraction without a finite decimal is cut after so many. */
export const hasFiniteText = (decimal: string | null): boolean =>
  (decimal?.split('.')[1]?.length ?? 0) < ROUNDED_DIGITS;

/** A figure's unit in the number that its value asks for: 'steps per day'. */
export function unitInWords({
  unit,
  unitName,
  value,
}: Pick<Figure, 'unit' | 'unitName' | 'value'>): string {
  if (unit === '%') return '%';
  const known = unit && !unit.startsWith('{') ? findUnit(unit) : null;
  const counted = unit && !known ? (findUnit(unit)?.name ?? unit.replace(/[{}]/g, '')) : '';
  const name = timesFor(unit, unitName ?? known?.name ?? counted);
  if (value === '1' || name === '') return name;
  return known?.name.toLowerCase() === name.toLowerCase() ? known.plural : pluralNoun(name);
}

/** '2.9 times' is a count of nothing else; it is stored as a count. */
const timesFor = (unit: string | null, name: string): string =>
  unit?.startsWith('{count}') ? name.replace(/^count\b/, 'time') : name;
