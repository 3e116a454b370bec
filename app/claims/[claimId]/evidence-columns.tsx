import Link from 'next/link';
import type { Evidence } from '#data/evidence';
import { dayInWords } from '#domain/day';
import type { Stance } from '#domain/evidence';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/labels';

const COLUMNS: readonly (readonly [title: string, stances: readonly Stance[]])[] = [
  ['For', ['supports']],
  ['Against', ['refutes']],
  ['Beside', ['context', 'inconclusive']],
];

/** Evidence for and against, side by side; the third column only when there is something in it. */
export function EvidenceColumns({
  code,
  evidence,
  canEdit,
}: {
  code: string;
  evidence: readonly Evidence[];
  canEdit: boolean;
}) {
  if (evidence.length === 0) return <p className="soft">No evidence yet.</p>;
  const columns = COLUMNS.map(
    ([title, stances]) =>
      [title, evidence.filter(({ stance }) => stances.includes(stance))] as const,
  ).filter(([title, items]) => title !== 'Beside' || items.length > 0);
  return (
    <div className="evidence-columns">
      {columns.map(([title, items]) => (
        <div key={title}>
          <h3>{title}</h3>
          {items.length === 0 ? (
            <p className="soft">Nothing yet.</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <EvidenceItem code={code} item={item} canEdit={canEdit} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

function EvidenceItem({ code, item, canEdit }: { code: string; item: Evidence; canEdit: boolean }) {
  const { source } = item;
  return (
    <article className="evidence" data-stance={item.stance}>
      {item.find.found === 'absent' && (
        <p className="notice loud">These words are not in the desk’s copy of the source.</p>
      )}
      <blockquote>“{item.quote}”</blockquote>
      <p>
        <Link
          href={`/sources/${source.id}${item.find.found === 'absent' ? '' : `?at=${item.find.start}#quote`}`}
        >
          {source.title}
        </Link>
        <span className="soft">
          {source.publisher && `, ${source.publisher}`}
          {source.publishedOn && `, ${dayInWords(source.publishedOn)}`}
        </span>
      </p>
      <p className="soft evidence-marks">
        <span>{STANCE_LABELS[item.stance]}</span>
        <span>{DIRECTNESS_LABELS[item.directness]} source</span>
        {item.find.found === 'exact' && <span>quote found in the copy</span>}
        {item.find.found === 'fuzzy' && (
          <span>
            quote found, written a little differently ({Math.round(item.find.score * 100)} %)
          </span>
        )}
        <span>added by {item.addedBy}</span>
      </p>
      {item.note && <p className="evidence-note">{item.note}</p>}
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
