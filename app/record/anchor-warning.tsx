import { type AnchorBreak, anchorBreakSentence } from '#data/record/anchor-breaks';
import { acknowledgeAnchor } from './actions';
import { ReasonForm } from './reason-form';

/** That the anchor of the record was broken, until an administrator has acknowledged it. */
export function AnchorWarning({
  breaks,
  mayAcknowledge,
}: {
  breaks: readonly AnchorBreak[];
  mayAcknowledge: boolean;
}) {
  const last = breaks.at(-1);
  if (!last) return null;
  return (
    <section className="record-warning" aria-labelledby="anchor-title">
      <h2 id="anchor-title">The anchor was broken</h2>
      {breaks.map((each) => (
        <p key={each.seq}>{anchorBreakSentence(each)}</p>
      ))}
      <p>
        The anchor is a file outside the database with the hash of every event. While the anchor was
        broken, anybody with access to the database could change earlier events without a trace.
        Compare the head with an earlier head that you printed, and enter the reason for the break.
      </p>
      {mayAcknowledge && (
        <ReasonForm
          action={acknowledgeAnchor}
          hidden={{ shown: String(last.seq) }}
          button="Acknowledge the break"
        />
      )}
    </section>
  );
}
