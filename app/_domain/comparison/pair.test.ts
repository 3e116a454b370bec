import { expect, test } from 'vitest';
import { decidePair, isMisquoted, type PairableClaim } from './pair';

const claim: PairableClaim = {
  status: 'checking',
  claimQuantityIds: ['yards'],
  evidenceQuantityIds: ['metres', 'feet', 'misread'],
  misquotedIds: ['misread'],
  pairs: [{ claimQuantityId: 'yards', evidenceQuantityId: 'feet' }],
};
const pair = { claimQuantityId: 'yards', evidenceQuantityId: 'metres' };

test('two figures of a claim under work are held against each other once', () => {
  expect(decidePair(claim, pair)).toMatchObject({ ok: true });
  expect(decidePair(claim, { ...pair, evidenceQuantityId: 'feet' })).toMatchObject({
    refusal: { kind: 'alreadyPaired' },
  });
});

test('a figure that is gone, or of another claim, is held against nothing', () => {
  for (const other of [{ claimQuantityId: 'miles' }, { evidenceQuantityId: 'miles' }]) {
    expect(decidePair(claim, { ...pair, ...other })).toMatchObject({
      refusal: { kind: 'noSuchFigure' },
    });
  }
});

test('what was submitted stays as it is', () => {
  expect(decidePair({ ...claim, status: 'inReview' }, pair)).toMatchObject({
    refusal: { kind: 'wrongStatus', status: 'inReview' },
  });
});

test('a figure that stands otherwise in the source is held against nothing', () => {
  expect(decidePair(claim, { ...pair, evidenceQuantityId: 'misread' })).toMatchObject({
    refusal: { kind: 'misquoted' },
  });
  const quote = { quoteChange: 'figure' } as const;
  expect(isMisquoted(quote, { corrected: false })).toBe(true);
  // A reviewer has said what the source gives.
  expect(isMisquoted(quote, { corrected: true })).toBe(false);
  expect(isMisquoted({ quoteChange: 'words' }, { corrected: false })).toBe(false);
  expect(isMisquoted({ quoteChange: null }, { corrected: false })).toBe(false);
});
