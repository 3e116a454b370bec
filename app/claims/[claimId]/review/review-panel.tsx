import type { Claim } from '#data/claims/claims';
import type { Gate } from '#domain/review/gates';
import { stageOf } from '#domain/review/next-step';
import { Link } from '#ui/link';
import { GateList } from '../gate-list';

/** The checks of a claim that are met, and those that are not needed yet; the others are with the next step. */
export function ReviewPanel({
  claim,
  gates,
}: {
  claim: Pick<Claim, 'status'>;
  gates: readonly Gate[];
}) {
  const stage = stageOf(claim.status);
  if (stage === null && !['published', 'withdrawn'].includes(claim.status)) return null;
  const here = gates.filter((gate) => gate.stage === stage);
  const later = here.filter(({ state }) => state === 'pending');
  const passed = here.filter(({ state }) => state === 'passed');
  const before = gates.filter((gate) => gate.stage === 'submit');
  return (
    <section className="review" aria-labelledby="review-title">
      <h2 id="review-title">Checks</h2>
      <Folded gates={later} one="One check not needed yet" many="checks not needed yet" />
      <Folded gates={passed} one="One check passed" many="checks passed" />
      {stage !== 'submit' && (
        <details className="passed">
          <summary>Checks before submitting</summary>
          <GateList gates={before} label="Checks before submitting" />
        </details>
      )}
      <p>
        <Link href="/methodology" className="soft">
          How claims are checked
        </Link>
      </p>
    </section>
  );
}

function Folded({ gates, one, many }: { gates: readonly Gate[]; one: string; many: string }) {
  if (gates.length === 0) return null;
  const label = gates.length === 1 ? one : `${gates.length} ${many}`;
  return (
    <details className="passed">
      <summary>{label}</summary>
      <GateList gates={gates} label={label} />
    </details>
  );
}
