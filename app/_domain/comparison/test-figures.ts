import type { ComparedFigure } from '../figures/figure';
import { type Change, QUALIFIERS, type Qualifier, type Statistic } from '../figures/figure';
import { baseInterval } from '../figures/interval';
import { findUnit } from '../units/unit';

const FIGURE = /^(.*) <([^>]*)>$/;

/**
 * A figure of the corpora: '4,500-tonne <4500 t; displacement>'. In angle brackets stands how it is read:
 * qualifier, value or low..high, unit; measure; the rest.
 */
export function parseFigure(line: string): ComparedFigure {
  const [, surface = '', reading = ''] = FIGURE.exec(line) ?? [];
  const [core = '', ...rest] = reading.split(/;\s*/);
  const words = core.split(' ');
  const qualifier: Qualifier = QUALIFIERS.find((each) => each === words[0]) ?? 'exact';
  const [number = '', ...unitWords] = words[0] === qualifier ? words.slice(1) : words;
  const isRange = number.includes('..');
  const [low, high] = isRange ? number.split('..') : [];
  const unit = unitWords.join(' ') || null;
  const given = new Map(
    rest.flatMap((each) => {
      const [key, value] = each.split('=');
      return value === undefined ? [['measure', each]] : [[key ?? '', value]];
    }) as [string, string][],
  );
  const parts = {
    qualifier,
    value: isRange ? null : number,
    low: low ?? null,
    high: high ?? null,
    lastDigit: given.get('last') ?? '1',
    unit,
  };
  const found = findUnit(unit ?? '1');
  return {
    surface,
    ...parts,
    significantDigits: null,
    unitName: found && unit ? found.name : null,
    measure: given.get('measure') ?? null,
    dimension: found?.dimension ?? null,
    statistic: (given.get('statistic') ?? null) as Statistic | null,
    change: (given.get('change') ?? 'equal') as Change,
    ...(baseInterval(parts) ?? { baseLow: null, baseHigh: null, baseUnit: null }),
    scope: given.get('scope') ?? null,
    basis: null,
    partOf: null,
    asOf: given.get('asOf') ?? null,
    cumulative: null,
  };
}
