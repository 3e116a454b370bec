import { FROM_ANOTHER, ON_ITS_OWN } from '#domain/evidence/independence-answer';
import type { FormState } from '#forms/form-state';
import { Choices } from '#ui/choices';
import { Field } from '#ui/field';
import type { IndependenceQuestion } from './other-sources';
import type { StatementField } from './statement-schema';

/** Asks whether a source is independent, with what the desk saw in its copy. */
export function IndependenceField({
  question: { choices, together, isAsked },
  values,
  fieldErrors,
}: Pick<FormState<StatementField>, 'values' | 'fieldErrors'> & {
  readonly question: IndependenceQuestion;
}) {
  const asked = (
    <div className="form independence">
      {isAsked && <input type="hidden" name="asked" value="yes" />}
      {together.length > 0 && (
        <p className="notice">
          The desk counts this source as one with {together.map((each) => `“${each}”`).join(', ')}:
          they have the same publisher.
        </p>
      )}
      <Choices
        name="independence"
        legend="Is the source independent of the others?"
        value={values.independence}
        errors={fieldErrors.independence}
        options={[
          [
            ON_ITS_OWN,
            'Yes, it is independent',
            'It knows the thing itself, or found it out by itself.',
          ],
          ...choices.map(({ value, label, hint }) => [value, label, hint ?? ''] as const),
          [FROM_ANOTHER, 'No, it repeats another organization'],
        ]}
      />
      <div className="from-another">
        <Field
          name="comesFrom"
          label="Name of the organization"
          hint="A ministry, an agency or a person. Sources with the same name here count as one."
          errors={fieldErrors.comesFrom}
        >
          {(control) => <input {...control} defaultValue={values.comesFrom} />}
        </Field>
      </div>
    </div>
  );
  if (choices.length > 0 || together.length > 0) return asked;
  // With no other source on the claim, the question is about wires and ministries alone.
  const isOpen = Boolean(values.independence || values.comesFrom || fieldErrors.comesFrom);
  return (
    <details className="folded" open={isOpen}>
      <summary>
        Independence <span className="soft">Does the source repeat another organization?</span>
      </summary>
      {asked}
    </details>
  );
}
