'use client';

import { CLAIM_KINDS, type ClaimKind } from '#domain/claims/kind';
import { KIND_LABELS } from '#domain/claims/labels';
import type { FormAction } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { MendField } from './schema';

/** What of a claim is mended on its card. */
export type Mendable = {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly claimant: string;
  /** The words of each figure, one a line. */
  readonly figures: string;
};

/** Words, claimant, kind and figures of a claim, on its card or on a page of its own. */
export function MendForm({
  action,
  claim,
  onCancel,
}: {
  action: FormAction<MendField>;
  claim: Mendable;
  /** Null on a page of its own. */
  onCancel: (() => void) | null;
}) {
  const { id, revision, code, text, kind, claimant, figures } = claim;
  const [state, submit, pending] = useFormAction(action, {
    claimId: id,
    revision: String(revision),
    text,
    kind,
    claimant,
    figures,
  });
  const field = (name: MendField) => ({
    name,
    id: `mend-${code}-${name}`,
    errors: state.fieldErrors[name],
  });
  return (
    <form action={submit} className="form mend" noValidate aria-label={`Edit ${code}`}>
      <ErrorSummary {...state} prefix={`mend-${code}-`} />
      <input type="hidden" name="claimId" value={id} />
      <input type="hidden" name="revision" value={state.values.revision ?? revision} />
      <Field {...field('text')} label="The claim">
        {(control) => <textarea {...control} rows={3} defaultValue={state.values.text} />}
      </Field>
      <div className="pair">
        <Field {...field('claimant')} label="Claimant" optional>
          {(control) => (
            <input {...control} list="article-claimants" defaultValue={state.values.claimant} />
          )}
        </Field>
        <Field {...field('kind')} label="Kind">
          {(control) => (
            <Select
              {...control}
              value={state.values.kind}
              options={CLAIM_KINDS.map((each) => [each, KIND_LABELS[each]])}
              empty="Choose a kind"
            />
          )}
        </Field>
      </div>
      <Field
        {...field('figures')}
        label="Figures"
        optional
        hint="One a line, as written: “around 600 troops”. Remove a line to remove its figure."
      >
        {(control) => (
          <textarea {...control} rows={rowsOf(figures)} defaultValue={state.values.figures} />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button small primary" disabled={pending}>
          {pending ? 'Saving…' : 'Save'}
        </button>
        {onCancel && (
          <button type="button" className="button small quiet" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}

/** One line more than there are, for one more figure. */
const rowsOf = (figures: string) => Math.min(6, figures.split('\n').length + (figures ? 1 : 0));
