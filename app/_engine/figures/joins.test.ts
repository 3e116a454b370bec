import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ value, low, high, unit }) =>
      `${value ?? ''}${low === null ? '' : ` [${low} to ${high}]`} ${unit ?? '-'}`.trim(),
  );

describe('a tolerance belongs to its value', () => {
  test.each([
    ['The rod is 8.4 ± 0.2 cm long.', ['8.4 [8.2 to 8.6] cm']],
    ['The share was 46 % ± 2 %.', ['46 [44 to 48] %']],
    ['The load is 200 kg ± 5%.', ['200 [190 to 210] kg']],
    ['The oven was kept at 300 plus or minus 15 °C.', ['300 [285 to 315] Cel']],
    ['The loss was −1.6 ± 0.4 % a year.', ['-1.6 [-2 to -1.2] %/a']],
    ['The margin is ±4 points.', ['4 {point}']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('sides share the unit of the last', () => {
  test.each([
    ['The tile is 4 x 6 cm.', ['4 cm', '6 cm']],
    ['The box measured 30 × 20 × 10 mm.', ['30 mm', '20 mm', '10 mm']],
    ['The room is 12 by 20 feet.', ['12 [ft_i]', '20 [ft_i]']],
    ['A 3-by-5-metre sail tore.', ['3 m', '5 m']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a list has the unit of its last figure', () => {
  test.each([
    ['Waves of 4, 6 and 9 metres came.', ['4 m', '6 m', '9 m']],
    ['Notes of 5 and 10 euros are rare.', ['5 EUR', '10 EUR']],
    ['Prices rose 3, 5 and 8 per cent.', ['3 %', '5 %', '8 %']],
    ['The trip takes 4, 5 or 6 hours.', ['4 h', '5 h', '6 h']],
    ['Flats with 2, 3, or 4 rooms are scarce.', ['2 {room}', '3 {room}', '4 {room}']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  test.each([
    ['He scored 12, and 20 km on he fell.', '12 -'],
    ['They won 3, while 20 people watched.', '3 -'],
  ])('two clauses are no list: %s', (text, first) => {
    expect(read(text)[0]).toBe(first);
  });
});

describe('numbers before one noun', () => {
  test.each([
    ['The block has 90 new 2 and 3 storey houses.', ['90 {house}', '2 {storey}', '3 {storey}']],
    ['They sold two million 500ml bottles.', ['2000000 {bottle}', '500 mL']],
    ['He lifted forty 20kg sacks.', ['40 {sack}', '20 kg']],
  ])('each counts its own: %s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a sum and its conversion have one rate, a part has the unit of the whole', () => {
  test.each([
    ['A seat costs 12 euros ($13) per head.', ['12 EUR/{head}', '13 USD/{head}']],
    ['The club has 40 million of the 3 billion euros.', ['40000000 EUR', '3000000000 EUR']],
    ['It lost four of its two-tonne lorries.', ['4 {lorry}', '2 t']],
    ['Half of the 1.2 million voters stayed in.', ['0.5 {voter}', '1200000 {voter}']],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});
