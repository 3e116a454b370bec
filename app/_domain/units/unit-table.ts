import { type DimensionTable, prefixed } from './prefixes';

/**
 * Physical units by dimension.
 *
 * Factors are exact by definition: international yard and pound (1959), so 1 mile is 1609.344 m and
 * 1 pound 0.45359237 kg. Codes are UCUM's; those of our own are marked "own". A month is a twelfth of a Julian year of 365.25 days
 * (UCUM mo and a): good for comparing spans of time, never for moving a date. Speeds have km/h for
 * a base and turning speeds one a minute, so that base values have finite decimals.
 *
 * @see https://ucum.org/ucum
 * @see NIST SP 811 (2008), Appendix B.
 */
export const UNIT_TABLE: readonly DimensionTable[] = [
  {
    dimension: 'length',
    baseUnit: 'm',
    units: [
      ['m', 'metre', 'metres', '1', ['m']],
      ...prefixed('numcdk', 'm', 'metre', 'metres'),
      ['Ao', 'angstrom', 'angstroms', '0.0000000001', ['Å', 'Å']],
      ['[in_i]', 'inch', 'inches', '0.0254', ['in', '"', '″', '”']],
      ['[ft_i]', 'foot', 'feet', '0.3048', ['ft', "'", '′', '’']],
      ['[yd_i]', 'yard', 'yards', '0.9144', ['yd', 'yds']],
      ['[mi_i]', 'mile', 'miles', '1609.344', ['mi']],
      ['[nmi_i]', 'nautical mile', 'nautical miles', '1852', ['nmi']],
      ['[fth_i]', 'fathom', 'fathoms', '1.8288'],
      ['[fur_i]', 'furlong', 'furlongs', '201.168'],
      ['AU', 'astronomical unit', 'astronomical units', '149597870700', ['AU']],
      ['[ly]', 'light-year', 'light-years', '9460730472580800', ['ly']],
    ],
  },
  {
    dimension: 'mass',
    baseUnit: 'kg',
    units: [
      ['g', 'gram', 'grams', '0.001', ['g', 'gm']],
      ['kg', 'kilogram', 'kilograms', '1', ['kg', 'kgs']],
      ['mg', 'milligram', 'milligrams', '0.000001', ['mg']],
      ['ug', 'microgram', 'micrograms', '0.000000001', ['ug', 'µg', 'μg', 'mcg']],
      ['t', 'tonne', 'tonnes', '1000', ['t', 'mt']],
      ['kt', 'kilotonne', 'kilotonnes', '1000000', ['kt']],
      ['Mt', 'megatonne', 'megatonnes', '1000000000', ['Mt']],
      ['[lb_av]', 'pound-mass', 'pounds', '0.45359237', ['lb', 'lbs']],
      ['[oz_av]', 'ounce', 'ounces', '0.028349523125', ['oz']],
      ['[dr_av]', 'dram', 'drams', '0.0017718451953125'],
      ['[ston_av]', 'short ton', 'short tons', '907.18474'],
      ['[lton_av]', 'long ton', 'long tons', '1016.0469088'],
      ['[stone_av]', 'stone', 'stone', '6.35029318'],
      ['[oz_tr]', 'troy ounce', 'troy ounces', '0.0311034768'],
      ['[car_m]', 'carat', 'carats', '0.0002'],
    ],
  },
  {
    // Own code: gross tonnage measures a ship's enclosed volume by a formula; it is never a mass.
    dimension: 'gross tonnage',
    baseUnit: '[GT]',
    units: [['[GT]', 'gross ton', 'gross tons', '1', ['GT', 'GRT']]],
  },
  {
    dimension: 'time',
    baseUnit: 's',
    units: [
      ['s', 'second', 'seconds', '1', ['s', 'sec', 'secs']],
      ...prefixed('num', 's', 'second', 'seconds', ['s', 'sec']),
      ['min', 'minute', 'minutes', '60', ['min', 'mins']],
      ['h', 'hour', 'hours', '3600', ['h', 'hr', 'hrs']],
      ['d', 'day', 'days', '86400'],
      ['wk', 'week', 'weeks', '604800', ['wk', 'wks']],
      ['mo', 'month', 'months', '2629800'],
      ['a', 'year', 'years', '31557600', ['yr', 'yrs']],
      ['10.a', 'decade', 'decades', '315576000'],
      ['100.a', 'century', 'centuries', '3155760000'],
      ['ka', 'thousand years', 'thousand years', '31557600000', ['kyr']],
      ['Ma', 'million years', 'million years', '31557600000000', ['Ma', 'Myr']],
      ['Ga', 'billion years', 'billion years', '31557600000000000', ['Gyr']],
    ],
  },
  {
    dimension: 'temperature',
    baseUnit: 'K',
    units: [
      ['K', 'kelvin', 'kelvins', '1', ['K', '°K']],
      ['Cel', 'celsius', 'degrees Celsius', '1', ['C', '°C', '℃', 'degC', 'ºC']],
      ['[degF]', 'fahrenheit', 'degrees Fahrenheit', '5/9', ['F', '°F', '℉', 'degF', 'ºF']],
    ],
  },
  {
    dimension: 'area',
    baseUnit: 'm2',
    units: [
      ['m2', 'square metre', 'square metres', '1', ['m2', 'm²', 'sq m', 'sqm']],
      ['mm2', 'square millimetre', 'square millimetres', '0.000001', ['mm2', 'mm²']],
      ['cm2', 'square centimetre', 'square centimetres', '0.0001', ['cm2', 'cm²']],
      ['km2', 'square kilometre', 'square kilometres', '1000000', ['km2', 'km²', 'sq km']],
      ['har', 'hectare', 'hectares', '10000', ['ha']],
      ['[sin_i]', 'square inch', 'square inches', '0.00064516', ['sq in', 'in2', 'in²']],
      ['[sft_i]', 'square foot', 'square feet', '0.09290304', ['sq ft', 'sqft', 'ft2', 'ft²']],
      ['[syd_i]', 'square yard', 'square yards', '0.83612736', ['sq yd', 'yd2', 'yd²']],
      ['[mi_i]2', 'square mile', 'square miles', '2589988.110336', ['sq mi', 'mi2', 'mi²']],
      // Own code: 43,560 international square feet, since the survey foot ended in 2022.
      ['[acr_i]', 'acre', 'acres', '4046.8564224'],
    ],
  },
  {
    dimension: 'volume',
    baseUnit: 'L',
    units: [
      ['L', 'litre', 'litres', '1', ['L', 'l', 'ltr']],
      ...prefixed('umcd', 'L', 'litre', 'litres', ['L', 'l']),
      ['m3', 'cubic metre', 'cubic metres', '1000', ['m3', 'm³']],
      ['dm3', 'cubic decimetre', 'cubic decimetres', '1', ['dm3', 'dm³']],
      ['mm3', 'cubic millimetre', 'cubic millimetres', '0.000001', ['mm3', 'mm³']],
      ['cm3', 'cubic centimetre', 'cubic centimetres', '0.001', ['cm3', 'cm³', 'cc']],
      ['km3', 'cubic kilometre', 'cubic kilometres', '1000000000000', ['km3', 'km³']],
      ['[cin_i]', 'cubic inch', 'cubic inches', '0.016387064', ['cu in']],
      ['[cft_i]', 'cubic foot', 'cubic feet', '28.316846592', ['cu ft', 'ft3', 'ft³']],
      ['[cyd_i]', 'cubic yard', 'cubic yards', '764.554857984'],
      ['[gal_us]', 'gallon', 'gallons', '3.785411784', ['gal']],
      ['[gal_br]', 'imperial gallon', 'imperial gallons', '4.54609'],
      ['[qt_us]', 'quart', 'quarts', '0.946352946', ['qt']],
      ['[pt_us]', 'pint', 'pints', '0.473176473'],
      ['[pt_br]', 'imperial pint', 'imperial pints', '0.56826125'],
      ['[foz_us]', 'fluid ounce', 'fluid ounces', '0.0295735295625', ['fl oz']],
      ['[cup_us]', 'cup', 'cups', '0.2365882365'],
      ['[tbs_us]', 'tablespoon', 'tablespoons', '0.01478676478125', ['tbsp']],
      ['[tsp_us]', 'teaspoon', 'teaspoons', '0.00492892159375', ['tsp']],
      ['[bbl_us]', 'barrel', 'barrels', '158.987294928', ['bbl']],
    ],
  },
  {
    dimension: 'speed',
    baseUnit: 'km/h',
    units: [
      [
        'km/h',
        'kilometre per hour',
        'kilometres per hour',
        '1',
        ['km/h', 'kph', 'kmh', 'kmph', 'km/hr'],
      ],
      ['m/s', 'metre per second', 'metres per second', '3.6', ['m/s']],
      ['[mi_i]/h', 'mile per hour', 'miles per hour', '1.609344', ['mph', 'mi/h']],
      ['[kn_i]', 'knot', 'knots', '1.852', ['kn', 'kt', 'kts']],
    ],
  },
  {
    dimension: 'frequency',
    baseUnit: 'Hz',
    units: [['Hz', 'hertz', 'hertz', '1', ['Hz']], ...prefixed('kMGT', 'Hz', 'hertz', 'hertz')],
  },
  {
    // Own code: UCUM writes turns as a bare number, which a heart's beats a minute are too.
    dimension: 'turning speed',
    baseUnit: '{rev}/min',
    units: [['{rev}/min', 'revolution per minute', 'revolutions per minute', '1', ['rpm']]],
  },
  {
    dimension: 'energy',
    baseUnit: 'J',
    units: [
      ['J', 'joule', 'joules', '1', ['J']],
      ...prefixed('kMGT', 'J', 'joule', 'joules'),
      ['W.h', 'watt hour', 'watt hours', '3600', ['Wh']],
      ['kW.h', 'kilowatt hour', 'kilowatt hours', '3600000', ['kWh']],
      ['MW.h', 'megawatt hour', 'megawatt hours', '3600000000', ['MWh']],
      ['GW.h', 'gigawatt hour', 'gigawatt hours', '3600000000000', ['GWh']],
      ['TW.h', 'terawatt hour', 'terawatt hours', '3600000000000000', ['TWh']],
      ['kcal_th', 'kilocalorie', 'kilocalories', '4184', ['kcal']],
      ['[Cal]', 'calorie', 'calories', '4184'],
      ['eV', 'electronvolt', 'electronvolts', '0.0000000000000000001602176634', ['eV']],
      [
        'meV',
        'millielectronvolt',
        'millielectronvolts',
        '0.0000000000000000000001602176634',
        ['meV'],
      ],
      ['keV', 'kiloelectronvolt', 'kiloelectronvolts', '0.0000000000000001602176634', ['keV']],
      ['MeV', 'megaelectronvolt', 'megaelectronvolts', '0.0000000000001602176634', ['MeV']],
      ['GeV', 'gigaelectronvolt', 'gigaelectronvolts', '0.0000000001602176634', ['GeV']],
      ['TeV', 'teraelectronvolt', 'teraelectronvolts', '0.0000001602176634', ['TeV']],
      // Own code: the energy of a tonne of TNT, 4.184 GJ by definition.
      ['[kt_TNT]', 'kiloton of TNT', 'kilotons of TNT', '4184000000000'],
    ],
  },
  {
    dimension: 'power',
    baseUnit: 'W',
    units: [
      ['W', 'watt', 'watts', '1', ['W']],
      ...prefixed('mkMGT', 'W', 'watt', 'watts'),
      ['[HP]', 'horsepower', 'horsepower', '745.69987158227022', ['hp', 'HP']],
      // Own codes: brake horsepower is the same 550 ft·lbf/s; the metric one is 75 kgf·m/s.
      ['[BHP]', 'brake horsepower', 'brake horsepower', '745.69987158227022', ['bhp']],
      ['[HP_m]', 'metric horsepower', 'metric horsepower', '735.49875', ['PS']],
    ],
  },
  {
    dimension: 'pressure',
    baseUnit: 'Pa',
    units: [
      ['Pa', 'pascal', 'pascals', '1', ['Pa']],
      ...prefixed('kMG', 'Pa', 'pascal', 'pascals'),
      ['hPa', 'hectopascal', 'hectopascals', '100', ['hPa']],
      ['bar', 'bar', 'bars', '100000', ['bar']],
      ['mbar', 'millibar', 'millibars', '100', ['mbar', 'mb']],
      [
        '[psi]',
        'pound per square inch',
        'pounds per square inch',
        '8896443230521/1290320000',
        ['psi'],
      ],
      [
        'k[psi]',
        'kilopound per square inch',
        'kilopounds per square inch',
        '8896443230521/1290320',
        ['ksi'],
      ],
      ['ubar', 'microbar', 'microbars', '0.1', ['µbar', 'μbar']],
      ['atm', 'atmosphere', 'atmospheres', '101325', ['atm']],
      // Own code: 1/760 of an atmosphere.
      ['[Torr]', 'torr', 'torr', '20265/152', ['Torr']],
      // 13,595.1 kg/m³ × 9.80665 m/s² × 1 mm: the conventional millimetre, exactly.
      [
        'mm[Hg]',
        'millimetre of mercury',
        'millimetres of mercury',
        '133.322387415',
        ['mmHg', 'mm Hg'],
      ],
    ],
  },
  {
    // A mole is an SI base unit; UCUM's own base is a bare number, which would make it a count.
    dimension: 'amount of substance',
    baseUnit: 'mol',
    units: [['mol', 'mole', 'moles', '1', ['mol']], ...prefixed('pnumk', 'mol', 'mole', 'moles')],
  },
  {
    dimension: 'force',
    baseUnit: 'N',
    units: [['N', 'newton', 'newtons', '1', ['N']], ...prefixed('kM', 'N', 'newton', 'newtons')],
  },
  {
    dimension: 'torque',
    baseUnit: 'N.m',
    units: [
      ['N.m', 'newton metre', 'newton metres', '1', ['Nm', 'N·m', 'N-m']],
      // Own codes for the two ways of saying the same: exact by the pound-force and the foot.
      ['[lbf_av].[ft_i]', 'pound-foot', 'pound-feet', '1.3558179483314004'],
      [
        '[ft_i].[lbf_av]',
        'foot pound-force',
        'foot pounds-force',
        '1.3558179483314004',
        ['lb-ft', 'lb ft', 'ft-lb', 'ft-lbs'],
      ],
    ],
  },
  {
    dimension: 'voltage',
    baseUnit: 'V',
    units: [['V', 'volt', 'volts', '1', ['V']], ...prefixed('mkM', 'V', 'volt', 'volts')],
  },
  {
    dimension: 'electric current',
    baseUnit: 'A',
    units: [['A', 'ampere', 'amperes', '1', ['A']], ...prefixed('mk', 'A', 'ampere', 'amperes')],
  },
  {
    dimension: 'electric charge',
    baseUnit: 'C',
    units: [
      ['C', 'coulomb', 'coulombs', '1'],
      ['A.h', 'ampere-hour', 'ampere-hours', '3600', ['Ah']],
      ['mA.h', 'milliampere-hour', 'milliampere-hours', '3.6', ['mAh']],
    ],
  },
  {
    dimension: 'resistance',
    baseUnit: 'Ohm',
    units: [
      ['Ohm', 'ohm', 'ohms', '1', ['Ω']],
      ['kOhm', 'kiloohm', 'kiloohms', '1000', ['kΩ']],
    ],
  },
  {
    dimension: 'capacitance',
    baseUnit: 'F',
    units: [['F', 'farad', 'farads', '1'], ...prefixed('pnu', 'F', 'farad', 'farads')],
  },
  {
    // Kilo is a thousand here, as SI has it; disks and networks are sold so.
    dimension: 'data',
    baseUnit: 'By',
    units: [
      ['By', 'byte', 'bytes', '1', ['B']],
      ...prefixed('kMGTP', 'By', 'byte', 'bytes', ['B']),
      ['bit', 'bit', 'bits', '0.125', ['b']],
      ['kbit', 'kilobit', 'kilobits', '125', ['kb', 'kbit']],
      ['Mbit', 'megabit', 'megabits', '125000', ['Mb', 'Mbit']],
      ['Gbit', 'gigabit', 'gigabits', '125000000', ['Gb', 'Gbit']],
    ],
  },
  {
    dimension: 'data rate',
    baseUnit: 'bit/s',
    units: [
      ['bit/s', 'bit per second', 'bits per second', '1', ['bps']],
      ['kbit/s', 'kilobit per second', 'kilobits per second', '1000', ['kbps', 'kb/s']],
      [
        'Mbit/s',
        'megabit per second',
        'megabits per second',
        '1000000',
        ['Mbps', 'Mb/s', 'Mbit/s'],
      ],
      ['Gbit/s', 'gigabit per second', 'gigabits per second', '1000000000', ['Gbps', 'Gb/s']],
      ['MBy/s', 'megabyte per second', 'megabytes per second', '8000000', ['MB/s', 'MBps']],
      ['GBy/s', 'gigabyte per second', 'gigabytes per second', '8000000000', ['GB/s']],
    ],
  },
  {
    dimension: 'plane angle',
    baseUnit: 'deg',
    units: [
      ['deg', 'degree', 'degrees', '1', ['°', 'º', 'deg']],
      // Own code: UCUM writes it as an apostrophe, which people type for feet.
      ['[arcmin]', 'arcminute', 'arcminutes', '1/60', ['arcmin']],
      ['[arcsec]', 'arcsecond', 'arcseconds', '1/3600', ['arcsec']],
      // A radian is 180/π degrees, which no fraction gives; to 20 digits.
      ['rad', 'radian', 'radians', '57.295779513082320877', ['rad']],
    ],
  },
  {
    dimension: 'sound level',
    baseUnit: 'dB',
    units: [['dB', 'decibel', 'decibels', '1', ['dB']]],
  },
  {
    dimension: 'radiation dose',
    baseUnit: 'Sv',
    units: [
      ['Sv', 'sievert', 'sieverts', '1', ['Sv']],
      ...prefixed('um', 'Sv', 'sievert', 'sieverts'),
    ],
  },
  {
    dimension: 'absorbed dose',
    baseUnit: 'Gy',
    units: [['Gy', 'gray', 'grays', '1', ['Gy']], ...prefixed('um', 'Gy', 'gray', 'grays')],
  },
  {
    dimension: 'radioactivity',
    baseUnit: 'Bq',
    units: [
      ['Bq', 'becquerel', 'becquerels', '1', ['Bq']],
      ...prefixed('mkMGTP', 'Bq', 'becquerel', 'becquerels'),
    ],
  },
  {
    // What one international unit of a substance is, its own standard says: only for the same one.
    dimension: 'biological activity',
    baseUnit: '[iU]',
    units: [['[iU]', 'international unit', 'international units', '1', ['IU']]],
  },
  {
    // A percentage counts hundredths of a whole; a point counts steps between two percentages.
    dimension: 'proportion',
    baseUnit: '%',
    units: [
      ['%', 'percentage', 'per cent', '1', ['%', '٪', '％']],
      ['[ppth]', 'per mille', 'per mille', '0.1', ['‰']],
      ['[ppm]', 'parts-per-million', 'parts per million', '0.0001', ['ppm']],
      ['[ppb]', 'parts-per-billion', 'parts per billion', '0.0000001', ['ppb']],
    ],
  },
  {
    // Own codes: UCUM has none for steps between percentages.
    dimension: 'percentage points',
    baseUnit: '[pp]',
    units: [
      ['[pp]', 'percentage point', 'percentage points', '1', ['pp']],
      ['[bp]', 'basis point', 'basis points', '0.01', ['bps', 'bp']],
    ],
  },
];

/** Added after the factor, in the base unit: 0 °C is 273.15 K, 0 °F is 45967/180 K. */
export const UNIT_OFFSETS: Readonly<Record<string, string>> = {
  Cel: '273.15',
  '[degF]': '45967/180',
};
