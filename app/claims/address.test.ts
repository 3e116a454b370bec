import { describe, expect, test } from 'vitest';
import { readView, toQuery } from './address';
import { toChips } from './filter-chips';

const article = '01a22e35-5328-76a3-b135-aef143be07ba';
const names = {
  ratings: [],
  articles: [{ id: article, title: 'The bridge' }],
  people: [{ id: '01a22e35-5328-76a3-b135-aef143be07bb', name: 'Ada' }],
};

describe('the address of a list of claims', () => {
  test('has an article in the order of its text, unless another order is chosen', () => {
    expect(readView({ article }).sort).toBe('inText');
    expect(readView({ article, sort: 'newest' }).sort).toBe('newest');
    expect(readView({}).sort).toBe('newest');
    // Claims of several texts have no order of one text.
    expect(readView({ sort: 'inText' }).sort).toBe('newest');
  });

  test.each([
    {},
    { article },
    { article, sort: 'newest' },
    { status: 'open', assignee: 'me', sort: 'due' },
    { words: 'a&b=c', figure: 'no', verdict: 'none' },
  ])('%j is written and read again as the same', (query) => {
    const view = readView(query);
    const again = Object.fromEntries(new URLSearchParams(toQuery(view)));
    expect(readView(again)).toEqual(view);
    expect(again).toEqual(query);
  });
});

test('each filter that is on is a chip that leads to the list without it', () => {
  const view = readView({
    article,
    status: 'open',
    assignee: names.people[0]?.id ?? '',
    words: 'x',
  });
  const chips = toChips(view, names);
  expect(chips.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Words: “x”',
    'Status: Open',
    'Assignee: Ada',
    'Article: The bridge',
  ]);
  const without = chips.find(({ key }) => key === 'article')?.without ?? '';
  expect(without).not.toContain('article');
  expect(without).not.toContain('inText');
  expect(chips.find(({ key }) => key === 'status')?.without).toContain(`article=${article}`);
  expect(toChips(readView({}), names)).toEqual([]);
});
