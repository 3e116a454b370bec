import { expect, test } from 'vitest';
import { fillWords, hasWords } from './leaning-words';

test.each([
  ['He resigned on Monday.', 'He', 'Jon Rask', 'Jon Rask resigned on Monday.'],
  ['Then he resigned.', 'he', 'Jon Rask', 'Then Jon Rask resigned.'],
  ['The bridge opened.', 'The bridge', 'the road bridge', 'The road bridge opened.'],
  ['Tests of its guns failed.', 'its', 'the ship', 'Tests of the ship’s guns failed.'],
  ['Its guns failed.', 'Its', 'the ship', 'The ship’s guns failed.'],
  ['They sold their boats.', 'their', 'the owners', 'They sold the owners’ boats.'],
  ['It met her.', 'her', 'Eva Holm', 'It met Eva Holm.'],
  ['The airline’s fleet grew.', 'The airline’s', 'Nordair', 'Nordair’s fleet grew.'],
])('“%s” with “%s” as %s says “%s”', (text, words, name, filled) => {
  expect(fillWords(text, words, name)).toBe(filled);
});

test('only whole words are replaced, and a text without them stays', () => {
  expect(fillWords('The sheriff said he left.', 'he', 'Jon Rask')).toBe(
    'The sheriff said Jon Rask left.',
  );
  expect(fillWords('Jon Rask left.', 'he', 'Jon Rask')).toBeNull();
  expect(hasWords('The sheriff left.', 'he')).toBe(false);
});
