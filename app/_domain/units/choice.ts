import { toDecimalText } from '../numbers/decimal';
import { groupDigits } from '../numbers/number-text';
import { findUnit, type Unit } from './unit';

/** One unit that a word may mean, with a name that distinguishes it from the others. */
type UnitMeaning = { readonly unit: Unit; readonly label: string };

/** Which unit was taken for a word that may mean several. */
export type UnitChoice = {
  /** As written: 'tons', '$'. */
  readonly word: string;
  readonly chosen: UnitMeaning;
  readonly others: readonly UnitMeaning[];
  /** So seldom meant otherwise that only the form of the figure offers it. */
  readonly isSeldomOther: boolean;
};

type Ambiguity = {
  readonly word: RegExp;
  /** What in the figure's words settles it, so that there is nothing to choose. */
  readonly settled?: RegExp;
  readonly isSeldomOther?: boolean;
  readonly meanings: readonly (readonly [code: string, label: string])[];
};

const DOLLARS: Ambiguity['meanings'] = [
  ['USD', 'US dollar'],
  ['CAD', 'Canadian dollar'],
  ['AUD', 'Australian dollar'],
  ['NZD', 'New Zealand dollar'],
  ['HKD', 'Hong Kong dollar'],
  ['SGD', 'Singapore dollar'],
];

const AMBIGUITIES: readonly Ambiguity[] = [
  {
    word: /\btons?\b/i,
    settled: /\b(?:metric|short|long|gross|net|register(?:ed)?|us|u\.s\.|imperial) tons?\b/i,
    meanings: [
      ['t', 'tonne'],
      ['[ston_av]', 'short ton'],
      ['[lton_av]', 'long ton'],
    ],
  },
  {
    word: /\bpounds?\b/i,
    settled: /sterling|£|\bpounds? (?:per square|of force)/i,
    meanings: [
      ['GBP', 'pound sterling'],
      ['[lb_av]', 'pound of weight'],
    ],
  },
  {
    word: /\bmiles?\b/i,
    settled: /\b(?:nautical|sea|statute|square) miles?\b|\bmiles? (?:per|an) hour/i,
    meanings: [
      ['[mi_i]', 'mile on land'],
      ['[nmi_i]', 'nautical mile'],
    ],
  },
  {
    word: /\bdegrees?\b|°/i,
    settled: /celsius|celcius|centigrade|fahrenheit|kelvin|(?:°|degrees?)\s*[cfk]\b/i,
    meanings: [
      ['Cel', 'degree Celsius'],
      ['[degF]', 'degree Fahrenheit'],
      ['deg', 'degree of an angle'],
      ['{degree}', 'degree of a scale not said'],
    ],
  },
  {
    word: /\bminutes?\b/i,
    isSeldomOther: true,
    meanings: [
      ['min', 'minute of time'],
      ['[arcmin]', 'minute of an angle'],
    ],
  },
  {
    word: /\bdollars?\b|\$/i,
    settled: /\p{L}\$|\$\p{L}|\b(?:us|u\.s\.|american|canadian|australian|new zealand)\b/iu,
    meanings: DOLLARS,
  },
  {
    word: /\bgallons?\b/i,
    settled: /\b(?:us|u\.s\.|imperial|british) gallons?\b/i,
    meanings: [
      ['[gal_us]', 'US gallon'],
      ['[gal_br]', 'imperial gallon'],
    ],
  },
  {
    word: /\bpints?\b/i,
    settled: /\b(?:us|u\.s\.|imperial|british) pints?\b/i,
    meanings: [
      ['[pt_us]', 'US pint'],
      ['[pt_br]', 'imperial pint'],
    ],
  },
  {
    word: /\bounces?\b|\boz\b/i,
    settled: /\b(?:troy|fluid|fl) (?:ounces?|oz)\b/i,
    meanings: [
      ['[oz_av]', 'ounce'],
      ['[oz_tr]', 'troy ounce'],
      ['[foz_us]', 'fluid ounce'],
    ],
  },
  {
    word: /\brupees?\b|\brs\b/i,
    settled: /\b(?:indian|pakistani|sri lankan|nepalese|nepali)\b/i,
    meanings: [
      ['INR', 'Indian rupee'],
      ['PKR', 'Pakistani rupee'],
      ['LKR', 'Sri Lankan rupee'],
      ['NPR', 'Nepalese rupee'],
    ],
  },
  {
    word: /\bpesos?\b/i,
    settled: /\b(?:mexican|argentin\w*|chilean|colombian|philippine|uruguayan|cuban|dominican)\b/i,
    meanings: [
      ['MXN', 'Mexican peso'],
      ['ARS', 'Argentine peso'],
      ['CLP', 'Chilean peso'],
      ['COP', 'Colombian peso'],
      ['PHP', 'Philippine peso'],
    ],
  },
  {
    word: /\bkron(?:e|er|a|or)\b/i,
    settled: /\b(?:norwegian|danish|swedish|icelandic)\b/i,
    meanings: [
      ['NOK', 'Norwegian krone'],
      ['DKK', 'Danish krone'],
      ['SEK', 'Swedish krona'],
      ['ISK', 'Icelandic krona'],
    ],
  },
  {
    word: /\bdinars?\b/i,
    settled: /\b(?:kuwaiti|iraqi|jordanian|bahraini|libyan|tunisian|algerian|serbian)\b/i,
    meanings: [
      ['KWD', 'Kuwaiti dinar'],
      ['IQD', 'Iraqi dinar'],
      ['JOD', 'Jordanian dinar'],
      ['BHD', 'Bahraini dinar'],
      ['LYD', 'Libyan dinar'],
      ['TND', 'Tunisian dinar'],
      ['DZD', 'Algerian dinar'],
      ['RSD', 'Serbian dinar'],
    ],
  },
  {
    word: /\bshillings?\b/i,
    settled: /\b(?:kenyan?|ugandan?|tanzanian?)\b/i,
    meanings: [
      ['KES', 'Kenyan shilling'],
      ['UGX', 'Ugandan shilling'],
      ['TZS', 'Tanzanian shilling'],
    ],
  },
  {
    word: /\bwon\b/i,
    settled: /\b(?:south|north) korean\b/i,
    meanings: [
      ['KRW', 'South Korean won'],
      ['KPW', 'North Korean won'],
    ],
  },
  {
    word: /[¥￥]/,
    settled: /\p{L}[¥￥]/u,
    meanings: [
      ['JPY', 'Japanese yen'],
      ['CNY', 'Chinese yuan'],
    ],
  },
];

/**
 * The choice of unit for a figure with an ambiguous unit word.
 *
 * @param surface  the figure as written: '4,500 tons'
 * @param code  the unit of the reading; for a rate ('USD/d') its first part counts
 * @returns null when the word means one unit only, when the figure's own words settle which
 *   ('US dollars'), or when the unit it was read in is none of those the word may mean
 */
export function toUnitChoice(surface: string, code: string | null): UnitChoice | null {
  if (code === null) return null;
  const slash = code.indexOf('/');
  const [own, rate] = slash > 0 ? [code.slice(0, slash), code.slice(slash)] : [code, ''];
  for (const { word, settled, isSeldomOther = false, meanings } of AMBIGUITIES) {
    const written = word.exec(surface)?.[0];
    if (!written || settled?.test(surface)) continue;
    if (!meanings.some(([each]) => each === own)) continue;
    const all = meanings.flatMap(([each, label]) => {
      const unit = findUnit(`${each}${rate}`);
      return unit ? [{ unit, label: `${label}${rateInWords(rate)}` }] : [];
    });
    const chosen = all.find(({ unit }) => unit.code === code);
    const others = all.filter((meaning) => meaning !== chosen);
    if (chosen && others.length > 0) return { word: written, chosen, others, isSeldomOther };
  }
  return null;
}

function rateInWords(rate: string): string {
  const below = rate && findUnit(rate.slice(1));
  return below ? ` per ${below.name}` : '';
}

const NAMED_OTHERS = 3;

/**
 * '“tons” read as tonne; may be short ton or long ton'. Only the first of many others are named.
 */
export function unitChoiceInWords({ word, chosen, others }: UnitChoice): string {
  const all = others.map(({ label }) => label);
  const named = all.length > NAMED_OTHERS ? [...all.slice(0, NAMED_OTHERS - 1), 'another'] : all;
  const may = [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ');
  return `“${word}” read as ${chosen.label}; may be ${may}`;
}

/** What one of a unit is in its base unit, '907.18474 kg'; null where that says nothing. */
export function unitInBase({ code, factor, offset, baseUnit }: Unit): string | null {
  if (code === baseUnit || code.startsWith('{') || offset.numerator !== 0n) return null;
  return `${groupDigits(toDecimalText(factor))} ${baseUnit}`;
}
