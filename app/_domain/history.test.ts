import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from './canonical-json';
import { actionInWords, changesInWords, revisionOf } from './history';

test('a change reads as what was and what is, field by field', () => {
  expect(
    changesInWords(
      { kind: 'event', saidOn: null, text: 'Same.', id: 'x' },
      { kind: 'figure', saidOn: '2025-05-01', text: 'Same.', revision: 4 },
    ),
  ).toEqual([
    { label: 'Kind', before: 'Event', after: 'Figure' },
    { label: 'Said on', before: null, after: '1 May 2025' },
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
