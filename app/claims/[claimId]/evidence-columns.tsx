import type { Route } from 'next';
import type { FigureComparison } from '#data/evidence/comparisons';
import type { Evidence } from '#data/evidence/evidence';
import { differenceWords } from '#domain/comparison/difference-text';
import { dayInWords } from '#domain/day';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/evidence/labels';
import type { Stance } from '#domain/evidence/stance';
import { altersSense } from '#domain/quotes/differences';
import { QUOTE_CHANGE_LABELS } from '#domain/quotes/labels';
import { sizeInWords } from '#domain/text';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { diffWords } from '#domain/texts/word-diff';
import { Link } from '#ui/link';
import { ResultBadge } from './comparisons/result-badge';
import { independenceInWords, QuoteInSource } from './evidence/quote-in-source';

const COLUMNS: readonly (readonly [title: string, stances: readonly Stance[]])[] = [
  ['For', ['supports']],
  ['Against', ['refutes']],
  ['Other', ['context', 'inconclusive']],
];

/** Evidence for and against, side by side; the third column only when there is something in it. */
export function EvidenceColumns({
  code,
  evidence,
  canEdit,
  letters = new Map(),
  comparisons = [],
}: {
  code: string;
  evidence: readonly Evidence[];
  canEdit: boolean;
  /** The letter of each source, by its origin. */
  letters?: ReadonlyMap<string, string>;
  /** Shown with the evidence that they take a figure from. */
  comparisons?: readonly FigureComparison[];
}) {
  if (evidence.length === 0) return <p className="soft">No evidence yet.</p>;
  const columns = COLUMNS.map(
    ([title, stances]) =>
      [title, evidence.filter(({ stance }) => stances.includes(stance))] as const,
  ).filter(([title, items]) => title !== 'Other' || items.length > 0);
  return (
    <div className="evidence-columns">
      {columns.map(([title, items]) => (
        <div key={title}>
          <h3>{title}</h3>
          {items.length === 0 ? (
            <p className="soft">None yet.</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.id} id={`evidence-${item.id}`}>
                  <EvidenceItem
                    code={code}
                    item={item}
                    canEdit={canEdit}
                    letter={letters.get(item.origin)}
                    comparisons={comparisons.filter((each) => isOf(item, each))}
                    together={countedTogether(item, evidence)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

/** Whether a comparison takes a figure of this evidence, alone or in a calculation. */
const isOf = ({ id }: Evidence, { found, derived }: FigureComparison): boolean =>
  (derived?.operands ?? [found]).some(({ evidenceId }) => evidenceId === id);

/** The other sources that go back to the same origin as this one, and so count as one with it. */
function countedTogether(item: Evidence, evidence: readonly Evidence[]): string[] {
  const titles = evidence.flatMap(({ source, origin }) =>
    origin === item.origin && source.id !== item.source.id ? [source.title] : [],
  );
  return [...new Set(titles)];
}

function EvidenceItem({
  code,
  item,
  canEdit,
  letter,
  comparisons,
  together,
}: {
  code: string;
  item: Evidence;
  canEdit: boolean;
  letter: string | undefined;
  comparisons: readonly FigureComparison[];
  together: readonly string[];
}) {
  const { source } = item;
  if (source.id === '') {
    return (
      <article className="evidence" data-stance={item.stance}>
        <p>{source.title}: your role cannot see this source.</p>
        <Marks item={item} />
      </article>
    );
  }
  return (
    <article className="evidence" data-stance={item.stance}>
      {item.check === 'done' && item.find.found === 'absent' && (
        <p className="notice loud">These words are not in the desk’s copy of the source.</p>
      )}
      {item.find.found === 'fuzzy' && altersSense(item.find.change) && (
        <p className="notice loud">
          The quote has {QUOTE_CHANGE_LABELS[item.find.change]} than the desk’s copy of the source.
        </p>
      )}
      <blockquote>“{withVisibleMarks(item.quote)}”</blockquote>
      <QuoteInSource item={item} canEdit={canEdit} />
      {item.standsAs !== null && <StandsAs quote={item.quote} standsAs={item.standsAs} />}
      <p>
        {letter && <b className="source-letter">{letter}</b>}{' '}
        <Link href={toSource(item)}>{source.title}</Link>
        <span className="soft">
          {source.publisher && `, ${source.publisher}`}
          {source.publishedOn && `, ${dayInWords(source.publishedOn)}`}
        </span>
        {source.confidential && <span className="chip confidential">confidential</span>}
      </p>
      {comparisons.length > 0 && <ComparedLines comparisons={comparisons} />}
      <Marks item={item} />
      {together.length > 0 && (
        <p className="soft">
          Counts as one source with {together.map((title) => `“${title}”`).join(' and ')}: they have
          the same origin.
        </p>
      )}
      {item.note && <p className="evidence-note">{withVisibleMarks(item.note)}</p>}
      {item.file && (
        <p>
          <a href={`/claims/${code}/evidence/${item.id}/file`} download>
            {item.file.name}
          </a>{' '}
          <span className="soft">{sizeInWords(item.file.size)}</span>
        </p>
      )}
      {canEdit && (
        <p>
          <Link
            href={`/claims/${code}/evidence/${item.id}`}
            aria-label={`Edit the evidence from ${source.title}`}
          >
            Edit
          </Link>
        </p>
      )}
    </article>
  );
}

/** The figures of one piece of evidence beside those of the claim, short: their sentences are below. */
function ComparedLines({ comparisons }: { comparisons: readonly FigureComparison[] }) {
  return (
    <ul className="compared-lines" aria-label="Compared figures">
      {comparisons.map(({ pairId, figure, found, comparison, derived }) => (
        <li key={pairId}>
          <ResultBadge result={comparison.result} />{' '}
          <span>
            “{found.surface}”{derived && ' (calculated)'} for “{figure.surface}”
            {differenceOf(comparison, found)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function differenceOf(
  comparison: FigureComparison['comparison'],
  found: FigureComparison['found'],
): string {
  const words = differenceWords(comparison, found);
  return words ? `: the claim is ${words}` : '';
}

/** Where a quote is written differently from its source, word by word. */
function StandsAs({ quote, standsAs }: { quote: string; standsAs: string }) {
  let at = 0;
  return (
    <p className="stands-as">
      <span className="soft">The copy has: </span>“
      {diffWords(quote, standsAs).map(({ kind, text }) => {
        const key = at;
        at += text.length;
        if (kind === 'same') return <span key={key}>{withVisibleMarks(text)}</span>;
        const Changed = kind === 'removed' ? 'del' : 'ins';
        return (
          <Changed key={key}>
            <span className="visually-hidden">
              [{kind === 'removed' ? 'only in the quote' : 'only in the copy'}:{' '}
            </span>
            {withVisibleMarks(text)}
            <span className="visually-hidden">]</span>
          </Changed>
        );
      })}
      ”
    </p>
  );
}

function toSource({ source, capture, find }: Evidence): Route {
  if (!capture) return `/sources/${source.id}` as Route;
  const place = find.found === 'absent' ? '' : `?at=${find.start}#words`;
  return `/sources/${capture.documentId}/captures/${capture.n}${place}` as Route;
}

function Marks({ item }: { item: Evidence }) {
  const independence = independenceInWords(item.independence);
  return (
    <p className="soft evidence-marks">
      <span>{STANCE_LABELS[item.stance]}</span>
      <span>{DIRECTNESS_LABELS[item.directness]} source</span>
      {item.capture && item.find.found === 'exact' && <span>quote found in the copy</span>}
      {item.capture && item.find.found === 'fuzzy' && (
        <span>
          quote found, written differently: {QUOTE_CHANGE_LABELS[item.find.change]} (
          {Math.round(item.find.score * 100)} %)
        </span>
      )}
      {!item.capture && item.source.id !== '' && item.source.kind === 'interview' && (
        <span>interview without a copy</span>
      )}
      {independence && <span>{independence}</span>}
      <span>added by {item.addedBy}</span>
    </p>
  );
}
