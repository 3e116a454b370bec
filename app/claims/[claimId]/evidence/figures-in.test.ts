import { expect, test } from 'vitest';
import { readFiguresIn } from './figures-in';
import { tablesOf } from './tables-of';

const TEXT = `Ferries of the river Marl

Port | Passengers 2023 | Passengers 2024 | Ferries
Velm | 8,140 | 8,390 | 3
Northhaven | 12,100 | 12,400 | 7

The company employs 212 people.`;

const placed = (quote: string) => {
  const start = TEXT.indexOf(quote);
  const find = { found: 'exact', start, end: start + quote.length, score: 1 } as const;
  return { quote, find, text: TEXT, publishedOn: null };
};

test('the figures of a row are read with the heads of its columns, at their places', () => {
  const figures = readFiguresIn(placed('Northhaven | 12,100 | 12,400 | 7'));
  expect(figures.map(({ surface, measure }) => [surface, measure])).toEqual([
    ['12,100', 'Passengers 2023, Northhaven'],
    ['12,400', 'Passengers 2024, Northhaven'],
    ['7', 'Ferries, Northhaven'],
  ]);
  for (const { start, end, surface } of figures) expect(TEXT.slice(start, end)).toBe(surface);
});

test('of picked cells only those figures are evidence, and of a sentence all as before', () => {
  const row = 'Velm | 8,140 | 8,390 | 3';
  const cells = [TEXT.indexOf('8,390')];
  expect(readFiguresIn({ ...placed(row), cells }).map(({ surface }) => surface)).toEqual(['8,390']);
  // A cell of another row is no cell of this quote.
  const elsewhere = [TEXT.indexOf('12,400')];
  expect(readFiguresIn({ ...placed(row), cells: elsewhere })).toHaveLength(3);
  const sentence = readFiguresIn(placed('The company employs 212 people.'));
  expect(sentence).toMatchObject([{ surface: '212', start: TEXT.indexOf('212') }]);
  const absent = { ...placed(row), find: { found: 'absent' } as const, text: null };
  expect(readFiguresIn(absent).length).toBeGreaterThan(0);
});

test('the tables of a copy have their heads and their cells', () => {
  const [table, ...more] = tablesOf(TEXT);
  expect(more).toEqual([]);
  expect(table?.heads?.map(({ words }) => words)).toEqual([
    ...['Port', 'Passengers 2023', 'Passengers 2024', 'Ferries'],
  ]);
  expect(table?.rows.map(({ cells }) => cells.map(({ words }) => words))).toEqual([
    ['Velm', '8,140', '8,390', '3'],
    ['Northhaven', '12,100', '12,400', '7'],
  ]);
  expect(tablesOf('No table | here at all.')).toEqual([]);
});
