import type { Route } from 'next';
import type { RecordedFigure } from '#data/claims/figures';
import { readingInWords } from '#domain/figures/interval-text';
import type { Anchor } from '#domain/texts/anchor';
import { oneAPlace, toRuns } from '#domain/texts/annotation';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Link } from '#ui/link';

const AROUND = 320;

/** The claim's words where they stand in the article; each figure in them leads to its form. */
export function Context({
  text,
  anchor,
  code,
  quantities,
}: {
  text: string | null;
  anchor: Anchor;
  code: string;
  quantities: readonly RecordedFigure[];
}) {
  if (text === null) {
    return (
      <p className="soft">
        The text of this copy was taken down. The desk keeps the words of the claim.
      </p>
    );
  }
  const from = wordStart(text, anchor.start - AROUND);
  const to = wordEnd(text, anchor.end + AROUND);
  const figures = quantities.flatMap((figure) =>
    figure.start === null || figure.end === null
      ? []
      : [{ start: figure.start, end: figure.end, figure }],
  );
  return (
    <blockquote className="context">
      {from > 0 && '… '}
      {text.slice(from, anchor.start)}
      <mark>
        {toRuns(text, anchor, oneAPlace(figures)).map(({ start, text: words, marks }) => {
          const figure = marks.at(-1)?.figure;
          return figure ? (
            <Link
              key={start}
              className="figure"
              href={`/claims/${code}/figures/${figure.id}` as Route}
              title={`${readingInWords(figure)}. Correct it`}
            >
              {withVisibleMarks(words)}
            </Link>
          ) : (
            words
          );
        })}
      </mark>
      {text.slice(anchor.end, to)}
      {to < text.length && ' …'}
    </blockquote>
  );
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.indexOf(' ', near);
  return space >= 0 && space < near + 40 ? space + 1 : near;
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.lastIndexOf(' ', near);
  return space > near - 40 ? space : near;
}
