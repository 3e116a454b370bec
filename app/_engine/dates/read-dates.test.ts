import { describe, expect, test } from 'vitest';
import { extract } from '../extract';
import { toPassage } from '../tokens/passage';
import { parseCalendarDay } from './calendar';
import { readDates } from './read-dates';

/** Thursday, 15 May 2025. */
const PUBLISHED = '2025-05-15';

const read = (text: string, published: string | null = PUBLISHED) =>
  readDates(toPassage(text, { start: 0, end: text.length }), {
    published: parseCalendarDay(published),
    lastYear: null,
  }).map(({ surface, value }) => [surface, value]);

describe('a date named in full', () => {
  test.each([
    ['It opened on 8 February 1970.', '8 February 1970', '1970-02-08'],
    ['It opened on February 8, 1970.', 'February 8, 1970', '1970-02-08'],
    ['It opened in June 2024.', 'June 2024', '2024-06'],
    ['the only link since 1959', '1959', '1959'],
    ['logged 2024-11-30', '2024-11-30', '2024-11-30'],
    ['on Friday, July 21, 2017', 'Friday, July 21, 2017', '2017-07-21'],
    ['during the 1930s', '1930s', '1930-01-01/1939-12-31'],
    ['in the 20th century', '20th century', '1900-01-01/1999-12-31'],
    ['The fair runs Sept. 20-24.', 'Sept. 20-24', '2025-09-20/2025-09-24'],
    ['It ran 3-5 September 2024.', '3-5 September 2024', '2024-09-03/2024-09-05'],
    ['It runs from 3 to 5 June.', '3 to 5 June', '2025-06-03/2025-06-05'],
    ['between March and November 2023', 'March', '2023-03'],
    ['from November to March 2024', 'November', '2023-11'],
    ['Sales rose in Q4 2024.', 'Q4 2024', '2024-10-01/2024-12-31'],
    ['the second quarter of 2024', 'the second quarter of 2024', '2024-04-01/2024-06-30'],
    ['the first half of 2024', 'the first half of 2024', '2024-01-01/2024-06-30'],
    ['H2 2024 was dry', 'H2 2024', '2024-07-01/2024-12-31'],
    ['the summer of 2010 was dry', 'the summer of 2010', '2010-06-01/2010-08-31'],
  ])('%s', (text, surface, value) => {
    expect(read(text)).toContainEqual([surface, value]);
  });
});

describe('a date counted from the day of publication', () => {
  test.each([
    ['He said so on Wednesday.', 'Wednesday', '2025-05-14'],
    ['He said so on Friday.', 'Friday', '2025-05-09'],
    ['The vote will be on Friday.', 'Friday', '2025-05-16'],
    ['They met yesterday.', 'yesterday', '2025-05-14'],
    ['They met this week.', 'this week', '2025-05-12/2025-05-18'],
    ['They met last month.', 'last month', '2025-04'],
    ['They meet next year.', 'next year', '2026'],
    ['They met two years ago.', 'two years ago', '2023'],
    ['They met three days ago.', 'three days ago', '2025-05-12'],
    ['It began in March.', 'March', '2025-03'],
    ['It began in October.', 'October', '2024-10'],
    ['They met in June.', 'June', '2024-06'],
    ['They met in June last year.', 'June last year', '2024-06'],
    ['Prices could triple by November.', 'November', '2025-11'],
    ['Prices could have tripled by November.', 'November', '2024-11'],
    ['Sales rose in the first quarter.', 'the first quarter', '2025-01-01/2025-03-31'],
    ['Sales rose in the third quarter.', 'the third quarter', '2024-07-01/2024-09-30'],
    ['third-quarter sales', 'third-quarter', '2024-07-01/2024-09-30'],
    ['the first half of the year', 'the first half of the year', '2025-01-01/2025-06-30'],
    ['Costs in FY2024 fell.', 'FY2024', null],
    ['sales over the past 30 days', 'the past 30 days', '2025-04-15/2025-05-15'],
  ])('%s', (text, surface, value) => {
    expect(read(text)).toEqual([[surface, value]]);
  });

  test('stays unresolved with a reason while the day of publication is unknown', () => {
    const [date] = readDates(toPassage('It sailed on Friday.', { start: 0, end: 20 }), {
      published: null,
      lastYear: null,
    });
    expect(date).toMatchObject({ surface: 'Friday', value: null });
    expect(date?.unresolved).toContain('publication date');
  });
});

describe('words and numbers that are not dates', () => {
  test.each([
    'She may march to the sea.',
    'They sold 1,959 boats.',
    'About 2,000 people came.',
    'a survey of 1709 schoolchildren',
    'It weighs 2024 tonnes.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('the thirtieth of February is not a day', () => {
    expect(read('on 30 February 2020')).not.toContainEqual(['30 February 2020', '2020-02-30']);
  });

  test('3/4/2021 is not guessed at: in one country it is March, in another April', () => {
    expect(read('dated 3/4/2021')).toEqual([['3/4/2021', null]]);
  });
});

test('“a year earlier” counts from the year named last, but not when that is far back', () => {
  const near = 'Sales fell in 2019. They had risen a year earlier.';
  const far = `Sales fell in 2019.${' The market was quiet again.'.repeat(20)} They rose a year earlier.`;
  const last = (text: string) =>
    extract(text, { publishedOn: null, language: 'en' }).dates.at(-1)?.value ?? null;
  expect([last(near), last(far)]).toEqual(['2018', null]);
});

test.each([
  'They scored in the second quarter.',
  'The first half was dull.',
  'The first half ended without a goal.',
  'It fell for the third quarter in a row.',
  'They lost the second quarter-final.',
  'It is the first quarter of the book.',
])('%s names no time', (text) => {
  expect(read(text)).toEqual([]);
});
