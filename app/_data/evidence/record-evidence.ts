import type { ReadFigure } from '#domain/claims/reading';
import { type Independence, NOT_ASKED } from '#domain/evidence/independence';
import type { EvidenceStatement } from '#domain/evidence/stance';
import type { QuotePlace } from '#domain/quotes/find-quote';
import { accept, type Result, refuse } from '#domain/result';
import type { EvidenceDecision } from '#domain/review/attach-evidence';
import { toFigureEntry, toFigureRow } from '../claims/figures';
import { advanceRevision, type Recorded, writeStep } from '../claims/revision';
import { requireUnderWork } from '../claims/under-work';
import { type Tx, write } from '../database/db';
import {
  addDocument,
  findMergedInto,
  type NewDocument,
  prepareCapture,
} from '../documents/documents';
import { keepBytes } from '../documents/files';
import { wakeCaptures } from '../documents/wake-captures';
import { type Actor, event, recordEvents } from '../record/record-events';
import type { Evidence } from './evidence';
import { toFindColumns } from './quote-columns';

/** The origin of evidence: an existing source, or a new one that is pasted or typed. */
export type EvidenceOrigin =
  /** Without a copy where the source is an interview. */
  | { readonly kind: 'existing'; readonly sourceId: string; readonly captureId: string | null }
  | { readonly kind: 'new'; readonly source: Omit<NewDocument, 'underCheck'> };

/** A recording or notes of an interview. */
export type EvidenceFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Attaches evidence to a claim, with its source when that is new, and takes the claim if nobody has.
 *
 * @param id  made when the form was shown: refused as alreadyThere when the form was sent twice
 * @param page  the page of the quote, in a file with pages
 */
export async function recordEvidence(
  {
    id,
    decision,
    origin,
    file = null,
    quantities,
    page = null,
    independence = NOT_ASKED,
  }: {
    id: string;
    decision: EvidenceDecision;
    origin: EvidenceOrigin;
    file?: EvidenceFile | null;
    quantities: readonly ReadFigure[];
    page?: number | null;
    independence?: Independence;
  },
  actor: Actor & { userId: string },
): Promise<Result<void, { kind: 'stale' | 'alreadyThere' }>> {
  const captured =
    origin.kind === 'new' && origin.source.origin
      ? await prepareCapture(origin.source.origin)
      : null;
  const storedFile = file && { ...(await keepBytes(file.bytes)), name: file.name };
  const recorded = await write<Result<void, { kind: 'stale' | 'alreadyThere' }>>(async (tx) => {
    const twice = await tx.evidence.findUnique({ where: { id }, select: { id: true } });
    if (twice) return refuse({ kind: 'alreadyThere' });
    const moved = decision.take
      ? await writeStep(tx, decision.take, actor)
      : await advanceRevision(tx, decision, {});
    if (!moved) return refuse({ kind: 'stale' });
    const document = origin.kind === 'new' ? { ...origin.source, underCheck: false } : null;
    const captureId =
      origin.kind === 'existing'
        ? origin.captureId
        : document && (await addDocument(tx, actor, document, captured, decision.claimId));
    const { statement, find } = decision;
    const leansOn = {
      documentId:
        origin.kind === 'existing' ? await findMergedInto(tx, origin.sourceId) : origin.source.id,
      captureId,
      ...(storedFile && {
        fileSha256: storedFile.sha256,
        fileSize: storedFile.size,
        fileName: storedFile.name,
      }),
    };
    const content = {
      ...statement,
      ...toFound(captureId, find),
      ...leansOn,
      page,
      ...independence,
    };
    await tx.evidence.create({
      data: { id, claimId: decision.claimId, ...content, addedById: actor.userId },
    });
    const figures = toFigureRows(quantities);
    await tx.quantity.createMany({ data: figures.map((row) => ({ ...row, evidenceId: id })) });
    await recordEvents(tx, actor, [
      event('evidence.attached', id, {
        claimId: decision.claimId,
        after: {
          ...content,
          figures: figures.map(toFigureEntry),
          revision: decision.revision + 1,
        },
      }),
    ]);
    return accept(undefined);
  });
  // A new text is compared with those of other sources; a quote may be looked for in a copy by now.
  if (recorded.ok && (captured || decision.find === null)) wakeCaptures();
  return recorded;
}

const toFigureRows = (quantities: readonly ReadFigure[]) =>
  quantities.map((figure, index) => toFigureRow(figure, index + 1));

/** What was said in an interview stands in no copy, and a copy that is not there yet is searched later. */
const toFound = (captureId: string | null, find: QuotePlace | null) =>
  toFindColumns(captureId === null ? null : find);

export type EvidenceEdit = {
  readonly statement: EvidenceStatement;
  /** Null where the copy is not there yet. */
  readonly find: QuotePlace | null;
  readonly page?: number | null;
  /** What it was, where nobody was asked again. */
  readonly independence?: Independence;
};

/** Records a correction to a piece of evidence; refused as stale when somebody was faster. */
export async function recordEvidenceEdit(
  evidence: Evidence,
  edit: EvidenceEdit,
  quantities: readonly ReadFigure[],
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    if (!(await requireUnderWork(tx, evidence.claimId)).ok) return refuse({ kind: 'stale' });
    const found = toFound(evidence.capture?.id ?? null, edit.find);
    const { page = null, independence = evidence.independence } = edit;
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, revision: evidence.revision, removedAt: null },
      data: { ...edit.statement, ...found, page, ...independence, revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const isRequoted = edit.statement.quote !== evidence.quote;
    const figures = isRequoted ? toFigureRows(quantities) : [];
    if (isRequoted) {
      await tx.quantity.deleteMany({ where: { evidenceId: evidence.id } });
      await tx.quantity.createMany({
        data: figures.map((row) => ({ ...row, evidenceId: evidence.id })),
      });
    }
    const { revision } = await touchClaim(tx, evidence.claimId);
    await recordEvents(tx, actor, [
      event('evidence.edited', evidence.id, {
        claimId: evidence.claimId,
        before: toRecord(evidence),
        after: {
          ...edit.statement,
          ...found,
          page,
          ...independence,
          ...(isRequoted && { figures: figures.map(toFigureEntry) }),
          revision,
        },
      }),
    ]);
    if (edit.find === null) wakeCaptures();
    return accept(undefined);
  });
}

/** Takes a piece of evidence back. It stays on record, and so do the verdicts that froze it. */
export async function recordEvidenceRemoval(
  evidence: Evidence,
  reason: string,
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    if (!(await requireUnderWork(tx, evidence.claimId)).ok) return refuse({ kind: 'stale' });
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, revision: evidence.revision, removedAt: null },
      data: { removedAt: new Date(), revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const { revision } = await touchClaim(tx, evidence.claimId);
    await recordEvents(tx, actor, [
      event('evidence.removed', evidence.id, {
        claimId: evidence.claimId,
        before: toRecord(evidence),
        after: { revision },
        reason,
      }),
    ]);
    return accept(undefined);
  });
}

const touchClaim = (tx: Tx, id: string) =>
  tx.claim.update({
    where: { id },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });

const toRecord = (evidence: Evidence) => {
  const { quote, stance, directness, note, page, independence, capture, check, find } = evidence;
  return {
    ...{ quote, stance, directness, note, page },
    ...independence,
    ...toFound(capture?.id ?? null, check === 'done' ? find : null),
  };
};
