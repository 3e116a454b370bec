import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findCaptureText } from '#data/captures/captures';
import { comparedFor, findComparedFigures } from '#data/evidence/comparisons';
import { forReader, listEvidence } from '#data/evidence/evidence';
import { findRating } from '#data/review/ratings';
import { findGates } from '#data/review/take-step';
import { listVerdicts } from '#data/review/verdicts';
import { claimCode, isEditable, isUnderWork } from '#domain/claims/claim';
import { DISMISS_LABELS, KIND_LABELS, STATUS_LABELS } from '#domain/claims/labels';
import { isPermitted, type Permission } from '#domain/people/permission';
import { takeStep } from '#review/actions';
import { ClaimSteps } from '#review/claim-steps';
import { History } from '#review/history';
import { Link } from '#ui/link';
import { ClaimFacts } from './claim-facts';
import { findClaimOf } from './claim-of';
import { Comments } from './comments/comments';
import { Comparisons } from './comparisons/comparisons';
import { Context } from './context';
import { EvidenceColumns } from './evidence-columns';
import { FigureTable } from './figure-table';
import { Live } from './live/live';
import { LookAgain } from './look-again/look-again';
import { PlanBox } from './plan/plan-box';
import { ReviewPanel } from './review/review-panel';
import { VerdictVersions } from './verdict-versions';
import './claim.css';
import { withMarks } from '#domain/texts/plain-line';

export async function generateMetadata({
  params,
}: PageProps<'/claims/[claimId]'>): Promise<Metadata> {
  await permitted('desk.read');
  const claim = await findClaimOf((await params).claimId);
  return { title: claim ? `${claimCode(claim.number)}: ${claim.text}` : 'No such claim' };
}

export default async function ClaimPage({ params, searchParams }: PageProps<'/claims/[claimId]'>) {
  const person = await permitted('desk.read');
  const claim = await findClaimOf((await params).claimId);
  if (!claim) notFound();
  const [text, everything, verdicts, rating, gates, compared] = await Promise.all([
    findCaptureText(claim.appearance.captureId),
    listEvidence(claim.id),
    listVerdicts(claim.id, isPermitted(person.role, 'source.confidential')),
    claim.ratingKey ? findRating(claim.ratingKey) : null,
    findGates(claim.id, person.id),
    findComparedFigures(claim.id),
  ]);
  const code = claimCode(claim.number);
  const may = (permission: Permission) => isPermitted(person.role, permission);
  const evidence = forReader(everything, may('source.confidential'));
  const canWork = isUnderWork(claim.status) && may('evidence.attach');
  const canEdit = isEditable(claim.status);
  const canUndo =
    (claim.status === 'open' || claim.status === 'dismissed') &&
    evidence.length === 0 &&
    verdicts.length === 0;

  return (
    <main id="main" className="claim">
      <Live claim={claim} isForm={false} />
      <p className="crumbs">
        <Link href="/claims">Claims</Link> /{' '}
        <Link href={`/articles/${claim.article.id}?at=${claim.appearance.start}#${code}`}>
          {claim.article.title}
        </Link>
      </p>
      <header className="claim-head">
        <p className="claim-marks">
          <span className="code">{code}</span>
          <span className="soft">{KIND_LABELS[claim.kind]}</span>
          <span className="badge" role="status" data-tone={claim.status}>
            {STATUS_LABELS[claim.status]}
            {claim.dismissReason && `: ${DISMISS_LABELS[claim.dismissReason].toLowerCase()}`}
          </span>
          {rating && (
            <span className="badge verdict" data-tone={rating.averitecLabel}>
              {rating.label}
            </span>
          )}
          {claim.assignee && <span className="soft">assigned to {claim.assignee.name}</span>}
        </p>
        <h1>{withMarks(claim.text)}</h1>
        {claim.duplicateOf && (
          <p>
            Duplicate of{' '}
            <Link href={`/claims/${claimCode(claim.duplicateOf.number)}`}>
              {claimCode(claim.duplicateOf.number)}
            </Link>
            .
          </p>
        )}
        <div className="actions">
          {canEdit && may('claim.edit') && (
            <Link className="button small" href={`/claims/${code}/edit`}>
              Edit the claim
            </Link>
          )}
          {may('claim.accept') && (
            <ClaimSteps
              action={takeStep}
              claimId={claim.id}
              revision={claim.revision}
              code={code}
              status={claim.status}
              canUndo={canUndo}
            />
          )}
        </div>
      </header>

      <LookAgain claim={claim} evidence={evidence} canLook={may('evidence.edit')} />

      <div className="claim-grid">
        <div className="claim-main">
          <section aria-labelledby="context-title">
            <h2 id="context-title">In the article</h2>
            <Context
              text={text}
              anchor={claim.appearance}
              code={code}
              quantities={claim.quantities}
            />
          </section>

          <section aria-labelledby="figures-title">
            <div className="section-head">
              <h2 id="figures-title">Figures</h2>
              {canEdit && may('figure.edit') && (
                <Link className="button small" href={`/claims/${code}/figures/new`}>
                  Add a figure
                </Link>
              )}
            </div>
            <FigureTable
              code={code}
              quantities={claim.quantities}
              canEdit={canEdit && may('figure.edit')}
            />
            <Comparisons
              claim={claim}
              compared={comparedFor(compared, may('source.confidential'))}
              canCompare={isUnderWork(claim.status) && may('figure.compare')}
            />
          </section>

          <section aria-labelledby="evidence-title">
            <div className="section-head">
              <h2 id="evidence-title">Evidence</h2>
              {canWork && (
                <Link className="button small" href={`/claims/${code}/evidence/new`}>
                  Attach evidence
                </Link>
              )}
            </div>
            {claim.status === 'suggested' && may('claim.accept') && (
              <p className="soft">Accept the claim to attach evidence and give a verdict.</p>
            )}
            <EvidenceColumns code={code} evidence={evidence} canEdit={canWork} />
          </section>

          <section aria-labelledby="verdict-title">
            <div className="section-head">
              <h2 id="verdict-title">Verdict</h2>
              {canWork && (
                <Link className="button small" href={`/claims/${code}/verdict`}>
                  {verdicts.length > 0 ? 'Give a new version of the verdict' : 'Give a verdict'}
                </Link>
              )}
            </div>
            <VerdictVersions code={code} verdicts={verdicts} />
          </section>

          <Comments claim={claim} showAll={(await searchParams).comments === 'all'} />
        </div>

        <div className="claim-side">
          <ReviewPanel claim={claim} gates={gates ?? []} verdicts={verdicts} person={person} />
          <PlanBox claim={claim} />
          <section aria-labelledby="facts-title">
            <h2 id="facts-title" className="visually-hidden">
              About the claim
            </h2>
            <ClaimFacts claim={claim} />
          </section>
          <section aria-labelledby="history-title">
            <h2 id="history-title">History</h2>
            <History
              of={{ claimId: claim.id }}
              path={`/claims/${code}` as Route}
              query={await searchParams}
            />
          </section>
        </div>
      </div>
    </main>
  );
}
