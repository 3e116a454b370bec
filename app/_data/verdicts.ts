import { v7 as uuidv7 } from 'uuid';
import type { Rating } from '#domain/rating';
import { accept, refuse } from '#domain/result';
import type { VerdictDecision } from '#domain/verdict';
import { moveOn, type Recorded, takeStep } from './claim-moves';
import { reader, type Tx, write } from './db';
import { type Actor, recordEvents } from './events';

/** One version of the desk's answer, as it was given. */
export type Verdict = {
  readonly id: string;
  readonly n: number;
  readonly rating: Pick<Rating, 'key' | 'label' | 'definition' | 'value'>;
  readonly reasons: readonly string[];
  readonly asOf: string | null;
  readonly explanation: string;
  readonly correctedText: string | null;
  readonly decidedById: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
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
      decidedById: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      rating: { select: { key: true, label: true, definition: true, value: true } },
    },
  });
  return rows.map(({ decidedBy, reasons, ...row }) => ({
    ...row,
    reasons: reasons as string[],
    decidedBy: decidedBy.name,
  }));
}

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
      ? await takeStep(tx, decision.take, actor, null)
      : await moveOn(tx, decision, {});
    if (!moved) return refuse({ kind: 'stale' });
    const evidence = await freezeEvidence(tx, claimId);
    const id = uuidv7();
    await tx.verdict.create({
      data: {
        id,
        claimId,
        n,
        ratingKey: rating.key,
        reasons: [...said.reasons],
        asOf: said.asOf,
        explanation: said.explanation,
        correctedText: said.correctedText,
        decidedById: decision.decidedBy,
        decidedAt: new Date(),
        evidence,
        comparisons: [],
      },
    });
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
          evidence: evidence.map(({ id: evidenceId }) => evidenceId),
          revision: decision.revision + 1,
        },
      },
    ]);
    return accept(undefined);
  });
}

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
      capture: {
        select: {
          id: true,
          sha256: true,
          textSha256: true,
          document: { select: { id: true, title: true, publisher: true, url: true } },
        },
      },
    },
  });
  return rows;
}
