import { describe, expect, test } from 'vitest';
import { listOthers, noteVisit, PRESENT_FOR_MS, type Presence, presenceInWords } from './presence';

const visit = (
  presence: Presence,
  claimId: string,
  id: string,
  seenAt: number,
  isWriting = false,
) => noteVisit(presence, claimId, { id, name: `Name of ${id}`, isWriting, seenAt });

const others = (presence: Presence, now: number, by = 'ada') =>
  listOthers(presence, 'c1', { by, now }).map(({ name }) => name);

describe('the people who have a claim open', () => {
  test('are all who asked lately, except oneself', () => {
    const presence: Presence = new Map();
    visit(presence, 'c1', 'ada', 0);
    visit(presence, 'c1', 'noor', 1000);
    visit(presence, 'c2', 'li', 1000);
    expect(others(presence, 2000)).toEqual(['Name of noor']);
    expect(others(presence, 2000, 'noor')).toEqual(['Name of ada']);
  });

  test('do not include anybody who has been silent', () => {
    const presence: Presence = new Map();
    visit(presence, 'c1', 'noor', 0);
    expect(others(presence, PRESENT_FOR_MS)).toHaveLength(1);
    expect(others(presence, PRESENT_FOR_MS + 1)).toEqual([]);
  });

  test('include each person once, in the latest state', () => {
    const presence: Presence = new Map();
    visit(presence, 'c1', 'noor', 0, true);
    visit(presence, 'c1', 'noor', 10);
    expect(listOthers(presence, 'c1', { by: 'ada', now: 10 })).toEqual([
      { name: 'Name of noor', isWriting: false },
    ]);
  });

  test('are forgotten, claim by claim and person by person', () => {
    const presence: Presence = new Map();
    for (let i = 0; i < 100; i++) visit(presence, `c${i}`, 'noor', i);
    expect(presence.size).toBe(100);
    visit(presence, 'c1', 'ada', PRESENT_FOR_MS + 100);
    expect([...presence.keys()]).toEqual(['c1']);
    expect([...(presence.get('c1')?.keys() ?? [])]).toEqual(['ada']);
  });

  test('are bounded in number, however many ask at once', () => {
    const presence: Presence = new Map();
    for (let i = 0; i < 5000; i++) visit(presence, `c${i}`, 'noor', 0);
    for (let i = 0; i < 500; i++) visit(presence, 'c1', `p${i}`, 0);
    expect(presence.size).toBeLessThanOrEqual(2000);
    expect(presence.get('c1')?.size).toBeLessThanOrEqual(50);
    expect(others(presence, 0)).toContain('Name of p499');
  });
});

test.each<[string[], string[], string]>([
  [[], [], ''],
  [['Noor'], [], 'Noor is here too'],
  [['Noor'], ['Noor'], 'Noor is here too, and is writing'],
  [['Li', 'Noor'], [], 'Li and Noor are here too'],
  [['Li', 'Noor'], ['Noor'], 'Li and Noor are here too; Noor is writing'],
  [['Li', 'Noor'], ['Li', 'Noor'], 'Li and Noor are here too; Li and Noor are writing'],
  [['A', 'B', 'C', 'D'], [], 'A, B, C and one more are here too'],
  [['A', 'B', 'C', 'D', 'E'], [], 'A, B, C and 2 more are here too'],
])('%j, writing %j: %s', (here, writing, words) => {
  const people = here.map((name) => ({ name, isWriting: writing.includes(name) }));
  expect(presenceInWords(people)).toBe(words);
});
