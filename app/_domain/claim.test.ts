import { describe, expect, test } from 'vitest';
import {
  CLAIM_STATUSES,
  type ClaimState,
  claimCode,
  decideAccept,
  decideDismiss,
  decideTake,
  decideUndo,
  parseClaimCode,
} from './claim';

const claim = (state: Partial<ClaimState> = {}): ClaimState => ({
  id: 'a-claim',
  status: 'suggested',
  revision: 3,
  assigneeId: null,
  evidenceCount: 0,
  verdictCount: 0,
  ...state,
});

describe('who may go where', () => {
  const outcome = (result: { ok: true; value: { to: string } | null } | { ok: false }) =>
    result.ok ? (result.value?.to ?? 'stays') : 'refused';
  const table = CLAIM_STATUSES.map((status) => {
    const at = claim({ status });
    return [
      status,
      outcome(decideAccept(at)),
      outcome(decideDismiss(at, 'trivial', null)),
      outcome(decideUndo(at)),
      outcome(decideTake(at, 'ada')),
    ];
  });
  test('accept, dismiss, undo and take lead exactly here', () => {
    expect(table).toEqual([
      ['suggested', 'open', 'dismissed', 'refused', 'refused'],
      ['open', 'refused', 'dismissed', 'suggested', 'checking'],
      ['checking', 'refused', 'refused', 'refused', 'stays'],
      ['inReview', 'refused', 'refused', 'refused', 'refused'],
      ['approved', 'refused', 'refused', 'refused', 'refused'],
      ['published', 'refused', 'refused', 'refused', 'refused'],
      ['dismissed', 'refused', 'refused', 'suggested', 'refused'],
    ]);
  });
});

describe('a dismissal', () => {
  test('needs a reason', () => {
    expect(decideDismiss(claim(), null, null)).toMatchObject({
      refusal: { kind: 'reasonMissing' },
    });
  });
  test('as a duplicate needs the other claim, and not itself', () => {
    expect(decideDismiss(claim(), 'duplicate', null)).toMatchObject({
      refusal: { kind: 'duplicateMissing' },
    });
    expect(decideDismiss(claim(), 'duplicate', 'a-claim')).toMatchObject({
      refusal: { kind: 'duplicateOfItself' },
    });
    expect(decideDismiss(claim(), 'duplicate', 'another')).toMatchObject({
      value: { dismissReason: 'duplicate', duplicateOfId: 'another' },
    });
  });
  test('keeps no other claim when it is not as a duplicate', () => {
    expect(decideDismiss(claim(), 'opinion', 'another')).toMatchObject({
      value: { duplicateOfId: null },
    });
  });
  test('is refused once evidence is attached', () => {
    expect(
      decideDismiss(claim({ status: 'open', evidenceCount: 1 }), 'trivial', null),
    ).toMatchObject({ refusal: { kind: 'workAttached' } });
  });
});

test('whoever takes an open claim is its assignee, unless somebody was assigned', () => {
  expect(decideTake(claim({ status: 'open' }), 'ada')).toMatchObject({
    value: { assigneeId: 'ada' },
  });
  expect(decideTake(claim({ status: 'open', assigneeId: 'noor' }), 'ada')).toMatchObject({
    value: { assigneeId: 'noor' },
  });
});

test.each([
  [1, 'C-0001'],
  [142, 'C-0142'],
  [123456, 'C-123456'],
])('claim %i is called %s, and found by it', (number, code) => {
  expect(claimCode(number)).toBe(code);
  expect(parseClaimCode(code)).toBe(number);
  expect(parseClaimCode(` ${code.toLowerCase()} `)).toBe(number);
});

test.each(['', '142', 'C-', 'C-0142x', 'D-0142', 'C--1', 'C-1e3'])('%j is no code', (text) => {
  expect(parseClaimCode(text)).toBeNull();
});
