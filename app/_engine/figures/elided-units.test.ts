import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ value, low, high, unit }) => `${value ?? `${low}..${high}`} ${unit ?? '-'}`,
  );

describe('a unit that goes without saying is that of the partner', () => {
  test.each([
    ['The shop sold 90 bicycles in May and 64 in June.', ['90 {bicycle}', '64 {bicycle}']],
    ['Police counted 31 thefts, compared with 19 a year before.', ['31 {theft}', '19 {theft}']],
    ['The herd has 48 goats, against 60 last year.', ['48 {goat}', '60 {goat}']],
    ['The limit fell from 80 km/h to 50.', ['80 km/h', '50 km/h']],
    ['The tank went from 70 litres to 45.', ['70 L', '45 L']],
    ['She won 61 seats, and her rival took 22.', ['61 {seat}', '22 {seat}']],
    ['Over 90 people died, six of them nurses.', ['90 {people}', '6 {people}']],
    ['The group grew from 16 members to 19.', ['16 {member}', '19 {member}']],
    ['Of 40 houses, 12 were empty.', ['40 {house}', '12 {house}']],
    ['Fees rose to 3 %, up from 2 in May.', ['3 %', '2 %']],
    ['The plan passed by 27 votes to 14.', ['27 {vote}', '14 {vote}']],
    ['He got 14 years and must serve nine before parole.', ['14 a', '9 a']],
    ['The Dow lost 210 points, or 0.5%, to 38,904.', ['210 {point}', '0.5 %', '38904 {point}']],
    ['There may be 60,000 hives, against 45,000 today.', ['60000 {hive}', '45000 {hive}']],
    ['The port had 1.2m passengers, up from 1.1m.', ['1200000 {passenger}', '1100000 {passenger}']],
    [
      'Some 12 million viewers watched, down 3 million on May.',
      ['12000000 {viewer}', '3000000 {viewer}'],
    ],
    ['It put Reed on 34%, Moss on 22 and Holm on 9.', ['34 %', '22 %', '9 %']],
    ['Reed scored 25 points, and Noel had 15.', ['25 {point}', '15 {point}']],
    ['The five firms join nine others.', ['5 {firm}', '9 {firm}']],
    ['Bonn won with 2,110, while Kiel had 1,904 votes.', ['2110 {vote}', '1904 {vote}']],
    [
      'The first index gained 1% to 3,120.5 points and the second 2% to 1,204.',
      ['1 %', '3120.5 {point}', '2 %', '1204 {point}'],
    ],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  test.each([
    ['At 70 dB, pH 6.1 was measured.', '6.1 -'],
    ['Sales rose 5 % to 212.', '212 -'],
    ['He bought 12 chairs and scored 40.', '40 -'],
    ['The odds were 3 %, the risk ratio 1.4.', '1.4 -'],
    ['Fees rose 3 %, up from 2,400 in May.', '2400 -'],
  ])('a number of something else takes none: %s', (text, last) => {
    expect(read(text).at(-1)).toBe(last);
  });
});

describe('the subject says what a bare number counts', () => {
  test.each([
    ['The number of beekeepers in Kent may reach 900.', ['900 {beekeeper}']],
    ['The number of policemen will top 4,000.', ['4000 {policeman}']],
    ['The total of unpaid fines was 4,100.', ['4100 {fine}']],
    ['That brought the toll for both days to 259.', ['259 {people}']],
    ['The arrest brought to six the number of suspects in custody.', ['6 {suspect}']],
    ['The toll, initially 10, has risen to 12.', ['10 -', '12 {people}']],
    ['The number injured topped 2,200.', ['2200 {people}']],
    ['The victims in Bari numbered 213.', ['213 {victim}']],
    ['At least 74, including eight pupils, were killed.', ['74 {person}', '8 {pupil}']],
    ['Deaths: 12', ['12 {death}']],
    ['Injured: 74', ['74 {person}']],
    ['Turnout among the young fell to 31,000.', ['31000 {people}']],
    ['The town had a population of 12,400.', ['12400 {people}']],
    ['Life expectancy in the north is now 79.', ['79 a']],
    ['The median age of nurses was about 44.', ['44 a']],
    ['Late on Monday the Nikkei stood at 38,020.5.', ['38020.5 {point}']],
    ['The death toll has climbed to at least 17.', ['17 {people}']],
    ['A crowd of about 41,203 watched.', ['41203 {people}']],
    ['Viewers fell from 2.3m to 1.9m.', ['2300000 {viewer}', '1900000 {viewer}']],
    ['New dengue cases rose to 4,200.', ['4200 {case}']],
    ['Jobless claims fell by 8,000 to 212,000 in May.', ['8000 {claim}', '212000 {claim}']],
    [
      'Attendance averaged 23,400, down from 26,100 the season before.',
      ['23400 {people}', '26100 {people}'],
    ],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  test.each([
    ['The wheat index stood at 118.2.', ['118.2 -']],
    ['The age of steam ended with 40 engines.', ['40 {engine}']],
    ['The population fell by a quarter.', ['0.25 -']],
    ['The crowd left, and Smith scored 40.', ['40 -']],
    ['Patients scored 40 on average.', ['40 -']],
    ['Sales rose to 4,200.', ['4200 -']],
    ['Prices fell to 318.', ['318 -']],
    ['The divers went from 20m to 40m.', ['40 m']],
    ['The visitors walked from a wall 4m wide to one 5m wide.', ['5 m']],
  ])('other subjects say nothing: %s', (text, found) => {
    expect(read(text).slice(-1)).toEqual(found);
  });
});
