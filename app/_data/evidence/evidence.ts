import type { ReadFigure } from '#domain/claims/reading';
import type { DocumentKind } from '#domain/documents/document';
import type { Directness, EvidenceStatement, Stance } from '#domain/evidence/stance';
import type { QuoteChange } from '#domain/quotes/differences';
import type { QuotePlace } from '#domain/quotes/find-quote';
import { accept, type Result, refuse } from '#domain/result';
import type { EvidenceDecision } from '#domain/review/attach-evidence';
import type { Prisma } from '#prisma/client';
import { toFigureEntry, toFigureRow } from '../claims/figures';
import { advanceRevision, type Recorded, writeStep } from '../claims/revision';
import { requireUnderWork } from '../claims/under-work';
import { reader, sqlite, type Tx, write } from '../database/db';
import {
  addDocument,
  findMergedInto,
  type NewDocument,
  prepareCapture,
} from '../documents/documents';
import { keepBytes } from '../documents/files';
import { wakeCaptures } from '../documents/wake-captures';
import { type Actor, event, recordEvents } from '../record/record-events';
import { findOrigins } from './origins';

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
    readonly kind: DocumentKind;
    readonly confidential: boolean;
  };
  /** The copy in which the quote was looked for; null for an interview. */
  readonly capture: {
    readonly id: string;
    /** The document it is a copy of: another than the source, where that was merged since. */
    readonly documentId: string;
    readonly n: number;
    readonly takenAt: Date;
    readonly sha256: string | null;
  } | null;
  /** What stands in the copy in place of a quote that is written differently; null otherwise. */
  readonly standsAs: string | null;
  /** The same for sources that are not independent of each other: see toOrigin; '' where it is hidden. */
  readonly origin: string;
  /** For an interview: a recording or notes. */
  readonly file: { readonly sha256: string; readonly size: number; readonly name: string } | null;
};

/** The evidence on a claim, primary first. */
export async function listEvidence(claimId: string): Promise<Evidence[]> {
  const rows = await reader().evidence.findMany({
    where: { claimId, removedAt: null },
    orderBy: [{ directness: 'asc' }, { id: 'asc' }],
    select: evidenceSelect,
  });
  const originOf = findOrigins(
    sqlite(),
    rows.map(({ document }) => document.id),
  );
  const standing = await findStanding(rows);
  return rows.map((row) => toEvidence(row, originOf, standing));
}

/** One piece of evidence, or null when there is none with this id or it was taken back. */
export async function findEvidence(id: string): Promise<Evidence | null> {
  const row = await reader().evidence.findFirst({
    where: { id, removedAt: null },
    select: evidenceSelect,
  });
  if (!row) return null;
  const originOf = findOrigins(sqlite(), [row.document.id]);
  return toEvidence(row, originOf, await findStanding([row]));
}

/** What stands in the place of a confidential source for those who may not know of it. */
const HIDDEN_SOURCE = {
  id: '',
  title: 'A confidential source',
  publisher: null,
  url: null,
  publishedOn: null,
} as const;

/**
 * Evidence as somebody may see it: of a confidential source only that there is one, and how it stands
 * to the claim.
 */
export const evidenceForReader = (
  evidence: readonly Evidence[],
  seesConfidential: boolean,
): Evidence[] =>
  evidence.map((item) =>
    seesConfidential || !item.source.confidential
      ? item
      : {
          ...item,
          quote: '',
          standsAs: null,
          note: null,
          capture: null,
          file: null,
          // Its publisher may be another source's.
          origin: '',
          source: { ...item.source, ...HIDDEN_SOURCE },
        },
  );

const evidenceSelect = {
  id: true,
  claimId: true,
  quote: true,
  start: true,
  end: true,
  quoteFound: true,
  quoteScore: true,
  quoteChange: true,
  stance: true,
  directness: true,
  note: true,
  revision: true,
  createdAt: true,
  fileSha256: true,
  fileSize: true,
  fileName: true,
  addedBy: { select: { name: true } },
  document: {
    select: {
      id: true,
      title: true,
      publisher: true,
      url: true,
      publishedOn: true,
      kind: true,
      confidential: true,
    },
  },
  capture: { select: { id: true, documentId: true, n: true, takenAt: true, sha256: true } },
} satisfies Prisma.EvidenceSelect;

type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>;

/** The words in the capture for each quote that differs from them, by evidence. */
async function findStanding(rows: readonly EvidenceRow[]): Promise<Map<string, string>> {
  const fuzzy = rows.filter(({ quoteFound }) => quoteFound === 'fuzzy');
  if (fuzzy.length === 0) return new Map();
  const captures = await reader().capture.findMany({
    where: { id: { in: fuzzy.flatMap(({ capture }) => capture?.id ?? []) } },
    select: { id: true, text: true },
  });
  const texts = new Map(captures.map(({ id, text }) => [id, text]));
  return new Map(
    fuzzy.flatMap(({ id, capture, start, end }) => {
      const text = texts.get(capture?.id ?? '');
      return text && start !== null && end !== null ? [[id, text.slice(start, end)]] : [];
    }),
  );
}

function toEvidence(
  row: EvidenceRow,
  originOf: (documentId: string) => string,
  standing: ReadonlyMap<string, string>,
): Evidence {
  const { document, addedBy, start, end, quoteFound, quoteScore, quoteChange, ...rest } = row;
  const { fileSha256, fileSize, fileName, ...statement } = rest;
  return {
    ...statement,
    find: toFind(quoteFound, start, end, quoteScore, quoteChange),
    addedBy: addedBy.name,
    source: document,
    standsAs: standing.get(row.id) ?? null,
    origin: originOf(document.id),
    file: fileSha256 ? { sha256: fileSha256, size: fileSize ?? 0, name: fileName ?? 'file' } : null,
  };
}

function toFind(
  found: 'exact' | 'fuzzy' | 'absent' | null,
  start: number | null,
  end: number | null,
  score: number | null,
  change: QuoteChange | null,
): QuotePlace {
  if (start === null || end === null || found === null || found === 'absent') {
    return { found: 'absent' };
  }
  return found === 'exact'
    ? { found, start, end, score: 1 }
    : // Before the kind of difference was stored, only typography could differ.
      { found, start, end, score: score ?? 0, change: change ?? 'typography' };
}

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
 */
export async function recordEvidence(
  {
    id,
    decision,
    origin,
    file = null,
    quantities,
  }: {
    id: string;
    decision: EvidenceDecision;
    origin: EvidenceOrigin;
    file?: EvidenceFile | null;
    quantities: readonly ReadFigure[];
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
    const found = toFound({ capture: captureId }, find);
    await tx.evidence.create({
      data: {
        id,
        claimId: decision.claimId,
        ...leansOn,
        ...statement,
        ...found,
        addedById: actor.userId,
      },
    });
    const figures = toFigureRows(quantities);
    await tx.quantity.createMany({ data: figures.map((row) => ({ ...row, evidenceId: id })) });
    await recordEvents(tx, actor, [
      event('evidence.attached', id, {
        claimId: decision.claimId,
        after: {
          ...statement,
          ...found,
          ...leansOn,
          figures: figures.map(toFigureEntry),
          revision: decision.revision + 1,
        },
      }),
    ]);
    return accept(undefined);
  });
  // A new text is compared with those of other sources.
  if (recorded.ok && captured) wakeCaptures();
  return recorded;
}

const toFigureRows = (quantities: readonly ReadFigure[]) =>
  quantities.map((figure, index) => toFigureRow(figure, index + 1));

/** What was said in an interview stands in no copy. */
const NOT_LOOKED_FOR = {
  quoteFound: null,
  start: null,
  end: null,
  quoteScore: null,
  quoteChange: null,
} as const;

const toFound = ({ capture }: { readonly capture: unknown }, find: QuotePlace) =>
  capture === null ? NOT_LOOKED_FOR : toFindColumns(find);

const toFindColumns = (find: QuotePlace) => ({
  quoteFound: find.found,
  start: find.found === 'absent' ? null : find.start,
  end: find.found === 'absent' ? null : find.end,
  quoteScore: find.found === 'absent' ? null : find.score,
  quoteChange: find.found === 'fuzzy' ? find.change : null,
});

/** Records a correction to a piece of evidence; refused as stale when somebody was faster. */
export async function recordEvidenceEdit(
  evidence: Evidence,
  edit: { statement: EvidenceStatement; find: QuotePlace },
  quantities: readonly ReadFigure[],
  actor: Actor,
): Promise<Recorded> {
  return write(async (tx) => {
    if (!(await requireUnderWork(tx, evidence.claimId)).ok) return refuse({ kind: 'stale' });
    const found = toFound(evidence, edit.find);
    const { count } = await tx.evidence.updateMany({
      where: { id: evidence.id, revision: evidence.revision, removedAt: null },
      data: { ...edit.statement, ...found, revision: { increment: 1 } },
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
        before: toRecord(evidence, toFound(evidence, evidence.find)),
        after: {
          ...toRecord(edit.statement, found),
          ...(isRequoted && { figures: figures.map(toFigureEntry) }),
          revision,
        },
      }),
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
        before: toRecord(evidence, toFound(evidence, evidence.find)),
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
  found: ReturnType<typeof toFound>,
) => ({ quote, stance, directness, note, ...found });
