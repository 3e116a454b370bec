import { findUnit, UNITS } from '#domain/units/unit';
import type { Token } from '../tokens/tokens';
import { APART_IN_CASE, GLUED_ONLY, SHAPES, UNIT_WORDS } from './spellings';

/** A unit found beside a number. */
export type UnitMatch = {
  /** UCUM, ISO 4217 or '{…}'. */
  readonly code: string;
  /** Singular English name. */
  readonly name: string;
  /** Index of the token after its last. */
  readonly to: number;
};

const MAX_UNIT_TOKENS = 5;

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

const PHRASES = new Map<string, string>();
const SYMBOLS = new Map<string, string>();
const SYMBOLS_IN_ANY_CASE = new Map<string, string>();
const CURRENCY_SIGNS = new Map<string, string>();

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
      if (!SYMBOLS_IN_ANY_CASE.has(lower)) SYMBOLS_IN_ANY_CASE.set(lower, unit.code);
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
// Text turned into plain ASCII writes the pound sign so, and the yen sign 'Y='.
CURRENCY_SIGNS.set('PS', 'GBP');
CURRENCY_SIGNS.set('Y=', 'JPY');
for (const [code, spellings] of Object.entries(UNIT_WORDS)) {
  for (const spelling of spellings) PHRASES.set(spelling, code);
}
const FIRST_WORDS = new Set([...PHRASES.keys()].map((phrase) => phrase.split(/[ -]/)[0] ?? ''));

/** The singular English name of a UCUM, ISO 4217 or '{…}' code; the code itself when it is not known. */
export const unitName = (code: string): string =>
  code === '{count}' ? 'count' : (findUnit(code)?.name ?? code.replace(/[{}]/g, ''));

/**
 * The unit that begins at this token, the longest that fits; a hyphen may stand before it.
 *
 * @param glued  whether the number ends where this token begins
 */
export function readUnit(tokens: readonly Token[], at: number): UnitMatch | null {
  const hyphen = tokens[at];
  const joined = isJoiner(hyphen) && !tokens[at + 1]?.spaced && tokens[at + 1]?.kind === 'word';
  const start = joined ? at + 1 : at;
  const simple = readPhrase(tokens, start) ?? readSymbol(tokens, start, joined);
  return simple && readPer(tokens, simple);
}

const isJoiner = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === '-' || token.text === '‑' || token.text === '–') &&
  !token.spaced;

function readPhrase(tokens: readonly Token[], start: number): UnitMatch | null {
  const first = tokens[start];
  if (!first || !FIRST_WORDS.has(first.lower)) return null;
  let phrase = '';
  let found: UnitMatch | null = null;
  for (let at = start; at < Math.min(start + MAX_UNIT_TOKENS, tokens.length); at++) {
    const token = tokens[at];
    if (!token) break;
    const hyphen = isJoiner(token) || token.text === '/';
    phrase +=
      at === start ? token.lower : hyphen || !token.spaced ? token.lower : ` ${token.lower}`;
    const code = PHRASES.get(phrase) ?? PHRASES.get(phrase.replaceAll('-', ' '));
    if (code && fits(tokens, start, at, code)) found = { code, name: unitName(code), to: at + 1 };
  }
  return found;
}

/** Short words that are units only when glued to the number: 'in', 'm', 'p'. */
function fits(tokens: readonly Token[], start: number, last: number, code: string): boolean {
  if (last > start || code.length > 20) return true;
  const token = tokens[start];
  return !token?.spaced || token.text.length > 2 || !GLUED_ONLY.has(token.lower);
}

function readSymbol(tokens: readonly Token[], start: number, joined: boolean): UnitMatch | null {
  const first = tokens[start];
  if (!first) return null;
  let written = '';
  let found: UnitMatch | null = null;
  for (let at = start; at < Math.min(start + 4, tokens.length); at++) {
    const token = tokens[at];
    if (!token || (at > start && token.spaced)) break;
    written += token.text;
    const code = SYMBOLS.get(written) ?? inAnyCase(written);
    const following = tokens[at + 1];
    const whole = !following || following.spaced || following.kind === 'mark';
    if (code && whole && (!first.spaced || mayStandApart(tokens, start, written)))
      found = { code, name: unitName(code), to: at + 1 };
  }
  if (found && joined && found.to === start + 1 && first.text.length === 1) return null;
  return found;
}

const inAnyCase = (written: string): string | undefined =>
  written.length > 1 && !/^[A-Z][a-z]/.test(written)
    ? SYMBOLS_IN_ANY_CASE.get(written.toLowerCase())
    : undefined;

function mayStandApart(tokens: readonly Token[], at: number, written: string): boolean {
  const lower = written.toLowerCase();
  if (lower === 'in') return SHAPES.has(tokens[at + 1]?.lower ?? '');
  if (!GLUED_ONLY.has(lower)) return true;
  if (!APART_IN_CASE.has(written)) return false;
  const next = tokens[at + 1];
  return written.length > 1 || !next || next.kind === 'mark' || next.spaced;
}

const PERIODS = new Map([
  ['second', 's'],
  ['sec', 's'],
  ['s', 's'],
  ['minute', 'min'],
  ['min', 'min'],
  ['hour', 'h'],
  ['hr', 'h'],
  ['h', 'h'],
  ['day', 'd'],
  ['night', 'd'],
  ['week', 'wk'],
  ['wk', 'wk'],
  ['month', 'mo'],
  ['mo', 'mo'],
  ['year', 'a'],
  ['yr', 'a'],
  ['annum', 'a'],
  ['quarter', '{quarter}'],
]);

/** Things a sum or a count is given for, besides periods and units: '{share}', '{head}'. */
const SHARES = new Set(
  'share person capita head barrel unit household student pupil employee worker vehicle ticket ride game item inhabitant resident player visit room vote dozen pound'.split(
    ' ',
  ),
);

/** 'a month', 'per share', '/kWh', '-a-share', 'of jet fuel a year' after a unit. */
export function readPer(tokens: readonly Token[], unit: UnitMatch): UnitMatch {
  const at = perWordAt(tokens, unit.to);
  const per = tokens[at];
  const next = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
  const nextAt = next === tokens[at + 1] ? at + 1 : at + 2;
  if (!per || next?.kind !== 'word') return unit;
  const isArticle = per.lower === 'a' || per.lower === 'an';
  const isPer =
    per.lower === 'per' || per.text === '/' || (per.lower === 'each' && PERIODS.has(next.lower));
  if ((!isPer && !isArticle) || isSpanAgo(tokens, nextAt)) return unit;
  const period = PERIODS.get(next.lower);
  const below = period
    ? { code: period, to: nextAt + 1 }
    : isPer || isMoneyCode(unit.code)
      ? perUnit(tokens, nextAt, isPer)
      : null;
  if (!below) return unit;
  const name = below.code.startsWith('{') ? below.code.slice(1, -1) : unitName(below.code);
  return { code: `${unit.code}/${below.code}`, name: `${unit.name} per ${name}`, to: below.to };
}

/** Where 'a' or 'per' stands after a unit: at once, after a hyphen, or after 'of jet fuel'. */
function perWordAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.text === '-' && !token.spaced) return at + 1;
  if (token?.lower !== 'of') return at;
  for (let i = at + 2; i < at + 5; i++) {
    const isRate =
      ['a', 'per', 'each'].includes(tokens[i]?.lower ?? '') &&
      PERIODS.has(tokens[i + 1]?.lower ?? '');
    if (isRate) return i;
    if (tokens[i]?.kind !== 'word') break;
  }
  return at;
}

/** '$6.78 billion a year earlier' is no sum a year. */
const isSpanAgo = (tokens: readonly Token[], period: number): boolean =>
  ['earlier', 'ago', 'later', 'before', 'after', 'old'].includes(tokens[period + 1]?.lower ?? '');

/** 'tests per day', 'barrels a day' after things counted. */
export function readPeriod(
  tokens: readonly Token[],
  at: number,
): { readonly code: string; readonly name: string } | null {
  const per = tokens[at]?.lower;
  const code = PERIODS.get(tokens[at + 1]?.lower ?? '');
  const isRate =
    per === 'per' ||
    ((per === 'a' || per === 'an' || per === 'each') && !isSpanAgo(tokens, at + 1));
  return code && isRate ? { code, name: unitName(code) } : null;
}

const isMoneyCode = (code: string): boolean =>
  findUnit(code)?.dimension.startsWith('money') ?? false;

type PerUnit = { readonly code: string; readonly to: number };

function perUnit(tokens: readonly Token[], at: number, isPer: boolean): PerUnit | null {
  const word = tokens[at]?.lower ?? '';
  if (word === 'barrel') return { code: '[bbl_us]', to: at + 1 };
  if (SHARES.has(word)) return { code: `{${word}}`, to: at + 1 };
  if (!isPer) return null;
  const squared = `${tokens[at]?.text ?? ''}${tokens[at + 1]?.text ?? ''}`;
  const square = tokens[at + 1]?.spaced === false ? SYMBOLS.get(squared) : undefined;
  if (square) return { code: square, to: at + 2 };
  const code = PHRASES.get(word) ?? SYMBOLS.get(tokens[at]?.text ?? '');
  return code && !code.startsWith('{') && !isMoneyCode(code) ? { code, to: at + 1 } : null;
}

/** Letters that may stand, a space apart, before a dollar sign: 'US $84', 'HK $3.7'. */
const APART_BEFORE_DOLLAR = new Set(['US', 'HK', 'NZ', 'AU', 'NT', 'S', 'c', 'hk', 'us', 'nz']);

/** A currency written before the number that begins at `at`; `from` is its first token. */
export function readCurrencyBefore(
  tokens: readonly Token[],
  at: number,
): { readonly code: string; readonly from: number } | null {
  for (const count of [3, 2, 1]) {
    const from = at - count;
    const first = tokens[from];
    if (!first) continue;
    let written = '';
    let apart = false;
    for (let i = from; i < at; i++) {
      written += tokens[i]?.text ?? '';
      if (i > from && tokens[i]?.spaced) apart = true;
    }
    const code = CURRENCY_SIGNS.get(written);
    if (!code || (apart && !APART_BEFORE_DOLLAR.has(first.text))) continue;
    const isWord = /^[A-Za-z.]+$/.test(written);
    if (isWord && written === 'PS' && tokens[at]?.spaced) continue;
    if (!first.spaced && from > 0 && tokens[from - 1]?.kind === 'word') continue;
    return { code, from };
  }
  return null;
}

const CURRENCY_AFTER_DOLLAR = new Map([
  ['us', 'USD'],
  ['usd', 'USD'],
  ['u.s.', 'USD'],
  ['cad', 'CAD'],
  ['cdn', 'CAD'],
  ['canadian', 'CAD'],
  ['aud', 'AUD'],
  ['australian', 'AUD'],
  ['nzd', 'NZD'],
  ['hkd', 'HKD'],
  ['sgd', 'SGD'],
]);

/** 'US' in '$31.20 US': which dollar it is, said after the sum. */
export function readDollarAfter(tokens: readonly Token[], at: number): UnitMatch | null {
  const token = tokens[at];
  const code = token?.kind === 'word' ? CURRENCY_AFTER_DOLLAR.get(token.lower) : undefined;
  const isName = token?.lower === 'us' && token.text !== 'US';
  return code && !isName && tokens[at + 1]?.kind !== 'word'
    ? { code, name: unitName(code), to: at + 1 }
    : code && ['usd', 'cad', 'cdn', 'aud', 'nzd', 'hkd', 'sgd'].includes(token?.lower ?? '')
      ? { code, name: unitName(code), to: at + 1 }
      : null;
}
