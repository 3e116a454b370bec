import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const speakers = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map(
    ({ text: words, claimant }) => [words, claimant?.name ?? null],
  );

describe('a quotation goes on past its sentence', () => {
  test('a sentence that is all quotation has the speaker of the sentence before', () => {
    expect(
      speakers('"We lost all 30 boats," Rosa Diaz said on Monday. "The water was 2 metres high."'),
    ).toEqual([
      ['We lost all 30 boats.', 'Rosa Diaz'],
      ['The water was 2 metres high.', 'Rosa Diaz'],
    ]);
  });

  test('a quotation after reported speech has the same speaker', () => {
    expect(speakers('Rosa Diaz said the storm lasted 9 hours. "We lost 30 boats."')[1]).toEqual([
      'We lost 30 boats.',
      'Rosa Diaz',
    ]);
  });

  test('each sentence has this speaker until the quotation closes', () => {
    expect(
      speakers('“We lost all,” Rosa Diaz said. “It rose 2 metres. It took 30 boats.” It took 29.'),
    ).toEqual([
      ['We lost all.', 'Rosa Diaz'],
      ['It rose 2 metres.', 'Rosa Diaz'],
      ['It took 30 boats.', 'Rosa Diaz'],
      ['It took 29.', null],
    ]);
  });

  test('a straight mark glued to the word before it closes what began in an earlier sentence', () => {
    expect(speakers('"It is bad. We lost 30 boats," Rosa Diaz told a rally.')[1]).toEqual([
      'We lost 30 boats.',
      'Rosa Diaz',
    ]);
  });

  test('"she" inside a quotation is another person', () => {
    expect(
      speakers('"We lost 30 boats," Rosa Diaz said. "She never saw 2 metres of it."')[1],
    ).toEqual(['She never saw 2 metres of it.', 'Rosa Diaz']);
  });

  test('an unclosed quotation mark ends with its paragraph', () => {
    expect(speakers('Rosa Diaz said: "We lost 30 boats.\n\nThe harbour has 300 boats.')[1]).toEqual(
      ['The harbour has 300 boats.', null],
    );
  });
});

test.each([
  ['“The bill failed 12 voters,’’ Karl Holm told the Post. “It is wrong.”'],
  ["''The bill failed 12 voters,'' Karl Holm told the Post."],
  ["``The bill failed 12 voters,'' Karl Holm told the Post."],
  ['‘‘The bill failed 12 voters,’’ Karl Holm told the Post.'],
])('two single marks are a double one: %s', (text) => {
  expect(speakers(text)[0]).toEqual(['The bill failed 12 voters.', 'Karl Holm']);
});
