import { describe, expect, test } from 'vitest';
import { CLAIM_STATUSES } from './claim';
import { decidePlan, isOverdue, isPlannable } from './planning';

const TODAY = '2026-11-24';

test.each([
  ['2026-11-23', 'open', true],
  ['2026-11-23', 'checking', true],
  ['2026-11-23', 'inReview', true],
  ['2025-12-31', 'open', true],
  // The day itself is still time enough.
  ['2026-11-24', 'open', false],
  ['2026-11-25', 'checking', false],
  [null, 'open', false],
  // What is not begun, done or laid aside is never late.
  ['2026-11-23', 'suggested', false],
  ['2026-11-23', 'approved', false],
  ['2026-11-23', 'published', false],
  ['2026-11-23', 'withdrawn', false],
  ['2026-11-23', 'dismissed', false],
] as const)('due %s and %s is overdue: %s', (dueOn, status, overdue) => {
  expect(isOverdue(dueOn, TODAY, status)).toBe(overdue);
});

test('a claim can be planned until it is published, withdrawn or dismissed', () => {
  expect(CLAIM_STATUSES.filter(isPlannable)).toEqual([
    'suggested',
    'open',
    'checking',
    'inReview',
    'approved',
  ]);
});

describe('a plan', () => {
  const claim = { status: 'open', priority: 'normal', dueOn: '2026-12-01' } as const;
  test.each([
    [{ priority: 'high' }, { priority: 'high', dueOn: '2026-12-01' }],
    [{ dueOn: '2026-12-03' }, { priority: 'normal', dueOn: '2026-12-03' }],
    [{ dueOn: null }, { priority: 'normal', dueOn: null }],
    [
      { priority: 'low', dueOn: null },
      { priority: 'low', dueOn: null },
    ],
  ] as const)('changed by %j keeps the parts that the change does not name', (change, plan) => {
    expect(decidePlan(claim, change)).toEqual({ ok: true, value: plan });
  });

  test.each([{}, { priority: 'normal' }, { dueOn: '2026-12-01' }] as const)(
    'that %j would leave as it is, is no change',
    (change) => {
      expect(decidePlan(claim, change)).toMatchObject({ refusal: { kind: 'alreadyPlanned' } });
    },
  );

  test.each(['published', 'withdrawn', 'dismissed'] as const)('is refused once %s', (status) => {
    expect(decidePlan({ ...claim, status }, { priority: 'high' })).toMatchObject({
      refusal: { kind: 'wrongStatus', status },
    });
  });
});
