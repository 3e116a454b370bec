import type { Claim } from '#data/claims/claims';
import type { Evidence } from '#data/evidence/evidence';
import { dayInWords } from '#domain/day';
import { Link } from '#ui/link';
import { noteLook } from './actions';
import { LookAgainForm } from './look-again-form';

/** Says that a source changed under the verdict, and takes down what somebody found. */
export function LookAgain({
  claim,
  evidence,
  canLook,
}: {
  claim: Claim;
  evidence: readonly Evidence[];
  canLook: boolean;
}) {
  if (!claim.recheckOn) return null;
  const sources = new Map(
    evidence.flatMap(({ source }) => (source.id === '' ? [] : [[source.id, source.title]])),
  );
  return (
    <section className="notice loud look-again" aria-labelledby="look-title">
      <h2 id="look-title">A source changed: look at this claim again</h2>
      <p>
        Since {dayInWords(claim.recheckOn)} the text of a source is another than the one this
        verdict stands on.{sources.size > 0 && ' Its copies show what changed: '}
        {[...sources].map(([id, title], index) => (
          <span key={id}>
            {index > 0 && ', '}
            <Link href={`/sources/${id}`}>{title}</Link>
          </span>
        ))}
        {sources.size > 0 && '.'}
      </p>
      {canLook && <LookAgainForm action={noteLook.bind(null, claim.id)} />}
    </section>
  );
}
