import { divide, rational } from '#domain/numbers/decimal';
import type { Token } from '../tokens/tokens';
import { readDigits } from './in-digits';
import { readWords } from './in-words';
import type { ReadNumber } from './number';

/** What so many are one in: other numbers after 'in' are a year or a count of something. */
const WHOLES = new Set([3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500]);
const isRound = (whole: bigint): boolean => {
  let rest = whole;
  while (rest % 10n === 0n && rest > 0n) rest /= 10n;
  return rest === 1n;
};

/** 'won two in five games', 'one in 10 minutes': so many of them in as much. */
const NO_WHOLE =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|games?|matches|outings|starts|appearances|attempts|tests|overs|seasons|quarters|innings|sets|rounds|%|percent|[£$€])$/;

/** 'one in five', 'nine in 10', 'four out of five' as one number; null where two are meant. */
export function readRatio(tokens: readonly Token[], part: ReadNumber): ReadNumber | null {
  if (part.scaled || (part.form !== 'digits' && part.form !== 'words')) return null;
  const link = tokens[part.to]?.lower;
  if (link !== 'in' && link !== 'out') return null;
  if (link === 'out' && tokens[part.to + 1]?.lower !== 'of') return null;
  const at = link === 'out' ? part.to + 2 : part.to + 1;
  const whole = tokens[at]?.kind === 'number' ? readDigits(tokens, at) : readWords(tokens, at);
  if (!whole || !isWhole(whole) || !isWhole(part)) return null;
  if (part.value.numerator < 1n || part.value.numerator >= whole.value.numerator) return null;
  const next = tokens[whole.to];
  if (NO_WHOLE.test(next?.lower ?? '') || (next?.text === '-' && !next.spaced)) return null;
  if (!WHOLES.has(Number(whole.value.numerator)) && !isRound(whole.value.numerator)) return null;
  return {
    ...part,
    to: whole.to,
    value: divide(part.value, whole.value),
    lastDigit: rational(1n, 10n),
    significantDigits: 1,
    form: 'fraction',
    shortScale: null,
  };
}

const isWhole = ({ value, form }: ReadNumber): boolean =>
  value.denominator === 1n && (form === 'digits' || form === 'words');
