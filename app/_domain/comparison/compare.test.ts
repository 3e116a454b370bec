import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparedFigure } from '../figures/figure';
import { QUALIFIERS, type Qualifier } from '../figures/figure';
import { baseInterval } from '../figures/interval';
import { compare, multiply, ONE, parseDecimal, toDecimalText } from '../numbers/decimal';
import { findUnit, toBase } from '../units/unit';
import { compareFigures, DEFAULT_COMPARISON_POLICY } from './compare';
import { intervalIn } from './difference-text';
import type { ComparedInterval, ComparisonResult } from './result';

type Parts = Pick<ComparedFigure, 'qualifier' | 'value' | 'low' | 'high' | 'lastDigit' | 'unit'>;

const figure = (parts: Parts, more: Partial<ComparedFigure> = {}): ComparedFigure => ({
  surface: `${parts.value ?? `${parts.low} to ${parts.high}`}`,
  ...parts,
  significantDigits: null,
  unitName: null,
  measure: null,
  dimension: findUnit(parts.unit ?? '1')?.dimension ?? null,
  statistic: null,
  change: 'equal',
  ...(baseInterval(parts) ?? { baseLow: null, baseHigh: null, baseUnit: null }),
  scope: null,
  basis: null,
  partOf: null,
  asOf: null,
  cumulative: null,
  ...more,
});

const LENGTHS = ['m', 'km', '[mi_i]', '[nmi_i]', '[ft_i]', '[yd_i]'] as const;
const POINTS = ['exact', 'about'] as const;

/** Values that lie close enough together for every result to come up. */
const value = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(0, 1, 2))
  .map(([digits, decimals]) => {
    const text = toDecimalText({ numerator: BigInt(digits), denominator: ONE.denominator });
    const lastDigit = decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
    return { value: toDecimalText(times(text, lastDigit)), lastDigit };
  });

const times = (a: string, b: string) => multiply(parseDecimal(a) ?? ONE, parseDecimal(b) ?? ONE);

const pointLike = (unit: string, qualifiers: readonly Qualifier[]) =>
  fc
    .record({ qualifier: fc.constantFrom(...qualifiers), number: value })
    .map(({ qualifier, number }) => figure({ qualifier, low: null, high: null, unit, ...number }));

const rangeLike = (unit: string) =>
  fc
    .tuple(value, value)
    .map(([{ value: low }, { value: high }]) =>
      figure({ qualifier: 'between', value: null, low, high, lastDigit: '1', unit }),
    );

const SINGLE = QUALIFIERS.filter((each) => each !== 'between' && each !== 'order');
const anyFigure = (unit: string) => fc.oneof(pointLike(unit, SINGLE), rangeLike(unit));
const anyLength = fc.constantFrom(...LENGTHS).chain(anyFigure);

const SWAPPED: Partial<Record<ComparisonResult, ComparisonResult>> = {
  understates: 'overstates',
  overstates: 'understates',
};

/** How bad a result is: agrees, meets in part, differs. */
const STRICTNESS: Record<ComparisonResult, number> = {
  match: 0,
  roundsTo: 0,
  within: 0,
  understates: 1,
  overstates: 1,
  differs: 2,
  outdated: 3,
  differentMeasure: 3,
  notComparable: 3,
};

describe('comparisons are exact in both directions and in every unit', () => {
  test('a figure matches itself, with a difference of zero', () => {
    fc.assert(
      fc.property(anyLength, (each) => {
        const { result, differencePercent, ratio } = compareFigures(each, each);
        expect(result).toBe('match');
        expect(differencePercent ?? '0').toBe('0');
        expect(ratio ?? '1').toBe('1');
      }),
    );
  });

  test('comparing the source with the article gives the mirrored result of comparing the article with the source', () => {
    fc.assert(
      fc.property(anyLength, anyLength, (article, source) => {
        const there = compareFigures(article, source);
        const back = compareFigures(source, article);
        expect(back.result).toBe(SWAPPED[there.result] ?? there.result);
        const turned = { below: 'above', above: 'below' } as const;
        expect(back.direction).toBe(there.direction && turned[there.direction]);
        expect(back.article).toEqual(there.source);
      }),
    );
  });

  test('two figures converted to another unit compare as before', () => {
    const pairs = fc
      .constantFrom('km', '[ft_i]', '[nmi_i]', '[mi_i]')
      .chain((unit) => fc.tuple(anyFigure(unit), anyFigure(unit)));
    fc.assert(
      fc.property(pairs, ([article, source]) => {
        const before = compareFigures(article, source);
        const after = compareFigures(inMetres(article), inMetres(source));
        expect(after.result).toBe(before.result);
        expect(after.ratio).toBe(before.ratio);
        expect(after.article).toEqual(before.article);
      }),
    );
  });

  test('a figure with a wider hedge is never judged more strictly', () => {
    const wide = { ...DEFAULT_COMPARISON_POLICY, aboutShare: '0.2' };
    fc.assert(
      fc.property(pointLike('m', POINTS), anyFigure('m'), (article, source) => {
        const plain = { ...article, qualifier: 'exact' as const };
        const about = { ...article, qualifier: 'about' as const };
        const [exact, hedged, wider] = [
          compareFigures(plain, source),
          compareFigures(about, source),
          compareFigures(about, source, wide),
        ].map(({ result }) => STRICTNESS[result]);
        expect(hedged).toBeLessThanOrEqual(exact ?? 0);
        expect(wider).toBeLessThanOrEqual(hedged ?? 0);
      }),
    );
  });

  test('the label follows from the bars and points that are drawn', () => {
    const people = pointLike('{person}', SINGLE);
    // So coarse that bars are wide.
    const coarse = fc
      .tuple(
        fc.constantFrom(...SINGLE),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('km', '[mi_i]', '[nmi_i]'),
      )
      .map(([qualifier, of, unit]) =>
        figure({ qualifier, value: `${of}`, low: null, high: null, lastDigit: '1', unit }),
      );
    const pairs = fc.oneof(
      fc.tuple(coarse, coarse),
      fc.tuple(anyLength, anyLength),
      fc.tuple(people, people),
    );
    fc.assert(
      fc.property(pairs, (pair) => {
        const { result, article, source } = compareFigures(...pair);
        if (!article || !source) throw new Error('the two can be drawn');
        const overlap = overlapOf(article, source);
        if (result === 'differs') expect(overlap).not.toBe('inside');
        if (result === 'roundsTo' || result === 'within') expect(overlap).not.toBe('none');
        if (overlap === 'none') expect(result).toBe('differs');
      }),
      // Two wide bars that meet only in part are rare.
      { numRuns: 1000 },
    );
  });

  /** How two bars lie by their drawn ends: apart, or with more than an end in common. */
  function overlapOf(a: ComparedInterval, s: ComparedInterval): 'none' | 'end' | 'inside' {
    const end = (text: string | null) => (text === null ? null : parseDecimal(text));
    const between = (one: ComparedInterval, other: ComparedInterval) => {
      const [high, low] = [end(one.high), end(other.low)];
      return high && low ? compare(high, low) : 1;
    };
    const least = Math.min(between(a, s), between(s, a));
    return least < 0 ? 'none' : least === 0 ? 'end' : 'inside';
  }

  test('every comparison is one sentence that quotes both figures as they were written', () => {
    fc.assert(
      fc.property(anyLength, anyLength, (article, source) => {
        const { sentence } = compareFigures(article, source);
        expect(sentence).toMatch(/^The [^\n]+\.$/);
        expect(sentence).toContain(article.surface);
        expect(sentence).not.toMatch(/undefined|null|NaN|\(\)| {2}/);
      }),
    );
  });

  // Every factor to metres is a finite decimal, so nothing is rounded on the way.
  function inMetres(each: ComparedFigure): ComparedFigure {
    const unit = findUnit(each.unit ?? '1');
    const convert = (text: string | null) => {
      const number = text === null ? null : parseDecimal(text);
      return number && unit && toDecimalText(toBase(number, unit));
    };
    return figure({
      qualifier: each.qualifier,
      value: convert(each.value),
      low: convert(each.low),
      high: convert(each.high),
      lastDigit: convert(each.lastDigit),
      unit: 'm',
    });
  }
});

test('a rise is apart from a drop of one size that only a noun tells', () => {
  const percent = (more: Partial<ComparedFigure>) =>
    figure(
      { qualifier: 'exact', value: '4', low: null, high: null, lastDigit: '1', unit: '%' },
      { statistic: 'change', ...more },
    );
  const drop = percent({ measure: 'drop in rents' });
  expect(compareFigures(drop, percent({ measure: 'rents', change: 'up' })).result).toBe('differs');
  expect(compareFigures(drop, percent({ measure: 'rents', change: 'down' })).result).toBe('match');
  const swing = percent({ measure: 'swing in rents' });
  expect(compareFigures(swing, percent({ measure: 'rents', change: 'up' })).result).toBe('match');
});

describe('the desk sets the policy of comparison', () => {
  const yards = figure({
    qualifier: 'about',
    value: '400',
    low: null,
    high: null,
    lastDigit: '1',
    unit: '[yd_i]',
  });
  const metres = figure({
    qualifier: 'exact',
    value: '415',
    low: null,
    high: null,
    lastDigit: '1',
    unit: 'm',
  });

  test('a desk that lets "about" stretch by a fifth finds 415 m within around 400 yards', () => {
    const policy = { ...DEFAULT_COMPARISON_POLICY, aboutShare: '0.2' };
    expect(compareFigures(yards, metres).result).toBe('differs');
    expect(compareFigures(yards, metres, policy).result).toBe('within');
  });

  test('the table has exact ends, and whole people', () => {
    const range = (each: ComparedFigure) => {
      const { article } = compareFigures(each, each);
      return article && intervalIn(article, each);
    };
    const dead = { value: '10000', unit: '{death}', surface: '10,000' };
    expect(range({ ...metres, ...dead })).toBe('10,000');
    expect(range({ ...metres, ...dead, qualifier: 'about', value: '35' })).toBe('32 to 38');
    expect(range({ ...metres, ...dead, qualifier: 'nearly', value: '6' })).toBe('5.4 to 6');
    expect(range({ ...metres, surface: '4,512.25 m', value: '4512.25', lastDigit: '0.01' })).toBe(
      '4,512.245 to 4,512.255 m',
    );
    const billions = { value: '6340000000', lastDigit: '10000000', surface: '6.34 billion' };
    expect(range({ ...metres, ...billions, unit: '{person}' })).toBe(
      '6.335 billion to 6.345 billion',
    );
  });

  test('a comparison consists of text only, so that it can be stored unchanged', () => {
    const comparison = compareFigures(yards, metres);
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(comparison.article).toEqual({
      value: '365.76',
      low: '329.184',
      high: '402.336',
      unit: 'm',
    });
    expect(comparison.difference).toEqual({ value: '-49.24', unit: 'm' });
  });
});
