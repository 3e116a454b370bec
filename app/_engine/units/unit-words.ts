import { UNITS } from '#domain/units/unit';
import { UNIT_WORDS } from './spellings';

/** Codes that text in capitals would turn into money. */
const CODES_THAT_ARE_WORDS = new Set([
  'ALL',
  'TRY',
  'CUP',
  'COP',
  'PEN',
  'MOP',
  'BOB',
  'GEL',
  'MAD',
  'LAK',
]);

/** Names in lower case, words apart by single spaces. */
export const PHRASES = new Map<string, string>();
/** Symbols as they are written. */
export const SYMBOLS = new Map<string, string>();
/** Symbols in lower case. */
export const SYMBOLS_IN_ANY_CASE = new Map<string, string>();
/** What stands before a sum of money. */
export const CURRENCY_SIGNS = new Map<string, string>();

/** Symbols that mean something else in other letters: 'US' is no microsecond, 'ma' no million years. */
const ONLY_IN_CASE = new Set(['us', 'Ma', 'AU', 'Gy', 'IU', 'ms', 'ns', 'eV', 'meV', 'Bq', 'mBq']);

const americanSpelling = (name: string): string =>
  name.replace(/metre/g, 'meter').replace(/litre/g, 'liter');

for (const unit of UNITS) {
  if (unit.code === '1') continue;
  for (const name of [unit.name, unit.plural]) {
    for (const spelling of [name, americanSpelling(name)]) {
      const phrase = spelling.toLowerCase();
      if (!PHRASES.has(phrase)) PHRASES.set(phrase, unit.code);
      const apart = phrase.replaceAll('-', ' ');
      if (!PHRASES.has(apart)) PHRASES.set(apart, unit.code);
    }
  }
  const isMoney = unit.dimension.startsWith('money');
  for (const symbol of isMoney ? [...unit.symbols, unit.baseUnit] : unit.symbols) {
    if (isMoney) {
      if (!CURRENCY_SIGNS.has(symbol)) CURRENCY_SIGNS.set(symbol, unit.code);
    }
    if (symbol.includes(' ')) PHRASES.set(symbol.toLowerCase(), unit.code);
    else {
      if (!SYMBOLS.has(symbol)) SYMBOLS.set(symbol, unit.code);
      const lower = symbol.toLowerCase();
      if (!SYMBOLS_IN_ANY_CASE.has(lower) && !ONLY_IN_CASE.has(symbol))
        SYMBOLS_IN_ANY_CASE.set(lower, unit.code);
    }
  }
}
// A currency's code is a sign too ('USD 20', 'aud$ 15', '30 MUSD'), unless it is also a word.
for (const [sign, code] of [...CURRENCY_SIGNS]) {
  if (!/^[A-Z]{3}$/.test(sign)) continue;
  if (CODES_THAT_ARE_WORDS.has(sign)) CURRENCY_SIGNS.delete(sign);
  else
    for (const variant of [`${sign}$`, `${sign.toLowerCase()}$`]) CURRENCY_SIGNS.set(variant, code);
}
for (const letters of ['c', 'hk', 'us', 'nz', 'au', 'a', 's']) {
  const code = CURRENCY_SIGNS.get(`${letters.toUpperCase()}$`);
  if (code) CURRENCY_SIGNS.set(`${letters}$`, code);
}
// The letters may stand behind the sign: '$A', '$NZ'.
for (const letters of ['A', 'AU', 'NZ', 'C', 'CA', 'HK', 'S', 'SG', 'NT']) {
  const code = CURRENCY_SIGNS.get(`${letters}$`);
  if (code) CURRENCY_SIGNS.set(`$${letters}`, code);
}
// Text turned into plain ASCII writes the pound sign so, and the yen sign 'Y='.
CURRENCY_SIGNS.set('dlrs', 'USD');
CURRENCY_SIGNS.set('PS', 'GBP');
CURRENCY_SIGNS.set('Y=', 'JPY');
for (const [code, spellings] of Object.entries(UNIT_WORDS)) {
  for (const spelling of spellings) PHRASES.set(spelling, code);
}
/** First words of the names. */
export const FIRST_WORDS = new Set(
  [...PHRASES.keys()].map((phrase) => phrase.split(/[ -]/)[0] ?? ''),
);
