import { multiply, ONE, powerOfTen } from '#domain/numbers/decimal';
import { isPluralNoun } from '../english/nouns';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';
import { readDigits } from './in-digits';
import type { ReadNumber } from './number';

const TIMES = /^[×xX·⋅∙*]$/;
const MINUS = /^[-−–‑]$/;
/** A larger power is no quantity of anything; the exact text of a value stays short. */
const LARGEST_POWER = 40;

const SUPERSCRIPTS = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((mark, digit) => [mark, String(digit)] as const),
);

type Exponent = { readonly power: number; readonly to: number };

/**
 * A number with a power of ten, however it is set: '2.4 × 10^8', '3.1×10⁹', '1.6×10−19',
 * '2.7 × 10 4', '10^5', '1e6'; null where none begins. '4 x 100 m' and '3 x 105 mm' are none.
 */
export function readPower(tokens: readonly Token[], at: number): ReadNumber | null {
  if (!mayBeginPower(tokens, at)) return null;
  const alone = tokens[at]?.text === '10' ? exponentAfter(tokens, at + 1, false) : null;
  if (alone) return raised(oneAt(at), alone);
  const mantissa = readDigits(tokens, at);
  if (!mantissa || mantissa.scaled || mantissa.form !== 'digits') return null;
  const short = readShort(tokens, mantissa);
  if (short) return raised(mantissa, short);
  const ten = mantissa.to + 1;
  if (!TIMES.test(tokens[ten - 1]?.text ?? '')) return null;
  if (tokens[ten]?.text === '10') {
    const exponent = exponentAfter(tokens, ten + 1, true);
    return exponent && raised(mantissa, exponent);
  }
  // The raised digits were lost on the way: '3.7 × 106'.
  const flat = /^10([3-9]|1\d)$/.exec(tokens[ten]?.text ?? '')?.[1];
  const isOneDigit = /^[1-9]\.\d+$/.test(tokens[at]?.text ?? '');
  return flat && isOneDigit ? raised(mantissa, { power: Number(flat), to: ten + 1 }) : null;
}

/** The one that goes without saying before '10^5'. */
const oneAt = (from: number): ReadNumber => ({
  from,
  to: from + 1,
  value: ONE,
  lastDigit: ONE,
  significantDigits: 1,
  form: 'digits',
  order: null,
  scaled: false,
  shortScale: null,
});

/** Most numbers have nothing of a power behind them, and are not looked at twice. */
function mayBeginPower(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  return tokens[at]?.text === '10' || TIMES.test(next.text) || /^[eE]$/.test(next.text);
}

const raised = (mantissa: ReadNumber, { power, to }: Exponent): ReadNumber => ({
  ...mantissa,
  to,
  value: multiply(mantissa.value, powerOfTen(power)),
  lastDigit: multiply(mantissa.lastDigit, powerOfTen(power)),
  scaled: true,
  shortScale: null,
});

/** 'e6', 'E5', 'e-3', glued to the digits before them. */
function readShort(tokens: readonly Token[], { to }: ReadNumber): Exponent | null {
  const letter = tokens[to];
  if (!letter || letter.spaced || !/^[eE]$/.test(letter.text)) return null;
  const found = signedDigits(tokens, to + 1);
  // The Boeing 7E7 was an aircraft: something has to be counted or measured.
  const isCertain = found && (found.power < 0 || tokens[to - 1]?.text.includes('.'));
  const next = found && tokens[found.to];
  const isCounting =
    next?.kind === 'word' && (isPluralNoun(next.text) || readUnit(tokens, found?.to ?? 0));
  return isCertain || isCounting ? found : null;
}

/** The digits of a power, with their sign, glued to each other and to what stands before them. */
function signedDigits(tokens: readonly Token[], at: number): Exponent | null {
  const sign = tokens[at];
  if (!sign || sign.spaced) return null;
  const isNegative = MINUS.test(sign.text);
  const digits = isNegative || sign.text === '+' ? at + 1 : at;
  const token = tokens[digits];
  if (!token || token.spaced || !/^\d{1,2}$/.test(token.text)) return null;
  return within(isNegative ? -Number(token.text) : Number(token.text), digits + 1);
}

const within = (power: number, to: number): Exponent | null =>
  Math.abs(power) <= LARGEST_POWER ? { power, to } : null;

/** What stands after the ten. @param isTimes  whether a mantissa and a sign of multiplication stand before it */
function exponentAfter(tokens: readonly Token[], at: number, isTimes: boolean): Exponent | null {
  const first = tokens[at];
  if (!first) return null;
  if (first.text === '^' && !first.spaced) return signedDigits(tokens, at + 1);
  const raisedDigits = superscript(tokens, at);
  if (raisedDigits) return raisedDigits;
  const next = tokens[at + 1];
  const isApart = MINUS.test(first.text) && next?.spaced === false && /^\d{1,2}$/.test(next.text);
  if (isApart && (isTimes || isDescending(first, next))) return within(-Number(next.text), at + 2);
  return isTimes && first.spaced && /^\d{1,2}$/.test(first.text)
    ? within(Number(first.text), at + 1)
    : null;
}

/** '10−4', and '10 −19' with a space: no range of numbers is written so. */
const isDescending = (minus: Token, { text }: Token): boolean =>
  minus.text === '−' && (minus.spaced || Number(text) < 10);

/** '⁹', '⁻¹⁹': raised digits, glued. */
function superscript(tokens: readonly Token[], start: number): Exponent | null {
  let at = start;
  const isNegative = tokens[at]?.text === '⁻' && !tokens[at]?.spaced;
  if (isNegative) at++;
  let digits = '';
  for (; digits.length < 2; at++) {
    const token = tokens[at];
    const digit = SUPERSCRIPTS.get(token?.text ?? '');
    if (!token || token.spaced || digit === undefined) break;
    digits += digit;
  }
  return digits ? within(isNegative ? -Number(digits) : Number(digits), at) : null;
}
