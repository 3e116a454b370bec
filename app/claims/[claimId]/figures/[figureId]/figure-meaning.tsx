import { decideFigure, findUnitByWord, type TypedFigure, toTypedUnit } from '#domain/figures/edit';
import { type Figure, QUALIFIERS, STATISTICS } from '#domain/figures/figure';
import { figureInWords } from '#domain/figures/figure-text';
import { intervalInWords } from '#domain/figures/interval-text';
import { toUnitChoice, unitInBase } from '#domain/units/choice';
import type { FormState } from '#forms/form-state';
import { Choices } from '#ui/choices';
import type { FigureField } from './schema';

type Values = FormState<FigureField>['values'];

/** A figure that the desk holds, and what the engine reads in its words alone. */
export type KnownFigure = { readonly stored: Figure | null; readonly read: Figure | null };

/** What the form as it stands means, in the unit that figures are compared in where that is readable. */
export function FigureMeaning({ values, stored, read }: KnownFigure & { values: Values }) {
  const typed = toTypedFigure(values);
  const isStored = stored?.surface === typed.surface;
  const decided = decideFigure(typed, isStored ? read : null, stored);
  const interval = decided.ok ? intervalInWords(decided.value) : null;
  return (
    <output className="meaning num">
      {decided.ok ? (
        <>
          <strong>{figureInWords(decided.value)}</strong>
          {interval && <> = {interval}</>}
        </>
      ) : (
        <span className="soft">
          {decided.refusal.kind === 'noNumber'
            ? 'When you save the figure, the desk reads the empty fields from the words.'
            : 'Not a figure yet.'}
        </span>
      )}
    </output>
  );
}

/**
 * The units that the figure's word may mean, each to be chosen by one press.
 *
 * @param chosen  what was chosen when the form was shown; a choice since then is the browser's
 */
export function UnitChoices({
  values,
  chosen: shownAs,
  stored,
  read,
}: KnownFigure & { values: Values; chosen: string | undefined }) {
  const { surface, unit } = toTypedFigure(values);
  const fromWords = stored?.surface === surface ? (read?.unit ?? null) : null;
  const code = unit === null ? fromWords : (findUnitByWord(unit)?.code ?? null);
  const choice = toUnitChoice(surface, code);
  if (!choice) return null;
  const { word, chosen, others } = choice;
  // The article's own 'ton' is held as a tonne that is not called so: to call it so is a choice.
  const isNamedOtherwise = stored?.unit === code && stored?.unitName !== chosen.unit.name;
  const options = (isNamedOtherwise ? [chosen, ...others] : others).map(
    ({ unit: each, label }): [string, string, string?] => {
      const amount = unitInBase(each);
      return amount ? [each.code, label, amount] : [each.code, label];
    },
  );
  return (
    <div className="unit-choices">
      <Choices
        name="chosenUnit"
        legend={`“${word}” may mean`}
        value={shownAs}
        options={[
          isNamedOtherwise
            ? ['', `As above: ${word}`, `read as ${chosen.label}`]
            : ['', `As above: ${chosen.label}`],
          ...options,
        ]}
      />
    </div>
  );
}

function toTypedFigure(values: Values): TypedFigure {
  const text = (field: FigureField) => values[field]?.trim() || null;
  return {
    surface: text('surface') ?? '',
    qualifier: QUALIFIERS.find((each) => each === values.qualifier) ?? null,
    value: text('value'),
    low: text('low'),
    high: text('high'),
    unit: toTypedUnit({ unit: text('unit'), counted: text('counted') }),
    chosenUnit: text('chosenUnit'),
    measure: text('measure'),
    statistic: STATISTICS.find((each) => each === values.statistic) ?? null,
  };
}
