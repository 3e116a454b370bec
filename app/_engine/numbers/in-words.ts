import { add, ONE, type Rational, rational } from '#domain/numbers/decimal';
import { FALLS, RISES } from '../english/change-words';
import { DETERMINERS, isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { isIng, isPast } from '../english/verbs';
import type { Token } from '../tokens/tokens';
import { DOZENS, MULTIPLES, ONES, ORDERS, PARTS, SCALES, TENS } from './lexicon';
import { fractionWritten, isHyphen, type ReadNumber, readGrand, withScale } from './number';

/** Words that a number in words may begin with, in lower case. */
export const NUMBER_OPENERS: ReadonlySet<string> = new Set([
  ...[ORDERS, MULTIPLES, ONES, TENS].flatMap((numbers) => [...numbers.keys()]),
  ...['several', 'few', 'half', 'quarter', 'a', 'an'],
]);

/** 'thousands', 'tens of thousands', 'several hundred', 'a few dozen'. */
export function readOrder(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = ORDERS.get(tokens[at]?.lower ?? '');
  if (first && tokens[at]?.lower === 'scores' && !areTwenties(tokens, at)) return null;
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

/** 'scores of people'; risk scores and the scores of a match are none. */
function areTwenties(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 2]];
  if (tokens[at + 1]?.lower !== 'of' || next?.kind !== 'word') return false;
  return (
    before?.kind !== 'word' ||
    isPast(before.lower) ||
    isIng(before.lower) ||
    (isFunctionWord(before.lower) && !DETERMINERS.has(before.lower))
  );
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
export function readWords(tokens: readonly Token[], at: number): ReadNumber | null {
  const first = tokens[at]?.lower ?? '';
  const fold = MULTIPLES.get(first);
  if (fold) return { ...inWords(at, at + 1, rational(fold), ONE), form: 'fold' };
  if (first === 'half') return readHalf(tokens, at);
  if (first === 'quarter' && SCALES.has(tokens[after(tokens, at + 1)]?.lower ?? ''))
    return withScale(tokens, at, at + 1, fractionWritten(rational(1n, 4n), at + 1), 'fraction');
  if (first === 'a' || first === 'an') return readArticle(tokens, at);
  const whole = readWhole(tokens, at);
  if (!whole) return null;
  if (readGrand(tokens, whole.to)) return withScale(tokens, at, whole.to, whole, 'words');
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

/** 'two and a half million', 'three and a quarter', 'two-and-a-half-year'. */
function readAndAHalf(tokens: readonly Token[], whole: ReadNumber): ReadNumber | null {
  const and = after(tokens, whole.to);
  if (tokens[and]?.lower !== 'and') return null;
  const one = after(tokens, and + 1);
  const article = tokens[one]?.lower;
  const half = after(tokens, one + 1);
  const part = PARTS.get(tokens[half]?.lower ?? '');
  if ((article !== 'a' && article !== 'one') || !part || part > 4n) return null;
  const value = add(whole.value, rational(1n, part));
  return withScale(tokens, whole.from, half + 1, fractionWritten(value, half + 1), 'words');
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
  // 'cut by half', 'up by almost half'
  if (!isHyphen(tokens[at + 1]) && isAmount(tokens, at, at + 1) && !HALVED.has(word))
    return { ...inWords(at, at + 1, rational(1n, 2n), rational(1n, 10n)), form: 'fraction' };
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
  // A dozen may stand before anything, a score only before those it counts.
  if (
    word === 'score' &&
    !isPluralNoun(tokens[tokens[next + 1]?.lower === 'of' ? next + 2 : next + 1]?.text ?? '')
  )
    return null;
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
  const [of, one, scale] = [tokens[next + 1]?.lower, tokens[next + 2]?.lower, tokens[next + 3]];
  if (part && of === 'of' && one === 'a' && SCALES.has(scale?.lower ?? '')) {
    const fraction = fractionWritten(rational(1n, part), next + 3);
    return withScale(tokens, at, next + 3, fraction, 'fraction');
  }
  const isPart = of === 'of' || word === 'half' || isAmount(tokens, at, next + 1);
  if (part && isPart && !word.endsWith('s'))
    return { ...inWords(at, next + 1, rational(1n, part), rational(1n, 10n)), form: 'fraction' };
  return null;
}

const HEDGES = /^(?:about|around|nearly|almost|over|roughly|than|more|less|just|at|least|up|to)$/;
export const COMPARATIVES: ReadonlySet<string> = new Set(
  'more less fewer higher lower larger smaller bigger cheaper faster slower longer shorter'.split(
    ' ',
  ),
);

/** 'fell by a third', 'rose nearly a quarter', 'a fifth higher'; not 'rose a third time' or 'a third man'. */
function isAmount(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[to];
  if (COMPARATIVES.has(next?.lower ?? '')) return true;
  const isEnd =
    next === undefined ||
    (next.kind === 'mark' && next.text !== '-') ||
    PREPOSITIONS.has(next.lower) ||
    /^(?:and|but|while|this|last|to)$/.test(next.lower);
  if (!isEnd) return false;
  for (let before = at - 1; before > at - 5; before--) {
    const word = tokens[before]?.lower ?? '';
    if (word === 'by' || RISES.has(word) || FALLS.has(word)) return true;
    if (!HEDGES.test(word)) return false;
  }
  return false;
}
