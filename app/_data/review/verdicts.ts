import { v7 as uuidv7 } from 'uuid';
import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { accept, refuse } from '#domain/result';
import type { Rating } from '#domain/review/rating';
import type { VerdictDecision } from '#domain/review/verdict';
import type { VerdictModel } from '#prisma/models';
import { advanceRevision, type Recorded, writeStep } from '../claims/revision';
import { plain, reader, write } from '../database/db';
import {
  evidenceOf,
  type FrozenComparison,
  findComparedFigures,
  toFrozenComparison,
} from '../evidence/comparisons';
import { type FrozenEvidence, freezeEvidence } from '../evidence/frozen-evidence';
import { type Actor, event, recordEvents, sha256 } from '../record/record-events';

/** One version of the desk's answer, as it was given. */
export type Verdict = {
  readonly id: string;
  readonly n: number;
  readonly rating: Pick<Rating, 'key' | 'label' | 'definition' | 'value' | 'averitecLabel'>;
  readonly reasons: readonly string[];
  readonly asOf: string | null;
  readonly explanation: string;
  readonly correctedText: string | null;
  readonly changeNote: string | null;
  readonly supersedesN: number | null;
  /** The rating that the comparisons of figures suggested, and why this is another. */
  readonly suggested: Pick<Rating, 'key' | 'label'> | null;
  readonly otherwiseReason: string | null;
  readonly decidedById: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /**
   * The people who approved it and who published it, each in order: it may have been reopened
   * between.
   */
  readonly approvals: readonly Signature[];
  readonly publications: readonly Signature[];
  /** The last of its approvals. */
  readonly approval: Signature | null;
  /** The public note on its replacement or withdrawal. */
  readonly corrections: readonly (Signature & { readonly kind: 'correction' | 'withdrawal' })[];
  /** As it stood when the verdict was given. */
  readonly evidence: readonly FrozenEvidence[];
  readonly comparisons: readonly FrozenComparison[];
};

export type Signature = {
  readonly by: string;
  readonly byId: string;
  readonly at: Date;
  readonly note: string | null;
};

/**
 * The versions of a claim's verdict, newest first.
 *
 * @param seesConfidential  whether what was frozen of confidential sources is among it
 */
export async function listVerdicts(claimId: string, seesConfidential: boolean): Promise<Verdict[]> {
  const hidden = seesConfidential ? new Set() : await findConfidentialEvidence(claimId);
  const rows = await reader().verdict.findMany({
    where: { claimId },
    orderBy: { n: 'desc' },
    select: {
      id: true,
      n: true,
      reasons: true,
      asOf: true,
      explanation: true,
      correctedText: true,
      changeNote: true,
      supersedesN: true,
      decidedById: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      evidence: true,
      comparisons: true,
      suggestedKey: true,
      otherwiseReason: true,
      rating: {
        select: { key: true, label: true, definition: true, value: true, averitecLabel: true },
      },
      approvals: { orderBy: { id: 'asc' }, select: { ...signed, note: true } },
      publications: { orderBy: { id: 'asc' }, select: signed },
      corrections: { orderBy: { id: 'asc' }, select: { ...signed, kind: true, note: true } },
    },
  });
  const labels = await labelsOf(rows.flatMap(({ suggestedKey }) => suggestedKey ?? []));
  return rows.map(
    ({
      decidedBy,
      rating,
      reasons,
      approvals,
      publications,
      corrections,
      evidence,
      comparisons,
      suggestedKey,
      ...row
    }) => ({
      ...row,
      rating: { ...rating, averitecLabel: rating.averitecLabel as Rating['averitecLabel'] },
      reasons: reasons as string[],
      evidence: (evidence as unknown as FrozenEvidence[]).filter(({ id }) => !hidden.has(id)),
      comparisons: (comparisons as unknown as FrozenComparison[]).filter(
        (each) => !evidenceOf(each).some((id) => hidden.has(id)),
      ),
      suggested: suggestedKey
        ? { key: suggestedKey, label: labels.get(suggestedKey) ?? suggestedKey }
        : null,
      decidedBy: decidedBy.name,
      approvals: approvals.map(toSignature),
      publications: publications.map(toSignature),
      approval: approvals.map(toSignature).at(-1) ?? null,
      corrections: corrections.map(({ by, ...correction }) => ({ ...correction, by: by.name })),
    }),
  );
}

async function labelsOf(keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const where = { key: { in: [...keys] } };
  const ratings = await reader().rating.findMany({ where, select: { key: true, label: true } });
  return new Map(ratings.map(({ key, label }) => [key, label]));
}

async function findConfidentialEvidence(claimId: string): Promise<Set<string>> {
  const rows = await reader().evidence.findMany({
    where: { claimId, document: { confidential: true } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

const signed = { at: true, byId: true, by: { select: { name: true } } } as const;

const toSignature = (row: {
  at: Date;
  byId: string;
  by: { name: string };
  note?: string | null;
}): Signature => ({
  by: row.by.name,
  byId: row.byId,
  at: row.at,
  note: row.note ?? null,
});

/**
 * Records a version of the verdict with the evidence and the comparisons of figures as they stand,
 * frozen.
 *
 * @returns refused as stale when the claim, its figures or its evidence changed after the form was
 *   shown: a verdict is on what its author saw
 */
export async function recordVerdict(decision: VerdictDecision, actor: Actor): Promise<Recorded> {
  const { claimId, n, statement } = decision;
  const { rating, ...content } = statement;
  return write(async (tx) => {
    const moved = decision.take
      ? await writeStep(tx, decision.take, actor)
      : await advanceRevision(tx, decision, {});
    if (!moved) return refuse({ kind: 'stale' });
    const evidence = await freezeEvidence(tx, claimId);
    const { comparisons } = findComparedFigures(claimId, plain(tx));
    const id = uuidv7();
    const row = {
      id,
      claimId,
      n,
      ratingKey: rating.key,
      reasons: [...content.reasons],
      asOf: content.asOf,
      explanation: content.explanation,
      correctedText: content.correctedText,
      changeNote: content.changeNote,
      supersedesN: decision.supersedesN,
      decidedById: decision.decidedBy,
      decidedAt: new Date(),
      evidence,
      comparisons: comparisons.map(toFrozenComparison),
      suggestedKey: decision.suggestedKey,
      otherwiseReason: decision.otherwiseReason,
    };
    await tx.verdict.create({ data: { ...row, comparisons: row.comparisons as object[] } });
    await tx.claim.update({ where: { id: claimId }, data: { ratingKey: rating.key } });
    await recordEvents(tx, actor, [
      event('verdict.given', id, {
        claimId,
        after: {
          n,
          rating: rating.key,
          label: rating.label,
          definition: rating.definition,
          ...content,
          reasons: [...content.reasons],
          supersedesN: decision.supersedesN,
          evidence: evidence.map(({ id: evidenceId }) => evidenceId),
          comparisons: comparisons.map(({ pairId }) => pairId),
          suggestedKey: decision.suggestedKey,
          otherwiseReason: decision.otherwiseReason,
          frozenSha256: sha256(toCanonicalJson(toFreeze(row))),
          revision: decision.revision + 1,
        },
      }),
    ]);
    return accept(undefined);
  });
}

/** What of a verdict can never change: its digest stands in the event that gave it. */
export const toFreeze = ({ decidedAt, ...row }: FrozenRow): Json => ({
  id: row.id,
  claimId: row.claimId,
  n: row.n,
  ratingKey: row.ratingKey,
  reasons: row.reasons as Json,
  asOf: row.asOf,
  explanation: row.explanation,
  correctedText: row.correctedText,
  changeNote: row.changeNote,
  supersedesN: row.supersedesN,
  decidedById: row.decidedById,
  decidedAt: decidedAt.toISOString(),
  evidence: row.evidence as Json,
  comparisons: row.comparisons as Json,
  // Only where there is one: what was frozen before keeps its digest.
  ...(row.suggestedKey && { suggestedKey: row.suggestedKey }),
  ...(row.otherwiseReason && { otherwiseReason: row.otherwiseReason }),
});

type FrozenRow = Omit<
  VerdictModel,
  'reasons' | 'evidence' | 'comparisons' | 'suggestedKey' | 'otherwiseReason'
> & {
  readonly suggestedKey?: string | null;
  readonly otherwiseReason?: string | null;
  readonly reasons: unknown;
  readonly evidence: unknown;
  readonly comparisons: unknown;
};
