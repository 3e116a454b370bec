import type { ReadFigure } from '#domain/claims/reading';
import { QUALIFIER_WORDS } from '#domain/figures/figure';
import { type Passage, spanOf } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import type { Draft } from './draft';

/** Tells the trace, where there is one, how a figure came about. */
export function traceFigure(
  { tokens, trace }: Passage,
  draft: Draft,
  figure: ReadFigure,
  qualifier: Range | null,
): void {
  if (!trace) return;
  const { number, second, unit, counted } = draft;
  const report = (rule: string, range: Range, gave: string | null) => {
    if (gave) trace({ stage: 'figure', rule, gave, ...spanOf(tokens, range) });
  };
  const { value, low, high } = figure;
  const size = value ?? `${low} to ${high}`;
  report(second ? 'range' : `number in ${FORMS[number.form]}`, draft, size);
  if (unit) report('unit', draft, figure.unit);
  else if (counted) report('counted noun', counted, figure.unit);
  else report('unit shared with another figure', draft, figure.unit);
  if (qualifier) report('qualifier', qualifier, QUALIFIER_WORDS[figure.qualifier]);
  report('change', draft, figure.change === 'equal' ? null : figure.change);
  report('statistic', draft, figure.statistic);
  const whole = { start: figure.start, end: figure.end };
  const about = { measure: figure.measure, scope: figure.scope, basis: figure.basis };
  for (const [rule, gave] of Object.entries(about))
    if (gave) trace({ stage: 'figure', rule, gave, ...whole });
}

const FORMS: Readonly<Record<Draft['number']['form'], string>> = {
  digits: 'digits',
  words: 'words',
  fraction: 'fractions',
  order: 'orders of magnitude',
  fold: 'folds',
};
