import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ value, unit }) => [
    value,
    unit,
  ]);

describe('a power of ten is part of its number', () => {
  test.each([
    ['The moon weighs 7.3 × 10^22 kg.', '73000000000000000000000', 'kg'],
    ['The tank holds 2.5×10⁴ litres.', '25000', 'L'],
    ['The dose was 4·10⁻³ g.', '0.004', 'g'],
    ['It holds 1.2 x 10-3 litres.', '0.0012', 'L'],
    ['The wave is 6.1×10−7 metres long.', '0.00000061', 'm'],
    ['It travelled 2.7 × 10 4 km.', '27000', 'km'],
    ['They counted 3e5 fish.', '300000', '{fish}'],
    ['They counted 2.5E4 fish.', '25000', '{fish}'],
    ['They counted 10^6 fish.', '1000000', '{fish}'],
    ['They counted 10⁶ fish.', '1000000', '{fish}'],
    ['They counted 4.2 × 106 fish.', '4200000', '{fish}'],
    ['A flow of 10−4 m was seen.', '0.0001', 'm'],
  ])('%s', (text, value, unit) => {
    expect(read(text)).toEqual([[value, unit]]);
  });

  test.each([
    ['She won the 4 x 100 m relay.', '100'],
    ['The ship has 2 x 105 mm guns.', '105'],
    ['The gap is 10−15 metres.', null],
    ['They bought 10 e-bikes.', '10'],
  ])('%s has none', (text, value) => {
    expect(read(text).map(([found]) => found)).toContain(value);
  });
});

describe('a fraction in any typography', () => {
  test.each([
    ['Add 3⁄4 of a cup.', '0.75'],
    ['The plank is 2 1⁄2 inches wide.', '2.5'],
    ['The wait was 4 and a half hours.', '4.5'],
    ['The road is 11 and a quarter miles long.', '11.25'],
    ['It cost 3 and a half million euros.', '3500000'],
  ])('%s', (text, value) => {
    expect(read(text).map(([found]) => found)).toEqual([value]);
  });

  test('a half of something else is a figure of its own', () => {
    expect(read('He ate 5 and a half of the cake.').map(([found]) => found)).toEqual(['5', '0.5']);
  });
});
