import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/read-figures';
import { toPassage } from '../tokens/passage';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, value, unit }) => `${surface} | ${value} ${unit}`,
  );

describe('an amount in two units is one figure, in the smaller one', () => {
  test.each([
    ['The keeper is 6ft 5in.', '6ft 5in | 77 [in_i]'],
    ['The keeper is 6 feet and 5 inches tall.', '6 feet and 5 inches | 77 [in_i]'],
    ['The door is 7\'2" high.', '7\'2" | 86 [in_i]'],
    ['The girl weighed 7lb 9oz at birth.', '7lb 9oz | 121 [oz_av]'],
    ['He now weighs 14st 3lb.', '14st 3lb | 199 [lb_av]'],
    ['The strike lasted 3 hours 40 minutes.', '3 hours 40 minutes | 220 min'],
    ['The trip takes 1h 20m.', '1h 20m | 80 min'],
    ['The trip takes 1h20.', '1h20 | 80 min'],
    ['She ran it in 2 hours, by then a record.', '2 hours | 2 h'],
    ['She ran it in 4 minutes and 12 seconds.', '4 minutes and 12 seconds | 252 s'],
    ['He got two years and four months.', 'two years and four months | 28 mo'],
    ['The walk takes an hour and 20 minutes.', 'an hour and 20 minutes | 80 min'],
    ['The walk takes an hour and a half.', 'an hour and a half | 1.5 h'],
    ['The well lies at 51°30′ north.', '51°30′ | 3090 [arcmin]'],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual([found]);
  });

  test.each([
    ['They waited 3 hours and 40 people left.', ['3 hours | 3 h', '40 | 40 {people}']],
    ['The pool is 2 m deep and 40 cm too short.', ['2 m | 2 m', '40 cm | 40 cm']],
    ['The fish was 30 cm and 2 kg.', ['30 cm | 30 cm', '2 kg | 2 kg']],
    ['It ran for 5 years and 14 months too long.', ['5 years | 5 a', '14 months | 14 mo']],
    ['He lost 6 ft 2 in the back yard.', ['6 ft | 6 [ft_i]', '2 | 2 null']],
  ])('two amounts stay two: %s', (text, found) => {
    expect(read(text)).toEqual(found);
  });
});
