import { parseDecimal } from '../numbers/decimal';
import { groupDigits, readable } from '../numbers/number-text';
import { pluralNoun } from '../numbers/plural';
import { findUnit, type Unit } from '../units/unit';
import type { ComparedFigure, Figure } from './figure';
import { wayOfChange } from './way';

/** What an article or a source wrote, as it can stand in a sentence. */

/**
 * A figure as its writer put it: '4,500 tonnes', '“around 400 yards”'. Hedges stand in quotes, so
 * that they are seen to be the writer's; '4,500-tonne' is '4,500 tonnes'.
 *
 * @param withNoun  whether the counted things are named as well: '“around 600” troops killed'
 * @param beside    the figure beside it; an age in years is marked as an age only if the other
 *   figure is not an age
 */
export function toWrittenForm(
  figure: ComparedFigure,
  withNoun: boolean,
  beside: ComparedFigure | null = null,
): string {
  if (figure.workedOut)
    return `${wayOf(figure)}${workedOutForm(figure)}${withNoun ? nounOf(figure) && ` ${nounOf(figure)}` : ''}`;
  if (isAge(figure) && figure.value !== null) return `${ageHedge(figure)}${ageOf(figure, beside)}`;
  const words = quoted(figure, spelt(figure));
  const noun = withNoun ? nounOf(figure) : '';
  // 'dozens' of people, 'half' of the children.
  const of = figure.qualifier === 'order' || figure.statistic === 'ratio' ? 'of ' : '';
  return `${wayOf(figure)}${words}${noun && ` ${of}${noun}`}`;
}

/** '37.5% (34% to 41.7%)', of figures that are hedged; a bound stands in quotes, like any other. */
function workedOutForm(figure: ComparedFigure): string {
  const { surface, qualifier, value } = figure;
  if (value === null) return / to /.test(surface) ? surface : `“${surface}”`;
  const unit = findUnit(figure.unit ?? '1');
  const ends = [figure.workedOut?.low, figure.workedOut?.high].map((end) =>
    parseDecimal(end ?? ''),
  );
  const [low, high] = ends.map((end) => end && readable(end));
  if (qualifier === 'exact' || !low || !high || !unit) return surface;
  return `${surface} (${withUnit(`${low} to ${high}`, figure, unit)})`;
}

export const isAge = ({ measure, unitName }: Pick<Figure, 'measure' | 'unitName'>): boolean =>
  measure === 'age' || unitName === 'year of age';

function ageOf({ value, unit }: Figure, beside: Figure | null): string {
  const known = findUnit(unit ?? YEAR);
  const isPlain = known?.dimension !== 'time' || known.code === YEAR;
  const isBesidePlain = !beside || !isAge(beside) || (beside.unit ?? YEAR) === YEAR;
  const words = isPlain && isBesidePlain ? '' : ` ${value === '1' ? known?.name : known?.plural}`;
  return `age of ${groupDigits(value ?? '')}${words}`;
}

const YEAR = 'a';

const ageHedge = ({ qualifier, surface }: Figure) =>
  qualifier === 'exact' || qualifier === 'between' ? '' : `“${lowerFirst(surface)}” `;

const wayOf = (figure: Figure): string => {
  if (figure.statistic !== 'change' && figure.statistic !== 'points') return '';
  const way = wayOfChange(figure);
  if (way === 'up') return 'rise of ';
  return way === 'down' ? 'fall of ' : '';
};

function spelt(figure: ComparedFigure): string {
  const surface = figure.surface.replace(/\s+/g, ' ').trim();
  const unit = findUnit(figure.unit ?? '1');
  const attributive = /^([^\p{L}]*\d.*?)-(\p{L}[\p{L}\s-]*)$/u.exec(surface);
  if (attributive && unit && figure.value !== null && !unit.code.startsWith('{')) {
    const number = attributive[1] ?? '';
    const scale = /^(thousand|million|billion|trillion)\b/i.exec(attributive[2] ?? '')?.[1];
    return `${number}${scale ? ` ${scale}` : ''} ${figure.value === '1' ? unit.name : unit.plural}`;
  }
  // The old value of 'fell from 5.9 to 5.1 per cent' stands without its unit.
  if (unit && unit.code !== '1' && !unit.code.startsWith('{') && /^\d[\d.,]*$/.test(surface))
    return withUnit(surface, figure, unit);
  if (isBetween(figure)) return `between ${surface.replace(/^between /i, '')}`;
  const isFallen = figure.statistic === 'change' || figure.statistic === 'points';
  return isFallen && figure.change === 'down' ? surface.replace(/^[-\u2212]/, '') : surface;
}

function quoted(figure: ComparedFigure, words: string): string {
  const isPlain =
    figure.workedOut ||
    figure.qualifier === 'exact' ||
    (figure.qualifier === 'between' && !isBetween(figure));
  return isPlain ? lowerFirst(words) : `“${lowerFirst(words)}”`;
}

/** In 'between 3 and 4 km' the engine takes '3 and 4 km' as the words of the figure. */
const isBetween = ({ qualifier, surface }: Figure) =>
  qualifier === 'between' && / and /.test(surface);

/** 'Around 600' began a sentence; 'US$5m' did not. */
const lowerFirst = (words: string): string =>
  /^(?:\p{Lu}\p{Ll}|A )/u.test(words) && !/^(?:Rs|Rp|Dh|Fr|Kč)/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;

/** What is counted, as far as the figure's own words do not say it: 'North Korean troops killed'. */
export function nounOf(figure: ComparedFigure): string {
  const { measure, unit, unitName, surface } = figure;
  if ((unit !== null && !unit.startsWith('{')) || figure.statistic === 'rank') return '';
  // 'Twofold' counts nothing.
  const isTimes = unit?.startsWith('{count}') ?? true;
  const counted = isTimes || unitName === null ? '' : pluralNoun(unitName);
  // '44,000 people died the source gives' would not read.
  const noun = (measure ?? counted).trim().replace(/ died$/, ' dead');
  if (noun === '') return '';
  const words = noun.split(' ');
  const last =
    surface
      .trim()
      .split(/[\s-]+/)
      .at(-1)
      ?.toLowerCase() ?? '';
  const unitWord = words.findIndex((word) => word.toLowerCase() === last);
  // '12,000 people', of people employed.
  if (unitWord >= 0) return words.slice(unitWord + 1).join(' ');
  if (SAYS_NOUN.test(surface)) return '';
  const isRate = unit?.includes('/') && !/ (?:a|an|per) /.test(`${surface} ${noun} `);
  const per = isRate && findUnit(unit ?? '')?.plural.replace(/^.* per /, 'per ');
  return per ? `${noun} ${per}` : noun;
}

/** A word after the digits that does not belong to the number. */
const SAYS_NOUN =
  /\d[^\p{L}]*\s+(?!(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen|bn|tn|m|k|to|and|or)s?\b)\p{L}/iu;

/** A unit as the figure's writer has it: what follows the number, else its English plural. */
export function toWrittenUnit(figure: ComparedFigure, unit: Unit): string {
  return partsAround(figure, unit)?.after.trim() || unit.plural;
}

/**
 * A number with a figure's unit, as its writer would put it: '366 m', '4,536 tonnes', '36.1°C',
 * '$438 million a year'.
 *
 * @param number  grouped digits, or two of them: '805 to 885'
 */
export function withUnit(number: string, figure: ComparedFigure, unit: Unit): string {
  if (unit.code === '1' || unit.code.startsWith('{')) return number;
  const parts = partsAround(figure, unit);
  if (number === '1' && (!parts || parts.after.trim() === unit.plural)) return `1 ${unit.name}`;
  return parts ? `${parts.before}${number}${parts.after}` : `${number} ${unit.plural}`;
}

const NUMBER = /\d(?:[\d,.\u00a0\u202f]*\d)?/g;
const SCALE =
  /^\s?(?:(?:thousand|million|billion|trillion|lakh|crore)s?\b\s?)+|^\s?(?:bn|tn|m|k)\b/i;

/**
 * What stands before and after the number in a figure: '$' and ' a year' in '$1.2m a year'. Null
 * where there are no digits in it, or no unit beside them.
 */
function partsAround(
  { surface }: ComparedFigure,
  unit: Unit,
): { readonly before: string; readonly after: string } | null {
  const numbers = [...surface.matchAll(NUMBER)];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last) return null;
  const before = surface.slice(0, first.index).replace(/^.*[\s-]/, '');
  const sign = unit.dimension.startsWith('money') && !/\p{L}{4}/u.test(before) ? before : '';
  const rest = surface.slice(last.index + last[0].length).trimEnd();
  const after =
    unit.code === 'm' ? rest : rest.replace(SCALE, (scale) => (/\s$/.test(scale) ? ' ' : ''));
  if (after.startsWith('-') || (after === '' && sign === '')) return null;
  return { before: sign, after };
}
