import { pluralNoun } from './plural';
import type { Figure } from './quantity';
import { findUnit } from './unit';

/** The digits of a decimal in groups of three: '4500' is '4,500'. A minus sign is a real one. */
export function groupDigits(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const [, minus, whole = '', fraction = ''] = match;
  return `${minus ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

const BEFORE: Readonly<Record<Figure['qualifier'], string>> = {
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

/** A figure as the desk read it, for people: 'about 400 yards', '3,000 to 4,000 troops'. */
export function figureInWords(figure: FigureParts): string {
  const number =
    figure.value !== null
      ? groupDigits(figure.value)
      : [figure.low, figure.high]
          .filter((end) => end !== null)
          .map(groupDigits)
          .join(' to ');
  if (!number) return figure.surface;
  const unit = unitInWords(figure);
  const gap = unit === '%' || unit === '' ? '' : ' ';
  return `${BEFORE[figure.qualifier]}${number}${gap}${unit}`;
}

/** How a highlighted figure was read: 'Read as about 400 yards: 329.184 to 402.336 m'. */
export function readingInWords(
  figure: FigureParts & Pick<Figure, 'baseLow' | 'baseHigh' | 'baseUnit'>,
): string {
  const meant = figure.qualifier === 'exact' && figure.value !== null ? ', exactly as written' : '';
  const interval = intervalInWords(figure);
  return `Read as ${figureInWords(figure)}${meant}${interval ? `: ${interval}` : ''}`;
}

function unitInWords({
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

/** '2.9 times' is a count that counts nothing else; the desk holds it as a count. */
const timesFor = (unit: string | null, name: string): string =>
  unit?.startsWith('{count}') ? name.replace(/^count\b/, 'time') : name;

/** What the words of a figure allow, in its base unit: '329.184 to 402.336 m', 'over 4,000'. */
export function intervalInWords(
  figure: Pick<Figure, 'baseLow' | 'baseHigh' | 'baseUnit'>,
): string | null {
  const { baseLow, baseHigh, baseUnit } = figure;
  const unit = baseUnit && baseUnit !== '1' ? ` ${baseUnit.replace(/[{}]/g, '')}` : '';
  if (baseLow !== null && baseHigh !== null) {
    return baseLow === baseHigh
      ? `${groupDigits(baseLow)}${unit}`
      : `${groupDigits(baseLow)} to ${groupDigits(baseHigh)}${unit}`;
  }
  if (baseLow !== null) return `${groupDigits(baseLow)}${unit} or more`;
  if (baseHigh !== null) return `${groupDigits(baseHigh)}${unit} or less`;
  return null;
}
