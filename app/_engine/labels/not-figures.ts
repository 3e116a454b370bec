import { compare, rational } from '#domain/numbers/decimal';
import { BEFORE_OLD_YEAR } from '../english/date-words';
import { isFunctionWord, PREPOSITIONS } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import { isPast, isPlainVerb, THIRD_PERSON } from '../english/verbs';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';
import { readCurrencyBefore } from '../units/read-unit';
import { isIdiom } from './idioms';
import { isPlaceOrTime } from './places';
import { isReference } from './references';

/** Labels that also count ('week 5' but 'five weeks'), so only a number after them is a label. */
const ORDINAL_SUFFIXES = new Set([
  'st',
  'nd',
  'rd',
  'th',
  's',
  'ers',
  'x',
  'am',
  'pm',
  'a.m.',
  'p.m.',
  "o'clock",
  'o’clock',
  'bst',
  'gmt',
  'utc',
  'est',
  'edt',
  'pst',
]);

const MERIDIEMS = new Set(['am', 'pm', 'a.m.', 'p.m.', "o'clock", 'o’clock']);

const PLACE_NAMES_WITH_NUMBERS = 1_000n;

/**
 * Whether a number only looks like a figure: part of a name ('Boeing 737', 'G7', 'Section 427'), a
 * score, a time of day, a telephone number, an ordinal, a reference.
 *
 * @param hasUnit  whether a unit or currency stands beside it, which settles most doubts
 */
export function isNoFigure(
  tokens: readonly Token[],
  number: ReadNumber,
  hasUnit: boolean,
): boolean {
  const first = tokens[number.from];
  const last = tokens[number.to - 1];
  if (!first || !last) return true;
  const next = tokens[number.to];
  const previous = tokens[number.from - 1];
  if (isTimeOfDay(tokens, number) || isListMarker(tokens, number)) return true;
  if (!hasUnit && isIdiom(tokens, number)) return true;
  if (isReference(tokens, number, hasUnit) || isPlaceOrTime(tokens, number, hasUnit)) return true;
  if (number.form === 'digits') {
    if (/^\d{13,}$/.test(first.text)) return true;
    if (isPartOfCode(tokens, number, hasUnit)) return true;
    if (isScore(tokens, number, hasUnit)) return true;
  }
  if (hasUnit) return false;
  if (
    next &&
    !next.spaced &&
    (ORDINAL_SUFFIXES.has(next.lower) ||
      (next.kind === 'word' && number.form === 'digits' && !number.scaled))
  )
    return true;
  // '5.7 per 100,000 people' is one figure.
  if (previous?.lower === 'per') return true;
  if (previous?.lower === 'no' && first.text !== '.' && number.form === 'digits') return true;
  if (number.form === 'words')
    return isWordNoFigure(tokens, number) || isNameInWords(tokens, number);
  if (number.form !== 'digits' || number.scaled) return false;
  if (isNamedNumber(tokens, number) || isTelephone(tokens, number.from)) return true;
  return isYear(tokens, number);
}

const glued = (token: Token | undefined): boolean => token !== undefined && !token.spaced;

/** 'A380', '555-0134', '2019-07-21', '192.168.1.1', '9AB8', '#5', '@3'. */
function isPartOfCode(tokens: readonly Token[], number: ReadNumber, hasUnit: boolean): boolean {
  const first = tokens[number.from];
  const previous = tokens[number.from - 1];
  const next = tokens[number.to];
  if (!glued(first) || !previous) {
    const runs =
      glued(next) &&
      next?.text === '-' &&
      glued(tokens[number.to + 1]) &&
      tokens[number.to + 1]?.kind === 'number';
    // '16-24-year-olds' has a unit.
    return runs && !hasUnit && glued(tokens[number.to + 2]) && tokens[number.to + 2]?.text === '-';
  }
  if (isBounding(tokens, number.from)) return false;
  if (previous.kind === 'word')
    return !hasUnit || previous.text === previous.lower || !readCurrencyBefore(tokens, number.from);
  const beforeDash = tokens[number.from - 2];
  // '(ClO4)2', 'TRA-1–60', the second half of '2013–14'.
  if (previous.text === ')' || isSecondYear(tokens, number.from) || isInCode(tokens, number.from))
    return true;
  if (previous.text === '-' && glued(previous) && beforeDash?.kind === 'number')
    return !(hasUnit && number.scaled);
  if (
    previous.text === '-' &&
    previous.spaced &&
    !hasUnit &&
    /^[A-Z]{3,}$/.test(beforeDash?.text ?? '')
  )
    return true;
  if (previous.text === '#' || previous.text === '@' || previous.text === '№') return true;
  if (previous.kind === 'number') return true;
  if (hasUnit && previous.text === '.' && readCurrencyBefore(tokens, number.from)) return false;
  const beforeMark = tokens[number.from - 2];
  const isDash = previous.text === '-' || previous.text === '‑';
  if (
    (isDash || previous.text === '.' || previous.text === '_') &&
    glued(previous) &&
    beforeMark?.kind === 'word'
  )
    return !hasUnit || isDash
      ? !['minus', 'to', 'by', 'negative', 'plus'].includes(beforeMark.lower)
      : true;
  if (
    (previous.text === ':' || previous.text === '/') &&
    glued(previous) &&
    beforeMark?.kind === 'number'
  )
    return !hasUnit;
  return false;
}

/** 'sub-200 sq m', 'super-10,000 crowds': a prefix that bounds the number. */
const isBounding = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.text === '-' &&
  glued(tokens[from - 1]) &&
  /^(?:sub|super)$/.test(tokens[from - 2]?.lower ?? '') &&
  tokens[from - 2]?.text !== 'Super';

/** 'TRA-1–60': a number that hangs on a name by a chain of dashes and numbers. */
function isInCode(tokens: readonly Token[], from: number): boolean {
  if (!DASH.test(tokens[from - 1]?.text ?? '') || tokens[from - 2]?.kind !== 'number') return false;
  return (
    glued(tokens[from - 1]) &&
    glued(tokens[from - 2]) &&
    DASH.test(tokens[from - 3]?.text ?? '') &&
    glued(tokens[from - 3]) &&
    /^[A-Z]/.test(tokens[from - 4]?.text ?? '')
  );
}

const DASH = /^[-–‑]$/;

/** The 14 of '2013–14' and '2013/14': a business year, a school year, a season. */
function isSecondYear(tokens: readonly Token[], from: number): boolean {
  const [year, link, here] = [tokens[from - 2], tokens[from - 1], tokens[from]];
  if (!/^[-–‑/]$/.test(link?.text ?? '') || !glued(link)) return false;
  if (!/^(?:1[89]|20)\d\d$/.test(year?.text ?? '') || !/^\d\d$/.test(here?.text ?? ''))
    return false;
  const unit = tokens[from + 1];
  if (unit && glued(unit) && unit.kind === 'word') return false;
  return Number(here?.text) === (Number(year?.text) + 1) % 100;
}

/** '2-1', '7/9' without a unit: a score, a rate or a date. */
function isScore(tokens: readonly Token[], number: ReadNumber, hasUnit: boolean): boolean {
  const mark = tokens[number.to];
  const other = tokens[number.to + 1];
  const isPair = glued(mark) && glued(other) && other?.kind === 'number';
  if (isPair && (mark?.text === ':' || mark?.text === '/')) return !hasUnit;
  // The second half of '3 – 0': the first was read, and is no end of a range.
  const dash = tokens[number.from - 1];
  const isSecond =
    /^[–—]$/.test(dash?.text ?? '') &&
    dash?.spaced === tokens[number.from]?.spaced &&
    /^\d{1,2}$/.test(tokens[number.from - 2]?.text ?? '') &&
    /^\d{1,2}$/.test(tokens[number.from]?.text ?? '');
  return isSecond && !hasUnit && !isPluralNoun(mark?.text ?? '');
}

/** '1) explains', '2 ) cautions': the number of an item, with no bracket open before it. */
function isListMarker(tokens: readonly Token[], { from, to, form }: ReadNumber): boolean {
  if (form === 'digits' && opensItem(tokens, from, to)) return true;
  if (form !== 'digits' || tokens[to]?.text !== ')' || (tokens[from]?.text.length ?? 9) > 2)
    return false;
  for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
    if (tokens[at]?.text === '(') return false;
    if (tokens[at]?.text === ')') break;
  }
  return true;
}

/** '3.' before what it numbers, or alone, also after another: '2. 3.'. */
function opensItem(tokens: readonly Token[], from: number, to: number): boolean {
  const point = tokens[to];
  const isFirst = from === 0 || (from === 2 && opensItem(tokens, 0, 1));
  if (!isFirst || (tokens[from]?.text.length ?? 9) > 2) return false;
  return point?.text === '.' && !point.spaced && tokens[to + 1]?.spaced !== false;
}

function isTimeOfDay(tokens: readonly Token[], number: ReadNumber): boolean {
  const next = tokens[number.to];
  if (!next || number.form === 'fraction') return false;
  if (MERIDIEMS.has(next.lower)) return true;
  if (next.lower === 'o' && /^['’]$/.test(tokens[number.to + 1]?.text ?? '')) return true;
  const minutes = tokens[number.to + 1];
  // 'at 4 in the morning'
  const isIn = next.lower === 'in' && minutes?.lower === 'the';
  if (isIn && /^(?:morning|afternoon|evening)$/.test(tokens[number.to + 2]?.lower ?? ''))
    return true;
  return next.text === ':' && glued(next) && glued(minutes) && /^\d\d$/.test(minutes?.text ?? '');
}

/** 'one' the pronoun, and small numbers that only introduce: 'one another', 'this one', 'two-way'. */
function isWordNoFigure(tokens: readonly Token[], number: ReadNumber): boolean {
  const first = tokens[number.from];
  const previous = tokens[number.from - 1]?.lower ?? '';
  const next = tokens[number.to];
  if (first?.lower === 'a' || first?.lower === 'an') return false;
  const isOneWord = number.to === number.from + 1 && first?.lower === 'one';
  const isPoint = !next || previous === 'below' || previous === 'above' || previous === 'sub';
  if (!isOneWord) return first?.lower === 'zero' && isPoint;
  if (next?.lower === 'of' && previous !== 'no' && previous !== 'any') return false;
  if (
    next?.text === '-' ||
    [
      'no',
      'any',
      'each',
      'every',
      'this',
      'that',
      'some',
      'the',
      'which',
      'another',
      'a',
      'or',
      'good',
      'new',
      'old',
      'big',
      'first',
      'last',
      'only',
      'not',
      'loved',
      'day',
      'square',
    ].includes(previous)
  )
    return true;
  if (next?.kind !== 'word') return true;
  if (next.lower === 'of') return false;
  return (
    isFunctionWord(next.lower) ||
    ['another', 'day', 'thing', 'way', 'side', 'hand', 'several'].includes(next.lower) ||
    /^['’]/.test(next.text)
  );
}

/** 'Boeing 737', 'Fortune 100', 'Section 427': a small plain number after a name or a label. */
function isNamedNumber(tokens: readonly Token[], number: ReadNumber): boolean {
  const first = tokens[number.from];
  const previous = tokens[number.from - 1];
  if (!first || !previous || previous.kind !== 'word' || !/^\d+$/.test(first.text)) return false;
  const next = tokens[number.to];
  if (!/^[A-Z]/.test(previous.text) || previous.text === 'I') return false;
  if (isFunctionWord(previous.lower) || BEFORE_FIGURE.has(previous.lower)) return false;
  if (/ly$/.test(previous.lower)) return false;
  const isOpening = number.from - 1 === 0 || tokens[number.from - 2]?.text === '"';
  if (isOpening && next?.kind === 'word' && isPluralNoun(next.text)) return false;
  return compare(number.value, rational(PLACE_NAMES_WITH_NUMBERS)) < 0 || isYearLike(first.text);
}

/** 'World War Two', 'the Group of Seven': a number with a capital after a name; 'Bomb Kills Seven' is a headline. */
function isNameInWords(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const [number, next] = [tokens[from], tokens[to]];
  // 'SIX Swiss Exchange', in a sentence that is not all in capitals.
  if (
    to === from + 1 &&
    /^[A-Z]{3,}$/.test(number?.text ?? '') &&
    /^[A-Z][a-z]/.test(next?.text ?? '')
  )
    return true;
  const before = tokens[from - 1]?.lower === 'of' ? from - 2 : from - 1;
  const name = tokens[before];
  if (to > from + 1 || !/^[A-Z]/.test(number?.text ?? '') || !/^[A-Z]/.test(name?.text ?? ''))
    return false;
  const { lower = '' } = name ?? {};
  if (next?.text === next?.lower && isPluralNoun(next?.text ?? '')) return false;
  if (isFunctionWord(lower) || lower === 'least' || BEFORE_FIGURE.has(lower)) return false;
  return !THIRD_PERSON.has(lower) && !isPast(lower) && !isPlainVerb(lower);
}

/** '020 7946 0000': digits in groups of which the first begins with a nought. */
function isTelephone(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (tokens[first - 1]?.kind === 'number' && first > at - LONGEST_TELEPHONE) first--;
  return /^0\d+$/.test(tokens[first]?.text ?? '');
}

/** In groups of digits. */
const LONGEST_TELEPHONE = 6;

const isYearLike = (written: string): boolean => /^(?:1[0-9]|20)\d\d$/.test(written);

const THINGS_COUNTED_BY_THE_THOUSAND = new Set(
  `people customers users jobs workers employees students soldiers troops homes houses units patients cases deaths
  children men women members residents voters votes companies locations refugees migrants families tests hires calls
  feet miles square animals birds trees prisoners protesters police officers seats rooms cars vehicles`.split(
    /\s+/,
  ),
);

/** 1999 is a year unless something that can be counted follows, or a qualifier stands before it. */
function isYear(tokens: readonly Token[], number: ReadNumber): boolean {
  const first = tokens[number.from];
  if (!first || !isYearLike(first.text)) return false;
  const previous = tokens[number.from - 1];
  const next = tokens[number.to];
  if (next?.kind === 'word' && THINGS_COUNTED_BY_THE_THOUSAND.has(next.lower)) return false;
  if (
    previous &&
    BEFORE_FIGURE.has(previous.lower) &&
    previous.lower !== 'around' &&
    previous.lower !== 'about'
  ) {
    return (
      /^(?:19|20)\d\d$/.test(first.text) &&
      PREPOSITIONS.has(previous.lower) &&
      previous.lower !== 'than' &&
      !(next?.kind === 'word' && isPluralNoun(next.text))
    );
  }
  if (/^(?:19|20)\d\d$/.test(first.text))
    return !(
      next?.kind === 'word' &&
      isPluralNoun(next.text) &&
      next.text === next.lower &&
      previous?.lower === 'than'
    );
  return previous === undefined || BEFORE_OLD_YEAR.has(previous.lower) || previous.text === '(';
}
