import { describe, expect, test } from 'vitest';
import { toUnitChoice, unitChoiceInWords, unitInBase } from './choice';
import { findUnit } from './unit';

const inWords = (surface: string, code: string) => {
  const choice = toUnitChoice(surface, code);
  return choice && unitChoiceInWords(choice);
};

describe('an ambiguous word says which unit was taken', () => {
  test.each([
    ['4,500 tons', 't', '“tons” read as tonne; may be short ton or long ton'],
    ['a 30-ton crane', '[ston_av]', '“ton” read as short ton; may be tonne or long ton'],
    ['300 pounds', 'GBP', '“pounds” read as pound sterling; may be pound of weight'],
    ['half a pound', '[lb_av]', '“pound” read as pound of weight; may be pound sterling'],
    ['half-a-mile', '[mi_i]', '“mile” read as mile on land; may be nautical mile'],
    [
      '30 degrees',
      '{degree}',
      '“degrees” read as degree of a scale not said; may be degree Celsius, degree Fahrenheit or degree of an angle',
    ],
    ['500 gallons', '[gal_us]', '“gallons” read as US gallon; may be imperial gallon'],
    ['3 ounces', '[oz_av]', '“ounces” read as ounce; may be troy ounce or fluid ounce'],
    ['10 minutes', 'min', '“minutes” read as minute of time; may be minute of an angle'],
    ['50,000 won', 'KRW', '“won” read as South Korean won; may be North Korean won'],
    ['300 tons a day', 't/d', expect.stringContaining('tonne per day; may be short ton per day')],
    ['$1.2m', 'USD', '“$” read as US dollar; may be Canadian dollar, Australian dollar or another'],
    ['2 million dollars', 'CAD', expect.stringMatching(/^“dollars” read as Canadian dollar; /)],
  ])('%s read as %s', (surface, code, words) => {
    expect(inWords(surface, code)).toEqual(words);
  });
});

describe('no unit can be chosen', () => {
  test.each([
    ['4,500 tonnes', 't'],
    ['40 metric tons', 't'],
    ['20 nautical miles', '[nmi_i]'],
    ['60 miles per hour', '[mi_i]/h'],
    ['20°C', 'Cel'],
    ['68 degrees Fahrenheit', '[degF]'],
    ['US$5 million', 'USD'],
    ['A$5', 'AUD'],
    ['30 Canadian dollars', 'CAD'],
    ['£5 million', 'GBP'],
    ['12 lb', '[lb_av]'],
    ['30 imperial gallons', '[gal_br]'],
    ['600 troops', '{troop}'],
    ['600 pound cakes', '{cake}'],
    ['42', null],
  ])('in %s', (surface, code) => {
    expect(toUnitChoice(surface, code)).toBeNull();
  });
});

test('a rare meaning of a word is offered only by the form', () => {
  expect(toUnitChoice('10 minutes', 'min')?.isSeldomOther).toBe(true);
  expect(toUnitChoice('10 tons', 't')?.isSeldomOther).toBe(false);
});

test('each offered unit says how much it is', () => {
  const inBase = (code: string) => unitInBase(findUnit(code) ?? expect.fail(code));
  expect(inBase('[ston_av]')).toBe('907.18474 kg');
  expect(inBase('[lton_av]')).toBe('1,016.0469088 kg');
  expect(inBase('[degF]')).toBeNull();
  expect(inBase('USD')).toBeNull();
});
