'use client';

import { useEffect, useRef, useState } from 'react';
import { pageAt } from '#domain/documents/words-address';
import type { FormAction, FormState } from '#forms/form-state';
import { ErrorSummary } from '#ui/error-summary';
import { readSelectedWords } from '#ui/selected-place';
import { useFormAction } from '#ui/use-form-action';
import { WordsPopover } from '#ui/words-popover';
import { IndependenceField } from '../independence-field';
import { MORE_QUOTES } from '../more-quotes';
import type { IndependenceQuestion } from '../other-sources';
import { QuoteFields } from '../quote-fields';
import { StatementFields } from '../statement-fields';
import type { WordsField } from './schema';

/**
 * The second and the third step, beside the copy: selecting words there offers them as a quote, and so
 * does a button with `data-quote`.
 */
export function WordsForm({
  action,
  id,
  values,
  question,
  copy,
  pages,
}: {
  action: FormAction<WordsField>;
  id: string;
  values: FormState<WordsField>['values'];
  question: IndependenceQuestion;
  /** Whether there is a copy to select in: none of an interview, and not yet while it is taken. */
  copy: 'here' | 'awaited' | 'none';
  /** Where the pages of the copy begin. */
  pages: readonly number[] | undefined;
}) {
  const [state, submit, pending] = useFormAction(action, values);
  // While the copy is awaited the page comes again, and a form sent twice is one form.
  const [formId] = useState(id);
  const form = useRef<HTMLFormElement>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const filled = { values: state.values, fieldErrors: state.fieldErrors };
  const [cells, setCells] = useState(filled.values.cells ?? '');

  const take = useRef((words: string, cell: string | null = null) => {
    const field = form.current && emptyQuote(form.current, words);
    if (!field) return setTaken('All fields for quotes are full: attach these quotes first.');
    field.closest('details')?.setAttribute('open', '');
    field.value = words;
    if (cell) setCells((picked) => addCell(picked, cell));
    setTaken('The words are in the quote. Select more words, or go on to step 3.');
  });
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-quote]');
      if (!link) return;
      event.preventDefault();
      take.current(link.dataset.quote ?? '', link.dataset.cell);
    };
    document.addEventListener('click', press);
    return () => document.removeEventListener('click', press);
  }, []);

  return (
    <form ref={form} action={submit} className="form words-form" noValidate>
      <ErrorSummary {...state} />
      <input type="hidden" name="id" value={formId} />
      <input type="hidden" name="cells" value={cells} />
      <QuoteFields {...filled} hint={QUOTE_HINTS[copy]} />
      <p className="notice taken" role="status" hidden={taken === null}>
        {taken}
      </p>
      <fieldset className="form" id="step-3">
        <legend className="step-legend">
          <b>3</b> What does it say?
        </legend>
        <StatementFields {...filled}>
          <IndependenceField {...filled} question={question} />
        </StatementFields>
      </fieldset>
      <div className="actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? 'Attaching…' : 'Attach the evidence'}
        </button>
      </div>
      {copy === 'here' && (
        <WordsPopover read={() => readSelectedWords('[data-copy-text]')}>
          {({ words, start }, close) => {
            const page = pageAt(pages, start);
            return (
              <button
                type="button"
                className="button small primary"
                onClick={() => {
                  take.current(words);
                  close();
                }}
              >
                Use as quote{page !== null && ` (p. ${page})`}
              </button>
            );
          }}
        </WordsPopover>
      )}
    </form>
  );
}

const addCell = (cells: string, cell: string): string =>
  [...new Set([...cells.split(',').filter(Boolean), cell])].join(',');

const QUOTE_HINTS = {
  here: 'Select the words in the copy and press “Use as quote”, or type the exact words. The desk looks for them in the copy.',
  awaited:
    'If you have the words, enter them now. The desk looks for them in the copy as soon as it is here.',
  none: 'The exact words of the interviewed person.',
} as const;

/** The first field without words, or the one that has these words. */
function emptyQuote(form: HTMLFormElement, words: string): HTMLTextAreaElement | null {
  const fields = ['quote', ...MORE_QUOTES]
    .map((name) => form.elements.namedItem(name))
    .filter((field) => field instanceof HTMLTextAreaElement);
  return (
    fields.find(({ value }) => value === words) ??
    fields.find(({ value }) => value.trim() === '') ??
    null
  );
}
