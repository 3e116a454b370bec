import { type Passage, wordsOf } from '../tokens/passage';
import { type UnitMatch, unitName } from '../units/read-unit';

/** The country of a currency name, by words that name it: a country, its people or its capital. */
type Owners = readonly (readonly [code: string, places: string])[];

const KRONE: Owners = [
  ['NOK', 'norway norwegian norwegians oslo bergen'],
  ['DKK', 'denmark danish danes copenhagen aarhus'],
  ['SEK', 'sweden swedish swedes stockholm gothenburg'],
  ['ISK', 'iceland icelandic reykjavik'],
];
const CROWN: Owners = [...KRONE, ['CZK', 'czech czechs czechia prague brno']];
const DINAR: Owners = [
  ['KWD', 'kuwait kuwaiti'],
  ['IQD', 'iraq iraqi iraqis baghdad'],
  ['JOD', 'jordan jordanian jordanians amman'],
  ['BHD', 'bahrain bahraini'],
  ['LYD', 'libya libyan libyans tripoli'],
  ['TND', 'tunisia tunisian tunisians tunis'],
  ['DZD', 'algeria algerian algerians algiers'],
  ['RSD', 'serbia serbian serbs belgrade'],
];
const RUPEE: Owners = [
  ['PKR', 'pakistan pakistani pakistanis islamabad karachi lahore'],
  ['LKR', 'lanka lankan colombo'],
  ['NPR', 'nepal nepalese nepali kathmandu'],
  ['INR', 'india indian indians delhi mumbai'],
];
const SHILLING: Owners = [
  ['UGX', 'uganda ugandan ugandans kampala'],
  ['TZS', 'tanzania tanzanian tanzanians dodoma'],
  ['KES', 'kenya kenyan kenyans nairobi'],
];
const PESO: Owners = [
  ['ARS', 'argentina argentine argentinian buenos'],
  ['CLP', 'chile chilean chileans santiago'],
  ['COP', 'colombia colombian colombians bogota bogotá'],
  ['UYU', 'uruguay uruguayan montevideo'],
  ['CUP', 'cuba cuban cubans havana'],
  ['DOP', 'dominican'],
  ['PHP', 'philippines philippine filipino filipinos manila'],
  ['MXN', 'mexico mexican mexicans'],
];
const RIAL: Owners = [
  ['IRR', 'iran iranian iranians tehran'],
  ['OMR', 'oman omani muscat'],
  ['QAR', 'qatar qatari doha'],
  ['SAR', 'saudi riyadh'],
];
const DIRHAM: Owners = [
  ['MAD', 'morocco moroccan moroccans rabat casablanca'],
  ['AED', 'emirates emirati dubai uae'],
];

const OWNERS: ReadonlyMap<string, Owners> = new Map([
  ...['krone', 'kroner', 'krona', 'kronor'].map((word): [string, Owners] => [word, KRONE]),
  ...['crown', 'crowns'].map((word): [string, Owners] => [word, CROWN]),
  ...['dinar', 'dinars'].map((word): [string, Owners] => [word, DINAR]),
  ...['rupee', 'rupees'].map((word): [string, Owners] => [word, RUPEE]),
  ...['shilling', 'shillings'].map((word): [string, Owners] => [word, SHILLING]),
  ...['peso', 'pesos'].map((word): [string, Owners] => [word, PESO]),
  ...['rial', 'rials', 'riyal', 'riyals'].map((word): [string, Owners] => [word, RIAL]),
  ...['dirham', 'dirhams'].map((word): [string, Owners] => [word, DIRHAM]),
]);

/**
 * Reads a currency that several countries call the same, by the country that the sentence names, or
 * else the text around it.
 *
 * @param at  the token after the number
 * @returns null for other words, and where no country or more than one is named
 */
export function readSharedCurrency(passage: Passage, at: number): UnitMatch | null {
  const owners = OWNERS.get(passage.tokens[at]?.lower ?? '');
  if (!owners) return null;
  const code = onlyOwner(owners, wordsOf(passage)) ?? onlyOwner(owners, passage.setting);
  return code === null ? null : { code, name: unitName(code), to: at + 1 };
}

function onlyOwner(owners: Owners, words: ReadonlySet<string>): string | null {
  const named = owners.filter(([, places]) => places.split(' ').some((place) => words.has(place)));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}

const PLACES = new Set(
  [KRONE, CROWN, DINAR, RUPEE, SHILLING, PESO, RIAL, DIRHAM].flatMap((owners) =>
    owners.flatMap(([, places]) => places.split(' ')),
  ),
);

/** Whether a lower-case word names a country, its people or its capital, for a currency's sake. */
export const isPlaceWord = (lower: string): boolean => PLACES.has(lower);
