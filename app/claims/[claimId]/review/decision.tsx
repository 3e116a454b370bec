import type { Evidence } from '#data/evidence/evidence';
import type { Verdict } from '#data/review/verdicts';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/evidence/labels';
import type { Gate } from '#domain/review/gates';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { GateList } from '../gate-list';
import { VerdictVersion } from '../verdict-versions';

/** As many as there is room for beside the button; all of it is right below. */
const SHOWN = 4;

/**
 * The verdict that an editor decides on, and its evidence in short, beside the button: nobody approves
 * without them, and nobody has to look for the button after reading.
 */
export function Decision({
  verdict,
  evidence,
  letters,
  gates,
}: {
  verdict: Verdict;
  evidence: readonly Evidence[];
  letters: ReadonlyMap<string, string>;
  gates: readonly Gate[];
}) {
  const excused = gates.filter(({ waiver }) => waiver !== null);
  const shown = evidence.slice(0, SHOWN);
  return (
    <div className="decision">
      <VerdictVersion verdict={verdict} />
      <ul className="evidence-in-short" aria-label="The evidence in short">
        {shown.map(({ id, source, origin, stance, directness, quote }) => (
          <li key={id} data-stance={stance}>
            <b title="Independence group">{letters.get(origin)}</b>{' '}
            <a href={`#evidence-${id}`}>{source.title}</a>{' '}
            <span className="soft">
              {STANCE_LABELS[stance].toLowerCase()}, {DIRECTNESS_LABELS[directness].toLowerCase()}
            </span>
            {source.id !== '' && <q>{withVisibleMarks(quote)}</q>}
          </li>
        ))}
      </ul>
      <p>
        <a href="#evidence-title">
          {evidence.length > SHOWN ? `All ${evidence.length} pieces of evidence` : 'The evidence'},
          with its comparisons
        </a>
      </p>
      {excused.length > 0 && <GateList gates={excused} label="Checks passed with a reason" />}
    </div>
  );
}
