import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2024-12-01', language: 'en' });
const claimsOf = (text: string) => read(text).claims.map(({ text: words }) => words);

describe('a table pasted from a page or a sheet keeps its heads', () => {
  const floods = 'Year | Deaths | Injured\n2022 | 9 | 31\n2023 | 4 | 17\n\nThe council meets.';

  test('a figure has the head of its column as its measure, and the date of its row', () => {
    const { claims } = read(floods);
    expect(claims[0]).toMatchObject({
      text: 'Deaths, 2022: 9.',
      kind: 'figure',
      eventOn: { value: '2022' },
      quantities: [{ value: '9', unit: '{death}', measure: 'Deaths' }],
    });
    expect(claims[1]?.quantities[0]).toMatchObject({ unit: '{person}', measure: 'Injured' });
    expect(claims.every(({ exact, start, end }) => exact === floods.slice(start, end))).toBe(true);
  });

  test.each([
    [
      'tabs',
      'Region\tUnemployment\nNorth\t5.2%\nSouth\t4.1%',
      ['Unemployment, North: 5.2%.', 'Unemployment, South: 4.1%.'],
    ],
    [
      'Markdown',
      '| Team | Wins |\n|---|---|\n| Brax | 12 |\n| Lund | 9 |',
      ['Wins, Brax: 12.', 'Wins, Lund: 9.'],
    ],
    [
      'a head in small letters',
      'rate\tamount\nschool\t£935\nservice\t£300',
      ['amount, school: £935.', 'amount, service: £300.'],
    ],
    [
      'years as heads',
      'Port\t2023\t2024\nTarn\t900\t950\nMoss\t30\t31',
      ['Tarn, 2023: 900.', 'Tarn, 2024: 950.', 'Moss, 2023: 30.', 'Moss, 2024: 31.'],
    ],
    ['no heads', 'Deaths | 2024 | 12', ['Deaths, 2024: 12.']],
  ])('%s', (_form, text, claims) => {
    expect(claimsOf(text)).toEqual(claims);
  });

  test('the table of a thousand rows is read for its figures and suggests no claim', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => `Port ${n}\t${n}.5%`);
    const { claims, quantities } = read(['Port\tShare', ...rows].join('\n'));
    expect(claims).toEqual([]);
    expect(quantities).toHaveLength(1000);
  });
});

test.each([
  'Home | News | Sport\n\nThe port handled 900 ships in 2023.',
  'By Ann Reed | Harbour News\n\nThe port handled 900 ships in 2023.',
  'The port handled 900 ships in 2023.\tIt is the largest.',
])('lines with a mark between words are no table: %s', (text) => {
  expect(claimsOf(text)[0]).toBe('The port handled 900 ships in 2023.');
});
