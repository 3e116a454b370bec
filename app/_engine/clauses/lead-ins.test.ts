import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text);

describe('a lead-in before the first statement also applies to the second', () => {
  test.each<[string, string[]]>([
    [
      'If the bill passes, taxes would rise by 3% and 400 jobs would go.',
      ['If the bill passes, taxes would rise by 3%.', 'If the bill passes, 400 jobs would go.'],
    ],
    [
      'If approved, the mine would produce 25,000 tonnes and employ 900.',
      [
        'If approved, the mine would produce 25,000 tonnes.',
        'If approved, the mine would employ 900.',
      ],
    ],
    [
      'In 2020 the firm hired 300 people and closed two plants.',
      ['In 2020 the firm hired 300 people.', 'In 2020 the firm closed two plants.'],
    ],
    [
      'When the storm hit, 12 people died and 300 homes were flooded.',
      ['When the storm hit, 12 people died.', 'When the storm hit, 300 homes were flooded.'],
    ],
    [
      'Since 2019, the fund has lost $3m and its staff has fallen by 40.',
      ['Since 2019, the fund has lost $3m.', 'Since 2019, the fund’s staff has fallen by 40.'],
    ],
    [
      'By 2030, the plan would create 3,000 jobs, cutting unemployment by 2%.',
      [
        'By 2030, the plan would create 3,000 jobs.',
        'By 2030, the plan would cut unemployment by 2%.',
      ],
    ],
    [
      'Police said that if the dam broke, 300 homes would be flooded and 12 roads closed.',
      [
        'If the dam broke, 300 homes would be flooded.',
        'If the dam broke, 12 roads would be closed.',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected.map((each) => each.replace('’', "'")));
  });

  test('the day of the lead-in also applies to the second statement', () => {
    expect(read('In 2020, the firm hired 300 people and closed two plants.')[1]).toMatchObject({
      exact: 'closed two plants',
      eventOn: { value: '2020' },
    });
  });

  test.each<[string, string]>([
    [
      'In 2020, the firm hired 300 people and moved to Rome in 2021.',
      'The firm moved to Rome in 2021.',
    ],
    ['In 2020, the firm hired 300 people and now employs 900.', 'The firm employs 900.'],
    ['In a report, the firm counted 300 jobs and named two plants.', 'The firm named two plants.'],
    ['If the bill passes, 400 jobs would go, but 300 have gone already.', '300 have gone already.'],
    [
      'In Kenya, 12 people died and 300 homes were flooded in Uganda.',
      '300 homes were flooded in Uganda.',
    ],
  ])(
    'a statement with a time, a place or a tense of its own does not take the lead-in: %s',
    (text, second) => {
      expect(texts(text)[1]).toBe(second);
    },
  );
});

describe('a subordinate clause is not a statement', () => {
  test.each([
    'If prices rise and wages fall, 30% of farms would close.',
    'Unless the talks succeed, 300 flights will be cancelled.',
    'While he was in office, 300 people were jailed.',
    'Taxes would rise by 3% and 400 jobs would go if the bill passes.',
    'The mine would produce 25,000 tonnes and employ 900 if approved.',
  ])('%s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  test('two figures in contrast are two statements', () => {
    expect(texts('While exports grew 4%, imports fell 2% and 40 ships were sold.')).toEqual([
      'Exports grew 4%.',
      'Imports fell 2%.',
      '40 ships were sold.',
    ]);
  });
});
