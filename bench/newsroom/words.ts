import type { Figure, Qualifier } from '#domain/figures/figure';
import { baseInterval } from '#domain/figures/interval';
import { findUnit } from '#domain/units/unit';
import type { DeskChance } from './chance';

/** Words to look for: in three claims of five, in about one of a thousand, and in none. */
export const WORDS = { many: 'government', few: 'lighthouse', none: 'zeppelin' } as const;

/** Words in the names of claimants: of many parties, and of none. */
export const CLAIMANT_WORDS = { many: 'Ministry', none: 'Zeppelin' } as const;

const SHARE_OF_MANY = 0.6;
const SHARE_OF_FEW = 0.001;

const PLACES = [
  'Arnhem', 'Bergen', 'Coimbra', 'Dakar', 'Esbjerg', 'Fukuoka', 'Galway', 'Haifa', 'Izmir',
  'Jaffna', 'Kraków', 'Lima', 'Málaga', 'Nairobi', 'Oulu', 'Palermo', 'Quito', 'Rosario',
  'Split', 'Tbilisi', 'Utrecht', 'Valparaíso', 'Windhoek', 'Xalapa', 'Yerevan', 'Zagreb',
] as const; // biome-ignore format: a list to scan
const BODIES = [
  'port authority', 'central bank', 'health service', 'rail operator', 'water company',
  'electoral commission', 'fire brigade', 'university', 'harbour police', 'city council',
  'statistics office', 'farmers’ union', 'power grid', 'airport', 'coast guard', 'school board',
] as const; // biome-ignore format: a list to scan
const DEEDS = [
  'closed', 'opened', 'sold', 'rebuilt', 'promised', 'cancelled', 'delayed', 'inspected',
  'banned', 'approved', 'lost', 'inherited', 'paid for', 'took over', 'gave up', 'audited',
] as const; // biome-ignore format: a list to scan
const THINGS = [
  'the northern bridge', 'two hospitals', 'the fishing fleet', 'its pension fund',
  'the border crossing', 'the old reservoir', 'a wind farm', 'the night trains',
  'the census of buildings', 'its largest dam', 'the vaccine contract', 'a steel works',
  'the ferry line', 'the state archive', 'most of its buses', 'the emergency wards',
] as const; // biome-ignore format: a list to scan
const COUNTING = ['counted', 'reported', 'planned for', 'spent', 'registered', 'moved', 'lost'];
const OCCASIONS = [
  'during the storm', 'before the election', 'after the strike', 'in the dry season',
  'under the new law', 'without a tender', 'for the first time', 'as in the year before',
  'against the advice of its engineers', 'while the inquiry was under way',
] as const; // biome-ignore format: a list to scan
const MONTHS = ['January', 'March', 'May', 'June', 'August', 'October', 'December'];
const FIRST_NAMES = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Elif', 'Femi', 'Grace', 'Hyun', 'Ivo'];
const LAST_NAMES = ['Adeyemi', 'Brandt', 'Castro', 'Duarte', 'Eriksen', 'Fofana', 'Grau', 'Hansen'];
const OFFICES = ['Health', 'Transport', 'Finance', 'Defence', 'Education', 'Labour', 'Energy'];

/** What a figure counts or measures. Sizes are powers of ten. */
const MEASURES = [
  { unit: '{person}', unitName: 'person', words: 'people', measure: 'people', size: [2, 6] },
  { unit: '%', unitName: 'percentage', words: '%', measure: 'share', size: [0, 2] },
  { unit: 'EUR', unitName: 'euro', words: 'euros', measure: 'cost', size: [4, 9] },
  { unit: 'km', unitName: 'kilometre', words: 'kilometres', measure: 'length', size: [1, 4] },
  { unit: 't', unitName: 'tonne', words: 'tonnes', measure: 'mass', size: [2, 6] },
  { unit: 'mo', unitName: 'month', words: 'months', measure: 'duration', size: [0, 2] },
] as const;

const QUALIFIER_SHARES = { exact: 60, about: 14, over: 12, nearly: 5, upTo: 5, atLeast: 4 };
const QUALIFIER_WORDS = {
  exact: '',
  about: 'around ',
  over: 'more than ',
  nearly: 'nearly ',
  upTo: 'up to ',
  atLeast: 'at least ',
} as const satisfies Partial<Record<Qualifier, string>>;

/** A figure as an article might write it. */
export function makeFigure(chance: DeskChance): Figure {
  const {
    words,
    size: [least, most],
    ...measured
  } = chance.one(MEASURES);
  const digits = chance.between(1, 3);
  const written = chance.between(10 ** (digits - 1), 10 ** digits - 1);
  const zeros = Math.max(0, chance.between(least, most) - digits);
  const value = String(written * 10 ** zeros);
  const lastDigit = String(10 ** zeros);
  const qualifier = chance.oneOf(QUALIFIER_SHARES);
  const number = Number(value).toLocaleString('en');
  const interval = baseInterval({
    qualifier,
    value,
    low: null,
    high: null,
    lastDigit,
    unit: measured.unit,
  });
  return {
    ...measured,
    surface: `${QUALIFIER_WORDS[qualifier]}${number}${words === '%' ? '%' : ` ${words}`}`,
    qualifier,
    value,
    low: null,
    high: null,
    lastDigit,
    significantDigits: digits,
    dimension: findUnit(measured.unit)?.dimension ?? null,
    statistic: measured.unit === '%' ? 'percent' : 'count',
    change: 'equal',
    baseLow: interval?.baseLow ?? null,
    baseHigh: interval?.baseHigh ?? null,
    baseUnit: interval?.baseUnit ?? null,
    scope: null,
    basis: null,
    partOf: null,
  };
}

/** One statement, with these figures in it, without its full stop. */
export function makeSentence(chance: DeskChance, figures: readonly Figure[]): string {
  const place = chance.one(PLACES);
  const who = chance.is(SHARE_OF_MANY)
    ? `The ${WORDS.many} of ${place}`
    : `The ${chance.one(BODIES)} of ${place}`;
  const what =
    figures.length > 0
      ? `${chance.one(COUNTING)} ${figures.map(({ surface }) => surface).join(', then ')} for`
      : chance.one(DEEDS);
  const where = chance.is(SHARE_OF_FEW) ? ` near the ${WORDS.few}` : '';
  const when = chance.is(0.5) ? ` in ${chance.one(MONTHS)} ${chance.between(1990, 2026)}` : '';
  return `${who} ${what} ${chance.one(THINGS)}${where} ${chance.one(OCCASIONS)}${when}`;
}

/** The headline of an article, or the title of a source. */
export const makeTitle = (chance: DeskChance): string =>
  `${chance.one(PLACES)}: who ${chance.one(DEEDS)} ${chance.one(THINGS)}, and why`;

/** A few sentences on why a verdict is what it is. */
export const makeExplanation = (chance: DeskChance): string =>
  Array.from({ length: chance.between(1, 4) }, () => `${makeSentence(chance, [])}.`).join(' ');

/** Somebody who makes claims. The number keeps names apart. */
export function makeParty(chance: DeskChance, n: number) {
  const kind = chance.oneOf({ person: 45, organization: 35, outlet: 12, unnamed: 8 });
  const place = chance.one(PLACES);
  switch (kind) {
    case 'person':
      return {
        kind,
        name: `${chance.one(FIRST_NAMES)} ${chance.one(LAST_NAMES)} ${n}`,
        role: `spokesperson for ${place}`,
      };
    case 'organization':
      return {
        kind,
        name: `${chance.is(0.5) ? CLAIMANT_WORDS.many : 'Office'} of ${chance.one(OFFICES)} of ${place} ${n}`,
        role: null,
      };
    case 'outlet':
      return { kind, name: `${place} Courier ${n}`, role: null };
    case 'unnamed':
      return { kind, name: `analysts in ${place} ${n}`, role: null };
  }
}
