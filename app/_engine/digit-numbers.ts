import { add, parseDecimal, powerOfTen, type Rational, rational } from '#domain/decimal';
import { VULGAR_FRACTIONS } from './number-words';
import { fractionWritten, type ReadNumber, type Written, withScale } from './read-number';
import type { Token } from './tokens';

const MAX_DIGIT_TOKEN = 40;

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

/** The number in digits that begins at this token, with its scale: '4,500', '1 1/2', '2.5 million'. */
export function readDigits(tokens: readonly Token[], at: number): ReadNumber | null {
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

/** '½' or '2½' at this token, by Unicode's numeric values; null when there is none. */
export function readVulgarFraction(tokens: readonly Token[], at: number): ReadNumber | null {
  const vulgar = VULGAR_FRACTIONS.get(tokens[at]?.text ?? '');
  if (!vulgar) return null;
  return withScale(tokens, at, at + 1, fractionWritten(rational(...vulgar), at + 1), 'fraction');
}
