import { add, parseDecimal, powerOfTen, type Rational, rational } from '#domain/numbers/decimal';
import { isFunctionWord } from '../english/grammar-words';
import { isLabelWord } from '../english/label-words';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import type { Token } from '../tokens/tokens';
import { readCurrencyBefore, readUnit } from '../units/read-unit';
import { PARTS, SCALES, VULGAR_FRACTIONS } from './lexicon';
import { fractionWritten, type ReadNumber, type Written, withScale } from './number';

const MAX_DIGIT_TOKEN = 40;

/**
 * Reads digits with English grouping: '4,500' and '4,500.5', but also '1.550.000', '4500' and, with
 * no-break or thin spaces, '4 500'.
 * Anything else with marks inside, such as a version number, is no figure: null.
 */
export function parseWhole(text: string): Written | null {
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
  if (/^\d{1,3}([\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*(?:\.\d+|,\d{1,2})?$/.test(text))
    return text.replace(/[\u00a0\u202f\u2009]/g, '').replace(',', '.');
  return null;
}

/** The number in digits that begins at this token, with its scale: '4,500', '1 1/2', '2.5 million'. */
export function readDigits(tokens: readonly Token[], at: number): ReadNumber | null {
  const apart = readApartGroups(tokens, at);
  if (apart) return withScale(tokens, at, at + 3, apart, 'digits');
  const spaced = readSpacedGroups(tokens, at);
  if (spaced) return withScale(tokens, at, spaced.to, spaced, 'digits');
  const written = parseWhole(tokens[at]?.text ?? '') ?? parseContinental(tokens, at);
  if (!written) return null;
  const fraction = fractionAfterDigits(tokens, at, written) ?? andAHalf(tokens, at, written);
  if (fraction) return withScale(tokens, at, fraction.to, fraction, 'fraction');
  return withScale(tokens, at, at + 1, written, 'digits');
}

/**
 * '€2,5 million', '1.234,56 euros', '3,5 per cent': a comma before the decimals, as most of Europe
 * writes. Only with a unit or a scale: '[3,5]' and 'rooms 3,5' are two numbers.
 */
function parseContinental(tokens: readonly Token[], at: number): Written | null {
  const text = tokens[at]?.text ?? '';
  if (!/^\d{1,3}(?:\.\d{3})*,\d{1,2}$/.test(text)) return null;
  const next = tokens[at + 1];
  const isMeasured =
    SCALES.has(next?.lower ?? '') ||
    readCurrencyBefore(tokens, at) !== null ||
    readUnit(tokens, at + 1) !== null;
  return isMeasured ? parseWhole(text.replaceAll('.', '').replace(',', '.')) : null;
}

/** '80, 000 spectators': grouping with a space behind the comma, as some text is cut up. */
function readApartGroups(tokens: readonly Token[], at: number): Written | null {
  const [first, comma, group] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (comma?.text !== ',' || comma.spaced || group?.text !== '000') return null;
  return /^\d{1,3}$/.test(first?.text ?? '') ? parseWhole(`${first?.text},000`) : null;
}

/**
 * '12 000 units', '1 250 000 euros': thousands grouped by an ordinary space, as SI has it, where
 * these cannot be two numbers. A space is thin evidence, so whatever may be a name, a telephone
 * number or a row of figures stays as it is.
 */
function readSpacedGroups(tokens: readonly Token[], at: number): (Written & { to: number }) | null {
  const to = groupsEnd(tokens, at);
  if (to === at || tokens[to]?.kind === 'number' || goesOnGlued(tokens, to)) return null;
  const digits = tokens.slice(at, to).map((token) => token.text);
  if (!mayOpenGroups(tokens, at, Number(digits[0]), digits.at(-1) === '000')) return null;
  const written = parseWhole(digits.join(''));
  return written && { ...written, to };
}

/** The token after groups of three digits with one space before each; `at` when there are none. */
function groupsEnd(tokens: readonly Token[], at: number): number {
  if (!/^[1-9]\d{0,2}$/.test(tokens[at]?.text ?? '')) return at;
  let to = at + 1;
  while (/^\d{3}$/.test(tokens[to]?.text ?? '') && isOneSpaceBefore(tokens, to)) to++;
  const isDecimal = /^\d{3}\.\d+$/.test(tokens[to]?.text ?? '') && isOneSpaceBefore(tokens, to);
  return isDecimal ? to + 1 : to === at + 1 ? at : to;
}

const isOneSpaceBefore = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.spaced ?? false) && tokens[at]?.start === (tokens[at - 1]?.end ?? 0) + 1;

/** '12 345-6789', '12 300/4': a code; '10 000-12 000' is a range of two such numbers. */
function goesOnGlued(tokens: readonly Token[], to: number): boolean {
  const [mark, next] = [tokens[to], tokens[to + 1]];
  if (mark?.kind !== 'mark' || mark.spaced || next?.kind !== 'number' || next.spaced) return false;
  return !/^[-–]$/.test(mark.text) || groupsEnd(tokens, to + 1) === to + 1;
}

/**
 * Whether what stands before lets one number begin here. After a name ('Boeing 737 800'), a label
 * ('in room 12 300 people'), an age or an hour ('at 12 300 people') two may meet.
 */
function mayOpenGroups(
  tokens: readonly Token[],
  at: number,
  first: number,
  isThousands: boolean,
): boolean {
  const before = tokens[at - 1];
  if (!before || readCurrencyBefore(tokens, at)) return true;
  const isSign = /^[-–−]$/.test(before.text) && before.spaced && !tokens[at]?.spaced;
  if (isSign) return true;
  if (/^[-–]$/.test(before.text)) return groupsEnd(tokens, at - 3) === at - 1;
  if (before.kind === 'mark') return /^[,;:(“"'‘—~≈<>=]$/.test(before.text);
  if (before.kind !== 'word' || isLabelWord(before.lower) || /^age[ds]?$/.test(before.lower))
    return false;
  if (/^(?:at|before|after|until|since)$/.test(before.lower) && first <= 24) return isThousands;
  return (
    before.text === before.lower || isFunctionWord(before.lower) || BEFORE_FIGURE.has(before.lower)
  );
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

/** '5 and a half metres', '12 and a quarter miles': a part of the same unit, which has to follow. */
function andAHalf(
  tokens: readonly Token[],
  at: number,
  whole: Written,
): (Written & { to: number }) | null {
  if (tokens[at + 1]?.lower !== 'and' || !/^(?:a|one)$/.test(tokens[at + 2]?.lower ?? ''))
    return null;
  const part = PARTS.get(tokens[at + 3]?.lower ?? '');
  const to = at + 4;
  const isOne = part !== undefined && whole.value.denominator === 1n;
  if (!isOne || !(readUnit(tokens, to) || SCALES.has(tokens[to]?.lower ?? ''))) return null;
  return fractionWritten(add(whole.value, rational(1n, part)), to);
}

/** '3/4' with no space inside; not '24/7' or a date, which have no small denominator above them. */
function slashFraction(tokens: readonly Token[], at: number): Rational | null {
  const [above, slash, below, after] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!/^[/⁄∕]$/.test(slash?.text ?? '') || slash?.spaced || !below || below.spaced) return null;
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
