import { expect, test } from 'vitest';
import { FIRST_PUBLISHERS } from './first-publishers';
import { toOrigin } from './independence';
import { type PublisherEntry, readHosts, readNames, toPublisherTable } from './publishers';

const entry = (name: string, more: Partial<PublisherEntry> = {}): PublisherEntry => ({
  ...{ name, otherNames: [], hosts: [], owner: null },
  ...more,
});

const publishers = toPublisherTable([
  ...FIRST_PUBLISHERS,
  entry('The Evening Star', { owner: 'Star Group', hosts: ['evening.example'] }),
  entry('Star Group', { owner: 'Big Holding' }),
  entry('Morning Star', { owner: 'Star Group' }),
  entry('Ring One', { owner: 'Ring Two' }),
  entry('Ring Two', { owner: 'Ring One' }),
]);

const origin = (publisher: string | null, url: string | null = null) =>
  toOrigin({ id: 'd1', publisher, url }, publishers);

test('names and hosts of one publisher have one origin', () => {
  const bbc = origin('BBC');
  expect(origin('BBC News')).toBe(bbc);
  expect(origin('bbc  sport')).toBe(bbc);
  expect(origin(null, 'https://news.bbc.co.uk/1')).toBe(bbc);
  // A name that the table does not have, at a host that it has.
  expect(origin('BBC Monitoring', 'https://www.bbc.com/monitoring')).toBe(bbc);
  expect(origin('The Associated Press')).toBe(origin('AP'));
  expect(origin('ABC')).not.toBe(bbc);
  expect(origin(null, 'https://notbbc.com/1')).toBe('host:notbbc.com');
});

test('publishers with one owner have one origin, and owners that own each other are no trap', () => {
  expect(origin('Morning Star')).toBe('publisher:big holding');
  expect(origin('Evening Star')).toBe('publisher:big holding');
  expect(origin(null, 'https://evening.example/a')).toBe('publisher:big holding');
  expect(origin('Ring One')).toMatch(/^publisher:ring (one|two)$/);
});

test('names and addresses of a publisher are read a line each, and what is none is named', () => {
  expect(readNames(' BBC News \n\nBBC News\nBBC Sport').names).toEqual(['BBC News', 'BBC Sport']);
  expect(readNames('x'.repeat(201)).refusal?.message).toContain('at most');
  expect(readHosts('https://www.bbc.co.uk/news\nBBC.com\nbbc.com')).toEqual({
    hosts: ['bbc.co.uk', 'bbc.com'],
    refusal: null,
  });
  expect(readHosts('bbc.com\n=HYPERLINK("x")').refusal?.message).toContain('=HYPERLINK');
  expect(readHosts('localhost').refusal?.field).toBe('hosts');
});
