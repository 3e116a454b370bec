import type { Claim } from '#data/claims';
import { type Run, type Span, toParagraphs, toRuns } from '#domain/annotation';
import { claimCode } from '#domain/claim';
import { STATUS_LABELS } from '#domain/labels';
import type { Rating } from '#domain/rating';

type Answers = ReadonlyMap<string, Rating>;
type Mark = Span & { readonly claim: Claim };

/**
 * The article with its claims underlined. Every stretch says in `data-start` where it begins in
 * the capture, so that words selected in the browser can be placed exactly.
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
  let next = 0;
  return (
    <div className="text" data-article-text lang={language ?? undefined}>
      {toParagraphs(text, span).map((paragraph) => {
        // Marks come in order of their starts: those behind the paragraph are never looked at again.
        while (next < marks.length && (marks[next] as Mark).end <= paragraph.start) next++;
        const near: Mark[] = [];
        for (let i = next; i < marks.length && (marks[i] as Mark).start < paragraph.end; i++) {
          near.push(marks[i] as Mark);
        }
        return (
          <p key={paragraph.start} className={isHeading(text, paragraph) ? 'heading' : undefined}>
            {toRuns(text, paragraph, near).map((run) => (
              <TextRun key={run.start} run={run} answers={answers} />
            ))}
          </p>
        );
      })}
    </div>
  );
}

function TextRun({ run, answers }: { run: Run<Mark>; answers: Answers }) {
  const mark = run.marks.at(-1);
  if (!mark) return <span data-start={run.start}>{run.text}</span>;
  const { claim } = mark;
  const answer = claim.ratingKey ? answers.get(claim.ratingKey) : undefined;
  const code = claimCode(claim.number);
  return (
    <a
      className="marked"
      data-start={run.start}
      data-status={claim.status}
      data-tone={answer?.averitecLabel ?? claim.status}
      data-claim={code}
      href={`#${code}`}
      // One stop of the Tab key a claim, however many stretches it is cut into.
      tabIndex={run.start === mark.start ? undefined : -1}
      aria-label={
        run.start === mark.start
          ? `${run.text} (${run.marks.map((each) => claimCode(each.claim.number)).join(', ')}, ${answer?.label ?? STATUS_LABELS[claim.status]})`
          : undefined
      }
    >
      {run.text}
    </a>
  );
}

/** A short line that does not end like a sentence is set as a heading, as it was in print. */
function isHeading(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end).trim();
  return line.length < 90 && !/[.!?…:;,]["'”’)]?$/.test(line);
}
