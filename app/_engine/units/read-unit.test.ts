import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, unit }) => `${surface} | ${unit}`,
  );

describe('a unit with exponents is never cut', () => {
  test.each([
    ['The wind blew at 11.2 m s−1.', '11.2 m s−1 | m/s'],
    ['Fields took in 45 kg ha-1 year-1.', '45 kg ha-1 year-1 | kg/har/a'],
    ['Peat holds 120 g C m⁻².', '120 g C m⁻² | g/m2'],
    ['The line lies at 1,740 cm−1.', '1,740 cm−1 | 1/cm'],
    ['The ice has 0.9 g cm −3.', '0.9 g cm −3 | g/cm3'],
    ['It gives off 4 W m−2 K−4.', '4 W m−2 K−4 | {W m−2 K−4}'],
    ['The dose was 3 mg kg−1 day−1.', '3 mg kg−1 day−1 | mg/kg/d'],
    ['A field of 14 kOe was applied.', '14 kOe | {kOe}'],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual([found]);
  });

  test.each([
    ['The bar is 3 m-5 m long.', '3 m-5 m | m'],
    ['The town has 40 MPs and 12 TVs.', '40 | {mp}'],
    ['Each motor has 90 kW / 120 PS.', '90 kW | kW'],
  ])('not there: %s', (text, found) => {
    expect(read(text)[0]).toBe(found);
  });
});

describe('units that news and studies write short', () => {
  test.each([
    ['The van does 29 mpg.', '29 mpg | [mi_i]/[gal_us]'],
    ['It flew at 210 m.p.h. yesterday.', '210 m.p.h. | [mi_i]/h'],
    ['The radio works at 5.8Ghz.', '5.8Ghz | GHz'],
    ['Add three US fluid ounces of milk.', 'three US fluid ounces | [foz_us]'],
    ['The ship takes 9,400 TEU.', '9,400 TEU | {TEU}'],
    ['The beam reached 6.8 TeV.', '6.8 TeV | TeV'],
    ['Milk had 12 Bq/kg.', '12 Bq/kg | Bq/kg'],
    ['Salt stood at 34‰.', '34‰ | [ppth]'],
    ['The alloy has 8 wt.% of tin.', '8 wt.% | %'],
    ['The grain is 4 Å wide.', '4 Å | Ao'],
    ['The rock is 61 Ma old.', '61 Ma | Ma'],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual([found]);
  });
});

describe('money for a measure, and a rate with a number below', () => {
  test.each([
    ['Tiles cost £22 a square metre.', '£22 a square metre | GBP/m2'],
    ['Silver rose to $31 per ounce.', '$31 per ounce | USD/[oz_av]'],
    ['Offices let at $38 psf.', '$38 psf | USD/[sft_i]'],
    ['Petrol is €1.70 a litre.', '€1.70 a litre | EUR/L'],
    ['The car needs 7.1 l/100 km.', '7.1 l/100 km | L/100.km'],
    ['Patients got 250 mg/12h.', '250 mg/12h | mg/12.h'],
    ['There were 14 births per 1,000 people.', '14 | {birth}/10*3'],
    ['It struck 2.5 per 100,000 people.', '2.5 | 1/10*5'],
    ['It found 3 cases per million.', '3 | {case}/10*6'],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual([found]);
  });
});

describe('the letters of a dollar may stand behind it', () => {
  test.each([
    ['The shed sold for $A84,000.', '$A84,000 | AUD'],
    ['Rent is $NZ2,100 a month.', '$NZ2,100 a month | NZD/mo'],
    ['It raised $US3.5m.', '$US3.5m | USD'],
    ['The toll is $C4.50.', '$C4.50 | CAD'],
    ['The firm owes Rs2,400-crore.', 'Rs2,400-crore | INR'],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual([found]);
  });

  test('a lower letter before digits is no sign', () => {
    expect(read('The value p0 stays.')).toEqual([]);
  });
});
