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
        The anchor holds the hash of every event outside the database. While it was broken, earlier
        events could have been written anew without a trace in it: compare the head with one that
        was written down before, and say why it was broken.
      </p>
      {mayAcknowledge && (
        <ReasonForm
          action={acknowledgeAnchor}
          hidden={{ shown: String(last.seq) }}
          button="Acknowledge it"
        />
      )}
    </section>
  );
}
