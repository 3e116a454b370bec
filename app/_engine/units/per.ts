import { findUnit } from '#domain/units/unit';
import type { Token } from '../tokens/tokens';
import { readPhrase, readSymbol, type UnitMatch, unitName } from './simple-unit';
import { PHRASES, SYMBOLS } from './unit-words';

/** Words and symbols of a period, and its code. */
export const PERIODS = new Map([
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
  const area = AREAS_CUT_SHORT.get(per?.lower ?? '');
  if (area && isMoneyCode(unit.code)) return rate(unit, { code: area, to: at + 1 });
  const next = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
  const nextAt = next === tokens[at + 1] ? at + 1 : at + 2;
  if (!per || !next) return unit;
  const isPerWord = per.lower === 'per' || per.text === '/';
  const isTight = per.lower === 'per' || (!per.spaced && !next.spaced);
  const numbered = isPerWord && isTight ? perNumber(tokens, at + 1) : null;
  if (numbered) return rate(unit, numbered);
  if (next.kind !== 'word') return unit;
  const isArticle = per.lower === 'a' || per.lower === 'an';
  const isPer = isPerWord || (per.lower === 'each' && PERIODS.has(next.lower));
  if ((!isPer && !isArticle) || isSpanAgo(tokens, nextAt)) return unit;
  const period = PERIODS.get(next.lower);
  const below = period
    ? { code: period, to: nextAt + 1 }
    : isPer || isMoneyCode(unit.code)
      ? perUnit(tokens, nextAt, isPer)
      : null;
  return below ? rate(unit, below) : unit;
}

function rate(unit: UnitMatch, below: PerUnit): UnitMatch {
  const name = below.code.startsWith('{') ? below.code.slice(1, -1) : unitName(below.code);
  return { code: `${unit.code}/${below.code}`, name: `${unit.name} per ${name}`, to: below.to };
}

/** 'rents of $40 psf': what estate agents write for an area. */
const AREAS_CUT_SHORT = new Map([
  ['psf', '[sft_i]'],
  ['psm', 'm2'],
]);

/** 'per 100,000', 'per 1,000 live births', '/100 km', '/24h', 'per million'. */
function perNumber(tokens: readonly Token[], at: number): PerUnit | null {
  const token = tokens[at];
  const word = NUMBERS_BELOW.get(token?.lower ?? '');
  if (word) return { code: word, to: at + 1 };
  if (token?.kind !== 'number' || !/^[1-9]\d{0,2}(?:,\d{3})*$|^[1-9]\d{3,6}$/.test(token.text))
    return null;
  const digits = token.text.replaceAll(',', '');
  const unit = readPhrase(tokens, at + 1) ?? readSymbol(tokens, at + 1, false);
  if (unit && !/^[{%]/.test(unit.code) && findUnit(`${digits}.${unit.code}`))
    return { code: digits === '1' ? unit.code : `${digits}.${unit.code}`, to: unit.to };
  const scale = NUMBERS_BELOW.get(tokens[at + 1]?.lower ?? '');
  const zeros = /^10+$/.test(digits) ? digits.length - 1 : 0;
  if (scale && zeros) return { code: `10*${Number(scale.slice(3)) + zeros}`, to: at + 2 };
  return zeros >= 2 && tokens[at + 1]?.kind === 'word' && tokens[at + 1]?.spaced
    ? { code: `10*${zeros}`, to: at + 1 }
    : null;
}

const NUMBERS_BELOW = new Map([
  ['hundred', '10*2'],
  ['thousand', '10*3'],
  ['million', '10*6'],
]);

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
  const number = per === 'per' ? perNumber(tokens, at + 1) : null;
  if (number) return { code: number.code, name: unitName(number.code) };
  const code = PERIODS.get(tokens[at + 1]?.lower ?? '');
  const isRate =
    per === 'per' ||
    ((per === 'a' || per === 'an' || per === 'each') && !isSpanAgo(tokens, at + 1));
  return code && isRate ? { code, name: unitName(code) } : null;
}

const isMoneyCode = (code: string): boolean =>
  findUnit(code)?.dimension.startsWith('money') ?? false;

/** What money, or anything else per such a unit, is given for: '$90 an ounce', '£40 a square foot'. */
const MEASURES = new Set(['length', 'mass', 'area', 'volume', 'energy', 'amount of substance']);

type PerUnit = { readonly code: string; readonly to: number };

function perUnit(tokens: readonly Token[], at: number, isPer: boolean): PerUnit | null {
  const word = tokens[at]?.lower ?? '';
  const measured = readPhrase(tokens, at);
  if (measured && MEASURES.has(findUnit(measured.code)?.dimension ?? '') && word !== 'pound')
    return measured;
  if (word === 'barrel') return { code: '[bbl_us]', to: at + 1 };
  if (SHARES.has(word)) return { code: `{${word}}`, to: at + 1 };
  if (!isPer) return null;
  const squared = `${tokens[at]?.text ?? ''}${tokens[at + 1]?.text ?? ''}`;
  const square = tokens[at + 1]?.spaced === false ? SYMBOLS.get(squared) : undefined;
  if (square) return { code: square, to: at + 2 };
  const code = PHRASES.get(word) ?? SYMBOLS.get(tokens[at]?.text ?? '');
  return code && !code.startsWith('{') && !isMoneyCode(code) ? { code, to: at + 1 } : null;
}
