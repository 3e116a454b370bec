import { describe, expect, test } from 'vitest';
import { type DueClaim, overdueNotices, type ToldOverdue } from './overdue';

const CLAIM: DueClaim = {
  id: 'c1',
  status: 'checking',
  dueOn: '2026-11-20',
  assigneeId: 'noor',
};

const told = (
  claim: Partial<DueClaim>,
  { today = '2026-11-24', before = [] }: { today?: string; before?: readonly ToldOverdue[] } = {},
) =>
  overdueNotices([{ ...CLAIM, ...claim }], {
    today,
    editorIds: ['ada', 'eva'],
    active: new Set(['ada', 'eva', 'noor']),
    told: before,
  }).map(({ userId }) => userId);

const toldNoor = (on: string): ToldOverdue => ({ claimId: 'c1', userId: 'noor', on });

describe('who is told', () => {
  test.each<[string, Partial<DueClaim>, string[]]>([
    ['whoever holds it', {}, ['noor']],
    ['the editors where nobody does', { assigneeId: null }, ['ada', 'eva']],
    ['the editors where its holder has left', { assigneeId: 'gone' }, ['ada', 'eva']],
    ['nobody before', { dueOn: '2026-11-24' }, []],
    ['nobody once it is approved', { status: 'approved' }, []],
  ])('%s', (_, claim, expected) => {
    expect(told(claim)).toEqual(expected);
  });

  test.each<[string, ToldOverdue[], Partial<DueClaim>, string[]]>([
    ['nobody twice', [toldNoor('2026-11-21')], {}, []],
    ['nobody twice, however late they were told', [toldNoor('2026-11-24')], {}, []],
    [
      'again for a later due date that passed too',
      [toldNoor('2026-11-21')],
      { dueOn: '2026-11-22' },
      ['noor'],
    ],
    ['not again for an earlier one', [toldNoor('2026-11-21')], { dueOn: '2026-11-01' }, []],
    ['whoever holds it now', [toldNoor('2026-11-21')], { assigneeId: 'ada' }, ['ada']],
    [
      'of the editors, those who were not told yet',
      [{ ...toldNoor('2026-11-21'), userId: 'ada' }],
      { assigneeId: null },
      ['eva'],
    ],
    ['by the last time they were told', [toldNoor('2026-11-24'), toldNoor('2026-01-01')], {}, []],
    ['of each claim', [{ ...toldNoor('2026-11-24'), claimId: 'c2' }], {}, ['noor']],
  ])('%s', (_, before, claim, expected) => {
    expect(told(claim, { before })).toEqual(expected);
  });
});
