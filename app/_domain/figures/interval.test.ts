import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, parseDecimal } from '../numbers/decimal';
import { QUALIFIERS } from './figure';
import { baseInterval, DEFAULT_INTERVAL_POLICY, type IntervalParts } from './interval';

const figure = (parts: Partial<IntervalParts>): IntervalParts => ({
  qualifier: 'exact',
  value: null,
  low: null,
  high: null,
  lastDigit: '1',
  unit: null,
  ...parts,
});

const interval = (parts: Partial<IntervalParts>) => {
  const base = baseInterval(figure(parts));
  return base && `${base.baseLow ?? '…'} to ${base.baseHigh ?? '…'} ${base.baseUnit}`;
};

describe('words become intervals', () => {
  test.each([
    ['4,500 tonnes', { value: '4500', unit: 't' }, '4499500 to 4500500 kg'],
    ['5.2 ± 0.3 kg', { value: '5.2', low: '4.9', high: '5.5', unit: 'kg' }, '4.9 to 5.5 kg'],
    ['2.5 million', { value: '2500000', lastDigit: '100000' }, '2450000 to 2550000 1'],
    [
      'a little over half a mile',
      { value: '0.5', lastDigit: '0.1', unit: '[mi_i]', qualifier: 'justOver' },
      '804.672 to 885.1392 m',
    ],
    [
      'around 400 yards',
      { value: '400', unit: '[yd_i]', qualifier: 'about' },
      '329.184 to 402.336 m',
    ],
    ['about 3', { value: '3', qualifier: 'about' }, '2.7 to 3.3 1'],
    ['1 kilometre', { value: '1', unit: 'km' }, '950 to 1050 m'],
    ['5 million', { value: '5000000', lastDigit: '1000000' }, '4750000 to 5250000 1'],
    ['half a mile', { value: '0.5', lastDigit: '0.1', unit: '[mi_i]' }, '764.4384 to 844.9056 m'],
    ['10,000 dead', { value: '10000', unit: '{death}' }, '9999.5 to 10000.5 1'],
    ['9 people', { value: '9', unit: '{person}' }, '9 to 9 1'],
    ['3 first-aid nurses', { value: '3', unit: '{first-aid nurse}' }, '3 to 3 1'],
    ['9 houses', { value: '9', unit: '{house}' }, '8.55 to 9.45 1'],
    [
      '2.9 people a household',
      { value: '2.9', lastDigit: '0.1', unit: '{people}' },
      '2.85 to 2.95 1',
    ],
    ['zero degrees', { value: '0', unit: 'Cel' }, '273.15 to 273.15 K'],
    ['a fall of 2 %', { value: '-2', unit: '%' }, '-2.1 to -1.9 %'],
    ['nearly 600 troops', { value: '600', unit: '{troop}', qualifier: 'nearly' }, '540 to 600 1'],
    ['more than 4,000', { value: '4000', qualifier: 'over' }, '4000 to … 1'],
    ['at least 12', { value: '12', qualifier: 'atLeast' }, '12 to … 1'],
    ['up to 30 tonnes', { value: '30', unit: 't', qualifier: 'upTo' }, '0 to 30000 kg'],
    ['under 5 °C', { value: '5', unit: 'Cel', qualifier: 'under' }, '… to 278.15 K'],
    ['a loss under $5', { value: '5', unit: 'USD', qualifier: 'under' }, '… to 5 USD'],
    ['3 to 4 km', { low: '3', high: '4', unit: 'km', qualifier: 'between' }, '3000 to 4000 m'],
    ['from 20 down to 10', { low: '20', high: '10', qualifier: 'between' }, '10 to 20 1'],
    ['dozens', { low: '12', high: '120', qualifier: 'order' }, '24 to 99 1'],
    ['hundreds', { low: '100', high: '1000', qualifier: 'order' }, '200 to 999 1'],
    ['tens of thousands', { low: '10000', high: '100000', qualifier: 'order' }, '20000 to 99999 1'],
  ] as const)('%s', (_words, parts, expected) => {
    expect(interval(parts)).toBe(expected);
  });

  test('a desk may allow a figure without a hedge less, and never more than its last digit', () => {
    const figures = { value: '1', unit: 'km' };
    const strict = { ...DEFAULT_INTERVAL_POLICY, exactShare: '0.01' };
    expect(baseInterval(figure(figures), strict)).toMatchObject({ baseLow: '990' });
    const lax = { ...DEFAULT_INTERVAL_POLICY, exactShare: '0.9' };
    expect(baseInterval(figure(figures), lax)).toMatchObject({ baseLow: '500' });
  });

  test('a desk may stretch "about" further', () => {
    const wide = { ...DEFAULT_INTERVAL_POLICY, aboutShare: '0.2' };
    const base = baseInterval(figure({ value: '400', qualifier: 'about' }), wide);
    expect(base).toEqual({ baseLow: '320', baseHigh: '480', baseUnit: '1' });
  });

  test('a figure without a number, or in an unknown unit, has no interval', () => {
    expect(interval({})).toBeNull();
    expect(interval({ value: '5', unit: 'parrot' })).toBeNull();
    expect(interval({ value: 'five' })).toBeNull();
  });

  test('an interval never runs backwards, and nearly −5 is nearer to zero than −5', () => {
    const decimals = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String);
    fc.assert(
      fc.property(fc.constantFrom(...QUALIFIERS), decimals, (qualifier, value) => {
        const base = baseInterval(figure({ qualifier, value }));
        const [low, high] = [base?.baseLow, base?.baseHigh].map((end) =>
          end ? parseDecimal(end) : null,
        );
        if (low && high) expect(compare(low, high)).toBeLessThanOrEqual(0);
      }),
    );
    expect(interval({ value: '-5', qualifier: 'nearly' })).toBe('-5 to -4.5 1');
  });
});
