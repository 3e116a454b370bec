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
    ['The ice may be gone by 2140.', '2140', '2140'],
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

const readAll = (text: string, publishedOn: string | null = '2024-05-02') =>
  extract(text, { publishedOn, language: 'en' }).dates.map(({ surface, value }) => [
    surface,
    value,
  ]);

describe('a date that names no year goes by the tense of its verb and the day of publication', () => {
  test.each([
    ['The first fair was in April 1974. The next one will start on July 9.', '2024-07-09'],
    ['The first count was in March 2009. The next will run until October 17.', '2024-10-17'],
    ['The club has hired two coaches to stay through August.', '2024-08'],
    ['Income rose in the quarter ended June 30.', '2023-06-30'],
    ['Sales of boats fell in the quarter ended May 31.', '2023-05-31'],
    ['The mill burned down on May 30.', '2023-05-30'],
    ['The court has postponed the hearing until Tuesday.', '2024-05-07'],
    ['The ferry sank when the crew set sail on Tuesday.', '2024-04-30'],
    ['Ms Holm could leave as soon as Monday.', '2024-05-06'],
    ['The mayor must answer by June 14.', '2024-06-14'],
    ['The case is heard in September when the court returns.', '2024-09'],
    ['He left the club when the case was heard in September.', '2023-09'],
    ['They will hear the case in September.', '2024-09'],
    ['Nobody was blamed for the October landslide.', '2023-10'],
    ['The baker was invited to a fair on May 20.', '2024-05-20'],
    ['The shop was robbed on the night of November 3.', '2023-11-03'],
    ['The vote on Monday was close.', '2024-04-29'],
    ["He was hurt in Monday's crash.", '2024-04-29'],
    ['In mid-March the court freed five men.', '2024-03'],
    ['The next Games are in 2028. On 14 January 40 cars were burned.', '2024-01-14'],
    ['On Saturday the council planned a march.', '2024-04-27'],
    ['The council planned a march on Saturday.', '2024-05-04'],
    ['The port was open until Monday.', '2024-04-29'],
  ])('%s', (text, value) => {
    expect(readAll(text).at(-1)?.[1]).toBe(value);
  });

  test('a story of long ago keeps the year told before, and news does not', () => {
    const [, old] = readAll('In 1832 the school burned down. On 2 June the master was buried.');
    const [, , news] = readAll(
      'The mayor resigned on Monday. In 1998 he built a school. He sold it in June.',
    );
    expect([old?.[1], news?.[1]]).toEqual(['1832-06-02', '2023-06']);
  });
});

describe('spans, rows and decades', () => {
  test.each([
    ['The museum bought 31 prints between 1991 and 2006.', ['between 1991 and 2006', '1991/2006']],
    ['Over 1990 - 2030 the coast would shrink.', ['1990 - 2030', '1990/2030']],
    ['She won twice in the 2002–2003 season.', ['2002–2003', '2002/2003']],
    ['They fought in the war of 1914-18.', ['1914-18', '1914/1918']],
    ['In the sixties the town had two mills.', ['sixties', '1960-01-01/1969-12-31']],
    ['Rents rose in the late eighties.', ['late eighties', '1985-01-01/1989-12-31']],
    ['It rained in the 1930’s.', ['1930’s', '1930-01-01/1939-12-31']],
    ['Sales from April to June in 2017 were up.', ['April', '2017-04']],
    ['Prices fell between April and June.', ['April', '2023-04']],
    ['Prices fell from November to February.', ['November', '2023-11']],
    ['Sales from April to June in 2017 were up.', ['June in 2017', '2017-06']],
    ['It ran from November 3 to January 4, 2019.', ['November 3', '2018-11-03']],
    ['They met on April 24 and 25, 2019.', ['April 24', '2019-04-24']],
    ['They met on April 24 and 25, 2019.', ['25, 2019', '2019-04-25']],
    ['It should sail on Dec. 20 or 21.', ['21', '2024-12-21']],
  ])('%s', (text, date) => {
    expect(readAll(text)).toContainEqual(date);
  });

  test.each([
    ['In 2012–13 exports fell.', '2012–13'],
    ['The fund spent £5m in 2020/21.', '2020/21'],
  ])('%s has a business year, which is one date and left open', (text, year) => {
    const { dates, quantities } = extract(text, { publishedOn: null, language: 'en' });
    expect(dates).toMatchObject([{ surface: year, value: null }]);
    expect(quantities.map(({ value }) => value)).not.toContain(13);
  });

  test.each([
    'She is in her sixties.',
    'Temperatures stayed in the sixties.',
    'He read about 24 and 25 boats.',
  ])('%s names no decade and no day', (text) => {
    expect(readAll(text)).toEqual([]);
  });
});

describe('days as stamps, tables and computers write them', () => {
  test.each([
    ['11 sent 12-Dec-2014', '2014-12-12'],
    ['The stamp said 2017/Oct/31.', '2017-10-31'],
    ['It opened in 2024 Aug.', '2024-08'],
    ['The licence ran from 06/2005.', '2005-06'],
    ['Thu Oct 26 11:00:09 EDT 2023', '2023-10-26'],
    ['The paper said on Thursday, Jan. 6: the town sleeps.', '2024-01-06'],
  ])('%s', (text, value) => {
    expect(readAll(text).at(-1)?.[1]).toBe(value);
  });

  test.each(['The office shut on Sunday 29 February 2023.', 'The office shut on 31 June.'])(
    '%s: there is no such day, and that is said',
    (text) => {
      const { dates } = extract(text, { publishedOn: '2024-05-02', language: 'en' });
      expect(dates).toMatchObject([{ value: null, unresolved: 'there is no such day' }]);
    },
  );

  test('a share and a page are no month', () => {
    expect(readAll('They won 3/2000 votes, as page 13/2005 says.')).not.toContainEqual([
      expect.stringContaining('/'),
      expect.anything(),
    ]);
  });
});

describe('a date told by the date before it', () => {
  test.each([
    ['Sales were 30 tonnes in 2023, up from 22 the year before.', ['the year before', '2022']],
    ['Exports rose in May 2022 from 4 tonnes a year earlier.', ['a year earlier', '2021-05']],
    ['The barn burned on 3 May 2019. The next day the roof fell.', ['The next day', '2019-05-04']],
    [
      'The barn burned on 3 May 2019. Two weeks later it rained.',
      ['Two weeks later', '2019-05-17'],
    ],
    ['She was hurt on 3 May 2019 and died that night.', ['that night', '2019-05-03']],
    ['He left in May 2019. The following month he was back.', ['The following month', '2019-06']],
  ])('%s', (text, date) => {
    expect(readAll(text)).toContainEqual(date);
  });

  test.each([
    'He died in May 2019, the day before the vote.',
    'The next day it rained.',
    'That day clinic has closed.',
  ])('%s: no date is made of what is not told', (text) => {
    expect(readAll(text).filter(([surface]) => surface !== 'May 2019')).toEqual([]);
  });
});

describe('days counted from the publication, and days with a name', () => {
  test.each([
    ['Last week 12 died; the week before last, 9.', '2024-04-15/2024-04-21'],
    ['A fortnight ago the quay flooded.', '2024-04-18'],
    ['Over the next year it will grow.', '2024-05-02/2025-05-02'],
    ['The bill is due by the end of the month.', '2024-05-31'],
    ['The bill is due by the end of the week.', '2024-05-05'],
    ['It will close the week of September 30th.', '2024-09-30/2024-10-06'],
    ['They marched over the weekend.', '2024-04-27/2024-04-28'],
    ['They will march over the weekend.', '2024-05-04/2024-05-05'],
    ['She fled the day before yesterday.', '2024-04-30'],
    ['She fled the day before last Tuesday.', '2024-04-29'],
    ['She fled the night after 3 May 2019.', '2019-05-04'],
    ['The shop was shut on Good Friday.', '2024-03-29'],
    ['It opened on Easter Monday 2019.', '2019-04-22'],
    ["It will open on New Year's Day.", '2025-01-01'],
    ['They were found last Thanksgiving.', '2023-11-23'],
    ['The mall was shut on Black Friday.', '2023-11-24'],
    ['He still owns 24% as of March 20.', '2024-03-20'],
    ['As of January 1, fees will rise.', '2025-01-01'],
    ['Harlow: Visit Ashby on Friday.', '2024-05-03'],
    ['It will open on Cyber Monday.', '2024-12-02'],
    ['The tour kicks off March 9 in Leeds and concludes April 10 in York.', '2025-04-10'],
    ['It barely runs at all, but Tuesday night’s pictures are fine.', '2024-04-30'],
  ])('%s', (text, value) => {
    expect(readAll(text).at(-1)?.[1]).toBe(value);
  });

  test.each([
    'The old rule is still used today.',
    'He wrote for today’s readers.',
    'They met Janos and Jan Novak.',
    'Reed left the court in the second quarter with a sore eye.',
    'Voss got a foul in the third quarter.',
    'Black Friday deals are here.',
    'Fourteen states vote on Super Tuesday.',
    'Sheffield Wednesday won, the Sunday Times wrote.',
    'She sang on Saturday Night Live.',
    'He told USA TODAY and the Today programme.',
  ])('%s names no day', (text) => {
    expect(readAll(text)).toEqual([]);
  });
});
