import nlp from 'compromise';
import datesPlugin from 'compromise-dates';
import { paragraphs, type Tool, type ToolDate, type ToolFigure, type ToolSpan } from './tool';

const read = nlp.extend(datesPlugin);
type View = { json(options: object): unknown };

// The part of its json() that is used here.
type Found = {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly terms: readonly { readonly tags: readonly string[] }[];
  readonly number?: { prefix: string; num: number | null; suffix: string; unit: string };
  readonly money?: { readonly currency: string };
  readonly duration?: Readonly<Record<string, number>>;
  readonly dates?: {
    readonly start: string | null;
    readonly end: string | null;
    readonly unit?: string;
  };
};

const found = (view: View): Found[] =>
  (view.json({ offset: true, terms: { tags: true } }) as Found[]).filter(({ offset }) => offset);

/** The words alone: it counts the spaces, commas and full stops around them in. */
function toSpan(text: string, { offset: { start, length } }: Found): ToolSpan {
  const surface = text.slice(start, start + length);
  const before = /^[\s("'“‘[]*/.exec(surface)?.[0].length ?? 0;
  const trimmed = surface.replace(/[\s.,;:!?)"'”’\]–-]+$/, '');
  return { start: start + before, end: start + Math.max(trimmed.length, before) };
}

/** By what it says each sentence is: the offsets that it gives leave closing quotation marks out. */
function sentences(text: string): ToolSpan[] {
  return paragraphs(text).flatMap((paragraph) => {
    let at = 0;
    return (read.tokenize(paragraph.text).out('array') as string[]).map((sentence) => {
      const start = Math.max(at, paragraph.text.indexOf(sentence.trim(), at));
      at = start + sentence.trim().length;
      return { start: paragraph.start + start, end: paragraph.start + at };
    });
  });
}

// It gives the word as it is written.
const UNITS: Readonly<Record<string, string>> = {
  '%': 'percentage',
  percent: 'percentage',
  lb: 'pound-mass',
  lbs: 'pound-mass',
  pound: 'pound-mass',
  feet: 'foot',
  ft: 'foot',
  inches: 'inch',
  m: 'metre',
  km: 'kilometre',
  cm: 'centimetre',
  mm: 'millimetre',
  km2: 'square kilometre',
  kg: 'kilogram',
  g: 'gram',
  mg: 'milligram',
  l: 'litre',
  ml: 'millilitre',
  mph: 'mile per hour',
  'km/h': 'kilometre per hour',
  kmh: 'kilometre per hour',
  bhp: 'brake horsepower',
  hp: 'horsepower',
  gb: 'gigabyte',
  mb: 'megabyte',
  tb: 'terabyte',
  kw: 'kilowatt',
  mw: 'megawatt',
  w: 'watt',
  '°c': 'celsius',
  c: 'celsius',
  '°f': 'fahrenheit',
  f: 'fahrenheit',
  '°': 'degree',
};
const CURRENCIES: Readonly<Record<string, string>> = {
  pound: 'pound sterling',
  yen: 'japanese yen',
};
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };

// By its own tags. A date as it gives it is often more than a date: "0.3% in June".
const DATED = '(#Year|#Month #Value|#Value of? #Month)';
const AGED = '#Value+ (year|years|month|months|week|weeks|day|days) (old|of age)';

/** Its numbers with their units, its money, percentages and durations; without its ordinals and dates. */
function quantities(text: string): ToolFigure[] {
  // "$ 5" is two words to it and "$5" is money; as long as before, so that all stays in its place.
  const doc = read(text.replace(/([$£€]) (?=\d)/g, ' $1'));
  const currencies = byStart(doc.money(), ({ money }) => money?.currency);
  const percentages = byStart(doc.percentages(), () => 'percentage');
  const durations = byStart(doc.durations(), ({ duration }) => Object.keys(duration ?? {})[0]);
  const ages = byStart(doc.match(AGED), ({ text: age }) => {
    const unit = /year|month|week|day/i.exec(age)?.[0].toLowerCase();
    return unit && `${unit} of age`;
  });
  const dated = found(doc.match(DATED)).map((date) => toSpan(text, date));
  return found(doc.numbers()).flatMap((each): ToolFigure[] => {
    const span = toSpan(text, each);
    const isDate = dated.some(({ start, end }) => span.start < end && start < span.end);
    const isOrdinal = each.terms.some(({ tags }) => tags.includes('Ordinal'));
    if (!each.number || isDate || isOrdinal) return [];
    const { num, prefix, suffix, unit } = each.number;
    // Of "millions" it says 0.
    if (num === null || (num === 0 && !/0|zero/i.test(each.text))) return [];
    const { start } = each.offset;
    const currency = currencies.get(start);
    const written = (unit || suffix).trim().toLowerCase();
    // "5m" is money in pounds and a length without.
    const scale = currency || written !== 'm' ? SCALES[written] : undefined;
    const unitName =
      ages.get(start) ??
      (currency && (CURRENCIES[currency] ?? currency)) ??
      percentages.get(start) ??
      durations.get(start) ??
      (scale ? null : toUnit(written));
    return [{ ...span, value: num * (prefix === '-' ? -1 : 1) * (scale ?? 1), unitName }];
  });
}

function byStart(view: View, value: (each: Found) => string | undefined): Map<number, string> {
  return new Map(
    found(view).flatMap((each) => {
      const own = value(each);
      return own ? [[each.offset.start, own] as const] : [];
    }),
  );
}

const toUnit = (written: string): string | null =>
  (UNITS[written] ?? UNITS[written.replace(/s$/, '')] ?? written) || null;

function dates(text: string, published: string | null): ToolDate[] {
  // In UTC, so that no time zone moves the day.
  const options = { timezone: 'UTC', ...(published ? { today: published } : {}) };
  return paragraphs(text).flatMap((paragraph) =>
    found(read(paragraph.text).dates(options))
      .filter(({ dates: date }) => date?.start)
      .map((each) => {
        const span = toSpan(paragraph.text, each);
        return {
          start: paragraph.start + span.start,
          end: paragraph.start + span.end,
          value: toDay(each),
        };
      }),
  );
}

/** It gives the first and the last moment: a month is what begins and ends with one. */
function toDay({ dates: date }: Found): string | null {
  const start = date?.start?.slice(0, 10) ?? null;
  const end = date?.end?.slice(0, 10) ?? start;
  if (start === null || end === null || start === end) return start;
  if (end === `${start.slice(0, 4)}-12-31` && start.endsWith('-01-01')) return start.slice(0, 4);
  const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  const isMonth =
    start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7) && next.endsWith('-01');
  return isMonth ? start.slice(0, 7) : `${start}/${end}`;
}

export const compromise: Tool = {
  name: 'compromise',
  packages: ['compromise', 'compromise-dates'],
  sentences,
  quantities,
  dates,
  resolvesDates: true,
};
