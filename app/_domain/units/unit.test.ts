import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, rational, toDecimalText, ZERO } from '../numbers/decimal';
import { findUnit, fromBase, toBase, UNITS } from './unit';

const inBase = (value: string, code: string): string => {
  const [unit, number] = [findUnit(code), parseDecimal(value)];
  if (!unit || !number) throw new Error(`no such figure: ${value} ${code}`);
  return `${toDecimalText(toBase(number, unit))} ${unit.baseUnit}`;
};

describe('converting to the base unit', () => {
  test.each([
    ['0.5', '[mi_i]', '804.672 m'],
    ['400', '[yd_i]', '365.76 m'],
    ['5', '[in_i]', '0.127 m'],
    ['4500', 't', '4500000 kg'],
    ['1', '[ston_av]', '907.18474 kg'],
    ['1', '[lton_av]', '1016.0469088 kg'],
    ['100', '[mi_i]/h', '160.9344 km/h'],
    ['20', 'Cel', '293.15 K'],
    ['-40', '[degF]', '233.15 K'],
    ['12', 'mo', '31557600 s'],
    ['1', '[nmi_i]', '1852 m'],
    ['50', '[bp]', '0.5 [pp]'],
    ['63', '[c_USD]', '0.63 USD'],
    ['45', '[arcmin]', '0.75 deg'],
    ['5.1', 'mmol/L', '0.0051 mol/L'],
    ['190', 'mg/dL', '0.0019 kg/L'],
    ['1', 'mm[Hg]', '133.322387415 Pa'],
    ['6.2', 'L/100.km', '0.000062 L/m'],
    ['600', 'mg/24.h', '0.00000000694444444444 kg/s'],
    ['5', 'mg/kg/d', '0.00000000005787037037 kg/kg/s'],
    ['3', '{death}/10*5', '0.00003 1/1'],
    ['964', '1/cm', '96400 1/m'],
    ['13', 'TeV', '0.0000020828296242 J'],
    ['8', '[ppth]', '0.8 %'],
    ['3', 'Bq/L', '3 Bq/L'],
    ['2', '10.a', '631152000 s'],
  ])('%s %s is %s', (value, code, expected) => {
    expect(inBase(value, code)).toBe(expected);
  });

  test('a year is twelve months, whatever the length of a month', () => {
    expect(inBase('1', 'a')).toBe(inBase('12', 'mo'));
  });
});

describe('every unit of the table', () => {
  test('converts to the base unit and back without loss', () => {
    for (const unit of UNITS) {
      fc.assert(
        fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.nat(1000), (a, b) => {
          const value = rational(a, BigInt(b + 1));
          expect(fromBase(toBase(value, unit), unit)).toEqual(value);
        }),
        { numRuns: 10 },
      );
    }
  });

  test('has a code of its own', () => {
    const codes = UNITS.map((unit) => unit.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('has a known base unit, which is its own base unit', () => {
    for (const unit of UNITS) {
      const base = findUnit(unit.baseUnit);
      expect(base?.baseUnit, unit.code).toBe(unit.baseUnit);
      expect(base?.dimension, unit.code).toBe(unit.dimension);
    }
  });
});

describe('dimensions separate figures that must not be compared', () => {
  const dimension = (code: string) => findUnit(code)?.dimension;

  test('gross tonnage is not a mass', () => {
    expect(dimension('[GT]')).not.toBe(dimension('t'));
  });

  test('two currencies are two dimensions', () => {
    expect(dimension('USD')).not.toBe(dimension('EUR'));
  });

  test('a percentage is not a percentage point', () => {
    expect(dimension('%')).not.toBe(dimension('[pp]'));
  });

  test('a sum per day is not a sum', () => {
    expect(dimension('USD/d')).not.toBe(dimension('USD'));
    expect(findUnit('USD/d')?.name).toBe('dollar per day');
  });

  test('a rate per 100,000 is said as one, and may be compared with a rate per thousand', () => {
    const [hundredThousand, thousand] = [findUnit('{death}/10*5'), findUnit('{death}/10*3')];
    expect(hundredThousand?.plural).toBe('deaths per 100,000');
    expect(hundredThousand?.dimension).toBe(thousand?.dimension);
    expect(findUnit('L/100.km')?.plural).toBe('litres per 100 kilometres');
    expect(findUnit('1/cm')?.name).toBe('per centimetre');
  });
});

describe('the search for a unit', () => {
  test('makes a unit for any counted thing', () => {
    expect(findUnit('{troop}')).toMatchObject({ dimension: 'count', baseUnit: '1', offset: ZERO });
  });

  test.each([
    '',
    'parrot',
    '{}',
    '/',
    'USD/',
    '{a}{b}',
    'Cel/d',
    '10*0',
    '0.km',
    '3.',
    '5.parrot',
    '5.Cel',
    'x'.repeat(1000),
  ])('%j is no unit', (code) => {
    expect(findUnit(code)).toBeNull();
  });

  test('answers any text', () => {
    fc.assert(fc.property(fc.string(), (code) => void findUnit(code)));
  });
});
