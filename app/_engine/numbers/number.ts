import { multiply, type Rational, rational } from '#domain/numbers/decimal';
import { isFunctionWord } from '../english/grammar-words';
import type { Token } from '../tokens/tokens';
import { DOZENS, SCALES, SHORT_SCALES } from './lexicon';

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

export type Written = {
  readonly value: Rational;
  readonly lastDigit: Rational;
  readonly significantDigits: number;
};

/** A fraction as it was read; `to` is the token after its last. */
export const fractionWritten = (value: Rational, to: number) => ({
  value,
  lastDigit: rational(1n, 10n),
  significantDigits: 1,
  to,
});

/** Takes in 'million', 'hundred thousand', 'bn' and 'dozen' after a number. */
export function withScale(
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
    if (next?.kind !== 'word') break;
    const scale = SCALES.get(next.lower) ?? DOZENS.get(next.lower) ?? readGrand(tokens, at);
    if (scale && factor < 1_000_000_000_000n) {
      factor *= scale;
      to = at + 1;
      continue;
    }
    const short = factor === 1n && at === to ? SHORT_SCALES.get(next.lower) : undefined;
    const isOwn = next.lower.length > 1 && next.lower !== 'mm';
    const isCapital = /^[BM]$/.test(next.text);
    if (short && (!next.spaced || isOwn || isCapital) && (form === 'digits' || isOwn)) {
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

/** 'paid ten grand': a thousand of some money; grand pianos and grand slams are things. */
export const readGrand = (tokens: readonly Token[], at: number): bigint | undefined => {
  if (tokens[at]?.lower !== 'grand' || tokens[at]?.text !== 'grand') return undefined;
  const next = tokens[at + 1];
  const isEnd = !next || next.kind === 'mark' || isFunctionWord(next.lower);
  return isEnd ? 1000n : undefined;
};

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

/** A hyphen without a space before it, as in 'twenty-one'. */
export const isHyphen = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaced && (token.text === '-' || token.text === '‑');

/** The value of a number that is one and was written 'one' or '1'. */
export const isOne = (number: ReadNumber): boolean =>
  number.value.numerator === 1n && number.value.denominator === 1n && number.form !== 'order';
