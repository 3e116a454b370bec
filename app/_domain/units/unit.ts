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
/** '10*5' is the number 100,000, and '100.km' a hundred kilometres: what a rate may be given for. */
const POWER_OF_TEN = /^10\*([1-9]|1[0-2])$/;
const MULTIPLE = /^([1-9]\d{0,6})\.(.{1,100})$/;

/**
 * The unit with this code, or null when the desk knows none.
 *
 * '{death}/10*5' is a rate per 100,000, 'L/100.km' one per hundred kilometres, '1/cm' so many on a centimetre.
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
  if (code.length > 200) return null;
  const slash = lastSlash(code);
  if (slash > 0) {
    const above = findUnit(code.slice(0, slash));
    const below = findUnit(code.slice(slash + 1));
    return above && below ? quotient(code, above, below) : null;
  }
  const power = POWER_OF_TEN.exec(code)?.[1];
  if (power) {
    const number = 10n ** BigInt(power);
    const name = grouped(number);
    return { ...simpleUnit(code, name, name, 'number', '1'), factor: rational(number) };
  }
  const [, times, rest = ''] = MULTIPLE.exec(code) ?? [];
  const one = times === undefined ? null : findUnit(rest);
  return one && times && one.offset.numerator === 0n ? multipleOf(code, one, BigInt(times)) : null;
}

/** The last '/' outside braces: 'mg/kg/d' is (mg/kg)/d. */
function lastSlash(code: string): number {
  for (let at = code.length - 1, depth = 0; at > 0; at--) {
    if (code[at] === '}') depth++;
    else if (code[at] === '{') depth--;
    else if (code[at] === '/' && depth === 0) return at;
  }
  return -1;
}

const grouped = (number: bigint): string => number.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');

function multipleOf(code: string, one: Unit, times: bigint): Unit {
  const name = `${grouped(times)} ${one.plural}`;
  return {
    ...simpleUnit(code, name, name, one.dimension, one.baseUnit),
    factor: multiply(one.factor, rational(times)),
  };
}

function quotient(code: string, above: Unit, below: Unit): Unit | null {
  if (above.offset.numerator !== 0n || below.offset.numerator !== 0n) return null;
  return {
    code,
    name: `${above === NUMBER ? '' : `${above.name} `}per ${below.name}`,
    plural: `${above === NUMBER ? '' : `${above.plural} `}per ${below.name}`,
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
