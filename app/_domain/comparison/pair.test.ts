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

test('two figures are paired once, while their claim is under work', () => {
  expect(decidePair(claim, pair)).toMatchObject({ ok: true });
  expect(decidePair(claim, { ...pair, evidenceQuantityId: 'feet' })).toMatchObject({
    refusal: { kind: 'alreadyPaired' },
  });
});

test('a removed figure, or one of another claim, cannot be paired', () => {
  for (const other of [{ claimQuantityId: 'miles' }, { evidenceQuantityId: 'miles' }]) {
    expect(decidePair(claim, { ...pair, ...other })).toMatchObject({
      refusal: { kind: 'noSuchFigure' },
    });
  }
});

test('a submitted claim gets no new pairs', () => {
  expect(decidePair({ ...claim, status: 'inReview' }, pair)).toMatchObject({
    refusal: { kind: 'wrongStatus', status: 'inReview' },
  });
});

test('a misquoted figure of a source cannot be paired', () => {
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
