import {
  add,
  multiply,
  ONE,
  parseDecimal,
  powerOfTen,
  type Rational,
  rational,
  ZERO,
} from '#domain/decimal';
import {
  DOZENS,
  MULTIPLES,
  ONES,
  ORDERS,
  PARTS,
  SCALES,
  SHORT_SCALES,
  TENS,
  VULGAR_FRACTIONS,
} from './number-words';
import type { Token } from './tokens';

/** A number as written, before its unit is known. */
export type ReadNumber = {
  /** Index of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: Rational;
  /** One unit in the last place written, scale included: 100,000 for '2.5 million'. */
  readonly lastDigit: Rational;
  readonly significantDigits: number;
  readonly form: 'digits' | 'words' | 'fraction' | 'order' | 'fold';
  /** Only for an order: the power named and the next one, as in 'thousands'. */
  readonly order: readonly [Rational, Rational] | null;
  /** Whether 'hundred', 'million', 'bn' … is part of it. */
  readonly scaled: boolean;
  /** Letters glued to the digits that may also be a unit ('5m'): the index of that token. */
  readonly shortScale: number | null;
};

const MAX_DIGIT_TOKEN = 40;

/** Reads the number that begins at this token, or null when none does. */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return readDigits(tokens, at);
  if (token.kind === 'mark') return readVulgarFraction(tokens, at);
  if (token.kind !== 'word') return null;
  return readOrder(tokens, at) ?? readWords(tokens, at);
}

type Written = {
  readonly value: Rational;
  readonly lastDigit: Rational;
  readonly significantDigits: number;
};

/**
 * Reads digits with English grouping: '4,500' and '4,500.5', but also '1.550.000' and '4500'.
 * Anything else with marks inside, such as a version number, is no figure: null.
 */
export function parseWritten(text: string): Written | null {
  if (text.length > MAX_DIGIT_TOKEN) return null;
  const plain = ungroup(text);
  if (plain === null) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = parseDecimal(fraction ? `${trimmed}.${fraction}` : trimmed);
  if (!value) return null;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = fraction ? digits.length : digits.replace(/0+$/, '').length;
  return {
    value,
    lastDigit: powerOfTen(-fraction.length),
    significantDigits: Math.max(1, significant),
  };
}

function ungroup(text: string): string | null {
  if (/^\d*(?:\.\d+)?$/.test(text)) return text;
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text))
    return text.replaceAll('.', '').replace(',', '.');
  return null;
}

function readDigits(tokens: readonly Token[], at: number): ReadNumber | null {
  const apart = readApartGroups(tokens, at);
  if (apart) return withScale(tokens, at, at + 3, apart, 'digits');
  const written = parseWritten(tokens[at]?.text ?? '');
  if (!written) return null;
  const fraction = fractionAfterDigits(tokens, at, written);
  if (fraction) return withScale(tokens, at, fraction.to, fraction, 'fraction');
  return withScale(tokens, at, at + 1, written, 'digits');
}

/** '80, 000 spectators': grouping with a space behind the comma, as some text is cut up. */
function readApartGroups(tokens: readonly Token[], at: number): Written | null {
  const [first, comma, group] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (comma?.text !== ',' || comma.spaced || group?.text !== '000') return null;
  return /^\d{1,3}$/.test(first?.text ?? '') ? parseWritten(`${first?.text},000`) : null;
}

/** '2 1/2', '1/2', '2½', '2-1/2'. */
function fractionAfterDigits(
  tokens: readonly Token[],
  at: number,
  whole: Written,
): (Written & { to: number }) | null {
  const vulgar = VULGAR_FRACTIONS.get(tokens[at + 1]?.text ?? '');
  if (vulgar) return fractionWritten(add(whole.value, rational(...vulgar)), at + 2);
  const simple = slashFraction(tokens, at);
  if (simple) return fractionWritten(simple, at + 3);
  const gap = tokens[at + 1]?.text === '-' ? 2 : 1;
  const mixed = slashFraction(tokens, at + gap);
  const isWhole = whole.value.denominator === 1n;
  if (!mixed || !isWhole || !(gap === 2 || tokens[at + 1]?.spaced)) return null;
  return fractionWritten(add(whole.value, mixed), at + gap + 3);
}

const fractionWritten = (value: Rational, to: number) => ({
  value,
  lastDigit: rational(1n, 10n),
  significantDigits: 1,
  to,
});

/** '3/4' with no space inside; not '24/7' or a date, which have no small denominator above them. */
function slashFraction(tokens: readonly Token[], at: number): Rational | null {
  const [above, slash, below, after] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (slash?.text !== '/' || slash.spaced || !below || below.spaced) return null;
  if (!/^\d{1,2}$/.test(above?.text ?? '') || !/^\d{1,3}$/.test(below.text)) return null;
  if (after && !after.spaced && (after.text === '/' || after.kind === 'number')) return null;
  const [n, d] = [BigInt(above?.text ?? ''), BigInt(below.text)];
  return n > 0n && n < d && [2n, 3n, 4n, 5n, 6n, 8n, 10n, 16n, 32n, 60n, 64n, 100n].includes(d)
    ? rational(n, d)
    : null;
}

function readVulgarFraction(tokens: readonly Token[], at: number): ReadNumber | null {
  const vulgar = VULGAR_FRACTIONS.get(tokens[at]?.text ?? '');
  if (!vulgar) return null;
  return withScale(tokens, at, at + 1, fractionWritten(rational(...vulgar), at + 1), 'fraction');
}

/** Takes in 'million', 'hundred thousand', 'bn' and 'dozen' after a number. */
function withScale(
  tokens: readonly Token[],
  from: number,
  start: number,
  written: Written,
  form: ReadNumber['form'],
): ReadNumber {
  let to = start;
  let factor = 1n;
  let shortScale: number | null = null;
  for (;;) {
    const at = isHyphen(tokens[to]) ? to + 1 : to;
    const next = tokens[at];
    if (!next || next.kind !== 'word') break;
    const scale = SCALES.get(next.lower) ?? DOZENS.get(next.lower);
    if (scale && factor < 1_000_000_000_000n) {
      factor *= scale;
      to = at + 1;
      continue;
    }
    const short = factor === 1n && at === to ? SHORT_SCALES.get(next.lower) : undefined;
    const isOwn = next.lower.length > 1 && next.lower !== 'mm';
    if (short && (!next.spaced || isOwn) && (form === 'digits' || isOwn)) {
      if (isOwn || next.lower === 'k') {
        factor *= short;
        to = at + 1;
      } else shortScale = at;
    }
    break;
  }
  const scale = rational(factor);
  return {
    from,
    to,
    value: multiply(written.value, scale),
    lastDigit: multiply(written.lastDigit, scale),
    significantDigits: written.significantDigits,
    form,
    order: null,
    scaled: factor !== 1n,
    shortScale,
  };
}

/** The same number with the glued letters at `shortScale` read as a scale: '£2m'. */
export function takeShortScale(number: ReadNumber, tokens: readonly Token[]): ReadNumber {
  if (number.shortScale === null) return number;
  const factor = rational(SHORT_SCALES.get(tokens[number.shortScale]?.lower ?? '') ?? 1n);
  return {
    ...number,
    to: number.shortScale + 1,
    value: multiply(number.value, factor),
    lastDigit: multiply(number.lastDigit, factor),
    scaled: true,
    shortScale: null,
  };
}

/** 'thousands', 'tens of thousands', 'several hundred', 'a few dozen'. */
function readOrder(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = ORDERS.get(tokens[at]?.lower ?? '');
  if (first) {
    const isPlace = tokens[at]?.lower === 'tens' || tokens[at]?.lower === 'hundreds';
    const second =
      tokens[at + 1]?.lower === 'of' ? ORDERS.get(tokens[at + 2]?.lower ?? '') : undefined;
    if (second && second[0] >= 100n) return order(at, at + 3, first, second[0]);
    return tokens[at]?.lower === 'tens' && isPlace ? null : order(at, at + 1, first, 1n);
  }
  const several = tokens[at]?.lower === 'several' ? at : tokens[at]?.lower === 'few' ? at : -1;
  if (several < 0) return null;
  const word = tokens[several + 1]?.lower ?? '';
  const named = ORDERS.get(`${word}s`);
  if (!named) return null;
  const second = SCALES.get(tokens[several + 2]?.lower ?? '');
  return second ? order(at, several + 3, named, second) : order(at, several + 2, named, 1n);
}

function order(
  from: number,
  to: number,
  [low, high]: readonly [bigint, bigint],
  factor: bigint,
): ReadNumber {
  const ends = [rational(low * factor), rational(high * factor)] as const;
  return {
    from,
    to,
    value: ends[0],
    lastDigit: ends[0],
    significantDigits: 1,
    form: 'order',
    order: ends,
    scaled: true,
    shortScale: null,
  };
}

/** Numbers in words: 'twenty-eight thousand six hundred and two', 'half a million', 'two thirds'. */
function readWords(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = tokens[at]?.lower ?? '';
  const fold = MULTIPLES.get(first);
  if (fold) return { ...inWords(at, at + 1, rational(fold), ONE), form: 'fold' };
  if (first === 'half') return readHalf(tokens, at);
  if (first === 'quarter' && SCALES.has(tokens[after(tokens, at + 1)]?.lower ?? ''))
    return withScale(tokens, at, at + 1, fractionWritten(rational(1n, 4n), at + 1), 'fraction');
  if (first === 'a' || first === 'an') return readArticle(tokens, at);
  const whole = readWhole(tokens, at);
  if (!whole) return null;
  return readPart(tokens, whole) ?? readAndAHalf(tokens, whole) ?? whole;
}

const inWords = (from: number, to: number, value: Rational, lastDigit: Rational): ReadNumber => ({
  from,
  to,
  value,
  lastDigit,
  significantDigits: 1,
  form: 'words',
  order: null,
  scaled: false,
  shortScale: null,
});

const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && (token.text === '-' || token.text === '‑');

/** Skips a hyphen or nothing: the index of the next word of a number. */
const after = (tokens: readonly Token[], at: number): number =>
  isHyphen(tokens[at]) ? at + 1 : at;

const NO_SCALE_YET = 10n ** 30n;

function readWhole(tokens: readonly Token[], start: number): ReadNumber | null {
  if (!isNumberWord(tokens[start])) return null;
  let total = 0n;
  let group = 0n;
  let smallest = 0n;
  let last: 'none' | 'ones' | 'tens' | 'hundred' | 'scale' = 'none';
  let lastScale = NO_SCALE_YET;
  let to = start;
  let at = start;
  for (;;) {
    const word = tokens[at]?.kind === 'word' ? (tokens[at]?.lower ?? '') : '';
    const ones = ONES.get(word);
    const tens = TENS.get(word);
    const scale: bigint | undefined =
      SCALES.get(word) ?? (last !== 'none' ? DOZENS.get(word) : undefined);
    if (ones !== undefined && last !== 'ones' && !(last === 'tens' && ones > 9)) {
      group += BigInt(ones);
      [last, smallest] = ['ones', 1n];
    } else if (tens !== undefined && last !== 'ones' && last !== 'tens') {
      group += BigInt(tens);
      [last, smallest] = ['tens', 1n];
    } else if (scale && last !== 'none' && scale === 100n && group > 0n && group < 100n) {
      group *= 100n;
      [last, smallest] = ['hundred', 100n];
    } else if (scale && last !== 'none' && scale !== 100n && group > 0n && scale < lastScale) {
      total += group * scale;
      [group, lastScale, last, smallest] = [0n, scale, 'scale', scale];
    } else if (scale && last === 'scale' && group === 0n && scale > 1000n && lastScale === 1000n) {
      total *= scale;
      [lastScale, smallest] = [scale, smallest * scale];
    } else break;
    to = at + 1;
    at = after(tokens, to);
    const joins = last === 'hundred' || last === 'scale';
    if (joins && tokens[at]?.lower === 'and' && isNumberWord(tokens[at + 1])) at++;
  }
  if (last === 'none') return null;
  return {
    ...inWords(start, to, rational(total + group), rational(smallest)),
    scaled: smallest > 1n,
  };
}

const isNumberWord = (token: Token | undefined): boolean =>
  token !== undefined && (ONES.has(token.lower) || TENS.has(token.lower));

/** 'two thirds', 'three-quarters', 'one fifth'. */
function readPart(tokens: readonly Token[], whole: ReadNumber): ReadNumber | null {
  const at = after(tokens, whole.to);
  const part = PARTS.get(tokens[at]?.lower ?? '');
  const isSmall = whole.value.denominator === 1n && whole.value.numerator <= 20n;
  if (!part || !isSmall || (part === 2n && whole.value.numerator > 1n)) return null;
  const plural = tokens[at]?.lower.endsWith('s') ?? false;
  if (plural !== whole.value.numerator > 1n) return null;
  if (isHyphen(tokens[at + 1]) && !whole.value.numerator) return null;
  const value = rational(whole.value.numerator, part);
  if (SCALES.has(tokens[at + 1]?.lower ?? ''))
    return withScale(tokens, whole.from, at + 1, fractionWritten(value, at + 1), 'fraction');
  return { ...inWords(whole.from, at + 1, value, rational(1n, 10n)), form: 'fraction' };
}

/** 'two and a half million', 'three and a quarter'. */
function readAndAHalf(tokens: readonly Token[], whole: ReadNumber): ReadNumber | null {
  if (tokens[whole.to]?.lower !== 'and') return null;
  const article = tokens[whole.to + 1]?.lower;
  const part = PARTS.get(tokens[whole.to + 2]?.lower ?? '');
  if ((article !== 'a' && article !== 'one') || !part || part > 4n) return null;
  return withScale(
    tokens,
    whole.from,
    whole.to + 3,
    fractionWritten(add(whole.value, rational(1n, part)), whole.to + 3),
    'words',
  );
}

const PARTS_OF_A_GAME = new Set([
  'first',
  'second',
  'latter',
  'other',
  'former',
  'better',
  'last',
  'opening',
]);

const HALVED = new Set([
  'a',
  'an',
  'of',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'all',
  'those',
  'these',
  'that',
]);

/** 'half a mile', 'half-a-million', 'half of', 'half the houses'; never 'second half' or 'half-time'. */
function readHalf(tokens: readonly Token[], at: number): ReadNumber | null {
  const next = after(tokens, at + 1);
  const word = tokens[next]?.lower ?? '';
  if (PARTS_OF_A_GAME.has(tokens[at - 1]?.lower ?? '')) return null;
  if (!HALVED.has(word) && !SCALES.has(word) && !DOZENS.has(word)) return null;
  const isArticle = word === 'a' || word === 'an';
  if (!isArticle && isHyphen(tokens[at + 1])) return null;
  const half = fractionWritten(rational(1n, 2n), at + 1);
  const scaleAt = after(tokens, next + 1);
  const scale = tokens[scaleAt]?.lower ?? '';
  if (isArticle && (SCALES.has(scale) || DOZENS.has(scale)))
    return withScale(tokens, at, scaleAt, half, 'fraction');
  return withScale(tokens, at, isArticle ? next + 1 : at + 1, half, 'fraction');
}

/** 'a million', 'a hundred and five', 'a dozen', 'a half', 'a third of', 'a quarter of'. */
function readArticle(tokens: readonly Token[], at: number): ReadNumber | null {
  const next = after(tokens, at + 1);
  const word = tokens[next]?.lower ?? '';
  if (SCALES.has(word) || DOZENS.has(word)) {
    const one = withScale(
      tokens,
      at,
      next,
      { value: ONE, lastDigit: ONE, significantDigits: 1 },
      'words',
    );
    const rest = tokens[one.to]?.lower === 'and' ? readWhole(tokens, one.to + 1) : null;
    const joins = rest && rest.value.denominator === 1n && rest.value.numerator < 100n;
    return joins ? { ...one, to: rest.to, value: add(one.value, rest.value), lastDigit: ONE } : one;
  }
  const part = PARTS.get(word);
  if (part && SCALES.has(tokens[next + 1]?.lower ?? '') && !word.endsWith('s'))
    return withScale(
      tokens,
      at,
      next + 1,
      fractionWritten(rational(1n, part), next + 1),
      'fraction',
    );
  const followed = tokens[next + 1]?.lower;
  if (part && (followed === 'of' || word === 'half') && !word.endsWith('s'))
    return { ...inWords(at, next + 1, rational(1n, part), rational(1n, 10n)), form: 'fraction' };
  return null;
}

/** The value of a number that is one and was written 'one' or '1'. */
export const isOne = (number: ReadNumber): boolean =>
  number.value.numerator === 1n && number.value.denominator === 1n && number.form !== 'order';

export const NOTHING: Rational = ZERO;
