import { MONTHS } from '../english/date-words';
import type { Token } from '../tokens/tokens';
import { dayText, isRealDay, monthText } from './calendar';
import { type Found, NO_SUCH_DAY, open, settled } from './found-date';

const AMBIGUOUS_ORDER = 'day and month cannot be told apart';

/** '2014-04-18', '31/12/1988', '12/31/1988', '18.11.2014', '12-Dec-2014', '2017/Oct/31', '06/2005'. */
export function readNumericDate(tokens: readonly Token[], at: number): Found | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[at]?.text ?? '');
  if (dotted) return fromParts(at, at + 1, dotted[1] ?? '', dotted[2] ?? '', dotted[3] ?? '');
  const [a, mark, b, again, c] = tokens.slice(at, at + 5);
  const monthAndYear = readMonthAndYear(tokens, at);
  if (monthAndYear) return monthAndYear;
  if (!a || !b || !c || !mark || mark.text !== again?.text) return null;
  if ([mark, b, again, c].some((token) => token.spaced)) return null;
  if (mark.text === '-' && /^\d{4}$/.test(a.text)) {
    const day = { year: Number(a.text), month: Number(b.text), day: Number(c.text) };
    if (!/^\d\d$/.test(b.text) || !/^\d\d$/.test(c.text) || !isRealDay(day)) return null;
    return settled(at, at + 5, dayText(day), day.year);
  }
  if (/^[A-Za-z]/.test(b.text)) return withNamedMonth(at, a.text, b.lower, c.text);
  if (mark.text !== '/' || !/^\d{4}$|^\d\d$/.test(c.text)) return null;
  return fromParts(at, at + 5, a.text, b.text, c.text);
}

function fromParts(from: number, to: number, a: string, b: string, c: string): Found | null {
  const [first, second, year] = [Number(a), Number(b), Number(c)];
  const full = c.length === 4 ? year : year + (year > 50 ? 1900 : 2000);
  const dayFirst = { year: full, month: second, day: first };
  const monthFirst = { year: full, month: first, day: second };
  const [isDayFirst, isMonthFirst] = [isRealDay(dayFirst), isRealDay(monthFirst)];
  if (isDayFirst && isMonthFirst && first !== second) return open(from, to, AMBIGUOUS_ORDER);
  if (isMonthFirst) return settled(from, to, dayText(monthFirst), full);
  return isDayFirst ? settled(from, to, dayText(dayFirst), full) : null;
}

/** '12-Dec-2014', '2017/Oct/31'. */
function withNamedMonth(at: number, a: string, name: string, c: string): Found | null {
  const month = MONTHS.get(name);
  const [year, day] = /^[12]\d{3}$/.test(a) ? [a, c] : [c, a];
  if (!month || !/^[12]\d{3}$/.test(year) || !/^\d{1,2}$/.test(day)) return null;
  const whole = { year: Number(year), month, day: Number(day) };
  return isRealDay(whole)
    ? settled(at, at + 5, dayText(whole), whole.year)
    : open(at, at + 5, NO_SUCH_DAY);
}

/** '06/2005', and '6/2005' after a preposition: three twos are no month. */
function readMonthAndYear(tokens: readonly Token[], at: number): Found | null {
  const [month, mark, year, after] = tokens.slice(at, at + 4);
  if (!month || mark?.text !== '/' || mark.spaced || !year || year.spaced) return null;
  if (!/^(?:19|20)\d\d$/.test(year.text) || (after && !after.spaced && after.text === '/'))
    return null;
  const isWritten = /^(?:0[1-9]|1[0-2])$/.test(month.text);
  const isPlaced = /^[1-9]$/.test(month.text) && BEFORE_NUMERIC.has(tokens[at - 1]?.lower ?? '');
  const isAfterStroke = tokens[at - 1]?.text === '/' && !month.spaced;
  if ((!isWritten && !isPlaced) || isAfterStroke) return null;
  return settled(at, at + 3, monthText(Number(year.text), Number(month.text)), Number(year.text));
}

const BEFORE_NUMERIC = new Set(['in', 'from', 'to', 'until', 'since', 'by']);
