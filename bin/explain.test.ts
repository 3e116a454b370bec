import { expect, test } from 'vitest';
import { explain } from './explain';

const about = (text: string) =>
  explain({ text, publishedOn: '2025-05-15', language: 'en', speaker: null });

/** Lines with runs of spaces made one. */
const lines = (text: string) =>
  about(text)
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));

test('a sentence is explained by its tokens, the rules that fired, and what was found', () => {
  const found = lines('Rosa Diaz said about 400 sheep died on Friday.');
  expect(found).toContain('Rosa NNP name');
  expect(found).toContain('400 CD number 400, unit {sheep}');
  expect(found).toContain('Friday NNP date 2025-05-09, name');
  expect(found).toContain('date weekday “Friday” → 2025-05-09');
  expect(found).toContain('figure counted noun “sheep” → {sheep}');
  expect(found).toContain('figure qualifier “about” → about');
  expect(found).toContain(
    'speech statement after its speaker “about 400 sheep died on Friday.” → said by Rosa Diaz',
  );
  expect(found).toContain('About 400 sheep died on Friday.');
});

test('a sentence without a claim says why it has none', () => {
  expect(lines('Did 400 sheep die on Friday?')).toContain(
    'claim question or order “Did 400 sheep die on Friday?” → left out',
  );
  expect(lines('Storm kills 400 sheep')).toContain(
    'claim heading “Storm kills 400 sheep” → left out',
  );
});
