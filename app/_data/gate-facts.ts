import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { GATE_IDS, type GateEvidence, type GateFacts, type GateId } from '#domain/gates';
import { type ClaimState, isUnderWork } from '#domain/review';
import type { Prisma } from '#prisma/client';
import {
  type FigureComparison,
  type FrozenComparison,
  findComparedFigures,
  toComparisonKey,
  toFrozenComparison,
} from './comparisons';
import { reader, type Tx } from './db';
import { sha256 } from './events';
import { findOfArticle, findOrigins } from './origins';

/** A claim as the review judges it: where it is, what its gates rest on, what would be submitted. */
export type ReviewedClaim = {
  readonly state: ClaimState;
  readonly facts: GateFacts;
  /** All that a verdict stands on; its digest is what is submitted and approved. */
  readonly content: Json;
  readonly verdict: {
    readonly id: string;
    readonly n: number;
    readonly decidedById: string;
  } | null;
  readonly submissionId: string | null;
  /** The evidence that rests on a confidential source: it is not among what goes out. */
  readonly confidentialEvidence: ReadonlySet<string>;
};

/**
 * A claim with what its gates are judged on, or null when there is none with this id.
 *
 * @param from  the write under way, where a step is decided: nothing may change in between
 */
export async function findReviewedClaim(
  id: string,
  from: Pick<Tx, 'claim' | '$queryRawUnsafe'> = reader(),
): Promise<ReviewedClaim | null> {
  const row = await from.claim.findUnique({ where: { id }, select: reviewedSelect });
  if (!row) return null;
  const evidence = row.evidence;
  const originOf = await findOrigins(
    from,
    evidence.map(({ document }) => document.id),
  );
  const isOfArticle = await findOfArticle(
    from,
    evidence.map(({ document }) => [row.articleId, document.id]),
  );
  const ofArticle = new Set(
    evidence
      .filter(({ document }) => isOfArticle(row.articleId, document.id))
      .map((each) => each.id),
  );
  const [verdict, publication, submission] = [
    row.verdicts[0],
    row.publications[0],
    row.submissions[0],
  ];
  const isOut = publication !== undefined && publication.verdictId === verdict?.id;
  const isReplaced = publication !== undefined && verdict !== undefined && !isOut;
  // What readers were told since of the version that is out, which may have been out before as well.
  const corrections = row.corrections.filter(
    ({ verdictId, at }) =>
      publication && verdictId === publication.verdictId && at >= publication.at,
  );
  const { figures, comparisons } = await findComparedFigures(id, from);
  const content = toContent(row, comparisons);
  return {
    state: {
      id: row.id,
      status: row.status,
      revision: row.revision,
      assigneeId: row.assigneeId,
      evidenceCount: evidence.length,
      verdictCount: verdict?.n ?? 0,
    },
    facts: {
      isAnchored: row.appearances.some(
        ({ start, end, exact, capture }) =>
          capture.text === null || capture.text.slice(start, end) === exact,
      ),
      claimant: row.claimant?.name ?? null,
      claimantUnknownReason: row.claimantUnknownReason,
      evidence: evidence.map(
        ({
          id: evidenceId,
          stance,
          directness,
          note,
          fileSha256,
          document,
          ...quote
        }): GateEvidence => ({
          stance,
          directness,
          quoteFound: quote.quoteFound ?? 'absent',
          quoteChange: quote.quoteChange,
          // What was said in an interview is in no copy: notes or a recording stand in its place.
          hasNote: Boolean(note) || fileSha256 !== null,
          origin: originOf(document.id),
          isOfArticle: ofArticle.has(evidenceId),
          title: document.confidential ? null : document.title,
        }),
      ),
      figures: figures.length,
      uncompared: figures
        .filter(({ id: figureId }) => !comparisons.some((each) => isHeld(each, figureId)))
        .map(({ surface }) => surface),
      verdict: verdict
        ? {
            decidedById: verdict.decidedById,
            decidedBy: verdict.decidedBy.name,
            explanation: verdict.explanation,
            ratingValue: verdict.rating.value,
            isOnPresentEvidence:
              toEvidenceKey(verdict.evidence as Json) ===
                toEvidenceKey(evidence as unknown as Json) &&
              toComparisonKey(verdict.comparisons as unknown as FrozenComparison[]) ===
                toComparisonKey(comparisons),
          }
        : null,
      // What was approved and is opened again is still to be approved.
      approvedBy: isUnderWork(row.status) ? null : (submission?.approval?.by.name ?? null),
      openThreads: row._count.comments,
      submittedSha256: submission?.contentSha256 ?? null,
      presentSha256: sha256(toCanonicalJson(content)),
      needsCorrectionNote: isReplaced && corrections.length === 0,
      needsNewVersion:
        isOut &&
        (corrections.some(({ kind }) => kind === 'correction') ||
          !isAsPublished(publication.frozen as Json, content)),
      waivers: row.waivers.flatMap(({ gate, by, ...waiver }) =>
        isGate(gate) ? [{ ...waiver, gate, by: by.name }] : [],
      ),
    },
    content,
    verdict: verdict ? { id: verdict.id, n: verdict.n, decidedById: verdict.decidedById } : null,
    submissionId: submission?.id ?? null,
    confidentialEvidence: new Set(
      evidence.filter(({ document }) => document.confidential).map(({ id: each }) => each),
    ),
  };
}

/** What cannot be compared is held against nothing, and so is what is held against the article itself. */
const isHeld = ({ figure, found, comparison }: FigureComparison, figureId: string) =>
  figure.id === figureId && !found.isOfArticle && comparison.result !== 'notComparable';

const isGate = (text: string): text is GateId => GATE_IDS.some((id) => id === text);

const reviewedSelect = {
  id: true,
  status: true,
  revision: true,
  assigneeId: true,
  articleId: true,
  text: true,
  headline: true,
  kind: true,
  checkable: true,
  saidOn: true,
  eventOn: true,
  place: true,
  claimantUnknownReason: true,
  claimant: { select: { name: true, role: true } },
  appearances: {
    orderBy: { id: 'asc' },
    select: {
      captureId: true,
      start: true,
      end: true,
      exact: true,
      capture: { select: { text: true, textSha256: true } },
    },
  },
  quantities: {
    orderBy: { n: 'asc' },
    omit: { claimId: true, evidenceId: true, baseLowNumber: true, baseHighNumber: true },
  },
  evidence: {
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      quote: true,
      stance: true,
      directness: true,
      note: true,
      quoteFound: true,
      quoteScore: true,
      quoteChange: true,
      fileSha256: true,
      document: {
        select: {
          id: true,
          title: true,
          publisher: true,
          author: true,
          url: true,
          publishedOn: true,
          derivedFromId: true,
          confidential: true,
        },
      },
      capture: { select: { id: true, sha256: true, textSha256: true } },
    },
  },
  verdicts: {
    orderBy: { n: 'desc' },
    take: 1,
    select: {
      id: true,
      n: true,
      reasons: true,
      asOf: true,
      explanation: true,
      correctedText: true,
      changeNote: true,
      decidedById: true,
      decidedBy: { select: { name: true } },
      evidence: true,
      comparisons: true,
      suggestedKey: true,
      otherwiseReason: true,
      rating: { select: { key: true, label: true, value: true } },
    },
  },
  submissions: {
    orderBy: { id: 'desc' },
    take: 1,
    select: {
      id: true,
      contentSha256: true,
      approval: { select: { by: { select: { name: true } } } },
    },
  },
  publications: {
    orderBy: { n: 'desc' },
    take: 1,
    select: { verdictId: true, at: true, frozen: true },
  },
  corrections: { select: { verdictId: true, kind: true, at: true } },
  waivers: {
    where: { takenBackAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, gate: true, reason: true, by: { select: { name: true } } },
  },
  _count: { select: { comments: { where: { threadId: null, resolvedAt: null } } } },
} satisfies Prisma.ClaimSelect;

type ReviewedRow = Prisma.ClaimGetPayload<{ select: typeof reviewedSelect }>;

function toContent(row: ReviewedRow, comparisons: readonly FigureComparison[]): Json {
  const [verdict] = row.verdicts;
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
    appearances: row.appearances.map(({ capture, ...appearance }) => ({
      ...appearance,
      textSha256: capture.textSha256,
    })),
    quantities: row.quantities,
    evidence: row.evidence.map(({ document, capture, fileSha256, ...said }) => {
      const { confidential: _, ...source } = document;
      return capture
        ? { ...said, capture: { ...capture, document: source } }
        : { ...said, capture: null, document: source, fileSha256 };
    }),
    // Only where there are some: what was submitted before figures were compared keeps its digest.
    ...(comparisons.length > 0 && { comparisons: comparisons.map(toFrozenComparison) }),
    verdict: verdict
      ? {
          n: verdict.n,
          rating: verdict.rating,
          reasons: verdict.reasons as Json,
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

type FrozenEvidence = {
  readonly id: string;
  readonly quote: string;
  readonly stance: string;
  readonly directness: string;
  readonly note: string | null;
  readonly capture: { readonly id: string } | null;
};

/** What of a verdict's evidence must still be so; the titles of sources may be corrected. */
const toEvidenceKey = (evidence: Json): string =>
  toCanonicalJson(
    (evidence as unknown as readonly FrozenEvidence[]).map(
      ({ id, quote, stance, directness, note, capture }) => ({
        id,
        quote,
        stance,
        directness,
        note,
        captureId: capture?.id ?? null,
      }),
    ),
  );
