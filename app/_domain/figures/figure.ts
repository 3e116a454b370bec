import { parseDecimal, toDecimalText } from '../numbers/decimal';
import { findUnit, toBase } from '../units/unit';

/** How firmly a figure is meant, in the order a form offers them. */
export const QUALIFIERS = [
  'exact',
  'about',
  'nearly',
  'justOver',
  'over',
  'atLeast',
  'under',
  'atMost',
  'upTo',
  'between',
  'order',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** The published words for qualifiers, in the CSV report and in what `extract` prints. */
export const QUALIFIER_WORDS: Record<Qualifier, string> = {
  exact: 'exact',
  about: 'about',
  nearly: 'nearly',
  justOver: 'just-over',
  over: 'over',
  atLeast: 'at-least',
  under: 'under',
  atMost: 'at-most',
  upTo: 'up-to',
  between: 'between',
  order: 'order',
};

/** What sort of number it is. */
export const STATISTICS = [
  'count',
  'total',
  'mean',
  'median',
  'rate',
  'change',
  'percent',
  'points',
  'ratio',
  'rank',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Whether the figure is a value, a bound, a rise or a fall. */
const CHANGES = ['equal', 'about', 'over', 'under', 'up', 'down'] as const;
export type Change = (typeof CHANGES)[number];

/** The published signs for changes. */
export const CHANGE_SIGNS: Record<Change, string> = {
  equal: '=',
  about: '~',
  over: '>',
  under: '<',
  up: 'up',
  down: 'down',
};

/** What a figure rests on: a count, an office's figures, an estimate, or what is foretold. */
const BASES = ['observed', 'official', 'estimate', 'projection'] as const;
export type Basis = (typeof BASES)[number];

/** A figure as somebody wrote it, with what the words around it say it means. */
export type Figure = {
  /** The exact words, qualifier and unit included: 'around 400 yards'. */
  readonly surface: string;
  readonly qualifier: Qualifier;
  /** Exact decimal text in `unit`, e.g. '4500'; null when only a range or an order was written. */
  readonly value: string | null;
  /** The ends of a range, of a tolerance (5.2 ± 0.3), or of the power of ten that 'thousands' names; null otherwise. */
  readonly low: string | null;
  readonly high: string | null;
  /** One unit in the last place that was written: '1' for 4,500; '100000' for 2.5 million. */
  readonly lastDigit: string | null;
  readonly significantDigits: number | null;
  /** UCUM for physical units, ISO 4217 for money, '{troop}' for things counted; null for a bare number. */
  readonly unit: string | null;
  /** Singular English name; of things counted, with the words that narrow it ('first-team player'). */
  readonly unitName: string | null;
  /** What is counted or measured, in words: 'North Korean troops killed'. */
  readonly measure: string | null;
  readonly dimension: string | null;
  readonly statistic: Statistic | null;
  readonly change: Change;
  /** What the words allow, in `baseUnit`: see `baseInterval` in interval.ts. A null end is open. */
  readonly baseLow: string | null;
  readonly baseHigh: string | null;
  readonly baseUnit: string | null;
  /** The time or part that it is limited to, as written: 'since 7 October'; null where none is said. */
  readonly scope: string | null;
  readonly basis: Basis | null;
  /** The words of the figure that it is a part of: '9,000 people' for 'including 1,200 children'. */
  readonly partOf: string | null;
};

/** The fields of a figure: its row, its events, the reports and a new reading take them from here. */
export const FIGURE_FIELDS = [
  'surface',
  'qualifier',
  'change',
  'value',
  'low',
  'high',
  'lastDigit',
  'significantDigits',
  'unit',
  'unitName',
  'measure',
  'dimension',
  'statistic',
  'baseLow',
  'baseHigh',
  'baseUnit',
  'scope',
  'basis',
  'partOf',
] as const satisfies readonly (keyof Figure)[];

/** The figure without anything else that its object has. Does not compile if a field is missing above. */
export function pickFigure(from: Figure): Figure {
  const fields = FIGURE_FIELDS.map((field) => [field, from[field]]);
  return Object.fromEntries(fields) as Pick<Figure, (typeof FIGURE_FIELDS)[number]>;
}

/** A figure's value in the base unit of its dimension; null for a range or an unknown unit. */
export function toBaseValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string | null {
  // A count is its own base value; a report has tens of thousands of them. '{car}/wk' is a rate.
  const isCount = unit?.startsWith('{') && unit.indexOf('}') === unit.length - 1;
  if (value === null || unit === null || isCount) return value;
  const number = parseDecimal(value);
  const known = findUnit(unit);
  return number && known && toDecimalText(toBase(number, known));
}

/** A figure with what makes it comparable over time. */
export type ComparedFigure = Figure & {
  /** When it is of: a day, month, year or 'from/to'; null when not known. */
  readonly asOf: string | null;
  /** Whether it grows as more becomes known; null if its measure decides (see isGrowing). */
  readonly cumulative: boolean | null;
  /** For a figure worked out from others: its interval in `unit`, by theirs. A null end is open. */
  readonly workedOut?: {
    readonly low: string | null;
    readonly high: string | null;
    readonly isLowOut?: boolean;
    readonly isHighOut?: boolean;
  };
};

/**
 * The day a figure is of: the day that the figure names, else the day of its text.
 *
 * @param days  of its text, the nearest first: when it was said, when the article appeared
 */
export const asOfDay = (
  { asOf }: Pick<ComparedFigure, 'asOf'>,
  ...days: readonly (string | null)[]
): string | null => asOf ?? days.find((day) => day !== null) ?? null;
