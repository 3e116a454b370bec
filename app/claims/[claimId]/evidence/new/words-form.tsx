'use client';

import { useRef, useState } from 'react';
import { cut } from '#domain/text';
import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { readSelectedPlace } from '#ui/selected-place';
import { useFormAction } from '#ui/use-form-action';
import { useSelection } from '#ui/use-selection';
import { StatementFields } from '../statement-fields';
import type { WordsField } from './schema';

/** The statement on words that stand in a copy beside it: selecting there fills in the quote. */
export function WordsForm({
  action,
  id,
  values,
  isCopy,
}: {
  action: FormAction<WordsField>;
  id: string;
  values: FormState<WordsField>['values'];
  /** Whether there is a copy to select in. */
  isCopy: boolean;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  const form = useRef<HTMLFormElement>(null);
  const [isTaken, setTaken] = useState(false);
  const selected = useSelection(() => readSelectedPlace('[data-copy-text]')?.words ?? null);

  function take(words: string) {
    const quote = form.current?.elements.namedItem('quote');
    if (!(quote instanceof HTMLTextAreaElement)) return;
    quote.value = words;
    setTaken(true);
    quote.focus();
  }

  return (
    <form ref={form} action={submit} className="form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="id" value={id} />
      <StatementFields
        {...state}
        quoteHint={
          isCopy
            ? 'Select the words in the copy, or type the exact words. The desk searches the copy for them.'
            : 'The exact words of the interviewed person.'
        }
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          Attach the evidence
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {isTaken && 'The selected words are in the field Quote.'}
      </p>
      <div className="selection-bar" hidden={!selected}>
        {selected && (
          <>
            <span className="selected-words">
              “{selected.length > 60 ? `${cut(selected, 57)}…` : selected}”
            </span>
            <button
              type="button"
              className="button small primary"
              // The selection would be gone before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(selected)}
            >
              Quote these words
            </button>
          </>
        )}
      </div>
    </form>
  );
}
