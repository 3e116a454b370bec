import { CLAIM_STATUSES, type ClaimStatus } from '../claims/claim';
import { STATUS_LABELS } from '../claims/labels';
import { type Day, daysBetween } from '../day';
import type { Rating } from '../review/rating';
import type { CsvCell } from './csv';

// How the desk stands, from counts that the database groups: nothing here is a list of claims, so
// that a hundred thousand of them cost what a hundred do.

/** How often each value occurs. */
type Tally = { readonly value: number; readonly count: number };

/** What became of suggestions of the engine. */
const FEEDBACK = ['untouched', 'mended', 'misread', 'dismissed'] as const;
export type Feedback = (typeof FEEDBACK)[number];

/** The desk as the database counts it. */
export type DeskCounts = {
  readonly statuses: readonly { readonly status: ClaimStatus; readonly count: number }[];
  /** Claims with a verdict, by the key of its rating. */
  readonly ratings: readonly { readonly ratingKey: string; readonly count: number }[];
  /** Claims by the month of their first approval, '2026-11', and the days from being accepted to it. */
  readonly approvals: readonly {
    readonly month: string;
    readonly days: number;
    readonly count: number;
  }[];
  /** Claims that are open, checking or in review, by the day they were accepted. */
  readonly open: readonly { readonly day: Day; readonly count: number }[];
  /** Suggestions of the engine that a person decided on. */
  readonly feedback: readonly { readonly became: Feedback; readonly count: number }[];
};

export type Bar = {
  readonly label: string;
  readonly count: number;
  /** What its colour stands for; see app/_ui/styles/status.css. */
  readonly tone: string;
  /** The filter of the list with the counted claims. */
  readonly query: string;
};

type Month = {
  readonly month: string;
  readonly approved: number;
  /** Days; a quarter of the claims took at most this, half, and three quarters. Null without any. */
  readonly spread: { readonly low: number; readonly median: number; readonly high: number } | null;
};

export type DeskNumbers = {
  readonly statuses: readonly Bar[];
  readonly ratings: readonly Bar[];
  readonly turnaround: {
    readonly months: readonly Month[];
    readonly approved: number;
    readonly median: number | null;
  };
  readonly ages: {
    readonly bins: readonly { readonly label: string; readonly count: number }[];
    readonly open: number;
    readonly median: number | null;
  };
  readonly feedback: Readonly<Record<Feedback, number>>;
};

export const MONTHS_SHOWN = 12;

/** The upper ends of the classes of age, in whole days; what is older comes last. */
const AGE_ENDS = [0, 2, 6, 13, 29, 89] as const;

/** Shapes the counts for the plots, their tables and the report. */
export function toDeskNumbers(
  counts: DeskCounts,
  ratings: readonly Rating[],
  today: Day,
): DeskNumbers {
  return {
    statuses: toStatuses(counts.statuses),
    ratings: toRatings(counts.ratings, ratings),
    turnaround: toTurnaround(counts.approvals, today),
    ages: toAges(counts.open, today),
    feedback: toFeedback(counts.feedback),
  };
}

function toFeedback(counts: DeskCounts['feedback']): DeskNumbers['feedback'] {
  const found = new Map(counts.map(({ became, count }) => [became, count]));
  const of = (became: Feedback) => found.get(became) ?? 0;
  return {
    untouched: of('untouched'),
    mended: of('mended'),
    misread: of('misread'),
    dismissed: of('dismissed'),
  };
}

/** 'Of 60 decided suggestions, 41 were used untouched …'; null before the first decision. */
export function feedbackInWords(feedback: DeskNumbers['feedback']): string | null {
  const { untouched, mended, misread, dismissed } = feedback;
  const all = untouched + mended + misread + dismissed;
  if (all === 0) return null;
  const were = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'was' : 'were'}`;
  return `Of ${all.toLocaleString('en')} decided ${all === 1 ? 'suggestion' : 'suggestions'} of the engine, ${were(untouched)} used untouched, ${were(mended)} mended, ${were(misread)} misread, and ${were(dismissed)} dismissed for another reason.`;
}

function toStatuses(counts: DeskCounts['statuses']): Bar[] {
  const found = new Map(counts.map(({ status, count }) => [status, count]));
  return CLAIM_STATUSES.map((status) => ({
    label: STATUS_LABELS[status],
    count: found.get(status) ?? 0,
    tone: status,
    query: `status=${status}`,
  }));
}

/** In the order of the scale; a rating that was retired is shown as long as a claim has it. */
function toRatings(counts: DeskCounts['ratings'], ratings: readonly Rating[]): Bar[] {
  const found = new Map(counts.map(({ ratingKey, count }) => [ratingKey, count]));
  return ratings
    .filter(({ key, retired }) => !retired || found.has(key))
    .map(({ key, label, averitecLabel }) => ({
      label,
      count: found.get(key) ?? 0,
      tone: averitecLabel,
      query: `verdict=${encodeURIComponent(key)}`,
    }));
}

function toTurnaround(approvals: DeskCounts['approvals'], today: Day): DeskNumbers['turnaround'] {
  const months = lastMonths(today, MONTHS_SHOWN).map((month): Month => {
    const days = approvals.filter((each) => each.month === month).map(toDays);
    const at = (share: number) => quantile(days, share) ?? 0;
    return {
      month,
      approved: sum(days),
      spread: days.length === 0 ? null : { low: at(0.25), median: at(0.5), high: at(0.75) },
    };
  });
  const shown = new Set(months.map(({ month }) => month));
  const days = approvals.filter(({ month }) => shown.has(month)).map(toDays);
  return { months, approved: sum(days), median: quantile(days, 0.5) };
}

const toDays = ({ days, count }: { days: number; count: number }): Tally => ({
  value: days,
  count,
});

function toAges(open: DeskCounts['open'], today: Day): DeskNumbers['ages'] {
  // A clock that was set back must not make an age that there cannot be.
  const ages = open.map(({ day, count }) => ({
    value: Math.max(0, daysBetween(day, today)),
    count,
  }));
  const ends = [...AGE_ENDS, Number.POSITIVE_INFINITY];
  const bins = ends.map((end, index) => {
    const from = (ends[index - 1] ?? -1) + 1;
    const within = ages.filter(({ value }) => value >= from && value <= end);
    return { label: spanInWords(from, end), count: sum(within) };
  });
  return { bins, open: sum(ages), median: quantile(ages, 0.5) };
}

function spanInWords(from: number, to: number): string {
  if (to === Number.POSITIVE_INFINITY) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
}

const sum = (tallies: readonly { readonly count: number }[]) =>
  tallies.reduce((total, { count }) => total + count, 0);

/**
 * The value that this share of all does not exceed, by the nearest rank.
 *
 * @returns null of none
 */
export function quantile(tallies: readonly Tally[], share: number): number | null {
  const sorted = tallies.toSorted((one, other) => one.value - other.value);
  let left = Math.max(1, Math.ceil(share * sum(sorted)));
  for (const { value, count } of sorted) {
    left -= count;
    if (left <= 0) return value;
  }
  return null;
}

/** The last months, the present one included, oldest first: '2026-11'. */
export function lastMonths(today: Day, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + (month - 1) - (count - 1 - index);
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}

/** The next round number that a scale can end with: 1, 2 or 5 times a power of ten. */
export function scaleTop(highest: number): number {
  if (highest <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 5, 10].find((step) => step * power >= highest) ?? 10) * power;
}

export const DESK_COLUMNS = ['plot', 'category', 'value'] as const;

/** Every number that the plots show, a line each. */
export function toDeskRecords(numbers: DeskNumbers): CsvCell[][] {
  const { statuses, ratings, turnaround, ages, feedback } = numbers;
  const spread = (name: string, pick: (month: Month) => number | null) =>
    turnaround.months.map((month): CsvCell[] => [name, month.month, pick(month)]);
  return [
    ...statuses.map(({ label, count }): CsvCell[] => ['claims by status', label, count]),
    ...ratings.map(({ label, count }): CsvCell[] => ['claims by rating', label, count]),
    ...spread('claims approved', ({ approved }) => approved),
    ...spread('turnaround, a quarter took at most (days)', (month) => month.spread?.low ?? null),
    ...spread('turnaround, median (days)', (month) => month.spread?.median ?? null),
    ...spread(
      'turnaround, three quarters took at most (days)',
      (month) => month.spread?.high ?? null,
    ),
    ['turnaround, median (days)', `last ${MONTHS_SHOWN} months`, turnaround.median],
    ...ages.bins.map(({ label, count }): CsvCell[] => [
      'age of claims not done (days)',
      label,
      count,
    ]),
    ['age of claims not done, median (days)', 'all', ages.median],
    ...FEEDBACK.map((became): CsvCell[] => ['suggestions of the engine', became, feedback[became]]),
  ];
}
