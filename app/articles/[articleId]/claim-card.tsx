import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { Claim } from '#data/claims/claims';
import { worthOf } from '#domain/claims/arrange';
import { claimCode, isEditable } from '#domain/claims/claim';
import { DISMISS_LABELS, KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import { fillWords } from '#domain/claims/leaning-words';
import { dayInWords } from '#domain/day';
import { checkInside, type InsideCheck } from '#domain/derived/inside';
import { figureInWords } from '#domain/figures/figure-text';
import type { Rating } from '#domain/review/rating';
import { withVisibleMarks } from '#domain/texts/plain-line';
import type { FormAction } from '#forms/form-state';
import { ClaimSteps } from '#review/claim-steps';
import type { StepField } from '#review/schema';
import { Link } from '#ui/link';
import { MANY_FORM } from './many/form-id';
import { FillWords, UnfillWords } from './mend/fill-words';
import { MendOnCard } from './mend/mend-on-card';
import { toMendable, toReshapable } from './mend/mendable';
import type { ReshapeField } from './mend/reshape-schema';
import type { MendField, UnfillField } from './mend/schema';

/** A claim beside the article: what it says, why it was suggested, and what can be done with it. */
export function ClaimCard({
  claim,
  rating,
  steps,
  mend,
  unfill,
  replaced,
  reshape,
  next,
  children,
}: {
  claim: Claim;
  rating: Rating | null;
  /** What leads from the card to its words and to other cards. */
  children: ReactNode;
  /** Takes a step of the review; null for who may only read. */
  steps: FormAction<StepField> | null;
  /** Change the claim on its card; null for who may not. */
  mend: FormAction<MendField> | null;
  /** Take back the name that replaced unclear words. */
  unfill: FormAction<UnfillField>;
  /** The unclear words that a name replaced in the last change of the claim; null for none. */
  replaced: string | null;
  /** Split the claim, or merge the next one into it. */
  reshape: FormAction<ReshapeField>;
  /** The claim that follows in the article. */
  next: Claim | null;
}) {
  const code = claimCode(claim.number);
  const canUndo =
    (claim.status === 'open' || claim.status === 'dismissed') &&
    claim.evidenceCount === 0 &&
    claim.verdictCount === 0;
  return (
    <article
      className="card"
      id={code}
      tabIndex={-1}
      data-card
      data-claim-id={claim.id}
      data-status={claim.status}
      data-tone={claim.status}
      aria-labelledby={`${code}-text`}
    >
      {children}
      <p className="card-head">
        {mend && isEditable(claim.status) && (
          <input
            type="checkbox"
            name="claim"
            value={`${claim.id}:${claim.revision}`}
            form={MANY_FORM}
            aria-label={`Select ${code}`}
          />
        )}
        <Link className="code" data-open-claim href={`/claims/${code}`}>
          {code}
        </Link>
        <span className="soft">{KIND_LABELS[claim.kind]}</span>
        {claim.assignee && <span className="soft">assigned to {claim.assignee.name}</span>}
        <span className="badge" data-tone={claim.status}>
          {STATUS_LABELS[claim.status]}
          {claim.dismissReason && `: ${DISMISS_LABELS[claim.dismissReason].toLowerCase()}`}
        </span>
        {rating && (
          <span className="badge verdict" data-tone={rating.averitecLabel}>
            {rating.label}
          </span>
        )}
      </p>
      <p className="card-text" id={`${code}-text`}>
        {withVisibleMarks(claim.text)}
      </p>
      {claim.status !== 'dismissed' && <CardFacts claim={claim} />}
      {mend && claim.leansOn !== null && isEditable(claim.status) && (
        <Leaning claim={claim} words={claim.leansOn} action={mend} />
      )}
      {mend && replaced !== null && isEditable(claim.status) && (
        <UnfillWords
          action={unfill}
          claimId={claim.id}
          revision={claim.revision}
          words={replaced}
        />
      )}
      <div className="steps">
        {steps && (
          <ClaimSteps
            action={steps}
            claimId={claim.id}
            revision={claim.revision}
            code={code}
            status={claim.status}
            canUndo={canUndo}
          />
        )}
        {mend && isEditable(claim.status) && claim.status !== 'dismissed' && (
          <MendOnCard
            action={mend}
            reshape={reshape}
            claim={toMendable(claim)}
            reshapable={toReshapable(claim, next)}
            page={`/articles/${claim.article.id}/mend/${claim.id}` as Route}
          />
        )}
        {claim.status !== 'suggested' && claim.status !== 'dismissed' && (
          <p>
            <Link href={`/claims/${code}`} aria-label={`Open the claim ${code}`}>
              Open the claim →
            </Link>
          </p>
        )}
      </div>
    </article>
  );
}

/** Words of a suggestion that are not clear without the article, and what they may stand for. */
function Leaning({
  claim,
  words,
  action,
}: {
  claim: Claim;
  words: string;
  action: FormAction<MendField>;
}) {
  const choices = claim.candidates.flatMap((name) => {
    const text = fillWords(claim.text, words, name);
    return text === null ? [] : [{ name, text }];
  });
  if (choices.length === 0) {
    return <p className="card-note">“{words}” is not clear without the article.</p>;
  }
  return <FillWords action={action} claim={toMendable(claim)} words={words} choices={choices} />;
}

/** How much the claim is worth checking, and why: “Worth checking: high – a death toll from one source”. */
function WorthNote({ claim: { checkWorthiness, reasons } }: { claim: Claim }) {
  const worth = worthOf(checkWorthiness);
  return (
    <p className="card-note">
      Worth checking:{' '}
      <span className="worth" data-worth={worth}>
        {worth}
      </span>
      {reasons.length > 0 && ` – ${reasons.join('; ')}`}
    </p>
  );
}

/** Whether the figures of the claim agree with each other, as far as its words in the article say. */
function checkClaim({ quantities, appearance: { start, exact } }: Claim): InsideCheck | null {
  const placed = quantities.flatMap((figure) =>
    figure.start === null || figure.end === null
      ? []
      : [{ ...figure, start: figure.start - start, end: figure.end - start }],
  );
  return placed.length === quantities.length ? checkInside(exact, placed) : null;
}

function CardFacts({ claim }: { claim: Claim }) {
  const details = [
    claim.claimant && `Said by ${claim.claimant.name}`,
    claim.saidOn ? `on ${dayInWords(claim.saidOn)}` : claim.saidOnText && `“${claim.saidOnText}”`,
  ].filter(Boolean);
  const inside = checkClaim(claim);
  return (
    <>
      {claim.quantities.length > 0 && (
        <ul className="figures">
          {claim.quantities.map((figure) => (
            <li key={figure.id} className="chip num">
              {figureInWords(figure)}
            </li>
          ))}
        </ul>
      )}
      {inside && <p className="card-note">{inside.sentence}</p>}
      {details.length > 0 && <p className="card-note">{details.join(', ')}</p>}
      {claim.status === 'suggested' && <WorthNote claim={claim} />}
    </>
  );
}
