import { expect, test } from 'vitest';
import { isReshapable, splitPlaces } from './reshape';

test('a claim may be split before every word but the first', () => {
  expect(splitPlaces('It sank,\nand 60 died', 100)).toEqual([
    { at: 103, word: 'sank,' },
    { at: 109, word: 'and' },
    { at: 113, word: '60' },
    { at: 116, word: 'died' },
  ]);
});

test('a claim on which evidence or a verdict rests is not split', () => {
  const claim = { status: 'open', evidenceCount: 0, verdictCount: 0 } as const;
  expect(isReshapable(claim)).toBe(true);
  expect(isReshapable({ ...claim, evidenceCount: 1 })).toBe(false);
  expect(isReshapable({ ...claim, status: 'checking' })).toBe(false);
});
