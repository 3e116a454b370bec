import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const speakers = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map(
    ({ text: words, claimant }) => [words, claimant?.name ?? null],
  );

describe('a quotation goes on past its sentence', () => {
  test('a sentence of nothing but quotation has the speaker of the one before', () => {
    expect(
      speakers('"We lost all 30 boats," Rosa Diaz said on Monday. "The water was 2 metres high."'),
    ).toEqual([
      ['We lost all 30 boats.', 'Rosa Diaz'],
      ['The water was 2 metres high.', 'Rosa Diaz'],
    ]);
  });

  test('also after what was told in reported speech', () => {
    expect(speakers('Rosa Diaz said the storm lasted 9 hours. "We lost 30 boats."')[1]).toEqual([
      'We lost 30 boats.',
      'Rosa Diaz',
    ]);
  });

  test('and so has each sentence until it closes', () => {
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

  test('in which "she" is somebody else', () => {
    expect(
      speakers('"We lost 30 boats," Rosa Diaz said. "She never saw 2 metres of it."')[1],
    ).toEqual(['She never saw 2 metres of it.', 'Rosa Diaz']);
  });

  test('a mark that was forgotten holds no longer than its paragraph', () => {
    expect(speakers('Rosa Diaz said: "We lost 30 boats.\n\nThe harbour has 300 boats.')[1]).toEqual(
      ['The harbour has 300 boats.', null],
    );
  });
});
