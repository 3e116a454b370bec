import { describe, expect, test } from 'vitest';
import { findUnit, NUMBER } from '../units/unit';
import { compareFigures } from './compare';
import { differenceWords } from './difference-text';
import { type LineMark, toDatedSeries, toMark, toNumberLine } from './number-line';
import { parseFigure } from './test-figures';

const mark = (key: string, low: number | null, high: number | null, value: number | null = null) =>
  ({ key, low, high, value }) satisfies LineMark;

describe('figures on one line', () => {
  test('stand in the order of their values: the article’s yards, the source’s metres', () => {
    const line = toNumberLine([mark('article', 329, 402, 366), mark('source', 414.5, 415.5, 415)]);
    const [article, source] = line?.marks ?? [];
    expect(line?.isLogarithmic).toBe(false);
    expect(article?.from).toBeCloseTo(0.06);
    expect(source?.to).toBeCloseTo(0.94);
    expect(article?.to ?? 1).toBeLessThan(source?.from ?? 0);
    expect(line?.ticks.map(({ value }) => value)).toEqual([340, 360, 380, 400, 420]);
  });

  test('reach the edge of the line when they have an open end', () => {
    const line = toNumberLine([mark('over', 4000, null, 4000), mark('under', null, 3000, 3000)]);
    expect(line?.marks).toMatchObject([
      { isLowOpen: false, isHighOpen: true, to: 1 },
      { isLowOpen: true, isHighOpen: false, from: 0 },
    ]);
  });

  test('stand on a logarithmic line when they differ more than a hundredfold', () => {
    const line = toNumberLine([mark('a', 5e6, 5e6, 5e6), mark('b', 5e9, 5e9, 5e9)]);
    expect(line?.isLogarithmic).toBe(true);
    expect(line?.ticks.map(({ value }) => value)).toEqual([1e7, 1e8, 1e9]);
    const places = line?.ticks.map(({ at }) => at) ?? [];
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeCloseTo((places[2] ?? 0) - (places[1] ?? 0));
    expect(toNumberLine([mark('a', 1, 1, 1), mark('b', 100, 100, 100)])?.isLogarithmic).toBe(false);
  });

  test('keep zero at its place beside thousands', () => {
    const line = toNumberLine([
      mark('none', 0, 0, 0),
      mark('a', 2, 2, 2),
      mark('b', 900, 900, 900),
    ]);
    expect(line).toMatchObject({ isLogarithmic: true, marks: [{ value: 0 }, {}, {}] });
  });

  test('make a line for one value, and no line for no value', () => {
    expect(toNumberLine([mark('one', 5, 5, 5)])?.marks[0]?.value).toBeCloseTo(0.5);
    expect(toNumberLine([mark('zero', 0, 0, 0)])?.marks[0]?.value).toBeCloseTo(0.5);
    expect(toNumberLine([])).toBeNull();
    expect(toNumberLine([mark('open', null, null)])).toBeNull();
  });

  test('are given in the unit of the line', () => {
    const yard = findUnit('[yd_i]');
    if (!yard) throw new Error('a yard is known');
    const interval = { value: '415', low: '414.5', high: null, unit: 'm' };
    const placed = toMark('source', interval, yard);
    expect(placed.value).toBeCloseTo(453.85, 2);
    expect(placed.high).toBeNull();
  });

  test('are drawn as the table has them: people from whole number to whole number', () => {
    const interval = { value: '86', low: '85.5', high: '86.5', unit: '1' };
    expect(toMark('count', interval, NUMBER, true)).toMatchObject({ low: 86, high: 86 });
    const about = { value: '12000', low: '11500', high: '12499.5', unit: '1' };
    expect(toMark('count', about, NUMBER, true)).toMatchObject({ low: 11500, high: 12499 });
  });
});

describe('figures over the days they are of', () => {
  test('stand each at its own day', () => {
    const series = toDatedSeries([
      { ...mark('a', 44000, 44000, 44000), day: '2025-02-06' },
      { ...mark('b', 50000, 50000, 50000), day: '2025-02-13' },
      { ...mark('c', 53537, 53537, 53537), day: '2025-02-20' },
    ]);
    expect(series?.marks.map(({ at }) => Number(at.toFixed(2)))).toEqual([0.06, 0.5, 0.94]);
    expect(series?.days.map(({ day }) => day)).toEqual(['2025-02-06', '2025-02-13', '2025-02-20']);
  });

  test('make no series when they have only one day', () => {
    const day = '2025-02-06';
    expect(toDatedSeries([{ ...mark('a', 1, 1, 1), day }])).toBeNull();
    expect(
      toDatedSeries([
        { ...mark('a', 1, 1, 1), day },
        { ...mark('b', 2, 2, 2), day },
      ]),
    ).toBeNull();
  });
});

test('a difference of things is told with the things', () => {
  const found = parseFigure('84 people <84 {person}; people>');
  const words = (value: string) => {
    const figure = parseFigure(`${value} people <${value} {person}; people>`);
    return differenceWords(compareFigures(figure, found), found);
  };
  expect(words('86')).toBe('2.4% and 2 people above');
  expect(words('83')).toBe('1.2% and 1 person below');
});
