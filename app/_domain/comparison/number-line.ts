import { wholeEnds } from '../figures/whole-counts';
import { parseDecimal, toFloat } from '../numbers/decimal';
import { fromBase, type Unit } from '../units/unit';
import type { ComparedInterval } from './result';

// Places in a drawing. They are floats, since no decision depends on them: comparisons are exact.

/** One figure on a line, in the unit of the line; a null end is open. */
export type LineMark = {
  readonly key: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly value: number | null;
};

/** Places are shares of the width of the line, 0 to 1. */
export type PlacedMark = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
  readonly value: number | null;
};

export type LinePlaces = {
  /** Powers of ten stand equally far apart: the marks lie more than a hundredfold apart. */
  readonly isLogarithmic: boolean;
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
  readonly marks: readonly PlacedMark[];
};

const LOGARITHMIC_FROM = 100;
/** What is left free at each end, of the width: an arrow of an open end needs room. */
const MARGIN = 0.06;
const TICKS = 5;

/**
 * An interval of a comparison in another unit of its dimension, for a line in that unit.
 *
 * @param isWhole  whether it is of things that come whole, and drawn from whole number to whole number
 */
export function toMark(
  key: string,
  interval: ComparedInterval,
  unit: Unit,
  isWhole = false,
): LineMark {
  const end = (text: string | null) => {
    const exact = text === null ? null : parseDecimal(text);
    return exact && fromBase(exact, unit);
  };
  const own = { low: end(interval.low), high: end(interval.high) };
  const { low, high } = isWhole ? wholeEnds(own) : own;
  const value = end(interval.value);
  return {
    key,
    low: low && toFloat(low),
    high: high && toFloat(high),
    value: value && toFloat(value),
  };
}

/** Figures on one line, or null when there is nothing to place. */
export function toNumberLine(marks: readonly LineMark[]): LinePlaces | null {
  const scale = toScale(marks.flatMap(({ low, high, value }) => [low, high, value]));
  if (!scale) return null;
  return {
    isLogarithmic: scale.isLogarithmic,
    ticks: scale.ticks.map((value) => ({ at: scale.place(value), value })),
    marks: marks.map(({ key, low, high, value }) => ({
      key,
      from: low === null ? 0 : scale.place(low),
      to: high === null ? 1 : scale.place(high),
      isLowOpen: low === null,
      isHighOpen: high === null,
      value: value === null ? null : scale.place(value),
    })),
  };
}

type Scale = {
  readonly isLogarithmic: boolean;
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
};

function toScale(ends: readonly (number | null)[]): Scale | null {
  const known = ends.filter((end) => end !== null && Number.isFinite(end)) as number[];
  if (known.length === 0) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const positive = known.filter((each) => each > 0);
  const isLogarithmic =
    low >= 0 && positive.length > 0 && high / Math.min(...positive) > LOGARITHMIC_FROM;
  return isLogarithmic ? logarithmic(Math.min(...positive), high) : linear(low, high);
}

function linear(low: number, high: number): Scale {
  const spread = high - low || Math.abs(high) * 0.2 || 1;
  const from = high === low ? low - spread / 2 : low;
  const width = spread / (1 - 2 * MARGIN);
  const start = from - width * MARGIN;
  const step = niceStep(width / TICKS);
  const first = Math.ceil(start / step);
  const last = Math.floor((start + width) / step);
  return {
    isLogarithmic: false,
    place: (value) => (value - start) / width,
    // Whole multiples of the step, so that 0.1 + 0.2 stays 0.3.
    ticks: Array.from({ length: last - first + 1 }, (_, at) =>
      Number(((first + at) * step).toPrecision(12)),
    ),
  };
}

function logarithmic(low: number, high: number): Scale {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const width = (to - from) / (1 - 2 * MARGIN);
  const start = from - width * MARGIN;
  const powers = Math.floor(start + width) - Math.ceil(start) + 1;
  const each = Math.ceil(powers / TICKS);
  const ticks = Array.from(
    { length: Math.max(0, powers) },
    (_, at) => 10 ** (Math.ceil(start) + at),
  ).filter((_, at) => at % each === 0);
  return {
    isLogarithmic: true,
    // Zero has no place on such a line; it stands at its very beginning.
    place: (value) => (value <= 0 ? 0 : (Math.log10(value) - start) / width),
    ticks,
  };
}

/** 1, 2 or 5 times a power of ten, at least this. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((times) => times * power >= least) ?? 10) * power;
}

/** One figure in a series: its day and its value. */
export type DatedMark = LineMark & { readonly day: string };

/** Places are shares: of the width from the first day to the last, of the height from the floor. */
export type SeriesPlaces = {
  readonly isLogarithmic: boolean;
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
  readonly days: readonly { readonly at: number; readonly day: string }[];
  readonly marks: readonly (PlacedMark & { readonly at: number })[];
};

/** Figures over the days they are of, or null where there are not two days. */
export function toDatedSeries(marks: readonly DatedMark[]): SeriesPlaces | null {
  const line = toNumberLine(marks);
  const days = [...new Set(marks.map(({ day }) => day))].sort();
  const times = days.map(timeOf);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (!line || days.length < 2 || !Number.isFinite(first) || first === last) return null;
  const at = (day: string) => MARGIN + ((timeOf(day) - first) / (last - first)) * (1 - 2 * MARGIN);
  return {
    isLogarithmic: line.isLogarithmic,
    ticks: line.ticks,
    days: days.map((day) => ({ day, at: at(day) })),
    marks: line.marks.map((mark, index) => ({ ...mark, at: at(marks[index]?.day ?? '') })),
  };
}

/** A month, a year or a span stands where it begins. */
const timeOf = (day: string) => Date.parse(day.split('/')[0] ?? day);
