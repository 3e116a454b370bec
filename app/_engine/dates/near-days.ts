import {
  AFTER_NAMED_DAYS,
  BEFORE_NAMED_DAYS,
  CUT_WEEKDAYS,
  SEASONS,
  WEEKDAYS,
} from '../english/date-words';
import { isPluralNoun } from '../english/nouns';
import { type Passage, wordsOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { addMonths, dayNumberText, daysInMonth, dayText, toDayNumber, weekdayOf } from './calendar';
import { readDayFirst, readMonthFirst, yearAt } from './calendar-dates';
import { type DateContext, type Found, NO_PUBLICATION_DATE, open, settled } from './found-date';
import { PERIOD_SHIFTS } from './relative-dates';
import { type Tense, tenseAround } from './tense';

const WEEKDAY_SHIFTS = new Map([
  ['last', -1],
  ['past', -1],
  ['next', 1],
  ['this', 0],
  ['coming', 1],
]);

/** 'Friday', 'last Friday', 'next Tuesday', 'Friday, July 21, 2017'. */
export function readWeekday(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const token = tokens[at];
  const shift = WEEKDAY_SHIFTS.get(token?.lower ?? '');
  const dayAt = shift === undefined ? at : at + 1;
  const word = tokens[dayAt];
  const weekday = word && /^[A-Z]/.test(word.text) ? WEEKDAYS.get(word.lower) : undefined;
  if (weekday === undefined || !word || isDayOfName(passage, dayAt)) return null;
  const isCut = CUT_WEEKDAYS.has(word.lower);
  const pointed = isCut && tokens[dayAt + 1]?.text === '.' ? dayAt + 2 : dayAt + 1;
  const comma = tokens[pointed]?.text === ',' ? pointed + 1 : pointed;
  const whole = readMonthFirst(passage, comma, context) ?? readDayFirst(passage, comma, context);
  if (
    whole &&
    whole.from === comma &&
    /\d/.test(
      tokens
        .slice(comma, whole.to)
        .map((t) => t.text)
        .join(''),
    )
  )
    return { ...whole, from: at };
  if (isCut && pointed === dayAt + 1) return null;
  const to = pointed;
  const isEach = /^(?:every|each)$/.test(tokens[at - 1]?.lower ?? '');
  if (word.lower.endsWith('days') || isEach) return open(at, to, 'it comes round every week');
  if (!context.published) return open(at, to, NO_PUBLICATION_DATE);
  const today = toDayNumber(context.published);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const isAhead =
    shift === 1 || (shift !== -1 && back !== 0 && isToCome(tenseAround(passage, at, to), back));
  const day = isAhead
    ? today + ((7 - back) % 7 || 7)
    : today - (shift === -1 && back === 0 ? 7 : back);
  return { ...settled(at, to, dayNumberText(day), null), isNear: true };
}

/** 'Super Tuesday', 'the Sunday Times', 'Saturday Night Live': a name with a day in it. */
function isDayOfName({ text, tokens }: Passage, at: number): boolean {
  const before = tokens[at - 1];
  if (before && /^\p{Lu}/u.test(before.text) && BEFORE_NAMED_DAYS.has(before.lower)) return true;
  const next = tokens[at + 1];
  if (!next || !/^(?:\p{Lu}|the$)/u.test(next.text)) return false;
  const after = text.slice(next.start, next.start + LONGEST_NAME);
  return AFTER_NAMED_DAYS.some((name) => name.test(after));
}

const LONGEST_NAME = 24;

/** A weekday is the last one, unless its verb tells what is to come; where that is open, the nearest. */
const isToCome = (tense: Tense | null, daysBack: number): boolean =>
  tense === 'future' || (tense === 'open' && daysBack > 3);

export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

const PARTS_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night']);

/** 'today', 'yesterday', 'this morning', 'last night', 'tomorrow'. */
export function readNearDay(
  passage: Passage,
  at: number,
  { published }: DateContext,
): Found | null {
  const { tokens } = passage;
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'today' && (isNowadays(passage, at) || isTodayOfName(tokens, at))) return null;
  const near = NEAR_DAYS.get(word);
  const shift =
    near ??
    (word === 'this' && PARTS_OF_DAY.has(next)
      ? 0
      : word === 'last' && next === 'night'
        ? -1
        : null);
  if (shift === null) return null;
  const to = near === undefined ? at + 2 : at + 1;
  return published
    ? {
        ...settled(at, to, dayNumberText(toDayNumber(published) + shift), null),
        isNear: word !== 'today',
      }
    : open(at, to, NO_PUBLICATION_DATE);
}

/** 'USA TODAY', 'the Today programme'. */
const isTodayOfName = (tokens: readonly Token[], at: number): boolean =>
  at > 0 &&
  /^T/.test(tokens[at]?.text ?? '') &&
  (/^(?:USA|Africa|India|Russia)$/i.test(tokens[at - 1]?.text ?? '') ||
    /^(?:show|programme|program|host|newspaper)$/.test(tokens[at + 1]?.lower ?? ''));

/** 'the rule is still used today', 'today’s youth': these times, and no day. */
function isNowadays(passage: Passage, at: number): boolean {
  const { tokens } = passage;
  if (/^['’]s$/.test(tokens[at + 1]?.lower ?? '')) return isPluralNoun(tokens[at + 2]?.text ?? '');
  return at > 0 && wordsOf(passage).has('still') && tenseAround(passage, at, at + 1) === 'open';
}

/** 'last summer', 'this winter', 'the summer of 2010', 'spring 2021'. */
export function readSeason(passage: Passage, at: number, { published }: DateContext): Found | null {
  const { tokens } = passage;
  const shift = PERIOD_SHIFTS.get(tokens[at]?.lower ?? '');
  const seasonAt = shift === undefined ? at : at + 1;
  const first = SEASONS.get(tokens[seasonAt]?.lower ?? '');
  if (!first) return null;
  const year = yearAt(tokens, seasonAt + 1);
  if (year) {
    const from = tokens[at - 1]?.lower === 'the' ? at - 1 : at;
    return settled(from, year.to, seasonValue(year.year, first), year.year);
  }
  if (shift === undefined) return null;
  if (!published) return open(at, seasonAt + 1, NO_PUBLICATION_DATE);
  const hasEnded = published.month > first + 2;
  const base =
    shift === -1
      ? hasEnded
        ? published.year
        : published.year - 1
      : published.year + (shift === 1 && published.month >= first ? 1 : 0);
  return settled(at, seasonAt + 1, seasonValue(base, first), null);
}

function seasonValue(year: number, first: number): string {
  const last = addMonths(year, first, 2);
  return `${dayText({ year, month: first, day: 1 })}/${dayText({ ...last, day: daysInMonth(last.year, last.month) })}`;
}
