import { type Passage, wordsOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { daysInMonth, dayText } from './calendar';
import { yearAt } from './calendar-dates';
import {
  BUSINESS_YEAR,
  type DateContext,
  type Found,
  isFuture,
  NO_PUBLICATION_DATE,
  open,
  settled,
} from './found-date';

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);
/** Words that one begins with, in lower case; nearly all words are asked and do not. */
export const QUARTER_OPENERS: ReadonlySet<string> = new Set([...ORDINALS.keys(), 'q', 'h', 'fy']);
const YEARS: ReadonlyMap<string, number> = new Map([
  ['the', 0],
  ['this', 0],
  ['last', -1],
  ['next', 1],
]);
/** Matches have quarters and halves too. */
const GAME_WORDS = [
  ...[
    'game',
    'match',
    'scored',
    'score',
    'touchdown',
    'goal',
    'goals',
    'points',
    'yards',
    'foul',
    'fouled',
  ],
  ...[
    'dunked',
    'rebound',
    'rebounds',
    'assists',
    'pointer',
    'basket',
    'baskets',
    'bench',
    'striker',
    'defender',
  ],
  ...[
    'court',
    'coach',
    'player',
    'players',
    'injury',
    'halftime',
    'trailed',
    'opponent',
    'referee',
    'quarterback',
  ],
];

/** A part of a year before its year is known; `months` long. */
type Part = {
  readonly nth: number;
  readonly months: 3 | 6;
  readonly from: number;
  readonly to: number;
};

/** 'the second quarter', 'Q4 2024', 'the first half of the year', 'H1 2025', 'FY2024'. */
export function readQuarter(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  if (!QUARTER_OPENERS.has(tokens[at]?.lower ?? '')) return null;
  if (tokens[at]?.text === 'FY') return readBusinessYear(tokens, at);
  const part = partInLetters(tokens, at) ?? partInWords(tokens, at);
  if (!part) return null;
  const of = tokens[part.to]?.lower === 'of' ? part.to + 1 : part.to;
  const year = tokens[of]?.text === ',' ? null : yearAt(tokens, of);
  if (year) return partOf(part, year.to, year.year, year.year);
  if (tokens[of]?.text === 'FY') return open(part.from, of + 2, BUSINESS_YEAR);
  const shift = YEARS.get(tokens[of]?.lower ?? '');
  const { published } = context;
  if (shift !== undefined && tokens[of + 1]?.lower === 'year')
    return published
      ? partOf(part, of + 2, published.year + shift, null)
      : open(part.from, of + 2, NO_PUBLICATION_DATE);
  const next = tokens[part.to];
  if (part.months === 6 || next?.lower === 'of' || isCounted(tokens, part.to)) return null;
  if (GAME_WORDS.some((word) => wordsOf(passage).has(word))) return null;
  if (/^end(?:ed|ing|s)$/.test(next?.lower ?? '')) return open(part.from, part.to, BUSINESS_YEAR);
  if (!published) return open(part.from, part.to, NO_PUBLICATION_DATE);
  const last = 3 * part.nth;
  const isAhead = isFuture(passage) && last < published.month;
  const isPast = last - 2 > published.month && !isFuture(passage);
  const own = published.year + (isAhead ? 1 : isPast ? -1 : 0);
  return partOf(part, part.to, own, null);
}

/** 'for the third quarter in a row', 'the second quarter-final': one of several, and no time. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === '-' && !tokens[at]?.spaced) ||
  /^(?:running|straight)$/.test(tokens[at]?.lower ?? '') ||
  (tokens[at]?.lower === 'in' && tokens[at + 1]?.lower === 'a' && tokens[at + 2]?.lower === 'row');

function partOf(
  { nth, months, from }: Part,
  to: number,
  year: number,
  named: number | null,
): Found {
  const last = nth * months;
  const end = dayText({ year, month: last, day: daysInMonth(year, last) });
  return settled(from, to, `${dayText({ year, month: last - months + 1, day: 1 })}/${end}`, named);
}

/** 'Q3', 'H1'. */
function partInLetters(tokens: readonly Token[], at: number): Part | null {
  const [letter, number, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const months = letter?.text === 'Q' ? 3 : letter?.text === 'H' ? 6 : null;
  if (!months || !number || number.spaced || (next && !next.spaced && next.kind !== 'mark'))
    return null;
  const nth = /^[1-4]$/.test(number.text) ? Number(number.text) : 0;
  if (nth === 0 || nth * months > 12) return null;
  return { nth, months, from: at, to: at + 2 };
}

/** '(the) second quarter', 'second-quarter', '(the) first half'. */
function partInWords(tokens: readonly Token[], at: number): Part | null {
  const nth = ORDINALS.get(tokens[at]?.lower ?? '');
  if (!nth) return null;
  const noun = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const months = { quarter: 3, half: 6 }[tokens[noun]?.lower ?? ''];
  if ((months !== 3 && months !== 6) || nth * months > 12) return null;
  return { nth, months, from: tokens[at - 1]?.lower === 'the' ? at - 1 : at, to: noun + 1 };
}

/** 'FY2024', 'FY 24'. */
function readBusinessYear(tokens: readonly Token[], at: number): Found | null {
  const year = tokens[at + 1];
  return year?.kind === 'number' && /^(?:20)?\d\d$/.test(year.text)
    ? open(at, at + 2, BUSINESS_YEAR)
    : null;
}
