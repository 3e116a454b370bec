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
      <h2 id="look-title">A source changed: recheck this claim</h2>
      <p>
        The text of a source changed after the verdict. The desk noticed the change on{' '}
        {dayInWords(claim.recheckOn)}.{sources.size > 0 && ' Compare the copies of the sources: '}
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
