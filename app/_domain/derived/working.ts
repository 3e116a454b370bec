import type { Side } from '../comparison/side';
import { QUALIFIER_PREFIXES } from '../figures/figure-text';
import type { Interval } from '../figures/interval';
import { isOfPeople } from '../figures/measure';
import { withUnit } from '../figures/written-form';
import { absolute, powerOfTen, type Rational, toDecimalText, ZERO } from '../numbers/decimal';
import { lastPlaceOf, magnitudeOf, numberInWords, toSignificant } from '../numbers/number-text';
import { fromBase, type Unit } from '../units/unit';
import type { Operation } from './operation';

type Worked = { readonly value: Rational | null; readonly interval: Interval };

/** Digits of a quotient that are shown; sums and differences keep all of theirs. */
const QUOTIENT_DIGITS = 3;
/** A figure that is converted keeps so many digits. */
const CONVERTED_DIGITS = 4;
/** Longer than this, a sum of figures of very different sizes is rounded. */
const MOST_DIGITS = 8;

/**
 * A result to read, as it stands in sentences: '33.8%', '£80.1 million', '30% to 35%'.
 *
 * @param worked  as its size: a fall without its sign
 * @returns its text, and the place of its last digit
 */
export function resultInWords(
  operation: Operation,
  terms: readonly Side[],
  unit: Unit,
  { value, interval: { low, high, isLowOut, isHighOut } }: Worked,
): { readonly text: string; readonly place: Rational } {
  const digits = digitsOf(operation, terms, value ?? low ?? high ?? ZERO);
  const words = (number: Rational, digits: number) => {
    const size = ofUnit(operation, terms, unit, toSignificant(absolute(number), digits));
    return number.numerator < 0n ? `${MINUS}${size}` : size;
  };
  if (value) return { text: words(value, digits), place: placeOf(toSignificant(value, digits)) };
  const place = placeOf(toSignificant(low ?? high ?? ZERO, QUOTIENT_DIGITS));
  const [least, most] = [low, high].map((end) => end && words(end, QUOTIENT_DIGITS));
  if (least && most) return { text: `${least} to ${most}`, place };
  if (least) return { text: `${isLowOut ? 'more than' : 'at least'} ${least}`, place };
  return { text: most ? `${isHighOut ? 'less than' : 'at most'} ${most}` : 'any value', place };
}

/** How many digits of a result say something: all of a sum, three of a quotient. */
function digitsOf(operation: Operation, terms: readonly Side[], value: Rational): number {
  if (!isSum(operation)) return QUOTIENT_DIGITS;
  const [first] = terms;
  if (terms.some(({ unit }) => unit.factor !== first?.unit.factor)) return CONVERTED_DIGITS;
  const digits = toDecimalText(absolute(value)).replace(/\D/g, '').length;
  return digits <= MOST_DIGITS ? digits : Math.max(wholeDigitsOf(terms), MOST_DIGITS / 2);
}

/** As many as the longest of its figures has. */
const wholeDigitsOf = (terms: readonly Side[]): number =>
  Math.max(...terms.map(({ figure }) => figure.value?.replace(/\D|0+$/g, '').length ?? 0));

const isSum = (operation: Operation) =>
  operation === 'difference' ||
  operation === 'changePoints' ||
  operation === 'sum' ||
  operation === 'mean';

const placeOf = (shown: Rational): Rational => {
  const decimals = toDecimalText(shown).split('.')[1]?.length ?? 0;
  const least = magnitudeOf(shown) + 1 - QUOTIENT_DIGITS;
  return powerOfTen(
    decimals > 0 ? -decimals : Math.max(0, Math.min(least, lastPlaceOf(shown) ?? 0)),
  );
};

function ofUnit(
  operation: Operation,
  [first, second]: readonly Side[],
  unit: Unit,
  value: Rational,
): string {
  const number = numberInWords(value);
  switch (operation) {
    case 'changePercent':
    case 'share':
      return `${number}%`;
    case 'changePoints':
      return `${number} ${number === '1' ? unit.name : unit.plural}`;
    case 'ratio':
      return number;
    case 'perHead': {
      const head = second && isOfPeople(second.unit.code) ? 'person' : (second?.unit.name ?? 'one');
      return `${first ? withUnit(number, first.figure, first.unit) : number} per ${head === 'number' ? 'person' : head}`;
    }
    default:
      return first ? withUnit(number, first.figure, unit) : number;
  }
}

/** The sum as it stands on paper: '(31.9 − 48.2) ÷ 48.2 = −33.8%'. */
export function workingInWords(
  operation: Operation,
  terms: readonly Side[],
  unit: Unit,
  worked: Worked,
): string {
  const [a = '', b = '', ...more] = termsInWords(operation, terms);
  const { text } = resultInWords(operation, terms, unit, worked);
  const isHedged = worked.value && terms.some(({ figure }) => figure.qualifier !== 'exact');
  return `${formula(operation, a, b, more)} = ${isHedged ? 'about ' : ''}${text}`;
}

const MINUS = '\u2212';

function formula(operation: Operation, a: string, b: string, more: readonly string[]): string {
  const all = [a, b, ...more];
  switch (operation) {
    case 'changePercent':
      return `(${b} ${MINUS} ${a}) ÷ ${a}`;
    case 'changePoints':
    case 'difference':
      return `${b} ${MINUS} ${a}`;
    case 'ratio':
    case 'share':
    case 'perHead':
      return `${a} ÷ ${b}`;
    case 'per100000':
      return `${a} ÷ ${b} × 100,000`;
    case 'sum':
      return all.join(' + ');
    case 'mean':
      return `(${all.join(' + ')}) ÷ ${all.length}`;
  }
}

/**
 * The operands as they stand in a formula: in one unit, and with one scale word that is left out where
 * only their ratio matters.
 */
function termsInWords(operation: Operation, terms: readonly Side[]): string[] {
  const isRate = operation === 'perHead' || operation === 'per100000';
  const [first] = terms;
  const texts = terms.map((term) => {
    const unit = isRate ? term.unit : (first ?? term).unit;
    return { term, ends: endsOf(term, unit) };
  });
  const scale = isSum(operation) || isRate ? '' : commonScale(texts);
  return texts.map(({ term, ends }) => {
    const numbers = ends.map((end) => (scale ? end.replace(scale, '') : end));
    const [only = '', other] = numbers;
    const words = other === undefined ? only : `(${only} to ${other})`;
    return `${QUALIFIER_PREFIXES[term.figure.qualifier]}${signOf(term)}${words}`;
  });
}

const signOf = ({ direction }: Side) => (direction === 'down' ? MINUS : '');

function endsOf({ value, allowed, unit: own }: Side, unit: Unit): string[] {
  const ends = value ? [value] : [allowed.low, allowed.high].filter((end) => end !== null);
  return ends.map((end) => {
    const number = fromBase(end, unit);
    const isOwn = own.factor === unit.factor && toDecimalText(number).length <= 2 * MOST_DIGITS;
    return numberInWords(isOwn ? number : toSignificant(number, CONVERTED_DIGITS));
  });
}

const SCALES = / (?:million|billion|trillion)$/;

function commonScale(texts: readonly { readonly ends: readonly string[] }[]): string {
  const scales = new Set(texts.flatMap(({ ends }) => ends.map((end) => SCALES.exec(end)?.[0])));
  const [only] = scales;
  return scales.size === 1 && only ? only : '';
}
