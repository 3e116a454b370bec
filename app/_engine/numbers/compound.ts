import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  toDecimalText,
} from '#domain/numbers/decimal';
import { findUnit } from '#domain/units/unit';
import type { Token } from '../tokens/tokens';
import { readUnit, type UnitMatch, unitName } from '../units/read-unit';
import { PARTS } from './lexicon';
import type { ReadNumber } from './number';
import { readNumber } from './read-number';

/** An amount in two or three units: its sum in the smallest of them. */
export type CompoundAmount = { readonly number: ReadNumber; readonly unit: UnitMatch };

type Step = { readonly code: string; readonly words: RegExp };

/** The units that are said one after the other, the largest first. */
const CHAINS: readonly (readonly Step[])[] = [
  [
    { code: '[ft_i]', words: /^(?:ft|foot|feet|['’′])$/ },
    { code: '[in_i]', words: /^(?:in|ins|inch|inches|["”″])$/ },
  ],
  [
    { code: '[stone_av]', words: /^(?:st|stone|stones)$/ },
    { code: '[lb_av]', words: /^(?:lb|lbs|pound|pounds)$/ },
  ],
  [
    { code: '[lb_av]', words: /^(?:lb|lbs|pound|pounds)$/ },
    { code: '[oz_av]', words: /^(?:oz|ounce|ounces)$/ },
  ],
  [
    { code: 'h', words: /^(?:h|hr|hrs|hour|hours)$/ },
    { code: 'min', words: /^(?:m|min|mins|minute|minutes)$/ },
    { code: 's', words: /^(?:s|sec|secs|second|seconds)$/ },
  ],
  [
    { code: 'min', words: /^(?:m|min|mins|minute|minutes)$/ },
    { code: 's', words: /^(?:s|sec|secs|second|seconds)$/ },
  ],
  [
    { code: 'a', words: /^(?:year|years|yr|yrs)$/ },
    { code: 'mo', words: /^(?:month|months|mth|mths)$/ },
  ],
  [
    { code: 'wk', words: /^(?:week|weeks)$/ },
    { code: 'd', words: /^(?:day|days)$/ },
  ],
  [
    { code: 'd', words: /^(?:day|days)$/ },
    { code: 'h', words: /^(?:h|hr|hrs|hour|hours)$/ },
    { code: 'min', words: /^(?:min|mins|minute|minutes)$/ },
  ],
  [
    { code: 'kg', words: /^(?:kg|kilo|kilos)$/ },
    { code: 'g', words: /^(?:g|gram|grams|grammes)$/ },
  ],
  [
    { code: 'm', words: /^(?:m|metre|metres|meter|meters)$/ },
    { code: 'cm', words: /^(?:cm|centimetres|centimeters)$/ },
  ],
  [
    { code: '[mi_i]', words: /^(?:mile|miles)$/ },
    { code: '[yd_i]', words: /^(?:yd|yds|yard|yards)$/ },
  ],
  [
    { code: 'deg', words: /^[°º]$/ },
    { code: '[arcmin]', words: /^['’′]$/ },
    { code: '[arcsec]', words: /^["”″]$/ },
  ],
];

const FIRST = new Set(
  `ft foot feet ' ’ ′ st stone lb lbs pound pounds h hr hrs hour hours m min mins minute minutes year years yr yrs week weeks
  day days kg kilo kilos metre metres meter meters mile miles month months decade decades century centuries ° º`.split(
    /\s+/,
  ),
);

/**
 * An amount told in two units that follow each other: '6ft 2in', '8 pounds and 3 ounces', '1h 45m', '2h30', '5'11"', 'an hour
 * and 15 minutes', 'two years and a half'. Its value is the exact sum in the smaller unit.
 *
 * @returns null where the number at this token has one unit or none
 */
export function readCompound(tokens: readonly Token[], at: number): CompoundAmount | null {
  const first = readWholeOrOne(tokens, at);
  if (!first || !FIRST.has(tokens[first.to]?.lower ?? '')) return null;
  for (const chain of CHAINS) {
    const sum = readChain(tokens, first, chain);
    if (sum) return sum;
  }
  return readAndPart(tokens, first);
}

/** A whole number, or 'an' before one of these units. */
function readWholeOrOne(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind === 'word' && /^an?$/.test(token.lower)) {
    if (
      !/^(?:hour|year|month|decade|century|mile|week|day|minute|foot|kilo|metre|meter|pound)$/.test(
        next?.lower ?? '',
      )
    )
      return null;
    if (tokens[at + 2]?.lower !== 'and') return null;
    const one = rational(1n);
    return {
      from: at,
      to: at + 1,
      value: one,
      lastDigit: one,
      significantDigits: 1,
      form: 'words',
      order: null,
      scaled: false,
      shortScale: null,
    };
  }
  const number = readNumber(tokens, at);
  const isPlain = number && (number.form === 'digits' || number.form === 'words') && !number.scaled;
  return isPlain && number.value.denominator === 1n ? number : null;
}

function readChain(
  tokens: readonly Token[],
  first: ReadNumber,
  chain: readonly Step[],
): CompoundAmount | null {
  const [top] = chain;
  if (!top?.words.test(tokens[first.to]?.lower ?? '')) return null;
  let sum = first.value;
  let [to, code, last] = [first.to + 1, top.code, first];
  for (const { code: small, words } of chain.slice(1)) {
    const next = readSmaller(tokens, to, words, small, tokens[to - 1]);
    if (!next) break;
    const ratio = times(code, small);
    if (compare(next.number.value, ratio) >= 0) break;
    sum = add(multiply(sum, ratio), next.number.value);
    [to, code, last] = [next.to, small, next.number];
  }
  if (code === top.code) return null;
  const digits = toDecimalText(sum).replace(/\D|0+$/g, '').length;
  return {
    number: {
      ...first,
      to: last.to,
      value: sum,
      lastDigit: last.lastDigit,
      significantDigits: Math.max(1, digits),
      shortScale: null,
    },
    unit: { code, name: unitName(code), to },
  };
}

const times = (large: string, small: string): Rational =>
  divide(findUnit(large)?.factor ?? rational(1n), findUnit(small)?.factor ?? rational(1n));

/** The smaller amount: '2in' after '6ft ', 'and 15 minutes', '30' glued to '2h'. */
function readSmaller(
  tokens: readonly Token[],
  start: number,
  words: RegExp,
  code: string,
  above: Token | undefined,
): { readonly number: ReadNumber; readonly to: number } | null {
  const joint = tokens[start];
  const point = joint?.text === '.' && !joint.spaced ? 1 : 0;
  const at = start + point + (tokens[start + point]?.lower === 'and' ? 1 : 0);
  const number = readNumber(tokens, at);
  if (
    !number ||
    number.scaled ||
    (number.form !== 'digits' && number.form !== 'words' && number.form !== 'fraction')
  )
    return null;
  const unit = tokens[number.to];
  const isBare = tokens[at]?.spaced === false && at === start;
  if (unit && words.test(unit.lower) && fits(tokens, number, unit, above))
    return { number, to: number.to + 1 };
  // '2h30', '5'11': the smaller unit goes without saying.
  const isClock = code === 'min' && /^[0-5]\d$/.test(tokens[at]?.text ?? '');
  const isInches = code === '[in_i]' && /^['’′]$/.test(above?.text ?? '');
  const ends = !unit || unit.spaced || /^[.,;:)]$/.test(unit.text);
  return isBare && ends && (isClock || isInches) ? { number, to: number.to } : null;
}

/** 'in' and 'm' and 's' are words or other units too: 'in' apart from its number needs an end after it. */
function fits(
  tokens: readonly Token[],
  number: ReadNumber,
  unit: Token,
  above: Token | undefined,
): boolean {
  if (unit.lower === 'm' || unit.lower === 's' || unit.lower === 'h')
    return !unit.spaced && (above?.text.length ?? 9) <= 2;
  if (unit.lower !== 'in' || !unit.spaced) return true;
  const next = tokens[number.to + 1];
  return !next || next.kind === 'mark' || /^(?:tall|long|wide|high|deep|thick)$/.test(next.lower);
}

/** 'an hour and a half', 'two miles and a quarter'. */
function readAndPart(tokens: readonly Token[], first: ReadNumber): CompoundAmount | null {
  const unit = readUnit(tokens, first.to);
  if (!unit || tokens[unit.to]?.lower !== 'and' || tokens[unit.to + 1]?.lower !== 'a') return null;
  const part = PARTS.get(tokens[unit.to + 2]?.lower ?? '');
  const next = tokens[unit.to + 3];
  if (!part || part > 4n || next?.lower === 'of' || readUnit(tokens, unit.to + 3)) return null;
  return {
    number: {
      ...first,
      value: add(first.value, rational(1n, part)),
      lastDigit: rational(1n, 10n),
      shortScale: null,
    },
    unit: { ...unit, to: unit.to + 3 },
  };
}
