import { describe, expect, test } from 'vitest';
import { FIRST_SCALE } from '../review/rating';
import {
  type DeskCounts,
  feedbackInWords,
  lastMonths,
  quantile,
  scaleTop,
  toDeskNumbers,
  toDeskRecords,
} from './desk-numbers';

const TODAY = '2026-11-24';
const NONE: DeskCounts = { statuses: [], ratings: [], approvals: [], open: [], feedback: [] };
const numbers = (counts: Partial<DeskCounts>) =>
  toDeskNumbers({ ...NONE, ...counts }, FIRST_SCALE, TODAY);

test.each([
  [[], 0.5, null],
  [[[3, 1]], 0.5, 3],
  [[[3, 1]], 0.25, 3],
  // For an even number, the lower of the two in the middle: a number of days that occurred.
  [[[1, 1], [2, 1], [3, 1], [4, 1]], 0.5, 2],
  [[[1, 1], [2, 1], [9, 1]], 0.5, 2],
  [[[9, 1], [1, 1], [2, 1]], 0.75, 9],
  [[[0, 99], [30, 1]], 0.5, 0],
  [[[0, 99], [30, 1]], 1, 30],
  [[[0, 1], [30, 99]], 0.25, 30],
] as const)('among %j the share %d does not exceed %s', (pairs, share, value) => {
  const tallies = pairs.map(([each, count]) => ({ value: each, count }));
  expect(quantile(tallies, share)).toBe(value);
}); // biome-ignore format: a table to scan

test.each([
  ['2026-11-24', 3, ['2026-09', '2026-10', '2026-11']],
  ['2026-01-31', 3, ['2025-11', '2025-12', '2026-01']],
  ['2026-12-01', 1, ['2026-12']],
])('the months up to %s, %i of them', (today, count, months) => {
  expect(lastMonths(today, count)).toEqual(months);
});

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 5],
  [7, 10],
  [10, 10],
  [11, 20],
  [199, 200],
  [6000, 10000],
])('a scale for %i ends with %i', (highest, top) => {
  expect(scaleTop(highest)).toBe(top);
});

test('every status and every rating has a bar, in a fixed order, with zero where it has no claims', () => {
  const { statuses, ratings } = numbers({
    statuses: [{ status: 'published', count: 3 }],
    ratings: [{ ratingKey: 'false', count: 2 }],
  });
  expect(statuses.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 3, 0, 0]);
  expect(ratings.map(({ label, count }) => `${label} ${count}`)).toEqual([
    'True 0',
    'Mostly true 0',
    'Half true 0',
    'Mostly false 0',
    'False 2',
    'Unproven 0',
    'Outdated 0',
  ]);
  expect(statuses[5]).toMatchObject({ tone: 'published', query: 'status=published' });
});

test('a retired rating is shown only while a claim has it', () => {
  const scale = FIRST_SCALE.map((each) => ({ ...each, retired: each.key === 'outdated' }));
  const labels = (counts: Partial<DeskCounts>) =>
    toDeskNumbers({ ...NONE, ...counts }, scale, TODAY).ratings.map(({ label }) => label);
  expect(labels({})).not.toContain('Outdated');
  expect(labels({ ratings: [{ ratingKey: 'outdated', count: 1 }] })).toContain('Outdated');
});

describe('the age of unfinished claims', () => {
  test.each([
    ['2026-11-24', '0'],
    ['2026-11-23', '1–2'],
    ['2026-11-22', '1–2'],
    ['2026-11-21', '3–6'],
    ['2026-11-18', '3–6'],
    ['2026-11-17', '7–13'],
    ['2026-11-10', '14–29'],
    ['2026-10-26', '14–29'],
    ['2026-10-25', '30–89'],
    ['2026-08-27', '30–89'],
    ['2026-08-26', '90+'],
    ['2019-01-01', '90+'],
    // A clock that was set back.
    ['2026-11-25', '0'],
  ])('accepted on %s is of the class %s', (day, label) => {
    const { bins, open } = numbers({ open: [{ day, count: 4 }] }).ages;
    expect(bins.filter(({ count }) => count > 0)).toEqual([{ label, count: 4 }]);
    expect(open).toBe(4);
  });
  test('has a median only if a claim is open', () => {
    expect(numbers({}).ages).toMatchObject({ open: 0, median: null });
    expect(
      numbers({
        open: [
          { day: '2026-11-24', count: 1 },
          { day: '2026-11-14', count: 2 },
        ],
      }).ages.median,
    ).toBe(10);
  });
});

test('the turnaround is given for the last twelve months only', () => {
  const { turnaround } = numbers({
    approvals: [
      { month: '2026-11', days: 2, count: 1 },
      { month: '2026-11', days: 10, count: 3 },
      { month: '2025-12', days: 4, count: 1 },
      { month: '2025-11', days: 400, count: 9 },
    ],
  });
  expect(turnaround.months).toHaveLength(12);
  expect(turnaround.months[0]).toEqual({
    month: '2025-12',
    approved: 1,
    spread: { low: 4, median: 4, high: 4 },
  });
  expect(turnaround.months[1]).toEqual({ month: '2026-01', approved: 0, spread: null });
  expect(turnaround.months[11]).toEqual({
    month: '2026-11',
    approved: 4,
    spread: { low: 2, median: 10, high: 10 },
  });
  expect(turnaround).toMatchObject({ approved: 5, median: 10 });
});

test('what became of the suggestions of the engine is one sentence, once one is decided', () => {
  expect(feedbackInWords(numbers({}).feedback)).toBeNull();
  const feedback = [
    { became: 'untouched', count: 41 },
    { became: 'misread', count: 1 },
  ] as const;
  expect(feedbackInWords(numbers({ feedback }).feedback)).toBe(
    'Of 42 decided suggestions of the engine, 41 were used untouched, 0 were mended, 1 was misread, and 0 were dismissed for another reason.',
  );
});

test('the CSV has every number of every chart', () => {
  const records = toDeskRecords(
    numbers({
      statuses: [{ status: 'open', count: 7 }],
      approvals: [{ month: '2026-11', days: 2, count: 1 }],
      open: [{ day: TODAY, count: 7 }],
    }),
  );
  expect(records).toHaveLength(8 + 7 + 4 * 12 + 1 + 7 + 1 + 4);
  expect(records).toContainEqual(['claims by status', 'Open', 7]);
  expect(records).toContainEqual(['turnaround, median (days)', '2026-11', 2]);
  expect(records).toContainEqual(['turnaround, median (days)', '2026-10', null]);
  expect(records).toContainEqual(['age of claims not done (days)', '0', 7]);
});
