import { HOLIDAYS } from '../english/date-words';
import { isFunctionWord } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { dayNumberText, fromDayNumber, toDayNumber, weekdayOf } from './calendar';
import { yearAt } from './calendar-dates';
import { type DateContext, type Found, settled } from './found-date';
import { yearNear } from './year-near';

/** 'Christmas Day', 'Good Friday 2022', 'last Thanksgiving': days that have a name. */
export function readHoliday(passage: Passage, at: number, context: DateContext): Found | null {
  const { tokens } = passage;
  const holiday = /^[A-Z]/.test(tokens[at]?.text ?? '') ? holidayAt(tokens, at) : null;
  // 'Black Friday deals' last for weeks.
  const next = holiday && tokens[holiday.to];
  if (next?.kind === 'word' && /^(?:black|cyber)$/.test(tokens[at]?.lower ?? ''))
    if (isPluralNoun(next.text) || /^(?:pricing|sale|deal|offer|discount)$/.test(next.lower))
      return null;
  // 'by Christmas'; a Christmas tree is no day.
  if (holiday && tokens[at]?.lower === 'christmas' && holiday.to === at + 1)
    if (!isDayOfChristmas(tokens, at)) return null;
  // Canada keeps another Thanksgiving.
  if (!holiday || (tokens[at]?.lower === 'thanksgiving' && passage.setting.has('canada')))
    return null;
  const { to, dayIn } = holiday;
  const year = yearAt(tokens, to);
  if (year) return settled(at, year.to, dayNumberText(dayIn(year.year)), year.year);
  const { published } = context;
  const usual = published ? fromDayNumber(dayIn(published.year)) : null;
  if (!published || !usual) return null;
  const isLast = tokens[at - 1]?.lower === 'last';
  const today = toDayNumber(published);
  const near = isLast
    ? published.year - (dayIn(published.year) < today ? 0 : 1)
    : yearNear(passage, { from: at, to }, usual.month, usual.day, context);
  return near === null ? null : settled(isLast ? at - 1 : at, to, dayNumberText(dayIn(near)), null);
}

const isDayOfChristmas = (tokens: readonly Token[], at: number): boolean =>
  /^(?:by|before|until|at|since|after|last|next|for)$/.test(tokens[at - 1]?.lower ?? '') &&
  (tokens[at + 1]?.kind !== 'word' || isFunctionWord(tokens[at + 1]?.lower ?? ''));

type Holiday = { readonly to: number; readonly dayIn: (year: number) => number };

function holidayAt(tokens: readonly Token[], at: number): Holiday | null {
  for (const [words, rule] of HOLIDAYS.get(tokens[at]?.lower ?? '') ?? []) {
    if (words.some((word, step) => tokens[at + step]?.lower.replace('’', "'") !== word)) continue;
    return { to: at + words.length, dayIn: (year) => dayOf(rule, year) };
  }
  return null;
}

const EASTER = 'easter:';

/** '12-25'; 'easter:1', the day after Easter; '11-4-4', the fourth Thursday of November; '11-4-4-1', the day after. */
function dayOf(rule: string, year: number): number {
  if (rule.startsWith(EASTER)) return easterOf(year) + Number(rule.slice(EASTER.length));
  const [head = '', second = '', nth = '', later = '0'] = rule.split('-');
  if (!nth) return toDayNumber({ year, month: Number(head), day: Number(second) });
  const first = toDayNumber({ year, month: Number(head), day: 1 });
  return (
    first + ((Number(second) - weekdayOf(first) + 7) % 7) + 7 * (Number(nth) - 1) + Number(later)
  );
}

/**
 * Easter Sunday of the western churches, in days since 1970-01-01.
 *
 * @see Anonymous Gregorian computus, Nature, 20 April 1876.
 */
function easterOf(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return toDayNumber({ year, month, day });
}
