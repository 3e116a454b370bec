import { Fragment } from 'react';
import { type Span, toParagraphs, toRuns } from '#domain/texts/annotation';
import { withVisibleMarks } from '#domain/texts/plain-line';

// Long copies are shown from the quote that was asked for, or from their beginning.
const SHOWN = 60_000;

/**
 * The text of a copy as plain paragraphs, with the quotes that evidence takes from it marked. Each run
 * says in `data-start` where it begins in the copy.
 */
export function CopyText({
  text,
  at,
  marks,
  pages = [],
}: {
  text: string;
  /** The place that was asked for. */
  at: number | null;
  marks: readonly (Span & { readonly id: string })[];
  /** Where each page begins in the text, ascending. */
  pages?: readonly number[] | undefined;
}) {
  const from =
    text.length <= SHOWN || at === null
      ? 0
      : Math.max(0, text.lastIndexOf('\n', Math.max(0, at - SHOWN / 2)) + 1);
  const span = { start: from, end: Math.min(text.length, from + SHOWN) };
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  return (
    <>
      {from > 0 && (
        <p className="soft">The copy is long. The page shows the part with the quote.</p>
      )}
      <div className="copy" data-copy-text>
        {toParagraphs(text, span).map((paragraph, nth, all) => (
          <Fragment key={paragraph.start}>
            {pagesBetween(pages, all[nth - 1]?.start ?? -1, paragraph.start).map((page) => (
              <p key={`page ${page}`} className="page-mark" id={`page-${page}`}>
                Page {page}
              </p>
            ))}
            <p>
              {toRuns(text, paragraph, inOrder).map((run) =>
                run.marks.length > 0 ? (
                  <mark
                    key={run.start}
                    data-start={run.start}
                    id={run.start === at || run.marks[0]?.start === at ? 'words' : undefined}
                  >
                    {withVisibleMarks(run.text)}
                  </mark>
                ) : (
                  <span key={run.start} data-start={run.start}>
                    {withVisibleMarks(run.text)}
                  </span>
                ),
              )}
            </p>
          </Fragment>
        ))}
      </div>
      {span.end < text.length && (
        <p className="soft">The copy continues. The desk keeps the whole copy.</p>
      )}
    </>
  );
}

/** The pages that begin after one place and not after another, from 1. */
const pagesBetween = (pages: readonly number[], after: number, upTo: number): number[] =>
  pages.flatMap((start, index) => (start > after && start <= upTo ? [index + 1] : []));
