import { describe, expect, test } from 'vitest';
import { groupDigits } from '../numbers/number-text';
import {
  decideFigure,
  findUnitByWord,
  isStoredSo,
  placeFigure,
  type TypedFigure,
  toPlainDecimal,
  toTypedUnit,
  toUnitFields,
} from './edit';
import { figureInWords } from './figure-text';
import { intervalInWords, readingInWords } from './interval-text';

const typed = (figure: Partial<TypedFigure>): TypedFigure => ({
  surface: 'as written',
  qualifier: null,
  value: null,
  low: null,
  high: null,
  unit: null,
  measure: null,
  statistic: null,
  ...figure,
});

function figure(parts: Partial<TypedFigure>) {
  const decided = decideFigure(typed(parts), null);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  return decided.value;
}

describe('a figure that a reviewer types', () => {
  test('is stored with the interval that its words allow, in the base unit', () => {
    expect(figure({ value: '400', qualifier: 'about', unit: 'yards' })).toMatchObject({
      value: '400',
      unit: '[yd_i]',
      unitName: 'yard',
      baseLow: '329.184',
      baseHigh: '402.336',
      baseUnit: 'm',
    });
  });
  test('is exact to its last written digit when it has no hedge', () => {
    expect(figure({ value: '4,500', unit: 't' })).toMatchObject({
      qualifier: 'exact',
      value: '4500',
      lastDigit: '1',
    });
  });
  test('may be a range', () => {
    expect(figure({ low: '3000', high: '4000', unit: '{troop}' })).toMatchObject({
      qualifier: 'between',
      value: null,
      low: '3000',
      high: '4000',
    });
  });
  test.each([
    [{ value: 'many' }, { kind: 'notADecimal', field: 'value', text: 'many' }],
    [{ value: '1,5' }, { kind: 'notADecimal', field: 'value', text: '1,5' }],
    [{ low: '5', high: '3' }, { kind: 'rangeReversed' }],
    [
      { value: '3', unit: 'smoots and a half' },
      { kind: 'unknownUnit', text: 'smoots and a half' },
    ],
    [{}, { kind: 'noNumber' }],
  ] as const)('%j is refused', (parts, refusal) => {
    expect(decideFigure(typed(parts), null)).toEqual({ ok: false, refusal });
  });
});

describe('a figure that a reviewer corrects', () => {
  const stored = {
    ...figure({ value: '2500000', unit: 'USD' }),
    surface: '2.5 million dollars',
    lastDigit: '100000',
    significantDigits: 2,
    change: 'down',
  } as const;
  const corrected = (parts: Partial<TypedFigure>) => {
    const { surface, value, unit } = stored;
    const decided = decideFigure(typed({ surface, value, unit, ...parts }), null, stored);
    return decided.ok ? decided.value : decided.refusal;
  };
  test('keeps the meaning read from its sentence when words and value stay', () => {
    expect(corrected({ measure: 'price of the bridge' })).toMatchObject({
      lastDigit: '100000',
      significantDigits: 2,
      change: 'down',
      baseLow: '2450000',
    });
  });
  test('is as precise as it is typed when the value changes', () => {
    expect(corrected({ value: '2510000' })).toMatchObject({ lastDigit: '1', change: 'down' });
  });
  test('loses the meaning read from its sentence when its words change', () => {
    expect(corrected({ surface: 'another figure' })).toMatchObject({
      lastDigit: '1',
      change: 'equal',
    });
  });
  test('takes the unit chosen from the list, not the one in the field', () => {
    expect(corrected({ chosenUnit: 'CAD' })).toMatchObject({
      unit: 'CAD',
      unitName: 'Canadian dollar',
      dimension: 'money CAD',
    });
    expect(corrected({ chosenUnit: 'smoot' })).toEqual({ kind: 'unknownUnit', text: 'smoot' });
  });
  test('becomes a tonne when the reviewer chooses tonne for ton', () => {
    const ton = { ...figure({ value: '4500', unit: 't' }), unitName: 'ton' };
    const words = (chosenUnit: string | null) => {
      const decided = decideFigure(typed({ value: '4500', unit: 't', chosenUnit }), ton);
      return decided.ok ? figureInWords(decided.value) : '';
    };
    expect(words(null)).toBe('4,500 tons');
    expect(words('t')).toBe('4,500 tonnes');
    expect(words('[ston_av]')).toBe('4,500 short tons');
  });
});

test.each([
  ['[yd_i]', { unit: 'yards', counted: '' }],
  ['{troop}', { unit: '', counted: 'troop' }],
  ['{North Korean troop}', { unit: '', counted: 'North Korean troop' }],
  ['%', { unit: 'per cent', counted: '' }],
  ['USD', { unit: 'dollars', counted: '' }],
  ['{death}/10*5', { unit: '{death}/10*5', counted: '' }],
  [null, { unit: '', counted: '' }],
])(
  'the form shows the unit %s without a code where it has a name, and reads it back',
  (code, fields) => {
    expect(toUnitFields(code)).toEqual(fields);
    const [unit, counted] = [fields.unit || null, fields.counted || null];
    const typedUnit = toTypedUnit({ unit, counted });
    expect(typedUnit && findUnitByWord(typedUnit)?.code).toBe(code);
  },
);

test('a figure that a reviewer types gets the place of its words in the claim', () => {
  const claim = { start: 100, exact: 'It is around 400 yards long and 5 yards wide.' };
  const stored = { surface: '5 yards', start: 132, end: 139 };
  expect(placeFigure('around 400 yards', claim, null)).toEqual({ start: 106, end: 122 });
  expect(placeFigure('five yards', claim, null)).toBeNull();
  expect(placeFigure('5 yards', claim, stored)).toEqual({ start: 132, end: 139 });
  expect(placeFigure('and 5 yards', claim, stored)).toEqual({ start: 128, end: 139 });
  expect(placeFigure('five yards', claim, stored)).toEqual({ start: 132, end: 139 });
});

test.each([
  ['4,500', '4500'],
  ['12 345 678.9', '12345678.9'],
  ['-3.4', '-3.4'],
  ['\u22123', '-3'],
  ['0.5', '0.5'],
])('%s is %s', (text, decimal) => {
  expect(toPlainDecimal(text)).toBe(decimal);
});

test.each(['', '1,5', '1,23', '12,34,567', '1e3', '0x10', 'NaN', '.5.'])(
  '%j is no plain number',
  (text) => {
    expect(toPlainDecimal(text)).toBeNull();
  },
);

test.each([
  ['mile', '[mi_i]'],
  ['Miles', '[mi_i]'],
  ['t', 't'],
  ['USD', 'USD'],
  ['norwegian kroner', 'NOK'],
  ['degrees celsius', 'Cel'],
  ['{troop}', '{troop}'],
])('a unit is found as %s', (word, code) => {
  expect(findUnitByWord(word)?.code).toBe(code);
});

describe('a figure in words', () => {
  const read = (parts: Partial<TypedFigure>) => figureInWords(figure(parts));
  test('has its qualifier and its unit', () => {
    expect(read({ value: '400', qualifier: 'about', unit: 'yard' })).toBe('about 400 yards');
    expect(read({ value: '1', unit: 'mile' })).toBe('1 mile');
    expect(read({ value: '600', qualifier: 'over', unit: '{troop}' })).toBe('over 600 troops');
    expect(read({ value: '2', unit: '{country}' })).toBe('2 countries');
    expect(read({ value: '5.5', unit: '%' })).toBe('5.5%');
    expect(read({ low: '3000', high: '4000', unit: 't' })).toBe('3,000 to 4,000 tonnes');
  });
  test('says how it was read when it is highlighted', () => {
    const words = (parts: Partial<TypedFigure>) => readingInWords(figure(parts));
    expect(words({ value: '4500', unit: 't' })).toBe(
      'Read as 4,500 tonnes, exactly as written: 4,499,500 to 4,500,500 kg',
    );
    expect(words({ value: '400', qualifier: 'about', unit: 'yard' })).toBe(
      'Read as about 400 yards: 329.184 to 402.336 m',
    );
  });
  test('is not shown with half a person, and keeps its scale word', () => {
    const words = (parts: Partial<TypedFigure>) => readingInWords(figure(parts));
    expect(words({ value: '10000', unit: '{death}' })).toBe(
      'Read as 10,000 deaths, exactly as written',
    );
    expect(words({ value: '35', qualifier: 'about', unit: '{person}' })).toBe(
      'Read as about 35 people: 32 to 38',
    );
    expect(words({ value: '2.9', unit: '{child}', statistic: 'mean' })).toBe(
      'Read as 2.9 children, exactly as written: 2.85 to 2.95',
    );
    const billions = {
      ...figure({ value: '6340000000', unit: '{person}' }),
      surface: '6.34 billion',
    };
    const stored = { ...billions, baseLow: '6335000000', baseHigh: '6345000000' };
    expect(readingInWords(stored)).toBe(
      'Read as 6.34 billion people, exactly as written: 6.335 billion to 6.345 billion',
    );
    expect(figureInWords({ ...billions, surface: '6,340,000,000' })).toBe('6,340,000,000 people');
    const metres = { ...figure({ value: '5', unit: 'm' }), surface: '5m' };
    expect(figureInWords(metres)).toBe('5 metres');
  });
  test('names the counted things even if the database has no name for them', () => {
    const counted = { ...figure({ value: '600', unit: '{troop}' }), unitName: null };
    expect(figureInWords(counted)).toBe('600 troops');
  });
  test('groups its digits, and has a true minus sign', () => {
    expect(groupDigits('-1234567.8901')).toBe('\u22121,234,567.8901');
  });
  test('may have an open interval', () => {
    const words = (parts: Partial<TypedFigure>) => intervalInWords(figure(parts));
    expect(words({ value: '4000', qualifier: 'over' })).toBe('4,000 or more');
    expect(words({ value: '-5', qualifier: 'under', unit: '°C' })).toBe(
      '\u22125 degrees Celsius or less',
    );
    expect(words({ value: '5', qualifier: 'under', unit: 'm' })).toBe('0 to 5 m');
    const unknown = { ...figure({ value: '5' }), baseLow: null, baseHigh: null, baseUnit: null };
    expect(intervalInWords(unknown)).toBeNull();
  });
});

describe('the meaning of a figure is given in a readable unit', () => {
  test.each([
    [{ low: '40', high: '79', unit: 'years' }, '40 to 79 years'],
    [{ value: '7000', qualifier: 'atLeast', unit: '{step}/d' }, '7,000 steps per day or more'],
    [{ value: '20', unit: '°C' }, '19.5 to 20.5 degrees Celsius'],
    [{ value: '43', unit: 'NOK/h' }, '42.5 to 43.5 Norwegian kroner per hour'],
    [{ value: '50', unit: 'lb' }, '49.5 to 50.5 pounds'],
    [{ value: '5000', qualifier: 'about', unit: 'km2' }, '4,500 to 5,500 square kilometres'],
    [{ value: '2.5', unit: '[pp]' }, '2.45 to 2.55 percentage points'],
    [{ value: '5.5', unit: '%' }, '5.45 to 5.55%'],
    [{ value: '1234567890', unit: '{vote}' }, '1,234,567,890'],
    [{ value: '400', qualifier: 'about', unit: 'yard' }, '329.184 to 402.336 m'],
  ] as [Partial<TypedFigure>, string][])('%j', (parts, words) => {
    expect(intervalInWords(figure(parts))).toBe(words);
  });

  test('a value without a finite decimal is rounded, and marked as rounded', () => {
    const third = '0.33333333333333333333';
    const read = {
      ...figure({ value: third, qualifier: 'under' }),
      surface: 'under a third',
    };
    expect(intervalInWords(read)).toBe('0 to about 0.3333');
    expect(readingInWords(read)).toBe('Read as under a third: 0 to about 0.3333');
  });

  test('an interval stored under another policy is shown as stored', () => {
    const stored = {
      ...figure({ value: '7000', unit: '{step}/d' }),
      baseLow: '0.5',
      baseHigh: '1',
    };
    expect(intervalInWords(stored)).toBe('0.5 to 1 per second');
  });

  test.each([
    ['100', '1000', '200 to 999 homes'],
    ['12', '120', '24 to 99 homes'],
    ['10000', '100000', '20,000 to 99,999 homes'],
  ])('an order of magnitude from %s to %s is shown as its range', (low, high, words) => {
    const home = figure({ low, high, qualifier: 'order', unit: '{home}' });
    expect(figureInWords(home)).toBe(words);
    expect(`${intervalInWords(home)} homes`).toBe(words);
  });
});

describe('a figure form that is sent again', () => {
  const edit = {
    figure: figure({ value: '400', qualifier: 'about', unit: 'yards', measure: 'length' }),
    asOf: '2026',
    cumulative: true,
    leading: false,
  };
  const stored = { ...edit.figure, ...edit, corrected: true };

  test('changes nothing when the figure is stored so already', () => {
    expect(isStoredSo(stored, edit)).toBe(true);
    // Which one leads, it does not ask for.
    expect(isStoredSo({ ...stored, leading: true }, edit)).toBe(true);
  });
  test.each([
    { figure: { ...edit.figure, qualifier: 'atMost' as const } },
    { figure: { ...edit.figure, measure: 'width' } },
    { asOf: null },
    { cumulative: null },
    { leading: true },
  ])('is a change with %j', (change) => {
    expect(isStoredSo(stored, { ...edit, ...change })).toBe(false);
  });
  test('is a change when the stored figure is the engine’s own reading', () => {
    expect(isStoredSo({ ...stored, corrected: false }, edit)).toBe(false);
  });
});
