import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '#domain/claims/reading';
import { AFTER_FIGURE, BEFORE_FIGURE } from './english/qualifier-words';
import { extract } from './extract';

const OPTIONS = { publishedOn: '2025-05-02', language: 'en' };

const NEWSLIKE = fc
  .array(
    fc.constantFrom(
      'about',
      'more than',
      '4,500',
      'tonnes',
      'said',
      '"',
      '“',
      '”',
      ',',
      '.',
      'and',
      'with',
      'killed',
      '$',
      '%',
      'Kim Jong-un',
      'on Friday',
      'two',
      'million',
      'half a',
      '-',
      '(',
      ')',
      'which',
      'that',
      'is',
      'the',
      'U.S.',
      '\n\n',
      '1959',
      'per',
      'day',
      '£2bn',
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

/** Every hedge beside figures, signs and units, with and without a space: what could overlap, does. */
const HEDGED = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...AFTER_FIGURE.keys(),
        ...BEFORE_FIGURE.keys(),
        ...'5 10 $ £ half two third and to - – million m % in ft per a day dollars cents US minus + years old ( ) kg / ° . , or of twice points dozen between from killed June 2024 Friday on'.split(
          ' ',
        ),
      ),
      fc.constantFrom(' ', ' ', ' ', ''),
    ),
    { maxLength: 14 },
  )
  .map((words) => words.flat().join(''));

const ANY_TEXT = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  NEWSLIKE,
  HEDGED,
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function expectSound(text: string, reading: Reading): void {
  for (const list of [reading.sentences, reading.quantities, reading.dates]) {
    let at = 0;
    for (const { start, end } of list) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBeLessThanOrEqual(text.length);
  }
  for (const { start, end, surface } of [...reading.quantities, ...reading.dates])
    expect(text.slice(start, end)).toBe(surface);
  const [quantities, dates] = [new Set(reading.quantities), new Set(reading.dates)];
  for (const claim of reading.claims) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.exact);
    expect(claim.quantities.every((figure) => quantities.has(figure))).toBe(true);
    expect([claim.saidOn, claim.eventOn].every((date) => date === null || dates.has(date))).toBe(
      true,
    );
  }
}

describe('for any pasted text', () => {
  test.each([
    `${'𝐚'.repeat(40)}. More.`,
    `b${'𝐚'.repeat(40)}. More.`,
    `${'a𝐚'.repeat(80)} people. More.`,
    `${'𝐚𝐛𝐜𝐝 '.repeat(30)}people. More.`,
    `${'b𝐚𝐛𝐜𝐝 '.repeat(30)}people. More.`,
  ])('no character is cut in half, since the record cannot store a half: 12,000 %s', (counted) => {
    const text = `The harbour employs 12,000 ${counted}`;
    const reading = extract(text, OPTIONS);
    expectSound(text, reading);
    expect(textsIn(reading).filter((each) => !each.isWellFormed())).toEqual([]);
  });

  test('every span lies in the text, in order, and is exactly its words', () => {
    fc.assert(fc.property(ANY_TEXT, (text) => expectSound(text, extract(text, OPTIONS))));
  });

  test('the same text is read the same way twice', () => {
    fc.assert(
      fc.property(NEWSLIKE, (text) => {
        expect(extract(text, OPTIONS)).toEqual(extract(text, OPTIONS));
      }),
    );
  });

  test('an empty text has an empty reading', () => {
    expect(extract('', OPTIONS)).toMatchObject({
      sentences: [],
      quantities: [],
      dates: [],
      claims: [],
    });
  });

  test.each([
    '1',
    '1,',
    ',',
    '(',
    '"',
    '"a ',
    '\u200b',
    '\u202e',
    '$1',
    '-1',
    '. ',
    'A.',
    'U.S. ',
    'and he said ',
    '1 to ',
    'between 1 and ',
    'two ',
    'half a ',
    '1/2 ',
    '⅛',
    '.a',
    'Mr. ',
    ', who ',
    'that is ',
    'one of ',
    'http://',
    'a@b ',
    '9'.repeat(50),
    '\ud800',
    '1. ',
    '\n',
  ])('%j, 50 kB of it, is read; bench/hostile.ts says in what time', (piece) => {
    const text = piece.repeat(Math.ceil(50_000 / piece.length));
    expectSound(text, extract(text, OPTIONS));
  });
});

const SAMPLE = new URL('../../../shared/articles/tumen-bridge.txt', import.meta.url);

test.runIf(existsSync(SAMPLE))('the sample report gives up all of its figures', () => {
  const reading = extract(readFileSync(SAMPLE, 'utf8'), { publishedOn: null, language: null });
  const figures = reading.quantities.map(
    ({ qualifier, value, unit }) => `${qualifier} ${value} ${unit}`,
  );
  expect(figures).toEqual(
    expect.arrayContaining([
      'justOver 0.5 [mi_i]',
      'exact 18 mo',
      'about 400 [yd_i]',
      'exact 4500 t',
      'exact 5 [in_i]',
      'about 600 {troop}',
      'over 4000 {troop}',
    ]),
  );
  expect(reading.dates.find((date) => date.surface === 'Friday')?.unresolved).not.toBeNull();
});

test('an endless sentence is read in time, and gives no claims', () => {
  const reading = extract(`${'x and said '.repeat(20_000)}.`, {
    publishedOn: null,
    language: 'en',
  });
  expect(reading.claims).toEqual([]);
});
