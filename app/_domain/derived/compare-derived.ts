import { compareFigures } from '../comparison/compare';
import type { Comparison } from '../comparison/result';
import type { ComparedFigure } from '../figures/figure';
import { accept, type Result } from '../result';
import { findUnit } from '../units/unit';
import { type Derived, type DeriveRefusal, derive } from './derive';
import type { Operation } from './operation';

/** A figure worked out from figures of the evidence, and how a figure of the claim stands to it. */
export type DerivedComparison = { readonly derived: Derived; readonly comparison: Comparison };

/** Works a figure out and holds it against a figure of a claim. */
export function compareDerived(
  figure: ComparedFigure,
  operation: Operation,
  operands: readonly ComparedFigure[],
): Result<DerivedComparison, DeriveRefusal> {
  const worked = derive(operation, operands);
  if (!worked.ok) return worked;
  const [first] = operands;
  const derived = first
    ? { ...worked.value, figure: inUnitOf(figure, worked.value.figure, operation, first) }
    : worked.value;
  return accept({
    derived,
    comparison: compareFigures(asMeant(figure, operation), derived.figure),
  });
}

/** 'Warmer by 2 °C' is a change, also where its words do not say so: the reviewer does. */
const asMeant = (figure: ComparedFigure, operation: Operation): ComparedFigure =>
  operation === 'difference' && figure.statistic !== 'change'
    ? { ...figure, statistic: 'change' }
    : figure;

/** '£300 each' is written as a sum of money, and meant as one per person. */
function inUnitOf(
  figure: ComparedFigure,
  derived: ComparedFigure,
  operation: Operation,
  first: ComparedFigure,
): ComparedFigure {
  if (operation !== 'perHead') return derived;
  const [own, above] = [figure, first].map(({ unit }) => findUnit(unit ?? '1'));
  if (!own || !above || own.dimension !== above.dimension) return derived;
  return { ...derived, unit: above.code, unitName: above.name, dimension: above.dimension };
}
