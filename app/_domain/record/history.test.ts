import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../canonical-json';
import { READING_ACTIONS } from '../claims/reread';
import { REVIEW_STEP_NAMES, REVIEW_STEPS } from '../review/steps';
import {
  actionInWords,
  changesInWords,
  EVENT_KIND_NAMES,
  EVENT_KINDS,
  revisionOf,
} from './history';

test('a change reads as what was and what is, field by field', () => {
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

test('an event that is nobody’s words is read all the same', () => {
  expect(changesInWords(null, null)).toEqual([]);
  expect(changesInWords(['odd'], 'odd')).toEqual([]);
  expect(actionInWords('claim.accepted')).toBe('accepted the claim');
  expect(actionInWords('something.new')).toBe('something.new');
  expect(revisionOf({ revision: 7 })).toBe(7);
  expect(revisionOf(null)).toBeNull();
});

test('reading an article again is told with what it did', () => {
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
  test('has no number that is not finite and no half character', () => {
    expect(() => toCanonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => toCanonicalJson('\ud800')).toThrow(RangeError);
  });
});

describe('the kinds of events', () => {
  const kindOf = (action: string) =>
    EVENT_KIND_NAMES.filter((kind) =>
      EVENT_KINDS[kind].actions.some((each) =>
        each.endsWith('.') ? action.startsWith(each) : action === each,
      ),
    );
  test.each([...READING_ACTIONS, ...REVIEW_STEP_NAMES.map((step) => REVIEW_STEPS[step].action)])(
    '%s is of one kind, and said in words',
    (action) => {
      expect(kindOf(action)).toHaveLength(1);
      expect(actionInWords(action)).not.toBe(action);
    },
  );
});
