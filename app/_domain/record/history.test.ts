import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../canonical-json';
import { REVIEW_STEP_NAMES, REVIEW_STEPS } from '../review/steps';
import { EVENT_FILTER_NAMES } from './event-kind';
import { actionInWords, actionsOf, EVENT_ACTIONS, READING_ACTIONS } from './events';
import { changesInWords, revisionOf } from './history';

test('a change shows the old and the new value of each field', () => {
  expect(
    changesInWords(
      { kind: 'event', saidOn: null, text: 'Same.', id: 'x' },
      { kind: 'figure', saidOn: '2025-05-01', text: 'Same.', revision: 4 },
    ),
  ).toEqual([
    { label: 'Kind', isProse: false, before: 'Event', after: 'Figure' },
    { label: 'Said on', isProse: false, before: null, after: '1 May 2025' },
  ]);
});

test('an event with an unknown action or content is still shown', () => {
  expect(changesInWords(null, null)).toEqual([]);
  expect(changesInWords(['odd'], 'odd')).toEqual([]);
  expect(actionInWords('claim.accepted')).toBe('accepted the claim');
  expect(actionInWords('something.new')).toBe('something.new');
  expect(revisionOf({ revision: 7 })).toBe(7);
  expect(revisionOf(null)).toBeNull();
});

test('the event of reading an article again says what it changed', () => {
  expect(actionInWords('article.readAgain')).toBe('read the article again');
  const done = { engine: '0.2.0', added: 2, changed: 0, dismissed: 1, kept: 3 };
  expect(changesInWords(null, done).map(({ label, after }) => `${label}: ${after}`)).toEqual([
    'Version of the engine: 0.2.0',
    'Claims added: 2',
    'Claims changed: 0',
    'No longer found: 1',
    'Kept with the changes of reviewers: 3',
  ]);
});

test.each(READING_ACTIONS)('what a reading does to a claim is said in words: %s', (action) => {
  expect(actionInWords(action)).not.toBe(action);
});

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ '\u20ac': 'Euro', '\r': 'CR', '1': 'One' }, '{"\\r":"CR","1":"One","€":"Euro"}'],
    [Number('333333333.33333329'), '333333333.3333333'],
    [1e30, '1e+30'],
    [-0, '0'],
  ])('of %j', (value, written) => {
    expect(toCanonicalJson(value)).toBe(written);
  });
  test('refuses numbers that are not finite, and half characters', () => {
    expect(() => toCanonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => toCanonicalJson('\ud800')).toThrow(RangeError);
  });
});

describe('the kinds of events', () => {
  const filtersOf = (action: string) =>
    EVENT_FILTER_NAMES.filter((filter) => actionsOf(filter).some((each) => each === action));
  test.each([...READING_ACTIONS, ...REVIEW_STEP_NAMES.map((step) => REVIEW_STEPS[step].action)])(
    '%s is of one kind, and said in words',
    (action) => {
      expect(filtersOf(action)).toHaveLength(1);
      expect(actionInWords(action)).not.toBe(action);
    },
  );
  test('a filter of a history finds each of them', () => {
    expect(EVENT_FILTER_NAMES.flatMap(actionsOf).sort()).toEqual([...EVENT_ACTIONS].sort());
  });
  test('what a reading did is told from what people did', () => {
    expect([...READING_ACTIONS].sort()).toEqual([
      'claim.datesRead',
      'claim.foundAgain',
      'claim.notFound',
      'claim.readAgain',
      'claim.suggested',
      'figure.found',
      'figure.notFound',
      'figure.readAgain',
    ]);
  });
});
