'use client';

import { type FormEvent, useState } from 'react';
import { QUALIFIERS, STATISTICS } from '#domain/figures/figure';
import { QUALIFIER_LABELS, STATISTIC_LABELS } from '#domain/figures/labels';
import type { FormAction, FormState } from '#forms/form-state';
import { DayField } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Revision } from '#ui/revision';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import { FigureMeaning, type KnownFigure, UnitChoices } from './figure-meaning';
import type { FigureField } from './schema';

export function FigureForm({
  action,
  values,
  isNew,
  isOfEvidence,
  before,
  ...known
}: KnownFigure & {
  action: FormAction<FigureField>;
  values: FormState<FigureField>['values'];
  isNew: boolean;
  /** A figure of the evidence, not of the claim itself: none of those leads. */
  isOfEvidence: boolean;
  /** How the engine read the figure before a reviewer corrected it. */
  before: string | null;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const [typed, setTyped] = useState({ in: state, values: state.values });
  const shown = typed.in === state ? typed.values : state.values;
  const follow = (event: FormEvent<HTMLFormElement>) =>
    setTyped({ in: state, values: Object.fromEntries(toTexts(event.currentTarget)) });
  return (
    <form action={submit} className="form" noValidate onInput={follow}>
      <ErrorSummary {...state} />
      <Revision value={state.values.revision} />
      <ValueFields {...state} />
      <UnitChoices values={shown} chosen={state.values.chosenUnit} {...known} />
      <div className="as-read">
        <FigureMeaning values={shown} {...known} />
        {before && <p className="soft">The engine read {before}.</p>}
      </div>
      <MoreFields {...state} isOfEvidence={isOfEvidence} />
      <Buttons isNew={isNew} pending={pending} />
    </form>
  );
}

type Filled = Pick<FormState<FigureField>, 'values' | 'fieldErrors'>;

/** The figure in its words and its numbers. */
function ValueFields({ values, fieldErrors }: Filled) {
  const input = (field: FigureField) => ({ defaultValue: values[field] });
  return (
    <>
      <Field
        name="surface"
        label="As written"
        hint="Include the qualifier and the unit, for example “around 400 yards”. The desk reads each empty field below from these words."
        errors={fieldErrors.surface}
      >
        {(control) => <input {...control} {...input('surface')} />}
      </Field>
      <div className="pair">
        <Field name="qualifier" label="Qualifier" errors={fieldErrors.qualifier}>
          {(control) => (
            <Select
              {...control}
              value={values.qualifier}
              empty="As read"
              options={QUALIFIERS.map((each) => [each, QUALIFIER_LABELS[each]])}
            />
          )}
        </Field>
        <Field name="value" label="Value" errors={fieldErrors.value}>
          {(control) => <input {...control} inputMode="decimal" {...input('value')} />}
        </Field>
      </div>
      <div className="pair">
        <Field
          name="unit"
          label="Unit"
          hint="For example metres, dollars or %."
          errors={fieldErrors.unit}
        >
          {(control) => <input {...control} {...input('unit')} />}
        </Field>
        <Field
          name="counted"
          label="Counted thing"
          hint="Instead of a unit: for example troop or bridge."
          errors={fieldErrors.counted}
        >
          {(control) => <input {...control} {...input('counted')} />}
        </Field>
      </div>
      <Field
        name="measure"
        label="Measure"
        hint="What the figure says of it: killed and injured are two different measures."
        errors={fieldErrors.measure}
      >
        {(control) => <input {...control} {...input('measure')} />}
      </Field>
    </>
  );
}

/** The fields that few figures need. They are open where one of them is filled in, or wrong. */
const MORE = ['low', 'high', 'statistic', 'asOf', 'cumulative'] as const;

function MoreFields({
  values,
  fieldErrors,
  isOfEvidence,
}: Filled & { readonly isOfEvidence: boolean }) {
  const input = (field: FigureField) => ({ defaultValue: values[field] });
  const isOpen = MORE.some((field) => fieldErrors[field]) || Boolean(values.low ?? values.high);
  return (
    <details className="more-fields" open={isOpen || undefined}>
      <summary>Range, date and statistic</summary>
      <div className="pair">
        <Field name="low" label="Lower end of a range" errors={fieldErrors.low}>
          {(control) => <input {...control} inputMode="decimal" {...input('low')} />}
        </Field>
        <Field name="high" label="Upper end of a range" errors={fieldErrors.high}>
          {(control) => <input {...control} inputMode="decimal" {...input('high')} />}
        </Field>
      </div>
      <div className="pair">
        <Field name="statistic" label="Statistic" errors={fieldErrors.statistic}>
          {(control) => (
            <Select
              {...control}
              value={values.statistic}
              empty="As read"
              options={STATISTICS.map((each) => [each, STATISTIC_LABELS[each]])}
            />
          )}
        </Field>
        <DayField
          name="asOf"
          label="As of"
          isPeriod
          hint="The date of the figure."
          errors={fieldErrors.asOf}
          value={values.asOf}
        />
      </div>
      <Field
        name="cumulative"
        label="Grows over time"
        hint="For example a death toll: a newer figure replaces an older figure."
        errors={fieldErrors.cumulative}
      >
        {(control) => (
          <Select
            {...control}
            value={values.cumulative}
            empty="Depends on the measure"
            options={[
              ['yes', 'Yes'],
              ['no', 'No'],
            ]}
          />
        )}
      </Field>
      {!isOfEvidence && <LeadingChoice leading={values.leading} />}
    </details>
  );
}

function LeadingChoice({ leading }: { leading: string | undefined }) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        name="leading"
        value="yes"
        key={leading}
        defaultChecked={leading === 'yes'}
      />
      <span>Leading figure</span>
      <small>Reports show this figure first.</small>
    </label>
  );
}

function Buttons({ isNew, pending }: { isNew: boolean; pending: boolean }) {
  return (
    <div className="actions">
      <button type="submit" name="step" value="save" className="button primary" disabled={pending}>
        {isNew ? 'Add the figure' : 'Save the figure'}
      </button>
      {!isNew && (
        <button
          type="submit"
          name="step"
          value="remove"
          className="button quiet danger"
          disabled={pending}
        >
          Remove the figure
        </button>
      )}
    </div>
  );
}

const toTexts = (form: HTMLFormElement) =>
  [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
