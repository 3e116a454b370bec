import { compare, isExactDecimal, parseDecimal } from '../numbers/decimal';
import { accept, type Result, refuse } from '../result';
import { findUnit, UNITS, type Unit } from '../units/unit';
import type { Figure, Qualifier, Statistic } from './figure';
import { baseInterval } from './interval';

/** A figure as a reviewer typed it into the form; what is left empty comes from the reading. */
export type TypedFigure = {
  readonly surface: string;
  readonly qualifier: Qualifier | null;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  /** The unit chosen among those that the word may mean: it goes before `unit`. */
  readonly chosenUnit?: string | null;
  readonly measure: string | null;
  readonly statistic: Statistic | null;
};

export type FigureRefusal =
  | {
      readonly kind: 'notADecimal';
      readonly field: 'value' | 'low' | 'high';
      readonly text: string;
    }
  | { readonly kind: 'unknownUnit'; readonly text: string }
  | { readonly kind: 'noNumber' }
  | { readonly kind: 'rangeReversed' };

/**
 * The figure that a reviewer means.
 *
 * @param read  what the engine reads in the surface alone, or null when it reads nothing; it fills
 *   in what was left empty
 * @param stored  the figure as it is stored: a rise, a fall and a precision read from its sentence
 *   stay if the reviewer did not change words and value
 * @returns the figure with its interval in the base unit, computed again
 */
export function decideFigure(
  typed: TypedFigure,
  read: Figure | null,
  stored: Figure | null = null,
): Result<Figure, FigureRefusal> {
  const numbers = { value: typed.value, low: typed.low, high: typed.high };
  for (const [field, text] of Object.entries(numbers) as [
    'value' | 'low' | 'high',
    string | null,
  ][]) {
    if (text === null) continue;
    const decimal = toPlainDecimal(text);
    if (decimal === null) return refuse({ kind: 'notADecimal', field, text });
    numbers[field] = decimal;
  }
  const given = numbers.value !== null || numbers.low !== null || numbers.high !== null;
  const { value, low, high } = given
    ? numbers
    : { value: read?.value ?? null, low: read?.low ?? null, high: read?.high ?? null };
  if (value === null && low === null && high === null) return refuse({ kind: 'noNumber' });
  if (low !== null && high !== null && isAbove(low, high)) return refuse({ kind: 'rangeReversed' });

  const settled = typed.chosenUnit ?? null;
  const unitWord = settled ?? typed.unit;
  const unit = unitWord === null ? null : findUnitByWord(unitWord);
  if (unitWord !== null && !unit) return refuse({ kind: 'unknownUnit', text: unitWord });
  const unitCode = unit ? unit.code : (read?.unit ?? null);
  const around = stored?.surface === typed.surface ? stored : null;
  const known = [around, read].filter((each) => each !== null);
  const precise = known.find((each) => each.value === value);
  const named = known.find((each) => each.unit === unitCode);
  const parts = {
    qualifier: typed.qualifier ?? read?.qualifier ?? (value === null ? 'between' : 'exact'),
    value,
    low,
    high,
    lastDigit: precise ? precise.lastDigit : lastDigitOf(value),
    unit: unitCode,
  };
  const interval = baseInterval(parts);
  return accept({
    ...parts,
    surface: typed.surface,
    significantDigits: precise?.significantDigits ?? null,
    // A unit that was chosen has its own name: 'short ton', no longer the article's 'ton'.
    unitName: (settled === null ? named?.unitName : null) ?? unit?.name ?? null,
    measure: typed.measure ?? read?.measure ?? null,
    dimension: (unitCode ? findUnit(unitCode)?.dimension : null) ?? read?.dimension ?? null,
    statistic: typed.statistic ?? read?.statistic ?? null,
    change: around?.change ?? read?.change ?? 'equal',
    baseLow: interval?.baseLow ?? null,
    baseHigh: interval?.baseHigh ?? null,
    baseUnit: interval?.baseUnit ?? null,
    scope: around?.scope ?? read?.scope ?? null,
    basis: around?.basis ?? read?.basis ?? null,
    partOf: around?.partOf ?? read?.partOf ?? null,
  });
}

/** What a figure has besides itself that a reviewer may say. */
type Stated = {
  readonly asOf: string | null;
  readonly cumulative: boolean | null;
  readonly leading: boolean;
};

/**
 * Whether a figure is stored exactly as an edit wants it: a form sent twice then changes nothing.
 * An edit that does not make it the leading figure does not change the leading figure.
 */
export const isStoredSo = (
  stored: Figure & Stated & { readonly corrected: boolean },
  { figure, asOf, cumulative, leading }: Stated & { readonly figure: Figure },
): boolean =>
  stored.corrected &&
  (Object.keys(figure) as (keyof Figure)[]).every((key) => stored[key] === figure[key]) &&
  stored.asOf === asOf &&
  stored.cumulative === cumulative &&
  (stored.leading || !leading);

/**
 * The place of a figure that a reviewer typed, or with words that a reviewer changed.
 *
 * @param claim  the claim's words and where they begin in the capture
 * @returns the place of its words among the claim's words; else its old place, or null when it
 *   never had one
 */
export function placeFigure(
  surface: string,
  claim: { readonly start: number; readonly exact: string },
  stored: { surface: string; start: number | null; end: number | null } | null,
): { start: number; end: number } | null {
  const before =
    stored && stored.start !== null && stored.end !== null
      ? { start: stored.start, end: stored.end }
      : null;
  if (before && stored?.surface === surface) return before;
  const at = claim.exact.indexOf(surface);
  if (at < 0) return before;
  return { start: claim.start + at, end: claim.start + at + surface.length };
}

/**
 * A decimal as typed, without the commas or spaces that group its thousands.
 *
 * @returns null for anything that is not a whole number or a decimal with a point; '1,5' is null,
 *   since a comma that does not group thousands may be a decimal mark
 */
export function toPlainDecimal(text: string): string | null {
  const minus = text.trim().replace(/^[\u2212\u2013]/, '-');
  const plain = /^-?\d{1,3}([,\u00a0\u202f ]\d{3})+(\.\d+)?$/.test(minus)
    ? minus.replace(/[,\u00a0\u202f ]/g, '')
    : minus;
  return isExactDecimal(plain) ? plain : null;
}

function isAbove(low: string, high: string): boolean {
  const [a, b] = [parseDecimal(low), parseDecimal(high)];
  return a !== null && b !== null && compare(a, b) > 0;
}

/** One unit of the last digit that stands in a decimal: '0.1' for '2.5', '1' for '4500'. */
function lastDigitOf(value: string | null): string | null {
  if (value === null) return null;
  const decimals = /\.(\d+)$/.exec(value)?.[1]?.length ?? 0;
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
}

/** The code of a unit of things that are counted, '{troop}', which no person needs to see. */
const COUNTED = /^\{([^{}]+)\}$/;

/** A unit as a person fills it in: by its name, or the thing that is counted. */
export type UnitFields = { readonly unit: string; readonly counted: string };

/** The fields for a stored unit: 'yards' for '[yd_i]', and the counted thing 'troop' for '{troop}'. */
export function toUnitFields(code: string | null): UnitFields {
  if (code === null) return { unit: '', counted: '' };
  const counted = COUNTED.exec(code)?.[1];
  if (counted !== undefined) return { unit: '', counted };
  const plural = findUnit(code)?.plural ?? code;
  // Of a name that two units share, only the code says which one is meant.
  return { unit: findUnitByWord(plural)?.code === code ? plural : code, counted: '' };
}

/** The unit that the fields mean, for a typed figure; null where both are empty. */
export const toTypedUnit = ({
  unit,
  counted,
}: {
  readonly unit: string | null;
  readonly counted: string | null;
}): string | null => unit ?? (counted === null ? null : `{${counted.replace(/[{}]/g, '')}}`);

/** A unit by its code, its English name in either number, or a symbol; null when none is called so. */
export function findUnitByWord(word: string): Unit | null {
  const text = word.trim();
  const lower = text.toLowerCase();
  return (
    findUnit(text) ??
    UNITS.find(({ name, plural }) => [name, plural].some((each) => each.toLowerCase() === lower)) ??
    UNITS.find(({ symbols }) => symbols.includes(text)) ??
    null
  );
}
