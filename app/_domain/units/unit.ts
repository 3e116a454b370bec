import {
  add,
  divide,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../numbers/decimal';
import { pluralNoun } from '../numbers/plural';
import { CURRENCY_TABLE, SUBUNIT_TABLE } from './currencies';
import { UNIT_OFFSETS, UNIT_TABLE } from './unit-table';

export type Unit = {
  /** UCUM ('[mi_i]'), ISO 4217 ('USD'), '{troop}' for things counted, or a code of our own. */
  readonly code: string;
  readonly name: string;
  readonly plural: string;
  /** Two figures can be compared when their dimensions are the same; each currency is one. */
  readonly dimension: string;
  readonly baseUnit: string;
  /** base value = value × factor + offset, exactly. */
  readonly factor: Rational;
  readonly offset: Rational;
  /** How people write it beside a number, besides its names. */
  readonly symbols: readonly string[];
};

/** A bare number: no unit at all. */
export const NUMBER: Unit = simpleUnit('1', 'number', 'numbers', 'number', '1');

/** Every unit the desk knows, but for those made of others ('USD/d') and things counted. */
export const UNITS: readonly Unit[] = [
  NUMBER,
  ...UNIT_TABLE.flatMap(({ dimension, baseUnit, units }) =>
    units.map(
      ([code, name, plural, factor, symbols]): Unit => ({
        ...simpleUnit(code, name, plural, dimension, baseUnit),
        factor: tableFactor(factor),
        offset: tableFactor(UNIT_OFFSETS[code] ?? '0'),
        symbols: symbols ?? [],
      }),
    ),
  ),
  ...CURRENCY_TABLE.map(
    ([code, name, plural, symbols]): Unit => ({
      ...simpleUnit(code, name, plural, `money ${code}`, code),
      symbols: symbols ?? [],
    }),
  ),
  ...SUBUNIT_TABLE.map(
    ([code, name, plural, currency, symbols]): Unit => ({
      ...simpleUnit(code, name, plural, `money ${currency}`, currency),
      factor: rational(1n, 100n),
      symbols,
    }),
  ),
];

const BY_CODE: ReadonlyMap<string, Unit> = new Map(UNITS.map((unit) => [unit.code, unit]));

const COUNTED = /^\{[^{}]{1,100}\}$/;

/**
 * The unit with this code, or null when the desk knows none.
 *
 * '{troop}' is a unit of things counted, made on the fly; '/' divides two units, as in 'USD/d' or
 * '{barrel}/d', whose dimension is 'money USD per time'. Temperatures cannot be divided.
 */
export function findUnit(code: string): Unit | null {
  const known = BY_CODE.get(code);
  if (known) return known;
  if (COUNTED.test(code)) {
    const name = code.slice(1, -1);
    return simpleUnit(code, name, pluralNoun(name), 'count', '1');
  }
  const slash = code.indexOf('/');
  if (slash <= 0 || code.length > 200) return null;
  const above = findUnit(code.slice(0, slash));
  const below = findUnit(code.slice(slash + 1));
  return above && below ? quotient(code, above, below) : null;
}

function quotient(code: string, above: Unit, below: Unit): Unit | null {
  if (above.offset.numerator !== 0n || below.offset.numerator !== 0n) return null;
  return {
    code,
    name: `${above.name} per ${below.name}`,
    plural: `${above.plural} per ${below.name}`,
    dimension: `${above.dimension} per ${below.dimension}`,
    baseUnit: `${above.baseUnit}/${below.baseUnit}`,
    factor: divide(above.factor, below.factor),
    offset: ZERO,
    symbols: [],
  };
}

/** A value in this unit, in the base unit of its dimension; exact. */
export const toBase = (value: Rational, { factor, offset }: Unit): Rational =>
  add(multiply(value, factor), offset);

/** A value in the base unit, in this unit; exact, so it undoes `toBase`. */
export const fromBase = (value: Rational, { factor, offset }: Unit): Rational =>
  divide(subtract(value, offset), factor);

function simpleUnit(
  code: string,
  name: string,
  plural: string,
  dimension: string,
  baseUnit: string,
): Unit {
  return { code, name, plural, dimension, baseUnit, factor: ONE, offset: ZERO, symbols: [] };
}

function tableFactor(text: string): Rational {
  const factor = parseRational(text);
  if (!factor) throw new Error(`the table of units has a factor that is no number: ${text}`);
  return factor;
}
