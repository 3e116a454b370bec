import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const candidates = (text: string, pronoun: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' })
    .claims.filter(({ leansOn }) => leansOn?.toLowerCase() === pronoun)
    .flatMap((claim) => claim.candidates);

describe('for "he" and "she" only people are offered', () => {
  test.each([
    [
      'Mark Stone built 3 landers with Paul Reed, vice president of rocket programs at Blue Delta. He left in 2019.',
      'he',
      ['Paul Reed', 'Mark Stone'],
    ],
    [
      'Anna Berg and Maria Lind sold 40 boats to Norline in Vietnam. She left the firm in 2021.',
      'she',
      ['Maria Lind', 'Anna Berg'],
    ],
    [
      'Karl Moe and Paul Stone gave the coast guard 3 boats. He sold 4 more.',
      'he',
      ['Paul Stone', 'Karl Moe'],
    ],
    [
      'Karl Moe told Paul Stone that 12 ferries of Silver Harbour had sunk. He sold 4 of them.',
      'he',
      ['Paul Stone', 'Karl Moe'],
    ],
  ])('%s', (text, pronoun, expected) => {
    expect(candidates(text, pronoun)).toEqual(expected);
  });
});

describe('for "it" nobody and no bare matter is offered', () => {
  test.each([
    ['Marta Kowal showed the harbour board the new ferry of cargo ships. It cost 4 million euros.'],
    ['Paul Stone praised the crane and the bridge for Anna Berg. It weighs 40 tons.'],
  ])('%s', (text) => {
    const found = candidates(text, 'it');
    for (const name of ['Marta Kowal', 'Paul Stone', 'Anna Berg', 'cargo'])
      expect(found).not.toContain(name);
  });
});

test('a candidate keeps the capital that it has inside a sentence', () => {
  const found = candidates(
    'Voters were told of British elections and of Swedish parties in 2019. They cost 40 million euros.',
    'they',
  );
  expect(found.filter((each) => /^(?:british|swedish)/.test(each))).toEqual([]);
});
