import { expect, test } from 'vitest';
import { movePlaces } from './places';

const OLD = 'He saw 7 ships and 12 boats';
const figure = (surface: string) => {
  const start = 100 + OLD.indexOf(surface);
  return { id: surface, surface, start, end: start + surface.length };
};
const stored = [figure('7'), figure('12')];

test('figures move with the words around them', () => {
  expect(movePlaces(stored, { start: 100 }, { start: 300, exact: OLD })).toEqual([
    { id: '7', start: 307, end: 308 },
    { id: '12', start: 319, end: 321 },
  ]);
});

test('in a new wording a figure gets a place only where it is written exactly once', () => {
  const exact = 'Of the boats he saw 12, of the ships 8';
  expect(movePlaces(stored, { start: 100 }, { start: 300, exact })).toEqual([
    { id: '7', start: null, end: null },
    { id: '12', start: 320, end: 322 },
  ]);
  expect(movePlaces([figure('12')], { start: 100 }, { start: 0, exact: '12 and 12' })).toEqual([
    { id: '12', start: null, end: null },
  ]);
});
