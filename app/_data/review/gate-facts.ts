import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { isUnderWork } from '#domain/claims/claim';
import type { GateEvidence } from '#domain/review/gate';
import { GATE_IDS, type GateFacts, type GateId } from '#domain/review/gates';
import type { ClaimState } from '#domain/review/steps';
import {
  type ReviewedRow,
  readCaptureText,
  readReviewedRow,
  readStepRow,
  type StepRow,
} from '../claims/reviewed-rows';
import { type Sqlite, sqlite } from '../database/db';
import {
  type FigureComparison,
  type FrozenComparison,
  findComparedFigures,
  toComparisonKey,
  toFrozenComparison,
} from '../evidence/comparisons';
import { toEvidenceKey, toFrozenEvidence, withoutUnsaid } from '../evidence/frozen-evidence';
import { findClaimOrigins, findOfArticle } from '../evidence/origins';
import { sha256 } from '../record/record-events';

/** The status of a claim in the review, with its verdict and its submission. */
export type ClaimInReview = {
  readonly state: ClaimState;
  readonly verdict: {
    readonly id: string;
    readonly n: number;
    readonly decidedById: string;
  } | null;
  readonly submissionId: string | null;
};

/** A claim for its gates: the facts that they judge, and the content that would be submitted. */
export type ReviewedClaim = ClaimInReview & {
  readonly facts: GateFacts;
  /** All that a verdict stands on; its digest is what is submitted and approved. */
  readonly content: Json;
  /** The evidence that rests on a confidential source: it is not among what goes out. */
  readonly confidentialEvidence: ReadonlySet<string>;
};

/**
 * A claim for a step that no gate is asked for, or null when there is none with this id.
 *
 * @param db  the write under way, where a step is decided: nothing may change in between
 */
export function findClaimInReview(id: string, db: Sqlite = sqlite()): ClaimInReview | null {
  const row = readStepRow(id, db);
  return row && toInReview(row);
}

function toInReview({ verdictId, decidedById, submissionId, ...state }: StepRow): ClaimInReview {
  const n = state.verdictCount;
  return {
    state,
    verdict: verdictId && decidedById ? { id: verdictId, n, decidedById } : null,
    submissionId,
  };
}

/** The same with what its gates are judged on, which takes more reading. */
export function findReviewedClaim(id: string, db: Sqlite = sqlite()): ReviewedClaim | null {
  const [step, row] = [readStepRow(id, db), readReviewedRow(id, db)];
  if (!step || !row) return null;
  const { figures, comparisons } = findComparedFigures(id, db);
  const content = toContent(row, comparisons);
  return {
    ...toInReview(step),
    facts: {
      isAnchored: isAnchored(row, db),
      claimant: row.claimant?.name ?? null,
      claimantUnknownReason: row.claimantUnknownReason,
      evidence: toGateEvidence(id, row, db),
      figures: figures.length,
      uncompared: figures
        .filter(({ id: figureId }) => !comparisons.some((each) => isCompared(each, figureId)))
        .map(({ surface }) => surface),
      verdict: toGateVerdict(row, comparisons),
      // What was approved and is opened again is still to be approved.
      approvedBy: isUnderWork(step.status) ? null : (row.submission?.approvedBy ?? null),
      openThreads: row.openThreads,
      submittedSha256: row.submission?.contentSha256 ?? null,
      presentSha256: sha256(toCanonicalJson(content)),
      ...sincePublished(row, content),
      waivers: row.waivers.flatMap(({ gate, ...waiver }) =>
        isGate(gate) ? [{ ...waiver, gate }] : [],
      ),
    },
    content,
    confidentialEvidence: new Set(
      row.evidence.filter(({ confidential }) => confidential).map(({ id: each }) => each),
    ),
  };
}

function toGateEvidence(
  claimId: string,
  { articleId, evidence }: ReviewedRow,
  db: Sqlite,
): GateEvidence[] {
  const sources = evidence.map(({ document }) => document.id);
  const originOf = findClaimOrigins(db, claimId);
  const isOfArticle = findOfArticle(
    db,
    sources.map((source) => [articleId, source]),
  );
  return evidence.map((each) => ({
    stance: each.stance,
    directness: each.directness,
    quoteFound: each.quoteFound ?? (each.capture ? 'waiting' : 'absent'),
    quoteChange: each.quoteChange,
    // What was said in an interview is in no copy: notes or a recording stand in its place.
    hasNote: Boolean(each.note) || each.fileSha256 !== null,
    origin: originOf(each.id).origin,
    isOfArticle: isOfArticle(articleId, each.document.id),
    title: each.confidential ? null : each.document.title,
  }));
}

function toGateVerdict(
  { verdict, evidence }: ReviewedRow,
  comparisons: readonly FigureComparison[],
): GateFacts['verdict'] {
  return (
    verdict && {
      decidedById: verdict.decidedById,
      decidedBy: verdict.decidedBy,
      explanation: verdict.explanation,
      ratingValue: verdict.rating.value,
      isOnPresentEvidence:
        toEvidenceKey(verdict.evidence) === toEvidenceKey(evidence as unknown as Json) &&
        toComparisonKey(verdict.comparisons as unknown as FrozenComparison[]) ===
          toComparisonKey(comparisons),
    }
  );
}

/** What is owed to readers when the claim went out and is not as it was then. */
function sincePublished(
  { verdict, publication, corrections }: ReviewedRow,
  content: Json,
): Pick<GateFacts, 'needsCorrectionNote' | 'needsNewVersion'> {
  if (!publication) return { needsCorrectionNote: false, needsNewVersion: false };
  // The public notes on the published version, which may have been published before as well.
  const since = corrections.filter(
    ({ verdictId, at }) => verdictId === publication.verdictId && at >= publication.at,
  );
  const isOut = publication.verdictId === verdict?.id;
  return {
    needsCorrectionNote: verdict !== null && !isOut && since.length === 0,
    needsNewVersion:
      isOut &&
      (since.some(({ kind }) => kind === 'correction') ||
        !isAsPublished(publication.frozen, content)),
  };
}

/** Whether the words of a claim stand in a copy where the claim says; no copy is read twice. */
function isAnchored({ appearances }: ReviewedRow, db: Sqlite): boolean {
  const texts = new Map<string, string | null>();
  return appearances.some(({ captureId, start, end, exact }) => {
    const known = texts.get(captureId);
    const text = known === undefined ? readCaptureText(captureId, db) : known;
    texts.set(captureId, text);
    return text === null || text.slice(start, end) === exact;
  });
}

/**
 * A figure that cannot be compared counts as uncompared, and so does one compared with the article
 * itself.
 */
const isCompared = ({ figure, found, comparison }: FigureComparison, figureId: string) =>
  figure.id === figureId && !found.isOfArticle && comparison.result !== 'notComparable';

const isGate = (text: string): text is GateId => GATE_IDS.some((id) => id === text);

function toContent(row: ReviewedRow, comparisons: readonly FigureComparison[]): Json {
  const { verdict } = row;
  return {
    claim: {
      text: row.text,
      headline: row.headline,
      kind: row.kind,
      checkable: row.checkable,
      saidOn: row.saidOn,
      eventOn: row.eventOn,
      place: row.place,
      claimant: row.claimant,
      claimantUnknownReason: row.claimantUnknownReason,
    },
    appearances: row.appearances,
    quantities: row.quantities,
    evidence: row.evidence.map(({ fileSha256, confidential: _confidential, ...rest }) => ({
      ...toFrozenEvidence(withoutUnsaid(rest)),
      ...(!rest.capture && { fileSha256 }),
    })),
    // Only where there are some: what was submitted before figures were compared keeps its digest.
    ...(comparisons.length > 0 && { comparisons: comparisons.map(toFrozenComparison) }),
    verdict: verdict
      ? {
          n: verdict.n,
          rating: verdict.rating,
          reasons: verdict.reasons,
          asOf: verdict.asOf,
          explanation: verdict.explanation,
          correctedText: verdict.correctedText,
          changeNote: verdict.changeNote,
          decidedById: verdict.decidedById,
          ...(verdict.otherwiseReason && {
            suggestedKey: verdict.suggestedKey,
            otherwiseReason: verdict.otherwiseReason,
          }),
        }
      : null,
  } as unknown as Json;
}

/** Whether the claim is put as it was when it went out; its evidence has a gate of its own. */
const isAsPublished = (frozen: Json, content: Json): boolean =>
  toCanonicalJson((frozen as { claim: Json }).claim) ===
  toCanonicalJson((content as { claim: Json }).claim);
