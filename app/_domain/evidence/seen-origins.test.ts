import { expect, test } from 'vitest';
import { FIRST_PUBLISHERS } from './first-publishers';
import { toPublisherTable } from './publishers';
import { seeOrigins } from './seen-origins';

const publishers = toPublisherTable(FIRST_PUBLISHERS);
const NIS = { documentId: 'nis', publisher: 'National Intelligence Service' };
const see = (text: string, others = [NIS], publisher: string | null = 'The Courier') =>
  seeOrigins(text, { publisher, others, publishers });

test('a copy that quotes a source which is already evidence is seen, with the sentence', () => {
  const text =
    'Troops have left. The National Intelligence Service said on Friday that 4,700 were killed or injured. It gave no source.';
  expect(see(text)).toEqual([
    {
      kind: 'quotes',
      name: 'National Intelligence Service',
      documentId: 'nis',
      words: 'The National Intelligence Service said on Friday that 4,700 were killed or injured.',
    },
  ]);
  expect(see('He works at the National Intelligence Service.')).toMatchObject([{ kind: 'names' }]);
  expect(see('The national intelligence service said so.')).toEqual([]);
  expect(see('The copy of the source itself.', [], 'National Intelligence Service')).toEqual([]);
});

test('a publisher is seen by its other names, and a word inside another word is no name', () => {
  const bbc = { documentId: 'bbc', publisher: 'BBC News' };
  expect(see('The BBC reported 12 deaths.', [bbc])).toMatchObject([
    { kind: 'quotes', name: 'BBC', documentId: 'bbc' },
  ]);
  const ap = { documentId: 'ap', publisher: 'AP' };
  expect(see('The MAP and the APPLE said nothing.', [ap])).toEqual([]);
  // The publisher itself is no other source.
  expect(see('BBC Sport said so.', [bbc], 'BBC')).toEqual([]);
});

test.each([
  ['SEOUL (Reuters) - South Korea said on Friday that', 'Reuters'],
  ['Bridge opened\n\nSEOUL, May 1 (AP) — The first road bridge', 'AP'],
  ['Title\nBy Agence France-Presse\nThe bridge', 'Agence France-Presse'],
  ['SEOUL, Yonhap — The bridge was opened', 'Yonhap'],
])('a news agency in the dateline of %j is seen', (text, name) => {
  expect(see(text)).toMatchObject([{ kind: 'dateline', name, documentId: null }]);
});

test('a news agency that is already evidence is named as that source, and its own story as none', () => {
  const reuters = { documentId: 'r1', publisher: 'Thomson Reuters' };
  const text = 'SEOUL (Reuters) - South Korea said on Friday that 12 died.';
  expect(see(text, [reuters])).toMatchObject([{ kind: 'dateline', documentId: 'r1' }]);
  expect(see(text, [], 'Reuters')).toEqual([]);
});

test.each(['', '(((((', '$&\\', 'a'.repeat(100_000), `${'A ('.repeat(5000)}`, '\ud800 said'])(
  'a strange text is read without trouble',
  (text) => {
    expect(see(text, [{ documentId: 'x', publisher: text.slice(0, 300) }, NIS])).toBeInstanceOf(
      Array,
    );
  },
);
