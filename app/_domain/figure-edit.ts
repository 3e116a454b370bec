import { compare, isExactDecimal, parseDecimal } from './decimal';
import { baseInterval, type Figure, type Qualifier, type Statistic } from './quantity';
import { accept, type Result, refuse } from './result';
import { findUnit, UNITS, type Unit } from './unit';

/** A figure as a reviewer typed it into the form; what is left empty comes from the reading. */
export type TypedFigure = {
  readonly surface: string;
  readonly qualifier: Qualifier | null;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
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
 * @param read  what the engine reads in the surface, or null when it reads nothing; it fills in
 *   what was left empty, and how precisely the figure was written
 * @returns the figure with its interval in the base unit, worked out anew
 */
export function decideFigure(
  typed: TypedFigure,
  read: Figure | null,
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

  const unit = typed.unit === null ? null : findUnitByWord(typed.unit);
  if (typed.unit !== null && !unit) return refuse({ kind: 'unknownUnit', text: typed.unit });
  const unitCode = unit ? unit.code : (read?.unit ?? null);
  const sameNumber = read !== null && read.value === value;
  const parts = {
    qualifier: typed.qualifier ?? read?.qualifier ?? (value === null ? 'between' : 'exact'),
    value,
    low,
    high,
    lastDigit: sameNumber ? read.lastDigit : lastDigitOf(value),
    unit: unitCode,
  };
  const interval = baseInterval(parts);
  return accept({
    ...parts,
    surface: typed.surface,
    significantDigits: sameNumber ? read.significantDigits : null,
    unitName: unit && unit.code !== read?.unit ? unit.name : (read?.unitName ?? unit?.name ?? null),
    measure: typed.measure ?? read?.measure ?? null,
    dimension: (unitCode ? findUnit(unitCode)?.dimension : null) ?? read?.dimension ?? null,
    statistic: typed.statistic ?? read?.statistic ?? null,
    change: read?.change ?? 'equal',
    baseLow: interval?.baseLow ?? null,
    baseHigh: interval?.baseHigh ?? null,
    baseUnit: interval?.baseUnit ?? null,
  });
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

/** A unit by its code, its English name in either number, or a symbol; null when none is called so. */
export function findUnitByWord(word: string): Unit | null {
  const text = word.trim();
  const lower = text.toLowerCase();
  return (
    findUnit(text) ??
    UNITS.find(({ name, plural }) => name === lower || plural === lower) ??
    UNITS.find(({ symbols }) => symbols.includes(text)) ??
    null
  );
}
