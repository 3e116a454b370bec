import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSide } from '../comparison/side';
import type { ComparedFigure } from '../figures/figure';
import { QUALIFIERS } from '../figures/figure';
import type { Interval } from '../figures/interval';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  toDecimalText,
} from '../numbers/decimal';
import { findUnit, fromBase, toBase } from '../units/unit';
import { compareDerived } from './compare-derived';
import { type Derived, derive, refusalInWords } from './derive';
import { OPERATIONS, type Operation, takesMany } from './operation';

const figure = (value: string | null, unit: string | null, more: Partial<ComparedFigure> = {}) =>
  ({
    surface: value ?? 'a range',
    qualifier: 'exact',
    value,
    low: null,
    high: null,
    lastDigit: value?.includes('.')
      ? `0.${'0'.repeat((value.split('.')[1] ?? '').length - 1)}1`
      : '1',
    significantDigits: null,
    unit,
    unitName: unit && (findUnit(unit)?.name ?? null),
    measure: null,
    dimension: null,
    statistic: null,
    change: 'equal',
    baseLow: null,
    baseHigh: null,
    baseUnit: null,
    asOf: null,
    cumulative: null,
    scope: null,
    basis: null,
    partOf: null,
    ...more,
  }) satisfies ComparedFigure;

const pounds = (millions: string) =>
  figure(toDecimalText(multiply(number(millions), powerOfTen(6))), 'GBP', {
    surface: `£${millions}m`,
    lastDigit: '100000',
  });

const number = (text: string): Rational => {
  const [whole = '', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
};

function worked(operation: Operation, ...operands: ComparedFigure[]): Derived {
  const derived = derive(operation, operands);
  if (!derived.ok) throw new Error(refusalInWords(derived.refusal));
  return derived.value;
}

const refusal = (operation: Operation, ...operands: ComparedFigure[]) => {
  const derived = derive(operation, operands);
  return derived.ok ? null : derived.refusal.kind;
};

type Case = [Operation, ComparedFigure[], string];
const byWords = ([operation, operands, words]: Case) => [words, operation, operands] as const;

describe('the working stands as on paper', () => {
  const people = (value: string, more: Partial<ComparedFigure> = {}) =>
    figure(value, '{person}', more);
  test.each(
    (
      [
        ['changePercent', [pounds('48.2'), pounds('31.9')], '(31.9 − 48.2) ÷ 48.2 = −33.8%'],
        ['changePercent', [pounds('31.9'), pounds('48.2')], '(48.2 − 31.9) ÷ 31.9 = 51.1%'],
        [
          'difference',
          [pounds('48.2'), pounds('31.9')],
          '31.9 million − 48.2 million = −£16.3 million',
        ],
        ['sum', [pounds('48.2'), pounds('31.9')], '48.2 million + 31.9 million = £80.1 million'],
        [
          'share',
          [people('300'), people('800', { qualifier: 'about' })],
          '300 ÷ about 800 = about 37.5%',
        ],
        ['ratio', [people('1210'), people('600')], '1,210 ÷ 600 = 2.02'],
        ['sum', [people('8140'), people('12000'), people('3')], '8,140 + 12,000 + 3 = 20,143'],
        ['mean', [figure('3', 'km'), figure('4.5', 'km')], '(3 + 4.5) ÷ 2 = 3.75 kilometres'],
        ['difference', [figure('5', '[mi_i]'), figure('11', 'km')], '6.835 − 5 = 1.835 miles'],
        ['perHead', [pounds('3.0'), people('10000')], '3 million ÷ 10,000 = £300 per person'],
        [
          'per100000',
          [figure('120', '{death}'), people('1000000')],
          '120 ÷ 1 million × 100,000 = 12',
        ],
        [
          'changePoints',
          [figure('5.0', '%'), figure('6.5', '%')],
          '6.5 − 5 = 1.5 percentage points',
        ],
        [
          'sum',
          [people('600', { qualifier: 'atLeast' }), people('100')],
          'at least 600 + 100 = at least 700',
        ],
        [
          'difference',
          [figure(null, 'km', { qualifier: 'between', low: '3', high: '4' }), figure('10', 'km')],
          '10 − (3 to 4) = 5.5 kilometres to 7.5 kilometres',
        ],
        [
          'sum',
          [
            figure('2', '%', { surface: '2%', statistic: 'change', change: 'up' }),
            figure('5', '%', { statistic: 'change', change: 'down' }),
          ],
          '2 + −5 = −3%',
        ],
      ] satisfies Case[]
    ).map(byWords),
  )('%s', (working, operation, operands) => {
    expect(worked(operation, ...operands).working).toBe(working);
  });
});

describe('what cannot be worked out is refused with a sentence', () => {
  const [metres, tonnes] = [figure('5', 'm'), figure('5', 't')];
  test.each(
    (
      [
        ['sum', [metres, tonnes], 'differentUnits'],
        ['sum', [figure('5', 'USD'), figure('5', 'EUR')], 'differentUnits'],
        ['ratio', [metres, figure('0', 'm')], 'mayBeZero'],
        ['share', [metres, figure('3', 'm', { qualifier: 'under' })], 'mayBeZero'],
        ['changePercent', [figure('-4', 'USD'), figure('5', 'USD')], 'mayBeZero'],
        ['ratio', [figure('14', 'Cel'), figure('16', 'Cel')], 'noZero'],
        ['sum', [figure('14', 'Cel'), figure('16', 'Cel')], 'noZero'],
        ['changePoints', [metres, figure('6', 'm')], 'notPercentages'],
        ['perHead', [figure('9', 'USD'), metres], 'notPeople'],
        ['difference', [metres], 'twoFigures'],
        ['difference', [metres, figure('6', 'm'), figure('7', 'm')], 'twoFigures'],
        ['mean', [metres], 'twoOrMore'],
        ['sum', [metres, metres], 'sameTwice'],
        ['sum', [metres, figure('6', 'parrot')], 'noNumber'],
        ['sum', Array.from({ length: 13 }, () => figure('1', 'm')), 'tooMany'],
      ] satisfies Case[]
    ).map(byWords),
  )('%s', (kind, operation, operands) => {
    expect(refusal(operation, ...operands)).toBe(kind);
    const derived = derive(operation, operands);
    if (!derived.ok) expect(refusalInWords(derived.refusal)).toMatch(/^[A-Z“][^.\n]+[^.]$/);
  });
});

/** Close to each other and to zero, hedged in every way, in one of some units of length. */
const anyFigure = fc
  .record({
    qualifier: fc.constantFrom(...QUALIFIERS.filter((each) => each !== 'order')),
    low: fc.integer({ min: 1, max: 400 }),
    more: fc.integer({ min: 0, max: 100 }),
    unit: fc.constantFrom('m', 'km', '[mi_i]'),
  })
  .map(({ qualifier, low, more, unit }) => {
    const isRange = qualifier === 'between';
    const ends = { low: isRange ? `${low}` : null, high: isRange ? `${low + more}` : null };
    return figure(isRange ? null : `${low}`, unit, { qualifier, ...ends });
  });

/** Where between the ends of an interval a true value lies: in thousandths, beyond an open end too. */
const anyPlace = fc.integer({ min: 0, max: 1000 });

function trueValue(each: ComparedFigure, place: number): Rational {
  const side = toSide(each);
  if (!side) throw new Error('the figure has a number');
  const { low, high, isLowOut, isHighOut } = side.allowed;
  const from = low ?? subtract(high ?? ONE, powerOfTen(6));
  const to = high ?? add(from, powerOfTen(6));
  const inside = isLowOut && place === 0 ? 1 : isHighOut && place === 1000 ? 999 : place;
  return add(from, multiply(subtract(to, from), rational(BigInt(inside), 1000n)));
}

/** The operation on true values, in the base unit. */
function truth(operation: Operation, values: readonly Rational[]): Rational {
  const [a = ONE, b = ONE] = values;
  const sum = values.reduce(add);
  switch (operation) {
    case 'changePercent':
      return multiply(divide(subtract(b, a), a), rational(100n));
    case 'difference':
      return subtract(b, a);
    case 'share':
      return multiply(divide(a, b), rational(100n));
    case 'sum':
      return sum;
    case 'mean':
      return divide(sum, rational(BigInt(values.length)));
    default:
      return divide(a, b);
  }
}

const isInside = (value: Rational, { low, high, isLowOut, isHighOut }: Interval): boolean =>
  (low === null || compare(value, low) > (isLowOut ? 0 : -1)) &&
  (high === null || compare(value, high) < (isHighOut ? 0 : 1));

const LENGTHS = OPERATIONS.filter((each) => !/^per|Points/.test(each));

describe('the interval of a derived figure', () => {
  test('holds the result of any values that its figures may have', () => {
    const operands = fc.array(fc.tuple(anyFigure, anyPlace), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...LENGTHS), operands, (operation, all) => {
        const taken = takesMany(operation) ? all : all.slice(0, 2);
        const derived = derive(
          operation,
          taken.map(([each]) => each),
        );
        if (!derived.ok) return derived.refusal.kind === 'mayBeZero';
        const { interval, figure: result } = derived.value;
        const exact = truth(
          operation,
          taken.map(([each, place]) => trueValue(each, place)),
        );
        const isInUnit = /^(?:difference|sum|mean)$/.test(operation);
        const unit = findUnit(result.unit ?? '1');
        return isInside(isInUnit && unit ? fromBase(exact, unit) : exact, interval);
      }),
    );
  });

  test('holds a rate per head and per 100,000 of any values', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }));
    fc.assert(
      fc.property(counts, anyPlace, anyPlace, ([a, b], one, other) => {
        const operands = [figure(`${a}`, 'USD'), figure(`${b}`, '{person}')] as const;
        const exact = divide(trueValue(operands[0], one), trueValue(operands[1], other));
        expect(isInside(exact, worked('perHead', ...operands).interval)).toBe(true);
        const many = worked('per100000', ...operands).interval;
        expect(isInside(multiply(exact, powerOfTen(5)), many)).toBe(true);
      }),
    );
  });

  test('holds its own value, and is as narrow as two of its ends allow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LENGTHS), anyFigure, anyFigure, (operation, a, b) => {
        const derived = derive(operation, [a, b]);
        if (!derived.ok || !derived.value.value) return true;
        return isInside(derived.value.value, derived.value.interval);
      }),
    );
    const { low, high } = worked('changePercent', pounds('48.2'), pounds('31.9')).interval;
    const change = (from: string, to: string) => truth('changePercent', [number(from), number(to)]);
    expect([low, high]).toEqual([change('48.25', '31.85'), change('48.15', '31.95')]);
  });

  test('of a sum or a mean does not depend on the order', () => {
    const three = fc.array(anyFigure, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom('sum' as const, 'mean' as const), three, (operation, all) => {
        const inMetres = (operands: ComparedFigure[]) => {
          const { interval, figure: result } = worked(operation, ...operands);
          const unit = findUnit(result.unit ?? '1');
          const end = (at: Rational | null) => at && unit && toBase(at, unit);
          return { ...interval, low: end(interval.low), high: end(interval.high) };
        };
        expect(inMetres(all.toReversed())).toEqual(inMetres(all));
      }),
    );
  });

  test('of a difference changes its sign with the order, and two ratios make one', () => {
    const inMetres = anyFigure.map((each) => ({ ...each, unit: 'm' }));
    fc.assert(
      fc.property(inMetres, inMetres, (a, b) => {
        const [there, back] = [worked('difference', a, b), worked('difference', b, a)];
        expect(back.interval.low).toEqual(there.interval.high && negate(there.interval.high));
        expect(back.interval.high).toEqual(there.interval.low && negate(there.interval.low));
        const ratios = [derive('ratio', [a, b]), derive('ratio', [b, a])];
        const [one, other] = ratios.map((each) => (each.ok ? each.value.value : null));
        if (one && other) expect(multiply(one, other)).toEqual(ONE);
      }),
    );
  });
});

describe('a derived figure is compared with the claim', () => {
  const against = (claim: ComparedFigure, operation: Operation, ...operands: ComparedFigure[]) => {
    const result = compareDerived(claim, operation, operands);
    return result.ok
      ? `${result.value.comparison.result}: ${result.value.comparison.sentence}`
      : '';
  };
  test('as the change that it is', () => {
    const third = figure('0.33333333333333333333', null, {
      surface: 'a third',
      lastDigit: '0.1',
      statistic: 'change',
      change: 'down',
    });
    expect(against(third, 'changePercent', pounds('48.2'), pounds('31.9'))).toBe(
      "roundsTo: The article's fall of a third is the fall of 33.8% the figures of the evidence give, rounded.",
    );
    expect(against(third, 'changePercent', pounds('31.9'), pounds('48.2'))).toBe(
      "differs: The article's fall of a third is against a rise of 51.1% in the figures of the evidence: one of the two has the direction reversed.",
    );
    const warmer = figure('2', 'Cel', { surface: '2°C' });
    expect(against(warmer, 'difference', figure('14', 'Cel'), figure('16', 'Cel'))).toContain(
      'match',
    );
  });

  test('as text only, so that it can be stored unchanged', () => {
    const against = compareDerived(figure('34', '%'), 'changePercent', [
      pounds('48.2'),
      pounds('31.9'),
    ]);
    if (!against.ok) throw new Error('it can be worked out');
    const { figure: derived } = against.value.derived;
    expect(JSON.parse(JSON.stringify(derived))).toEqual(derived);
    expect(JSON.parse(JSON.stringify(against.value.comparison))).toEqual(against.value.comparison);
  });
});
