import type { Claim } from '#data/claims/claims';
import type { RecordedFigure } from '#data/claims/figures';
import { worthOf } from '#domain/claims/arrange';
import { claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { readingInWords } from '#domain/figures/interval-text';
import type { Rating } from '#domain/review/rating';
import {
  marksAlong,
  oneAPlace,
  type Run,
  type Span,
  toParagraphs,
  toRuns,
} from '#domain/texts/annotation';
import { withVisibleMarks } from '#domain/texts/plain-line';

type Answers = ReadonlyMap<string, Rating>;
type Mark = Span & { readonly claim: Claim };
type FigureMark = Span & { readonly figure: RecordedFigure };

/**
 * The article with its claims underlined and their figures set apart. Every stretch says in
 * `data-start` where it begins in the capture, so that words selected in the browser can be placed
 * exactly.
 */
export function AnnotatedText({
  text,
  language,
  span,
  claims,
  answers,
}: {
  text: string;
  language: string | null;
  span: Span;
  claims: readonly Claim[];
  answers: Answers;
}) {
  const marks: Mark[] = claims.map((claim) => ({
    start: claim.appearance.start,
    end: claim.appearance.end,
    claim,
  }));
  const claimsIn = marksAlong(marks);
  const figuresIn = marksAlong(oneAPlace(claims.flatMap(toFigureMarks)));
  return (
    <div className="text" data-article-text lang={language ?? undefined}>
      {toParagraphs(text, span).map((paragraph) => (
        <p key={paragraph.start} className={isHeading(text, paragraph) ? 'heading' : undefined}>
          {toRuns(text, paragraph, claimsIn(paragraph)).map((run) =>
            run.marks.length === 0 ? (
              <span key={run.start} data-start={run.start}>
                {withVisibleMarks(run.text)}
              </span>
            ) : (
              <ClaimRun
                key={run.start}
                run={run}
                pieces={toRuns(text, run, figuresIn(run))}
                answers={answers}
              />
            ),
          )}
        </p>
      ))}
    </div>
  );
}

/** The figures of a claim that have a place; a claim that was dismissed shows none. */
const toFigureMarks = ({ status, quantities }: Claim): FigureMark[] =>
  status === 'dismissed'
    ? []
    : quantities.flatMap((figure) =>
        figure.start === null || figure.end === null
          ? []
          : [{ start: figure.start, end: figure.end, figure }],
      );

function ClaimRun({
  run,
  pieces,
  answers,
}: {
  run: Run<Mark>;
  pieces: readonly Run<FigureMark>[];
  answers: Answers;
}) {
  const { claim, start } = run.marks.at(-1) as Mark;
  const codes = run.marks.map((mark) => claimCode(mark.claim.number));
  // A claim that begins where another one covers it has its place, too.
  const others = run.marks.slice(0, -1).filter((mark) => mark.start === run.start);
  const answer = claim.ratingKey ? answers.get(claim.ratingKey) : undefined;
  const code = claimCode(claim.number);
  return (
    <>
      {others.map((mark) => (
        <span key={mark.claim.id} id={wordsId(claimCode(mark.claim.number))} />
      ))}
      <a
        id={run.start === start ? wordsId(code) : undefined}
        className="marked"
        data-claims={codes.join(' ')}
        data-worth={claim.status === 'suggested' ? worthOf(claim.checkWorthiness) : undefined}
        data-status={claim.status}
        data-tone={answer?.averitecLabel ?? claim.status}
        data-claim={code}
        href={`#${code}`}
        // One stop of the Tab key a claim, however many stretches it is cut into.
        tabIndex={run.start === start ? undefined : -1}
        aria-label={
          run.start === start
            ? `${run.text} (${codes.join(', ')}, ${answer?.label ?? STATUS_LABELS[claim.status]})`
            : undefined
        }
      >
        {pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} />
        ))}
      </a>
    </>
  );
}

/** The id of the words of a claim in the text, to which its card leads back. */
export const wordsId = (code: string) => `words-${code}`;

function Piece({ piece }: { piece: Run<FigureMark> }) {
  const mark = piece.marks.at(-1);
  if (!mark) return <span data-start={piece.start}>{withVisibleMarks(piece.text)}</span>;
  return (
    <b className="figure" data-start={piece.start} title={readingInWords(mark.figure)}>
      {withVisibleMarks(piece.text)}
    </b>
  );
}

/** A short line that does not end like a sentence is set as a heading, as it was in print. */
function isHeading(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end).trim();
  return line.length < 90 && !/[.!?…:;,]["'”’)]?$/.test(line);
}
