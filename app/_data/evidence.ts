import { v7 as uuidv7 } from 'uuid';
import type { Directness, EvidenceDecision, EvidenceStatement, Stance } from '#domain/evidence';
import type { QuotePlace } from '#domain/quote';
import type { ReadQuantity } from '#domain/reading';
import { accept, type Result, refuse } from '#domain/result';
import { isUnderWork } from '#domain/review';
import type { Prisma } from '#prisma/client';
import { type DocumentDetails, detailsSelect } from './articles';
import { keepBytes } from './capture-files';
import { moveOn, type Recorded, writeStep } from './claim-moves';
import { reader, type Tx, write } from './db';
import { type Actor, recordEvents, sha256 } from './events';
import { toFigureEntry, toQuantityRow } from './quantities';

/** A piece of evidence with the source it rests on. */
export type Evidence = EvidenceStatement & {
  readonly id: string;
  readonly claimId: string;
  readonly revision: number;
  readonly find: QuotePlace;
  readonly addedBy: string;
  readonly createdAt: Date;
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly url: string | null;
    readonly publishedOn: string | null;
  };
  readonly capture: {
    readonly id: string;
    readonly takenAt: Date;
    readonly sha256: string | null;
  };
};

/** The evidence on a claim, primary first. */
export async function listEvidence(claimId: string): Promise<Evidence[]> {
  const rows = await reader().evidence.findMany({
    where: { claimId, removedAt: null },
    orderBy: [{ directness: 'asc' }, { id: 'asc' }],
    select: evidenceSelect,
  });
  return rows.flatMap(toEvidence);
}

/** One piece of evidence, or null when there is none with this id or it was taken back. */
export async function findEvidence(id: string): Promise<Evidence | null> {
  const row = await reader().evidence.findFirst({
    where: { id, removedAt: null },
    select: evidenceSelect,
  });
  return (row && toEvidence(row)[0]) ?? null;
}

/** The evidence that leans on a source, with the claims it is for. */
export async function listEvidenceFrom(documentId: string) {
  const rows = await reader().evidence.findMany({
    where: { removedAt: null, capture: { documentId } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      quote: true,
      stance: true,
      quoteFound: true,
      start: true,
      end: true,
      claim: { select: { id: true, number: true, text: true } },
    },
  });
  return rows;
}

const evidenceSelect = {
  id: true,
  claimId: true,
  quote: true,
  start: true,
  end: true,
  quoteFound: true,
  quoteScore: true,
  stance: true,
  directness: true,
  note: true,
  revision: true,
  createdAt: true,
  addedBy: { select: { name: true } },
  capture: {
    select: {
      id: true,
      takenAt: true,
      sha256: true,
      document: {
        select: { id: true, title: true, publisher: true, url: true, publishedOn: true },
      },
    },
  },
} satisfies Prisma.EvidenceSelect;

function toEvidence(row: Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>): Evidence[] {
  const { capture, addedBy, start, end, quoteFound, quoteScore, ...statement } = row;
  if (!capture) return [];
  const { document, ...copy } = capture;
  return [
    {
      ...statement,
      find: toFind(quoteFound, start, end, quoteScore),
      addedBy: addedBy.name,
      source: document,
      capture: copy,
    },
  ];
}

function toFind(
  found: 'exact' | 'fuzzy' | 'absent' | null,
  start: number | null,
  end: number | null,
  score: number | null,
): QuotePlace {
  if (start === null || end === null || found === null || found === 'absent') {
    return { found: 'absent' };
  }
  return found === 'exact'
    ? { found, start, end, score: 1 }
    : { found, start, end, score: score ?? 0 };
}

/** A source the desk holds, with the text of its latest complete capture. */
export type Source = DocumentDetails & {
  readonly id: string;
  readonly revision: number;
  /** An article under check has its own page to edit it on. */
  readonly underCheck: boolean;
  /** The document that it repeats. */
  readonly derivedFrom: { readonly id: string; readonly title: string } | null;
  readonly capture: {
    readonly id: string;
    readonly n: number;
    readonly takenAt: Date;
    readonly takenBy: string | null;
    readonly sha256: string | null;
    readonly size: number | null;
    readonly text: string;
  };
};

/** A document in its role as a source, or null when there is none with this id. */
export async function findSource(id: string): Promise<Source | null> {
  const row = await reader().document.findUnique({
    where: { id },
    select: {
      id: true,
      revision: true,
      underCheck: true,
      derivedFrom: { select: { id: true, title: true } },
      ...detailsSelect,
      captures: {
        where: { state: 'complete' },
        orderBy: { n: 'desc' },
        take: 1,
        select: {
          id: true,
          n: true,
          takenAt: true,
          sha256: true,
          size: true,
          text: true,
          takenBy: { select: { name: true } },
        },
      },
    },
  });
  const capture = row?.captures[0];
  if (!row || !capture) return null;
  const { captures: _, ...details } = row;
  return {
    ...details,
    capture: { ...capture, text: capture.text ?? '', takenBy: capture.takenBy?.name ?? null },
  };
}

const OFFERED_SOURCES = 100;

/** The sources to choose from when evidence is attached: the hundred added last. */
export async function listSources(): Promise<
  { id: string; title: string; publisher: string | null }[]
> {
  return reader().document.findMany({
    where: { underCheck: false, captures: { some: { state: 'complete' } } },
    orderBy: { id: 'desc' },
    take: OFFERED_SOURCES,
    select: { id: true, title: true, publisher: true },
  });
}

/** Where evidence comes from: a source the desk holds, or a new one with its pasted text. */
export type EvidenceOrigin =
  | { readonly kind: 'held'; readonly captureId: string }
  | {
      readonly kind: 'new';
      readonly details: DocumentDetails;
      readonly raw: string;
      readonly text: string;
    };

/**
 * Attaches evidence to a claim, with its source when that is new, and takes the claim if nobody has.
 *
 * @param id  made when the form was shown: refused as alreadyThere when the form was sent twice
 */
export async function recordEvidence(
  {
    id,
    decision,
    origin,
    quantities,
  }: {
    id: string;
    decision: EvidenceDecision;
    origin: EvidenceOrigin;
    quantities: readonly ReadQuantity[];
  },
  actor: Actor & { userId: string },
): Promise<Result<void, { kind: 'stale' | 'alreadyThere' }>> {
  const kept = origin.kind === 'new' ? await keepBytes(new TextEncoder().encode(origin.raw)) : null;
  return write(async (tx) => {
    const twice = await tx.evidence.findUnique({ where: { id }, select: { id: true } });
    if (twice) return refuse({ kind: 'alreadyThere' });
    const moved = decision.take
      ? await writeStep(tx, decision.take, actor)
      : await moveOn(tx, decision, {});
    if (!moved) return refuse({ kind: 'stale' });
    const captureId =
      origin.kind === 'held'
        ? origin.captureId
        : await addSource(tx, actor, decision.claimId, origin, kept);
    const { statement, find } = decision;
    await tx.evidence.create({
      data: {
        id,
        claimId: decision.claimId,
        captureId,
        ...statement,
        ...toFindColumns(find),
        addedById: actor.userId,
      },
    });
    const figures = toFigureRows(quantities);
    await tx.quantity.createMany({ data: figures.map((row) => ({ ...row, evidenceId: id })) });
    await recordEvents(tx, actor, [
      {
        action: 'evidence.attached',
        entity: 'evidence',
        entityId: id,
        claimId: decision.claimId,
        after: {
          ...statement,
          ...toFindColumns(find),
          captureId,
          figures: figures.map(toFigureEntry),
          revision: decision.revision + 1,
        },
      },
    ]);
    return accept(undefined);
  });
}

const toFigureRows = (quantities: readonly ReadQuantity[]) =>
  quantities.map((quantity, index) => toQuantityRow(quantity, index + 1));

const toFindColumns = (find: QuotePlace) => ({
  quoteFound: find.found,
  start: find.found === 'absent' ? null : find.start,
  end: find.found === 'absent' ? null : find.end,
  quoteScore: find.found === 'absent' ? null : find.score,
});

async function addSource(
  tx: Tx,
  actor: Actor,
  claimId: string,
  { details, text }: Extract<EvidenceOrigin, { kind: 'new' }>,
  kept: { sha256: string; size: number } | null,
): Promise<string> {
  const documentId = uuidv7();
  const captureId = uuidv7();
  const bytes = { sha256: kept?.sha256 ?? null, size: kept?.size ?? null };
  const textSha256 = sha256(text);
  await tx.document.create({
    data: { id: documentId, underCheck: false, kind: 'article', ...details },
  });
  await tx.capture.create({
    data: {
      id: captureId,
      documentId,
      n: 1,
      takenAt: new Date(),
      takenById: actor.userId,
      method: 'paste',
      state: 'complete',
      mime: 'text/plain; charset=utf-8',
      ...bytes,
      text,
      textSha256,
    },
  });
  await recordEvents(tx, actor, [
    {
      action: 'source.added',
      entity: 'document',
      entityId: documentId,
      documentId,
      claimId,
      after: { ...details, underCheck: false, kind: 'article', captureId, ...bytes, textSha256 },
    },
  ]);
  return captureId;
}

/** Records a correction to a piece of evidence; refused as stale when somebody was faster. */
export async function recordEvidenceEdit(
  evidence: Evidence,
  edit: { statement: EvidenceStatement; find: QuotePlace },
  quantities: readonly ReadQuantity[],
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    if (!(await isUnderWorkNow(tx, evidence.claimId))) return refuse({ kind: 'stale' });
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, revision: evidence.revision, removedAt: null },
      data: { ...edit.statement, ...toFindColumns(edit.find), revision: { increment: 1 } },
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
      {
        ...onEvidence(evidence, 'evidence.edited'),
        before: toRecord(evidence, evidence.find),
        after: {
          ...toRecord(edit.statement, edit.find),
          ...(isRequoted && { figures: figures.map(toFigureEntry) }),
          revision,
        },
      },
    ]);
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
    if (!(await isUnderWorkNow(tx, evidence.claimId))) return refuse({ kind: 'stale' });
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, revision: evidence.revision, removedAt: null },
      data: { removedAt: new Date(), revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const { revision } = await touchClaim(tx, evidence.claimId);
    await recordEvents(tx, actor, [
      {
        ...onEvidence(evidence, 'evidence.removed'),
        before: toRecord(evidence, evidence.find),
        after: { revision },
        reason,
      },
    ]);
    return accept(undefined);
  });
}

/** What was submitted stays as it is until it comes back. */
async function isUnderWorkNow(tx: Tx, id: string): Promise<boolean> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id }, select: { status: true } });
  return isUnderWork(claim.status);
}

const touchClaim = (tx: Tx, id: string) =>
  tx.claim.update({
    where: { id },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  });

const onEvidence = ({ id, claimId }: Evidence, action: string) => ({
  action,
  entity: 'evidence',
  entityId: id,
  claimId,
});

const toRecord = (
  {
    quote,
    stance,
    directness,
    note,
  }: {
    quote: string;
    stance: Stance;
    directness: Directness;
    note: string | null;
  },
  find: QuotePlace,
) => ({ quote, stance, directness, note, ...toFindColumns(find) });
