import { describe, expect, test } from 'vitest';
import { type DueClaim, type NotifiedOverdue, overdueNotifications } from './overdue';

const CLAIM: DueClaim = {
  id: 'c1',
  status: 'checking',
  dueOn: '2026-11-20',
  assigneeId: 'noor',
};

const notifications = (
  claim: Partial<DueClaim>,
  {
    today = '2026-11-24',
    before = [],
  }: { today?: string; before?: readonly NotifiedOverdue[] } = {},
) =>
  overdueNotifications([{ ...CLAIM, ...claim }], {
    today,
    editorIds: ['ada', 'eva'],
    active: new Set(['ada', 'eva', 'noor']),
    notified: before,
  }).map(({ userId }) => userId);

const notifiedNoor = (on: string): NotifiedOverdue => ({ claimId: 'c1', userId: 'noor', on });

describe('the people who are notified of an overdue claim', () => {
  test.each<[string, Partial<DueClaim>, string[]]>([
    ['whoever holds it', {}, ['noor']],
    ['the editors where nobody does', { assigneeId: null }, ['ada', 'eva']],
    ['the editors where its holder has left', { assigneeId: 'gone' }, ['ada', 'eva']],
    ['nobody before', { dueOn: '2026-11-24' }, []],
    ['nobody once it is approved', { status: 'approved' }, []],
  ])('%s', (_, claim, expected) => {
    expect(notifications(claim)).toEqual(expected);
  });

  test.each<[string, NotifiedOverdue[], Partial<DueClaim>, string[]]>([
    ['nobody twice', [notifiedNoor('2026-11-21')], {}, []],
    ['nobody twice, however late they were told', [notifiedNoor('2026-11-24')], {}, []],
    [
      'again for a later due date that passed too',
      [notifiedNoor('2026-11-21')],
      { dueOn: '2026-11-22' },
      ['noor'],
    ],
    ['not again for an earlier one', [notifiedNoor('2026-11-21')], { dueOn: '2026-11-01' }, []],
    ['whoever holds it now', [notifiedNoor('2026-11-21')], { assigneeId: 'ada' }, ['ada']],
    [
      'of the editors, those who were not told yet',
      [{ ...notifiedNoor('2026-11-21'), userId: 'ada' }],
      { assigneeId: null },
      ['eva'],
    ],
    [
      'by the last time they were told',
      [notifiedNoor('2026-11-24'), notifiedNoor('2026-01-01')],
      {},
      [],
    ],
    ['of each claim', [{ ...notifiedNoor('2026-11-24'), claimId: 'c2' }], {}, ['noor']],
  ])('%s', (_, before, claim, expected) => {
    expect(notifications(claim, { before })).toEqual(expected);
  });
});
