import { expect, test } from 'vitest';
import { extract } from '../extract';
import { recogniseLanguage } from './language';

test.each([
  ['The ferry sank in the bay and the crew was saved by a boat from the island.', 'en'],
  ['El barco se hundió en la bahía y la tripulación fue rescatada por un bote de la isla.', 'es'],
  ['Die Fähre ist in der Bucht gesunken und die Mannschaft wurde von einem Boot gerettet.', 'de'],
  ['Паром затонул в заливе, экипаж спасён.', 'ru'],
  ['渡し船が湾で沈没しました。', 'ja'],
  ['Prom zatonął w zatoce, a załogę uratowała łódź z wyspy, która do niej przypłynęła.', 'pl'],
  ['O ferry afundou na baía e a tripulação foi salva por um barco da ilha.', 'pt'],
  ['75 ml', 'und'],
])('%s', (text, language) => {
  expect(recogniseLanguage(text)).toBe(language);
});

test('in another language only sentences and plain figures are read', () => {
  const text =
    'El barco pesaba 4.500.000 kg y se hundió en la bahía. La tripulación fue rescatada por un bote de la isla.';
  const reading = extract(text, { publishedOn: null, language: null });
  expect(reading.language).toBe('es');
  expect(reading.sentences).toHaveLength(2);
  expect(reading.quantities.map(({ value, unit }) => [value, unit])).toEqual([['4500000', 'kg']]);
  expect([reading.claims, reading.dates]).toEqual([[], []]);
});

test.each([
  'I want, Joe, you to do the job.',
  'Only a few percent of small businesses make more than $250,000 a year.',
  'I am a son of a Methodist minister.',
  'I do want to make sure that we just understand something.',
])(
  'short words that also exist in Polish or Portuguese do not change the language of an English text: %s',
  (text) => {
    expect(recogniseLanguage(text)).toBe('en');
  },
);
