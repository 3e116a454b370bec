import {
  Culture,
  recognizeAge,
  recognizeCurrency,
  recognizeDateTime,
  recognizeDimension,
  recognizeNumber,
  recognizePercentage,
  recognizeTemperature,
} from '@microsoft/recognizers-text-suite';
import { paragraphs, type Tool, type ToolDate, type ToolFigure, withoutOverlaps } from './tool';

type Found = ReturnType<typeof recognizeNumber>[number];

// Only names that score.mjs knows otherwise; the others are compared as they are.
const UNIT_NAMES: Readonly<Record<string, string>> = {
  C: 'celsius',
  F: 'fahrenheit',
  K: 'kelvin',
  D: 'degree',
  R: 'rankine',
  'Israeli new shekel': 'shekel',
  Pence: 'penny',
};
const AGES: Readonly<Record<string, string>> = {
  Year: 'year of age',
  Month: 'month of age',
  Week: 'week of age',
  Day: 'day of age',
};
const DURATIONS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

// As it marks "more than 500 years"; it marks no other figures.
const CHANGES: Readonly<Record<string, string>> = { more: '>', less: '<', approx: '~' };

/**
 * Its five kinds of measures, its durations, and the bare numbers that none of them covers and that
 * are no part of a date. It counts no nouns, and of changes it tells only those of durations.
 */
function quantities(text: string): ToolFigure[] {
  const times = recognizeDateTime(text, Culture.English);
  const measures = [
    // "50 cents" it takes for 50 percent as well.
    ...recognizePercentage(text, Culture.English)
      .filter((found) => /%|per/i.test(found.text))
      .map((found) => toFigure(found, 'percentage')),
    ...recognizeAge(text, Culture.English).map((found) =>
      toFigure(found, AGES[found.resolution.unit] ?? null),
    ),
    // In "25 pounds" it finds both units; money is mostly written with its sign.
    ...[
      ...recognizeDimension(text, Culture.English),
      ...recognizeTemperature(text, Culture.English),
    ].map((found) => {
      const unit: string = found.resolution.unit;
      return toFigure(found, UNIT_NAMES[unit] ?? unit);
    }),
    ...recognizeCurrency(text, Culture.English).map((found) => {
      const unit: string = found.resolution.unit;
      return toFigure(found, unit === 'Pound' ? 'pound sterling' : (UNIT_NAMES[unit] ?? unit));
    }),
  ].filter((figure) => figure.value !== null && !isPreposition(text, figure));
  const numbers = recognizeNumber(text, Culture.English).map((found) => toFigure(found, null));
  const solid = times.filter(({ typeName }) => !/duration|set|time$/.test(typeName)).map(toSpan);
  return withoutOverlaps([
    ...measures.sort((one, other) => other.end - other.start - (one.end - one.start)),
    ...times.flatMap(toDuration),
    ...numbers.filter(({ start, end }) =>
      solid.every((date) => end <= date.start || date.end <= start),
    ),
  ]);
}

/** "2.4 million in Asia" is no length. */
const isPreposition = (text: string, { start, end }: ToolFigure) =>
  text.slice(start, end).endsWith(' in') && /^\s+\w/.test(text.slice(end));

const toSpan = ({ start, end }: Found) => ({ start, end: end + 1 });

function toFigure(found: Found, unitName: string | null): ToolFigure {
  const written: string | undefined = found.resolution?.value;
  const value = Number.parseFloat(String(written));
  return { ...toSpan(found), value: Number.isNaN(value) ? null : value, unitName };
}

/** "18 months", which it gives as the TIMEX P18M; "a day" is no figure. */
function toDuration(found: Found): ToolFigure[] {
  if (!found.typeName.endsWith('duration') || /^an?\b/i.test(found.text)) return [];
  const [first] = found.resolution?.values ?? [];
  const parts = /^P(T?)([\d.]+)([YMWDHS])$/.exec(first?.timex ?? '');
  if (!parts) return [];
  const unitName = DURATIONS[`${parts[1]}${parts[3]}`] ?? null;
  const change = CHANGES[first.Mod] ?? '=';
  return [{ ...toSpan(found), value: Number(parts[2]), unitName, change }];
}

/** By paragraphs: across them it joins what does not belong together, and takes much longer. */
function dates(text: string, published: string | null): ToolDate[] {
  const [year, month, day] = (published ?? '').split('-').map(Number);
  // Its days are local days, so the reference is one too.
  const reference = published ? new Date(year ?? 0, (month ?? 1) - 1, day ?? 1) : undefined;
  return paragraphs(text).flatMap((paragraph) =>
    recognizeDateTime(paragraph.text, Culture.English, undefined, reference)
      .filter(({ typeName }) => /\.(date|daterange|datetime|datetimerange)$/.test(typeName))
      .filter(({ resolution }) => {
        const [value] = resolution?.values ?? [];
        return value && value.value !== 'not resolved' && !/_REF$/.test(value.timex);
      })
      .map((found) => ({
        start: paragraph.start + found.start,
        end: paragraph.start + found.end + 1,
        value: toDay(found, published),
      })),
  );
}

const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  SP: ['03-01', '05-31'],
  SU: ['06-01', '08-31'],
  FA: ['09-01', '11-30'],
};

type Resolved = {
  readonly timex?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
};

function toDay(found: Found, published: string | null): string | null {
  const value = pick(found.resolution?.values ?? [], published);
  const timex = (value.timex ?? '').replace(/T.*$/, '');
  if (/^\d{4}(-\d\d){0,2}$/.test(timex)) return timex;
  const season = /^(\d{4})-(SP|SU|FA)$/.exec(timex);
  if (season) {
    return SEASONS[season[2] ?? '']?.map((day) => `${season[1]}-${day}`).join('/') ?? null;
  }
  if (value.start && value.end) {
    const [start, end] = [value.start.slice(0, 10), value.end.slice(0, 10)];
    // An end that was written is the day written; one that it worked out is exclusive.
    return toPeriod(start, timex.startsWith('(') ? end : dayBefore(end));
  }
  return (value.value ?? value.start ?? value.end)?.slice(0, 10) ?? null;
}

/**
 * If two days fit, it gives the one before and the one after. A weekday in the news is one that
 * was, or the very day; of a day or month without its year, the nearer is meant.
 */
function pick([before = {}, after]: readonly Resolved[], published: string | null): Resolved {
  if (!after || published === null) return before;
  const [earlier, later] = [before, after].map(({ value, start }) =>
    Math.abs(Date.parse((value ?? start ?? '').slice(0, 10)) - Date.parse(published)),
  ) as [number, number];
  if (/^XXXX-WXX/.test(before.timex ?? '')) return later === 0 ? after : before;
  return later < earlier ? after : before;
}

/** A whole month or year as such, and one evening as its day. */
function toPeriod(start: string, end: string): string {
  if (end <= start) return start;
  if (end === `${start.slice(0, 4)}-12-31` && start.endsWith('-01-01')) return start.slice(0, 4);
  const isWholeMonth = start.endsWith('-01') && dayBefore(monthAfter(start)) === end;
  return isWholeMonth ? start.slice(0, 7) : `${start}/${end}`;
}

const monthAfter = (day: string) => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
};

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const recognizers: Tool = {
  name: 'Recognizers-Text',
  packages: ['@microsoft/recognizers-text-suite'],
  quantities,
  dates,
  resolvesDates: true,
};
