import { v7 as uuidv7 } from 'uuid';
import type { CaptureOrigin, DocumentDetails, DocumentKind } from '#domain/documents/document';
import { isOfOneHost, toSameAddress } from '#domain/documents/web-address';
import { accept, type Result, refuse } from '#domain/result';
import { requestRecheck } from '../claims/recheck';
import { type Tx, write } from '../database/db';
import { type Actor, event, recordEvents, sha256 } from '../record/record-events';
import { suggestDuplicates } from './document-links';
import { keepBytes } from './files';
import { wakeCaptures } from './wake-captures';

/** A new document with its first capture; an interview may have none. */
export type NewDocument = {
  /** Made when the form was shown, so that a form sent twice makes one document. */
  readonly id: string;
  readonly underCheck: boolean;
  readonly kind: DocumentKind;
  readonly details: DocumentDetails;
  /** Of an article: who says the whole text. */
  readonly speaker?: string | null | undefined;
  /** The story that a new desk comes with. */
  readonly sample?: boolean | undefined;
  readonly confidentialReason?: string | null;
  readonly contact?: string | null;
  readonly origin: CaptureOrigin | null;
};

/** A capture with stored bytes, so that the row that names them can be written. */
export type PreparedCapture = {
  readonly origin: CaptureOrigin;
  readonly stored: { readonly sha256: string; readonly size: number } | null;
};

/** Keeps the bytes of a copy, before the write that names them. */
export async function prepareCapture(origin: CaptureOrigin): Promise<PreparedCapture> {
  if (origin.method === 'fetch') return { origin, stored: null };
  const bytes = origin.method === 'paste' ? new TextEncoder().encode(origin.raw) : origin.bytes;
  return { origin, stored: await keepBytes(bytes) };
}

/**
 * Stores a document with its first capture, which is pending until the desk has read it, and
 * complete at once when it was pasted.
 *
 * @returns refused as alreadyThere when the form was sent twice; as addressTaken when another
 *   document has this address, or is just being fetched from it
 */
export async function recordDocument(
  document: NewDocument,
  actor: Actor,
): Promise<
  Result<
    { captureId: string | null },
    { kind: 'alreadyThere' } | { kind: 'addressTaken'; documentId: string }
  >
> {
  const prepared = document.origin && (await prepareCapture(document.origin));
  const recorded = await write(async (tx) => {
    const twice = await tx.document.findUnique({
      where: { id: document.id },
      select: { id: true },
    });
    if (twice) return refuse({ kind: 'alreadyThere' as const });
    if (document.origin?.method === 'fetch') {
      const existing = await findExisting(tx, document.origin.url, document.underCheck);
      if (existing) return refuse({ kind: 'addressTaken' as const, documentId: existing.id });
    }
    return accept({ captureId: await addDocument(tx, actor, document, prepared) });
  });
  if (recorded.ok) wakeCaptures();
  return recorded;
}

/**
 * Adds a document and its first capture inside a write.
 *
 * @param claimId  the claim for which it was added; the history of the claim has the event
 * @returns the id of the capture
 */
export async function addDocument(
  tx: Tx,
  actor: Actor,
  {
    id,
    underCheck,
    kind,
    details,
    speaker = null,
    sample = false,
    confidentialReason = null,
    contact = null,
    origin,
  }: NewDocument,
  capture: PreparedCapture | null,
  claimId: string | null = null,
): Promise<string | null> {
  const url = details.url ?? (origin?.method === 'fetch' ? origin.url : null);
  const content = {
    ...details,
    url,
    canonicalUrl: url && toSameAddress(url),
    underCheck,
    kind,
    ...(speaker && { speaker }),
    ...(sample && { sample }),
    ...(confidentialReason && { confidential: true, confidentialReason }),
  };
  await tx.document.create({ data: { id, ...content, contact } });
  await recordEvents(tx, actor, [
    event(underCheck ? 'article.added' : 'source.added', id, {
      claimId,
      // A contact stays out of the record, which cannot forget.
      after: { ...content, captureId: null, ...(contact && { hasContact: true }) },
    }),
  ]);
  return capture && addCapture(tx, actor, id, capture);
}

/** Adds a copy of a document inside a write: pending, or complete when it was pasted. */
export async function addCapture(
  tx: Tx,
  actor: Actor,
  documentId: string,
  { origin, stored }: PreparedCapture,
  id: string = uuidv7(),
): Promise<string> {
  const isPasted = origin.method === 'paste';
  const changedFromPrevious = isPasted
    ? await isChanged(tx, documentId, sha256(origin.text))
    : null;
  await addRow(
    tx,
    actor,
    {
      documentId,
      method: origin.method,
      state: isPasted ? 'complete' : 'pending',
      requestedUrl: origin.method === 'fetch' ? origin.url : null,
      fileName: origin.method === 'upload' ? origin.fileName : null,
      sha256: stored?.sha256 ?? null,
      size: stored?.size ?? null,
      ...(isPasted && {
        mime: 'text/plain; charset=utf-8',
        textSha256: sha256(origin.text),
        changedFromPrevious,
      }),
    },
    {
      id,
      action: isPasted ? 'capture.pasted' : 'capture.requested',
      text: isPasted ? origin.text : origin.method === 'upload' ? origin.transcript : null,
    },
  );
  if (isPasted) {
    await suggestDuplicates(tx, documentId, sha256(origin.text));
    if (changedFromPrevious) await requestRecheck(tx, documentId);
  }
  return id;
}

/** What is known of a copy when its row is written; null where the desk does not know. */
type NewCaptureColumns = {
  readonly documentId: string;
  readonly method: 'fetch' | 'upload' | 'paste';
  readonly state: 'pending' | 'complete';
  readonly requestedUrl: string | null;
  readonly finalUrl?: string | null;
  readonly fileName: string | null;
  readonly httpStatus?: number | null;
  readonly mime?: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly textSha256?: string;
  readonly changedFromPrevious?: boolean | null;
};

/** The row of the next copy of a document, and its event, inside a write. */
export async function addRow(
  tx: Tx,
  actor: Actor,
  columns: NewCaptureColumns,
  {
    id,
    action,
    text,
    reason = null,
  }: {
    id: string;
    action: 'capture.pasted' | 'capture.requested' | 'capture.takenAsItIs';
    text: string | null;
    reason?: string | null;
  },
): Promise<{ n: number }> {
  const { documentId } = columns;
  const last = await tx.capture.findFirst({
    where: { documentId },
    orderBy: { n: 'desc' },
    select: { n: true },
  });
  const n = (last?.n ?? 0) + 1;
  const content = { ...columns, n, takenById: actor.userId };
  await tx.capture.create({ data: { id, ...content, takenAt: new Date(), text } });
  await recordEvents(tx, actor, [
    event(action, id, { documentId, after: { ...content, takedownReason: null }, reason }),
  ]);
  return { n };
}

/** The document that another turned out to be, perhaps while a form on it was open; else itself. */
export async function findMergedInto(tx: Tx, id: string): Promise<string> {
  for (let stored = id; ; ) {
    const { mergedIntoId } = await tx.document.findUniqueOrThrow({
      where: { id: stored },
      select: { mergedIntoId: true },
    });
    if (mergedIntoId === null) return stored;
    stored = mergedIntoId;
  }
}

/** Whether a text differs from that of the last complete copy; null for the first. */
export async function isChanged(
  tx: Tx,
  documentId: string,
  textSha256: string,
): Promise<boolean | null> {
  const last = await tx.capture.findFirst({
    where: { documentId, state: 'complete' },
    orderBy: { n: 'desc' },
    select: { textSha256: true },
  });
  return last && last.textSha256 !== textSha256;
}

/**
 * The document with this address or another form of it, or null; among articles, or among sources.
 */
export async function findExisting(
  from: Pick<Tx, 'document'>,
  address: string,
  underCheck: boolean,
): Promise<{ readonly id: string } | null> {
  const same = toSameAddress(address);
  // Asked for sources as well, SQLite would look for the address among all of them.
  const named = await from.document.findMany({
    where: { OR: [{ url: address }, ...(same ? [{ canonicalUrl: same }] : [])] },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      url: true,
      underCheck: true,
      mergedIntoId: true,
      captures: {
        where: { state: 'complete', finalUrl: { not: null } },
        orderBy: { n: 'desc' },
        take: 1,
        select: { finalUrl: true },
      },
    },
  });
  // A page may name any address as its own, so only its own host is believed: else a page that
  // claims a newspaper's address would be shown in its place. The host is that of the final
  // address, since a page of one site may redirect to another.
  const existing = named.find(({ url, captures: [capture], ...of }) => {
    if (of.underCheck !== underCheck || of.mergedIntoId !== null) return false;
    const isSameAddress = url === address || (same !== null && toSameAddress(url ?? '') === same);
    return isSameAddress || isOfOneHost(address, capture?.finalUrl ?? url ?? '');
  });
  return existing ? { id: existing.id } : null;
}
