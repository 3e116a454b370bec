import { describe, expect, test } from 'vitest';
import { tokenize } from '../tokens/tokens';
import { isAuxiliary, isFiniteVerb, isProperNoun, TAGS, tagOf } from './tag';
import { tagsOf } from './tagger';

const tokensOf = (text: string) => tokenize(text, { start: 0, end: text.length });

/** The tags of a sentence, without its marks: 'DT NN VBD'. */
const tagged = (text: string): string => {
  const tokens = tokensOf(text);
  return Array.from(tagsOf(tokens), (tag) => TAGS[tag])
    .filter((_, at) => tokens[at]?.kind !== 'mark')
    .join(' ');
};

/** The words of a sentence that have a property. */
const wordsThat = (text: string, has: (tag: number | undefined) => boolean): string[] => {
  const tokens = tokensOf(text);
  const tags = tagsOf(tokens);
  return tokens.flatMap((token, at) => (has(tags[at]) ? [token.text] : []));
};

test.each([
  ['The council raised the tax.', 'DT NN VBD DT NN'],
  ['Officials said prices had fallen.', 'NNS VBD NNS VBD:AUX VBN'],
  ['She left when it ended.', 'PRP VBD WRB PRP VBD'],
  ['The bank cut its forecast.', 'DT NN VBD PRP$ NN'],
  ['Unemployment rose to a record.', 'NN VBD IN DT NN'],
  ['She died after the war.', 'PRP VBD IN DT NN'],
])('a sentence of the news is tagged: %s', (text, tags) => {
  expect(tagged(text)).toBe(tags);
});

describe('words that the engine cuts in its own way', () => {
  test.each([
    ["They don't know.", 'PRP VBP:AUX VB'],
    ['They don’t know.', 'PRP VBP:AUX VB'],
    ["We've seen that.", 'PRP:VERB VBN DT:PRON'],
    ["Smith's brother works here.", 'NNP POS NN VBZ RB'],
    ['A 5-year-old boy slept.', 'DT CD NN JJ NN VBD'],
    ['They paid $48.2m.', 'PRP VBD CD CD'],
    ['The U.S. sent troops.', 'DT NNP VBD NNS'],
  ])('%s', (text, tags) => {
    expect(tagged(text)).toBe(tags);
  });
});

test('a verb is told from a noun of the same letters', () => {
  const verbs = (text: string) => wordsThat(text, isFiniteVerb);
  expect(verbs('The company plans a sale.')).toEqual(['plans']);
  expect(verbs('The plans were dropped.')).toEqual(['were']);
  expect(verbs('The cut was deep.')).toEqual(['was']);
});

test.each([
  ['The bank forecasts growth of 2%.', ['forecasts']],
  ['The rules bar firms from trading.', ['bar']],
  ['The report estimates losses at $3m.', ['estimates']],
  ['The road links Leeds and York.', ['links']],
  ['Growth of 2%', []],
  ['Call the office.', []],
  ['Please see the list of prices.', []],
])(
  'a full sentence has a verb with a subject, a heading and an order need none: %s',
  (text, verbs) => {
    expect(wordsThat(text, isFiniteVerb)).toEqual(verbs);
  },
);

test('a verb that helps is told from one that says something', () => {
  expect(wordsThat('The town has lost a bridge.', isAuxiliary)).toEqual(['has']);
  expect(wordsThat('The town has a bridge.', isAuxiliary)).toEqual([]);
});

test('names are found in running text, and hardly any in a headline that has capitals everywhere', () => {
  expect(wordsThat('The mayor of Leeds met Rosa Diaz.', isProperNoun)).toEqual([
    'Leeds',
    'Rosa',
    'Diaz',
  ]);
  expect(wordsThat('MINISTERS WANT HIGHER TAXES', isProperNoun)).toEqual([]);
});

test('the same tokens are tagged once', () => {
  const tokens = tokensOf('The council met.');
  expect(tagsOf(tokens)).toBe(tagsOf(tokens));
});

test('any tokens get a tag each', () => {
  for (const text of ['', '…', '👍 👍', '\u200b', 'ﬁ', "'s", 'x'.repeat(5000), 'Öl Œuvre Ǆ'])
    expect(tagsOf(tokensOf(text))).toHaveLength(tokensOf(text).length);
  expect(tagsOf(tokensOf('a '.repeat(3000)))).toHaveLength(3000);
});

test('a tag is a place in the list of tags', () => {
  expect(TAGS[tagOf('VBD')]).toBe('VBD');
});
