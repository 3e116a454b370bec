import { type Day, parseDay } from '#domain/day';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day in a date that a document gives, in any of the forms in which they do: '2025-05-01',
 * '2025-05-01T23:30:00-04:00', '20250501', 'Thu, 01 May 2025 10:00:00 GMT', 'May 1, 2025',
 * 'D:20250501120000Z' of PDF. The day as written, not moved to another time zone. All-figure days
 * that may be month or day first ('05/01/2025') are not guessed.
 */
export function toDay(raw: string | null | undefined): Day | null {
  const text = (raw ?? '').trim();
  const [, y, m, d] =
    /^(?:D:)?(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text) ??
    /^(?:D:)?(\d{4})(\d{2})(\d{2})\d{2}/.exec(text) ??
    [];
  if (y) return real(`${y}-${m}-${d}`);
  const [, day1, month1, year1] =
    /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text) ?? [];
  if (year1) return fromWords(year1, month1, day1);
  const [, month2, day2, year2] =
    /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text) ?? [];
  return year2 ? fromWords(year2, month2, day2) : null;
}

function fromWords(year: string, month = '', day = ''): Day | null {
  const n = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return n === 0 ? null : real(`${year}-${String(n).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function real(text: string): Day | null {
  const day = parseDay(text);
  return day.ok && day.value >= '1400' ? day.value : null;
}
