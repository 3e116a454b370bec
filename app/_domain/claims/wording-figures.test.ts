import { describe, expect, test } from 'vitest';
import { decideFigure } from '../figures/edit';
import type { Figure } from '../figures/figure';
import { followWording, placeReadFigures } from './wording-figures';

function figure(value: string, unit: string | null = null): Figure {
  const nothing = { qualifier: null, low: null, high: null, measure: null, statistic: null };
  const decided = decideFigure({ ...nothing, surface: value, value, unit }, null);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  return decided.value;
}
const [injured, killed, ships] = [figure('4000'), figure('600'), figure('12')];

describe('a new wording of a claim', () => {
  test('with other figures changes the figures of the claim', () => {
    expect(followWording([injured], [injured], [killed, ships])).toEqual({
      adds: [killed, ships],
      removals: [injured],
    });
  });
  test('with the same figures changes none of them, even if a reviewer chose another unit', () => {
    const settled = { ...figure('4000', 'short ton'), id: 'held' };
    expect(followWording([settled], [injured], [injured])).toEqual({ adds: [], removals: [] });
  });
  test('does not bring back a figure that a reviewer removed, and does not remove one that a reviewer added', () => {
    expect(followWording([ships], [injured], [injured])).toEqual({ adds: [], removals: [] });
  });
});

test('the figures of a wording get their places in the article', () => {
  const inArticle = { ...killed, surface: 'around 600', start: 10, end: 20 };
  expect(placeReadFigures([killed, ships], [inArticle])).toEqual([
    inArticle,
    { ...ships, start: null, end: null },
  ]);
});
