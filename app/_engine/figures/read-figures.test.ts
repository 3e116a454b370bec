import { describe, expect, test } from 'vitest';
import { toBaseValue } from '#domain/figures/figure';
import { extract } from '../extract';
import { toPassage } from '../tokens/passage';
import { readFigures, readOneFigure, readPlainFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(
    ({ surface, qualifier, value, low, high, unit, change }) =>
      [surface, qualifier, value ?? `${low}..${high}`, unit, change] as const,
  );

describe('a figure with its unit, its hedge and its direction', () => {
  test.each([
    ['It weighs 4,500 tonnes.', '4,500 tonnes', 'exact', '4500', 't', 'equal'],
    ['a 12,000-tonne ferry', '12,000-tonne', 'exact', '12000', 't', 'equal'],
    [
      'a little over half a mile away',
      'a little over half a mile',
      'justOver',
      '0.5',
      '[mi_i]',
      'over',
    ],
    ['around 400 yards off', 'around 400 yards', 'about', '400', '[yd_i]', 'about'],
    ['It cost £2bn to build.', '£2bn', 'exact', '2000000000', 'GBP', 'equal'],
    ['They pay $1.2m a day.', '$1.2m a day', 'exact', '1200000', 'USD/d', 'equal'],
    ['Some 2.5 million people fled.', 'Some 2.5 million', 'about', '2500000', '{people}', 'about'],
    ['more than two dozen ships', 'more than two dozen', 'over', '24', '{ship}', 'over'],
    ['Shares rose 3.4 per cent.', '3.4 per cent', 'exact', '3.4', '%', 'up'],
    ['Output fell by about 5%.', 'about 5%', 'about', '5', '%', 'down'],
    ['up to 30 workers', 'up to 30', 'upTo', '30', '{worker}', 'under'],
    ['nearly 70kg of gold', 'nearly 70kg', 'nearly', '70', 'kg', 'about'],
    ['at least 9 sailors', 'at least 9', 'atLeast', '9', '{sailor}', 'over'],
    ['no more than 3 litres', 'no more than 3 litres', 'atMost', '3', 'L', 'under'],
    ['between 3,000 and 4,000 fans', '3,000 and 4,000', 'between', '3000..4000', '{fan}', 'equal'],
    [
      'It will cost between 40 and 55 million euros.',
      '40 and 55 million euros',
      'between',
      '40000000..55000000',
      'EUR',
      'equal',
    ],
    ['sums of $1 to $2 million', '$1 to $2 million', 'between', '1000000..2000000', 'USD', 'equal'],
    [
      'fines of $250,000 to $1 million',
      '$250,000 to $1 million',
      'between',
      '250000..1000000',
      'USD',
      'equal',
    ],
    [
      'Two or three million people fled.',
      'Two or three million',
      'between',
      '2000000..3000000',
      '{people}',
      'equal',
    ],
    ['Seven of the 312 passengers fell ill.', 'Seven', 'exact', '7', '{passenger}', 'equal'],
    ['They shot at 32 of 36 drones.', '32', 'exact', '32', '{drone}', 'equal'],
    ['its 2,400-strong workforce', '2,400', 'exact', '2400', '{workforce}', 'equal'],
    ['the 1,000-plus jobs', '1,000-plus', 'atLeast', '1000', '{job}', 'over'],
    ['a wait of 40 to 50 hours', '40 to 50 hours', 'between', '40..50', 'h', 'equal'],
    ['Dozens of homes burned.', 'Dozens', 'order', '12..120', '{home}', 'equal'],
    ['a 14-year-old pupil', '14-year-old', 'exact', '14', 'a', 'equal'],
    ['It turns at 6,000 rpm.', '6,000 rpm', 'exact', '6000', '{rev}/min', 'equal'],
    [
      'Two thirds of the crew left.',
      'Two thirds',
      'exact',
      '0.66666666666666666667',
      '{crew}',
      'equal',
    ],
    [
      'the low was minus 12 degrees Celsius',
      'minus 12 degrees Celsius',
      'exact',
      '-12',
      'Cel',
      'equal',
    ],
    ['a berth of 31,000 GT', '31,000 GT', 'exact', '31000', '[GT]', 'equal'],
    ['a rise of 2.5 percentage points', '2.5 percentage points', 'exact', '2.5', '[pp]', 'up'],
    ['It held 20 (kg) of salt.', '20 (kg)', 'exact', '20', 'kg', 'equal'],
    ['It sold for 3 dollars 50 cents.', '3 dollars 50 cents', 'exact', '3.5', 'USD', 'equal'],
    [
      'twenty-eight thousand and six voters',
      'twenty-eight thousand and six',
      'exact',
      '28006',
      '{voter}',
      'equal',
    ],
  ])('%s', (text, ...expected) => {
    expect(read(text)[0]).toEqual(expected);
  });
});

describe('a change is two figures, the old and the new', () => {
  test.each([
    ['Unemployment fell from 5.9 to 5.1 per cent.', '5.9 %', '5.1 %'],
    ['Unemployment fell from 5.9 per cent to 5.1 per cent.', '5.9 %', '5.1 %'],
    ['The council cut the speed limit from 50 to 30 km/h.', '50 km/h', '30 km/h'],
    ['The limit went from 50 to 70 km/h.', '50 km/h', '70 km/h'],
    ['A drop in jobs from 40 to 32 million followed.', '40000000 {}', '32000000 {}'],
    ['The price rose from $1.20 to $1.45.', '1.2 USD', '1.45 USD'],
    ['Sales grew sharply from 40 to 55 million euros.', '40000000 EUR', '55000000 EUR'],
    ['Sales slid from 5.9 to 5.1 million euros.', '5900000 EUR', '5100000 EUR'],
    ['The fleet grew from 12 to 18 ships.', '12 {ship}', '18 {ship}'],
    ['The fleet went from about 12 to 18 ships.', '12 {ship}', '18 {ship}'],
    ['A limit of 50 to 30 km/h was too strict a change.', '50 km/h', '30 km/h'],
  ])('%s', (text, ...expected) => {
    const figures = read(text).map(([, , value, unit]) => `${value} ${unit ?? '{}'}`);
    expect(figures).toEqual(expected);
  });

  test('neither the old nor the new value is itself a rise or a fall', () => {
    expect(read('It fell from 5.9 to 5.1 per cent.')).toEqual([
      ['5.9', 'exact', '5.9', '%', 'equal'],
      ['5.1 per cent', 'exact', '5.1', '%', 'equal'],
    ]);
  });

  test.each([
    ['From 3,000 to 4,000 people attended.', '3000..4000'],
    ['Fines range from $250 to $400.', '250..400'],
    ['The rises ranged from 3 to 4 per cent.', '3..4'],
    ['It fell by from 3 to 4 per cent.', '3..4'],
    ['They lost from 3 to 5 kg.', '3..5'],
    ['Guidance is down from the $89 to $93 billion of last year.', '89000000000..93000000000'],
    ['Prices rose, and shops sold from 40 to 50 cars.', '40..50'],
    ['Nights of minus 30 to 20 degrees Celsius came.', '-30..-20'],
  ])('a range stays one figure, with its low end first: %s', (text, range) => {
    expect(read(text).map(([, , value]) => value)).toEqual([range]);
  });
});

describe('thousands grouped by a space', () => {
  const values = (text: string) => read(text).map(([, , value, unit]) => `${value} ${unit ?? '-'}`);

  test.each([
    ['They sold 12 000 units.', '12000 {unit}'],
    ['It cost 1 250 000 euros.', '1250000 EUR'],
    ['It cost EUR 1 250 000 to build.', '1250000 EUR'],
    ['About 12 300 people came.', '12300 {people}'],
    ['It cost 12 345.60 dollars.', '12345.6 USD'],
    ['It earns NOK 12\u00a0000 a month.', '12000 NOK/mo'],
    ['It cost 1\u202f250\u202f000 euros.', '1250000 EUR'],
    ['It cost 12\u2009345,60 euros.', '12345.6 EUR'],
    ['A rise to 10 000–12 000 units came.', '10000..12000 {unit}'],
    ['The peak is 5 895 metres high.', '5895 m'],
    ['It sold 12 500 million litres.', '12500000000 L'],
    ['A balance of -12 000 euros was left.', '-12000 EUR'],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual([expected]);
  });

  test('the surface is verbatim, and the last digit is that of the whole figure', () => {
    const text = 'They sold 12 000 units.';
    const [found] = readFigures(toPassage(text, { start: 0, end: text.length }), []);
    expect(found).toMatchObject({ surface: '12 000', lastDigit: '1', significantDigits: 2 });
  });

  test.each([
    ['In room 12 300 people waited.', '300 {people}'],
    ['In 2024 300 people came.', '300 {people}'],
    ['In 2024\u00a0300 people came.', '300 {people}'],
    ['On June 12 300 people came.', '300 {people}'],
    ['At 12 300 people came.', '300 {people}'],
  ])('two numbers stay two: %s', (text, expected) => {
    expect(values(text)).toContain(expected);
  });

  test.each([
    'The Boeing 737 800 landed.',
    'Call 020 7946 0958 today.',
    'Call 555 123 4567 today.',
    'Call 555\u00a0123\u00a04567 today.',
    'Call +47 123 456 today.',
    'Call +47\u00a0123\u00a0456 today.',
    'The scores were 12 300 14 250.',
  ])('a name, a telephone number and a row of numbers are not grouped: %s', (text) => {
    expect(values(text).filter((value) => /^\d{5,}/.test(value))).toEqual([]);
  });
});

describe('numbers that are not figures', () => {
  test.each([
    'The Boeing 737 landed.',
    'Leaders of the G7 met.',
    'It supports 5G and USB.',
    'See Section 427 of the law.',
    'The home side won 2-1.',
    'Call 555-0134-22 today.',
    'He came 3rd in the race.',
    'The phone is an iPhone 11 Pro.',
    'They meet at 9:30 tomorrow.',
    'The second half was dull.',
    'No one was hurt.',
    'Version 192.168.0.1 is out.',
    '3. The desk opens at noon.',
    '2. 3.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('ambiguous words are settled by their sentence', () => {
  test.each([
    ['The fund raised 50 pounds for the school budget.', 'GBP'],
    ['The parcel weighs 50 pounds.', '[lb_av]'],
    ['The temperature rose to 30 degrees.', '{degree}'],
    ['It leans at 30 degrees.', 'deg'],
    ['Pressure fell to 950 mb as the hurricane neared.', 'mbar'],
    ['The file has 950 mb of photographs.', 'MBy'],
  ])('%s', (text, unit) => {
    expect(read(text)[0]?.[3]).toBe(unit);
  });
});

describe('the counted things', () => {
  const measures = (text: string) =>
    readFigures(toPassage(text, { start: 0, end: text.length }), []).map((q) => q.measure);

  test('the killed and the injured are two measures', () => {
    expect(
      measures('Some 60 northern sailors have been killed, with more than 400 injured.'),
    ).toEqual(['northern sailors killed', 'northern sailors injured']);
  });

  test.each([
    ['The blast killed three people.', 'people killed'],
    ['Fire swept the block, displacing some 10,000 families.', 'families displaced'],
    ['The quake killed at least 12.', 'people killed'],
    ['Police have arrested 12 men.', 'men arrested'],
    ['The men were arrested 12 times.', 'times'],
  ])('the verb before a figure says what happened to the people counted: %s', (text, measure) => {
    expect(measures(text)).toEqual([measure]);
  });

  test('casualties are never read as the killed', () => {
    for (const text of [
      'The north suffered 4,700 casualties.',
      'There were 4,700 casualties, and the war goes on.',
      'Some 4,700 casualties were reported by officials.',
    ])
      expect(measures(text)).toEqual(['casualties']);
    expect(measures('It has had 4,700 casualties and 600 killed.')[1]).not.toMatch(/casualt/);
  });

  test('a ship is measured by its displacement, a gun by its calibre', () => {
    expect(measures('a 9,000-tonne cruiser with a 5-inch bow gun')).toEqual([
      'displacement of the cruiser',
      'calibre of the bow gun',
    ]);
  });

  test('a bare number shares the unit of the figure it is set against', () => {
    expect(read('The high is 84.75 cents, while the low is 74.07.').map((q) => q[3])).toEqual([
      '[c_USD]',
      '[c_USD]',
    ]);
  });

  test.each([
    'Blood pressure was 6.5 mmHg lower, and the average body mass index was 24.1.',
    'The bar holds 2.5 litres, while its score reached 84.75.',
  ])('a bare number takes no unit across a clause about something else: %s', (text) => {
    expect(read(text).map((q) => q[3])[1]).toBeNull();
  });
});

describe('units of medicine and chemistry', () => {
  test.each([
    ['Glucose was 5.1 mmol/L.', '5.1 mmol/L', 'mmol/L', '0.0051'],
    ['Glucose was 5.1 mmol per litre.', '5.1 mmol per litre', 'mmol/L', '0.0051'],
    ['Cholesterol was 190 mg/dL.', '190 mg/dL', 'mg/dL', '0.0019'],
    ['Creatinine was 80 µmol/L.', '80 µmol/L', 'umol/L', '0.00008'],
    ['The flask held 2 moles of salt.', '2 moles', 'mol', '2'],
    ['Pressure was 120 mmHg.', '120 mmHg', 'mm[Hg]', '15998.6864898'],
  ])('%s', (text, surface, unit, base) => {
    const [found] = readFigures(toPassage(text, { start: 0, end: text.length }), []);
    expect(found).toMatchObject({ surface, unit });
    expect(found && toBaseValue(found)).toBe(base);
  });

  test('two values before one unit both have that unit', () => {
    expect(read('Glucose fell from 5.9 to 5.1 mmol/L.').map((q) => [q[2], q[3]])).toEqual([
      ['5.9', 'mmol/L'],
      ['5.1', 'mmol/L'],
    ]);
  });

  test('moles in a garden are animals', () => {
    expect(read('They caught two moles in the garden.').map((q) => q[3])).toEqual(['{mole}']);
  });
});

describe('words between two figures belong to one of them', () => {
  test.each([
    ['a sign', 'two $ half a', ['two $', 'half a']],
    ['a plus', '0+0', ['0', '+0']],
    ['a unit', 'a 5in under 6 of them', ['5in', 'under 6']],
  ])('%s', (_what, text, surfaces) => {
    expect(read(text).map(([surface]) => surface)).toEqual(surfaces);
  });
});

describe('a figure that a reviewer types', () => {
  test('is read as it would be in an article', () => {
    expect(readOneFigure('around 400 yards')).toMatchObject({
      value: '400',
      unit: '[yd_i]',
      qualifier: 'about',
      baseLow: '329.184',
      baseHigh: '402.336',
      baseUnit: 'm',
    });
  });

  test.each([
    ['4,500', '4500'],
    ['4500', '4500'],
    ['half a mile', '0.5'],
    ['2.50', '2.5'],
  ])('%s is %s', (text, value) => {
    expect(readOneFigure(text)?.value).toBe(value);
  });

  test('is null when there is no figure', () => {
    expect(readOneFigure('')).toBeNull();
    expect(readOneFigure('no idea')).toBeNull();
  });
});

test('in another language only figures in digits are read, without a measure', () => {
  const text = 'El puente mide 850 m y costó 12 millones según dos fuentes.';
  const figures = readPlainFigures(toPassage(text, { start: 0, end: text.length }));
  expect(figures.map(({ value, unit }) => [value, unit])).toEqual([
    ['850', 'm'],
    ['12', null],
  ]);
});

describe('a currency that several countries call the same', () => {
  const units = (text: string) =>
    extract(text, { publishedOn: null, language: 'en' }).quantities.map(({ unit }) => unit);

  test.each([
    ['The tunnel in Norway cost 210 million kroner.', ['NOK']],
    ['Copenhagen voted on Monday. The theatre will get 3 million kroner.', ['DKK']],
    ['The theatre will get 3 million kroner.', ['{kroner}']],
    ['Norway and Denmark will each pay 3 million kroner.', ['{kroner}']],
    ['The fine in Baghdad was 400 dinars.', ['IQD']],
    ['A permit in Kampala costs 40,000 shillings.', ['UGX']],
    ['A permit costs 40,000 shillings.', ['KES']],
    ['Buenos Aires spent 30 million pesos.', ['ARS']],
    ['He has worn 3 crowns.', ['{crown}']],
  ])('%s', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });
});
