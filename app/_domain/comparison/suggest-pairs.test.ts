import { describe, expect, test } from 'vitest';
import type { ComparedFigure } from '../figures/figure';
import { suggestPairs } from './suggest-pairs';

const figure = (surface: string, value: string, unit: string | null, measure: string | null) =>
  ({
    surface,
    qualifier: 'exact',
    value,
    low: null,
    high: null,
    lastDigit: '1',
    significantDigits: null,
    unit,
    unitName: null,
    measure,
    dimension: null,
    statistic: null,
    change: 'equal',
    baseLow: null,
    baseHigh: null,
    baseUnit: null,
    scope: null,
    basis: null,
    partOf: null,
    asOf: null,
    cumulative: null,
  }) satisfies ComparedFigure;

const inWords = (pairs: ReturnType<typeof suggestPairs>) =>
  pairs.map(({ ofClaim, found, reason }) => `${ofClaim.surface} and ${found.surface}: ${reason}`);

describe('suggested pairs', () => {
  const killed = figure('600', '600', '{troop}', 'North Korean troops killed');
  const injured = figure('4,000', '4000', '{troop}', 'North Korean troops injured');
  const casualties = figure('4,700', '4700', '{person}', 'casualties');
  const dead = figure('620', '620', '{person}', 'people killed');
  const long = figure('850 m', '850', 'm', 'length of the bridge');

  test('pair the killed with the killed, although the casualties are nearer to the injured', () => {
    expect(inWords(suggestPairs([killed, injured], [casualties, dead, long]))).toEqual([
      '600 and 620: the same measure, 3.3% apart',
      '4,000 and 4,700: a different measure',
      '4,000 and 620: a different measure',
    ]);
  });

  test('pair a length with a length, and put the pair with the most common words first', () => {
    const half = figure('half a mile', '0.5', '[mi_i]', 'length of the new bridge');
    const span = figure('800 m', '800', 'm', null);
    const tunnel = figure('805 m', '805', 'm', 'length of the tunnel');
    expect(inWords(suggestPairs([half], [span, tunnel, long, dead]))).toEqual([
      'half a mile and 850 m: the same measure, 5.6% apart',
      'half a mile and 805 m: the same measure, 0.041% apart',
      'half a mile and 800 m: the same kind of unit, 0.58% apart',
    ]);
  });

  test('never join two dimensions, and never use a figure without a number', () => {
    const none = { ...killed, value: null };
    expect(suggestPairs([killed], [long, none])).toEqual([]);
    expect(suggestPairs([], [long])).toEqual([]);
  });
});
