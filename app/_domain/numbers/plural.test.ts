import { describe, expect, test } from 'vitest';
import { figureInWords } from '../figures/figure-text';
import { pluralNoun } from './plural';

describe('the plural of counted things', () => {
  test.each([
    ['troop', 'troops'],
    ['country', 'countries'],
    ['day', 'days'],
    ['bus', 'buses'],
    ['virus', 'viruses'],
    ['business', 'businesses'],
    ['box', 'boxes'],
    ['church', 'churches'],
    ['crisis', 'crises'],
    ['child', 'children'],
    ['person', 'people'],
    ['old person', 'old people'],
    ['policewoman', 'policewomen'],
    ['German', 'Germans'],
    ['fish', 'fish'],
    ['salmon', 'salmon'],
    ['warship', 'warships'],
    ['aircraft', 'aircraft'],
    ['headquarters', 'headquarters'],
    ['North Korean troops', 'North Korean troops'],
    ['kroner', 'kroner'],
    ['mmHg', 'mmHg'],
    ['MP', 'MPs'],
    ['first-team player', 'first-team players'],
    ['step per day', 'steps per day'],
    ['year of age', 'years of age'],
    ['member of parliament', 'members of parliament'],
  ])('for %s is %s', (name, plural) => {
    expect(pluralNoun(name)).toBe(plural);
  });
});

describe('a figure on a card has its unit in correct English', () => {
  test.each([
    ['7000', '{step}/d', 'step per day', '7,000 steps per day'],
    ['500', '{car}/wk', null, '500 cars per week'],
    ['1', '{car}/wk', 'car per week', '1 car per week'],
    ['3', 'wk', 'week of age', '3 weeks of age'],
    ['2.9', '{count}', 'count', '2.9 times'],
    ['5', '{count}/d', 'count per day', '5 times per day'],
    ['45', '{bus}', 'bus', '45 buses'],
    ['480000', '{fish}', 'fish', '480,000 fish'],
    ['6', '{mmhg}', 'mmHg', '6 mmHg'],
    ['500', '{kroner}', 'kroner', '500 kroner'],
    ['500', 'NOK', 'Norwegian krone', '500 Norwegian kroner'],
    ['500', 'NOK', 'norwegian krone', '500 Norwegian kroner'],
    ['500', 'SEK/mo', null, '500 Swedish kronor per month'],
  ])('%s %s', (value, unit, unitName, words) => {
    const figure = { surface: value, qualifier: 'exact', low: null, high: null } as const;
    expect(figureInWords({ ...figure, value, unit, unitName })).toBe(words);
  });

  test('a range has its unit in correct English', () => {
    const ages = { surface: '40 to 79', qualifier: 'between', value: null } as const;
    expect(
      figureInWords({ ...ages, low: '40', high: '79', unit: 'a', unitName: 'year of age' }),
    ).toBe('40 to 79 years of age');
  });
});
