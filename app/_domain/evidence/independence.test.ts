import { expect, test } from 'vitest';
import { toEvidenceOrigins, toOrigin } from './independence';
import { readIndependence, toAnswer } from './independence-answer';

test.each([
  [{ publisher: 'The  Courier ', url: 'https://a.example/1' }, 'publisher:courier'],
  [{ publisher: 'courier', url: null }, 'publisher:courier'],
  [{ publisher: null, url: 'https://www.Courier.example:8080/a?b' }, 'host:courier.example'],
  [{ publisher: '  ', url: 'http://user@courier.example' }, 'host:courier.example'],
  [{ publisher: null, url: null }, 'document:d1'],
])('%j goes back to %s', (source, origin) => {
  expect(toOrigin({ id: 'd1', ...source })).toBe(origin);
});

const of = (documentId: string, more: { countsWithId?: string; comesFrom?: string } = {}) => ({
  documentId,
  countsWithId: null,
  comesFrom: null,
  ...more,
});
const originOf = { document: (id: string) => id, name: (name: string) => `name:${name}` };

test('a source that counts as one with another has its origin, through several sources as well', () => {
  const chain = [of('a', { countsWithId: 'b' }), of('b', { countsWithId: 'c' }), of('c')];
  expect(toEvidenceOrigins(chain, originOf)).toEqual(['c', 'c', 'c']);
  const named = [of('a', { countsWithId: 'b' }), of('b', { comesFrom: 'NIS' })];
  expect(toEvidenceOrigins(named, originOf)).toEqual(['name:NIS', 'name:NIS']);
  // Other evidence of the second source is its own: it does not lead on as a whole.
  const part = [of('a', { countsWithId: 'b' }), of('b', { countsWithId: 'c' }), of('b'), of('c')];
  expect(toEvidenceOrigins(part, originOf)).toEqual(['b', 'c', 'b', 'c']);
});

test('sources that count as one with each other are one source', () => {
  const circle = [of('a', { countsWithId: 'b' }), of('b', { countsWithId: 'a' })];
  expect(new Set(toEvidenceOrigins(circle, originOf)).size).toBeLessThanOrEqual(2);
  const three = [
    of('a', { countsWithId: 'b' }),
    of('b', { countsWithId: 'c' }),
    of('c', { countsWithId: 'a' }),
  ];
  expect(toEvidenceOrigins(three, originOf)).toHaveLength(3);
});

test('an answer is read as it is chosen, and what is no answer is refused where one is needed', () => {
  const read = (answer: string, comesFrom: string | null = null, isAsked = false) =>
    readIndependence({ answer, comesFrom, isAsked }, ['d2']);
  expect(read('own')).toMatchObject({ value: { independent: true, countsWithId: null } });
  expect(read('with:d2')).toMatchObject({ value: { independent: false, countsWithId: 'd2' } });
  expect(read('with:elsewhere')).toMatchObject({ refusal: 'unknownSource' });
  expect(read('from:Reuters')).toMatchObject({ value: { comesFrom: 'Reuters' } });
  expect(read('other', 'The ministry')).toMatchObject({ value: { comesFrom: 'The ministry' } });
  expect(read('other')).toMatchObject({ refusal: 'unnamed' });
  expect(read('', null, true)).toMatchObject({ refusal: 'unanswered' });
  expect(read('', null)).toMatchObject({ value: { independent: null } });
  for (const answer of ['own', 'with:d2', 'from:Reuters']) {
    const given = read(answer);
    expect(given.ok && toAnswer(given.value, ['Reuters'])).toBe(answer);
  }
});
