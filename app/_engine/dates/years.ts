import { BEFORE_OLD_YEAR, BEFORE_YEAR } from '../english/date-words';
import { isPluralNoun } from '../english/nouns';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import { type Passage, wordsOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readCurrencyBefore, readUnit } from '../units/read-unit';
import { yearText } from './calendar';
import { COUNTED_THINGS, ORDINAL_ENDINGS } from './calendar-dates';
import { BUSINESS_YEAR, type Found, open, settled } from './found-date';

/** A year on its own, a span of years, a decade: '1959', '1930s', 'between 1991 and 2006', '1991-92'. */
export function readYear(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (!token || !/^\d{3,4}$/.test(token.text)) return null;
  const whole = readDecade(tokens, at) ?? readShortSpan(tokens, at) ?? readLongSpan(tokens, at);
  if (whole) return whole;
  const era = /^(?:ad|a\.d\.|ce|c\.e\.)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : null;
  if (era) return settled(at, era, yearText(Number(token.text)), Number(token.text));
  if (!isYear(tokens, at)) return null;
  return settled(at, at + 1, yearText(Number(token.text)), Number(token.text));
}

/** '2012–13', '2020/21' are business years or seasons; '1914-18' is a span of years. */
function readShortSpan(tokens: readonly Token[], at: number): Found | null {
  const [first, mark, last, after] = tokens.slice(at, at + 4);
  if (!first || !mark || !last || mark.spaced || last.spaced) return null;
  if (!/^[-–/]$/.test(mark.text) || !/^\d\d$/.test(last.text) || !isCentury(first.text))
    return null;
  if (after && !after.spaced && !/^(?:['’]s?|[.,;:)\]”"'’])$/.test(after.text)) return null;
  const year = Number(first.text);
  const short = Number(last.text);
  if ((year + 1) % 100 === short) return { ...open(at, at + 3, BUSINESS_YEAR), year };
  if (mark.text === '/' || short <= year % 100) return null;
  const end = year - (year % 100) + short;
  return settled(at, at + 3, `${yearText(year)}/${yearText(end)}`, year);
}

/** 'between 1991 and 2006', 'over 1990 - 2030', 'the 2002-2003 season'. Years of a life in brackets stay two. */
function readLongSpan(tokens: readonly Token[], at: number): Found | null {
  const [first, mark, last] = tokens.slice(at, at + 3);
  if (!first || !mark || !last || !isCentury(first.text) || !isCentury(last.text)) return null;
  const before = tokens[at - 1]?.lower ?? '';
  const isBetween = before === 'between' && mark.lower === 'and';
  const isDashed = /^[-–—]$/.test(mark.text) && BEFORE_SPAN.has(before);
  const [from, to] = [Number(first.text), Number(last.text)];
  if ((!isBetween && !isDashed) || from >= to) return null;
  if (!isYear(tokens, at + 2, true)) return null;
  return settled(isBetween ? at - 1 : at, at + 3, `${yearText(from)}/${yearText(to)}`, from);
}

const BEFORE_SPAN = new Set([
  'in',
  'over',
  'during',
  'for',
  'of',
  'the',
  'from',
  'throughout',
  'across',
]);

const isCentury = (text: string): boolean => /^(?:1\d|20|21)\d\d$/.test(text);

function readDecade(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const suffix = tokens[at + 1];
  if (!token || !/^[12]\d\d0$/.test(token.text) || !suffix || suffix.spaced) return null;
  if (/^['’]?s$/.test(suffix.lower)) return decadeFrom(tokens, at, at + 2, Number(token.text));
  const isApart =
    /^['’]$/.test(suffix.text) && tokens[at + 2]?.lower === 's' && !tokens[at + 2]?.spaced;
  return isApart ? decadeFrom(tokens, at, at + 3, Number(token.text)) : null;
}

export const DECADES: ReadonlyMap<string, number> = new Map(
  [
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
    'nineties',
  ].map((word, at) => [word, 1920 + 10 * at]),
);

/** 'the sixties', 'the late eighties'; not 'in her sixties', nor degrees in them. */
export function readDecadeInWords(passage: Passage, at: number): Found | null {
  const { tokens } = passage;
  const first = DECADES.get(tokens[at]?.lower ?? '');
  if (!first) return null;
  const isPart = /^(?:early|mid|late)$/.test(tokens[at - 1]?.lower ?? '');
  const opener = tokens[isPart ? at - 2 : at - 1]?.lower ?? '';
  const hasCentury =
    opener === 'nineteen' || (opener === '-' && tokens[at - 2]?.lower === 'nineteen');
  if (opener !== 'the' && !hasCentury) return null;
  return NO_DECADE.some((word) => wordsOf(passage).has(word))
    ? null
    : decadeFrom(tokens, at, at + 1, first);
}

const NO_DECADE = [
  'temperatures',
  'temperature',
  'degrees',
  'highs',
  'lows',
  'scores',
  'scored',
  'aged',
  'percent',
];

const PARTS = new Map([
  ['early', [0, 4]],
  ['mid', [4, 6]],
  ['late', [5, 9]],
]);

function decadeFrom(tokens: readonly Token[], at: number, to: number, first: number): Found {
  const dash = tokens[at - 1]?.text === '-' ? 1 : 0;
  const part = PARTS.get(tokens[at - 1 - dash]?.lower ?? '');
  const [start = 0, end = 9] = part ?? [];
  const from = part ? at - 1 - dash : at;
  return settled(from, to, `${first + start}-01-01/${first + end}-12-31`, first);
}

function isYear(tokens: readonly Token[], at: number, isAfterDash = false): boolean {
  const token = tokens[at];
  if (!token || !/^(?:1\d|2[0-4])\d\d$/.test(token.text)) return false;
  const [previous, next] = [tokens[at - 1], tokens[at + 1]];
  if (!token.spaced && previous && !'([{/–—-"“\'‘,’'.includes(previous.text)) return false;
  if (
    !isAfterDash &&
    !token.spaced &&
    previous?.text === '-' &&
    tokens[at - 2]?.kind === 'word' &&
    !/^mid$|^pre$|^post$/.test(tokens[at - 2]?.lower ?? '')
  )
    return false;
  if (
    readCurrencyBefore(tokens, at) ||
    (!isAfterDash && /^[-−+]$/.test(previous?.text ?? '') && previous?.spaced && !token.spaced)
  )
    return false;
  if (
    next &&
    !next.spaced &&
    ((next.kind === 'word' && !/^['’]s$/.test(next.text)) ||
      next.text === '%' ||
      next.text === ':' ||
      next.text === '°')
  )
    return false;
  const unit = readUnit(tokens, at + 1);
  if (unit && !(tokens[at + 1]?.kind === 'mark')) return false;
  const before = previous?.lower ?? '';
  if (
    next?.kind === 'word' &&
    (COUNTED_THINGS.has(next.lower) || (before === 'than' && isPluralNoun(next.text)))
  )
    return false;
  if (/^(?:19|20)\d\d$/.test(token.text))
    return !(BEFORE_FIGURE.has(before) && !BEFORE_YEAR.has(before) && before !== 'within');
  const counts = next?.kind === 'word' && /(?:s|men|children|people)$/.test(next.lower);
  // 'by 2140', 'until 2110': years to come need a preposition of time.
  if (token.text >= '2100')
    return /^(?:by|until|till|before|after|beyond|in|circa)$/.test(before) && !counts;
  return (
    (BEFORE_OLD_YEAR.has(before) && !counts) || previous?.text === '(' || /^[–—-]$/.test(before)
  );
}

/** '20th century', 'the nineteenth century' is left to readers of words. */
export function readOrdinalCentury(tokens: readonly Token[], at: number): Found | null {
  const [number, suffix, century] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const next = century?.text === '-' ? tokens[at + 3] : century;
  if (!suffix || suffix.spaced || !ORDINAL_ENDINGS.has(suffix.lower) || next?.lower !== 'century')
    return null;
  const n = Number(number?.text);
  if (!(n >= 1 && n <= 21)) return null;
  const to = century?.text === '-' ? at + 4 : at + 3;
  const first = (n - 1) * 100;
  return settled(at, to, `${yearText(first)}-01-01/${yearText(first + 99)}-12-31`, null);
}
