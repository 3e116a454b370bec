'use client';

import { splitPlaces } from '#domain/claims/reshape';
import type { FormAction } from '#forms/form-state';
import { useFormAction } from '#ui/use-form-action';
import type { ReshapeField } from './reshape-schema';

/** What is needed to split a claim, or to merge the next one into it. */
export type Reshapable = {
  readonly claimId: string;
  readonly revision: number;
  readonly code: string;
  /** Of the claim that a split makes. */
  readonly newId: string;
  /** Its words in the article, and where they begin there. */
  readonly exact: string;
  readonly start: number;
  /** The text of the claim that follows; null for the last one. */
  readonly next: string | null;
};

/** Splits a claim at one of its words, or merges it with the next one. */
export function ReshapeForms({
  action,
  claim,
}: {
  action: FormAction<ReshapeField>;
  claim: Reshapable;
}) {
  const { claimId, revision, code, newId, exact, start, next } = claim;
  const places = splitPlaces(exact, start);
  const [state, submit, pending] = useFormAction(action);
  const errors = [...state.formErrors, ...Object.values(state.fieldErrors).flat()];
  const hidden = (
    <>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="id" value={newId} />
    </>
  );
  return (
    <div className="reshape">
      {errors.length > 0 && (
        <p className="error" role="alert">
          {errors.join('. ')}.
        </p>
      )}
      {places.length > 0 && (
        <form action={submit} aria-label={`Split ${code}`}>
          {hidden}
          <fieldset>
            <legend>Split: choose the word with which the second claim begins</legend>
            <p className="split-words">
              {exact.split(/\s/, 1)}{' '}
              {places.map(({ at, word }) => (
                <label key={at}>
                  <input type="radio" name="at" value={at} className="visually-hidden" />
                  <span>{word}</span>{' '}
                </label>
              ))}
            </p>
          </fieldset>
          <button
            type="submit"
            className="button small"
            name="step"
            value="split"
            disabled={pending}
          >
            Split the claim
          </button>
        </form>
      )}
      {next && (
        <form action={submit} aria-label={`Merge ${code} with the next claim`}>
          {hidden}
          <p className="card-note">Next claim: {next}</p>
          <button
            type="submit"
            className="button small"
            name="step"
            value="join"
            disabled={pending}
          >
            Merge with the next claim
          </button>
        </form>
      )}
    </div>
  );
}
