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

describe('another wording', () => {
  test('with other figures changes those of the claim', () => {
    expect(followWording([injured], [injured], [killed, ships])).toEqual({
      adds: [killed, ships],
      removals: [injured],
    });
  });
  test('with the same figures changes none, whatever unit a reviewer settled on', () => {
    const settled = { ...figure('4000', 'short ton'), id: 'held' };
    expect(followWording([settled], [injured], [injured])).toEqual({ adds: [], removals: [] });
  });
  test('brings back nothing that a reviewer took off, and takes off nothing that one added', () => {
    expect(followWording([ships], [injured], [injured])).toEqual({ adds: [], removals: [] });
  });
});

test('figures of a wording stand where the article has them', () => {
  const inArticle = { ...killed, surface: 'around 600', start: 10, end: 20 };
  expect(placeReadFigures([killed, ships], [inArticle])).toEqual([
    inArticle,
    { ...ships, start: null, end: null },
  ]);
});
