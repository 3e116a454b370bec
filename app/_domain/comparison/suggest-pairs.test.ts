import { describe, expect, test } from 'vitest';
import type { ComparedFigure } from '../figures/figure';
import { suggestPairs, toChoices } from './suggest-pairs';

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

  test('never join a change and a level, or a share and a change', () => {
    const fall = { ...figure('3%', '3', '%', null), statistic: 'change', change: 'down' } as const;
    const share = { ...figure('3%', '3', '%', 'share of voters'), statistic: 'percent' } as const;
    const lost = { ...figure('40', '40', '{job}', null), statistic: 'change' } as const;
    const jobs = { ...figure('40', '40', '{job}', null), statistic: 'count' } as const;
    expect(suggestPairs([fall, lost], [share, jobs])).toEqual([]);
    expect(inWords(suggestPairs([fall], [fall]))).toHaveLength(1);
  });

  test('offer a choice of the same dimension only, with other measures apart', () => {
    expect(toChoices(killed, [casualties, dead, long])).toEqual({
      sameMeasure: [dead],
      differentMeasure: [casualties],
    });
    const dollars = figure('$600', '600', 'USD', null);
    const euros = figure('€600', '600', 'EUR', null);
    expect(toChoices(dollars, [euros, dead])).toEqual({ sameMeasure: [], differentMeasure: [] });
  });

  test('never join two dimensions, and never use a figure without a number', () => {
    const none = { ...killed, value: null };
    expect(suggestPairs([killed], [long, none])).toEqual([]);
    expect(suggestPairs([], [long])).toEqual([]);
  });
});
