import { v7 as uuidv7 } from 'uuid';
import { type Json, toCanonicalJson } from '#domain/canonical-json';
import type { Directness, Stance } from '#domain/evidence';
import type { Rating } from '#domain/rating';
import { accept, refuse } from '#domain/result';
import type { VerdictDecision } from '#domain/verdict';
import type { VerdictModel } from '#prisma/models';
import { moveOn, type Recorded, writeStep } from './claim-moves';
import { reader, type Tx, write } from './db';
import { type Actor, recordEvents, sha256 } from './events';

/** One version of the desk's answer, as it was given. */
export type Verdict = {
  readonly id: string;
  readonly n: number;
  readonly rating: Pick<Rating, 'key' | 'label' | 'definition' | 'value'>;
  readonly reasons: readonly string[];
  readonly asOf: string | null;
  readonly explanation: string;
  readonly correctedText: string | null;
  readonly changeNote: string | null;
  readonly supersedesN: number | null;
  readonly decidedById: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  /** Who said yes to it last, and when. */
  readonly approval: Signature | null;
  readonly publication: Signature | null;
  /** What readers were told when it was replaced or withdrawn. */
  readonly corrections: readonly (Signature & { readonly kind: 'correction' | 'withdrawal' })[];
  /** As it stood when the verdict was given. */
  readonly evidence: readonly FrozenEvidence[];
};

export type Signature = { readonly by: string; readonly at: Date; readonly note: string | null };

export type FrozenEvidence = {
  readonly id: string;
  readonly quote: string;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly note: string | null;
  readonly capture: { readonly sha256: string | null; readonly document: FrozenSource } | null;
  /** Of an interview, which has no copy. */
  readonly document?: FrozenSource;
};

type FrozenSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
};

/** The versions of a claim's verdict, newest first. */
export async function listVerdicts(claimId: string): Promise<Verdict[]> {
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
      rating: { select: { key: true, label: true, definition: true, value: true } },
      approvals: { orderBy: { id: 'desc' }, take: 1, select: { ...signed, note: true } },
      publications: { orderBy: { id: 'desc' }, take: 1, select: signed },
      corrections: { orderBy: { id: 'asc' }, select: { ...signed, kind: true, note: true } },
    },
  });
  return rows.map(
    ({ decidedBy, reasons, approvals, publications, corrections, evidence, ...row }) => ({
      ...row,
      reasons: reasons as string[],
      evidence: evidence as unknown as FrozenEvidence[],
      decidedBy: decidedBy.name,
      approval: toSignature(approvals[0]),
      publication: toSignature(publications[0]),
      corrections: corrections.map(({ by, ...correction }) => ({ ...correction, by: by.name })),
    }),
  );
}

const signed = { at: true, by: { select: { name: true } } } as const;

const toSignature = (
  row: { at: Date; by: { name: string }; note?: string | null } | undefined,
): Signature | null => (row ? { by: row.by.name, at: row.at, note: row.note ?? null } : null);

/**
 * Records a version of the verdict with the evidence as it stands, frozen.
 *
 * @returns refused as stale when the claim, its figures or its evidence changed after the form was
 *   shown: a verdict is on what its author saw
 */
export async function recordVerdict(decision: VerdictDecision, actor: Actor): Promise<Recorded> {
  const { claimId, n, statement } = decision;
  const { rating, ...said } = statement;
  return write(async (tx) => {
    const moved = decision.take
      ? await writeStep(tx, decision.take, actor)
      : await moveOn(tx, decision, {});
    if (!moved) return refuse({ kind: 'stale' });
    const evidence = await freezeEvidence(tx, claimId);
    const id = uuidv7();
    const row = {
      id,
      claimId,
      n,
      ratingKey: rating.key,
      reasons: [...said.reasons],
      asOf: said.asOf,
      explanation: said.explanation,
      correctedText: said.correctedText,
      changeNote: said.changeNote,
      supersedesN: decision.supersedesN,
      decidedById: decision.decidedBy,
      decidedAt: new Date(),
      evidence,
      comparisons: [],
    };
    await tx.verdict.create({ data: row });
    await tx.claim.update({ where: { id: claimId }, data: { ratingKey: rating.key } });
    await recordEvents(tx, actor, [
      {
        action: 'verdict.given',
        entity: 'verdict',
        entityId: id,
        claimId,
        after: {
          n,
          rating: rating.key,
          label: rating.label,
          definition: rating.definition,
          ...said,
          reasons: [...said.reasons],
          supersedesN: decision.supersedesN,
          evidence: evidence.map(({ id: evidenceId }) => evidenceId),
          frozenSha256: sha256(toCanonicalJson(toFreeze(row))),
          revision: decision.revision + 1,
        },
      },
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
});

type FrozenRow = Omit<VerdictModel, 'reasons' | 'evidence' | 'comparisons'> & {
  readonly reasons: unknown;
  readonly evidence: unknown;
  readonly comparisons: unknown;
};

async function freezeEvidence(tx: Tx, claimId: string) {
  const rows = await tx.evidence.findMany({
    where: { claimId, removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      quote: true,
      stance: true,
      directness: true,
      note: true,
      quoteFound: true,
      quoteScore: true,
      document: { select: { id: true, title: true, publisher: true, url: true } },
      capture: { select: { id: true, sha256: true, textSha256: true } },
    },
  });
  return rows.map(({ document, capture, ...said }) =>
    capture ? { ...said, capture: { ...capture, document } } : { ...said, capture: null, document },
  );
}
