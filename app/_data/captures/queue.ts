import type { ReadableDocument } from '#domain/documents/capture';
import {
  type CaptureRefusal,
  captureRefusalInWords,
  MOST_ATTEMPTS,
  nextTryIn,
  wallInWords,
} from '#domain/documents/capture-text';
import { toSameAddress } from '#domain/documents/web-address';
import { fieldsOf, pick } from '#domain/fields';
import { cut } from '#domain/text';
import { toMomentColumn } from '../chain/chain';
import { requestRecheck } from '../claims/recheck';
import { prepared, reader, type Tx, write, writeEvenWhenFull } from '../database/db';
import { suggestDuplicates } from '../documents/document-links';
import { isChanged } from '../documents/documents';
import { type EventDraft, event, recordEvents, sha256, THE_DESK } from '../record/record-events';
import { recordAboutText } from './about-text';

// The queue of captures is their rows: pending ones wait. A row names the start of the desk that has it
// in hand, so that after a crash it waits again, and nothing is fetched twice at once.

/** A copy that is to be fetched and read, or only read. */
export type QueuedCapture = {
  readonly id: string;
  readonly documentId: string;
  readonly method: 'fetch' | 'upload' | 'paste';
  readonly requestedUrl: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
  /** How often it was taken up, this time included. */
  readonly attempts: number;
};

const queuedSelect = {
  id: true,
  documentId: true,
  method: true,
  requestedUrl: true,
  fileName: true,
  sha256: true,
  attempts: true,
} as const;

// Each of these reads one entry of the index Capture_queue, however many wait; a test checks that.

/** What an earlier start had in hand: it has waited longest. */
const NEXT_INTERRUPTED = `SELECT "id" FROM "Capture"
  WHERE "state" = 'pending' AND "claimedBy" IS NOT NULL AND "claimedBy" <> ? LIMIT 1`;
/** The oldest capture of the next person in turn. */
const NEXT_OF_PEOPLE = `SELECT "id" FROM "Capture"
  WHERE "state" = 'pending' AND "claimedBy" IS NULL AND "notBefore" IS NULL AND "takenById" > ?
  ORDER BY "takenById", "id" LIMIT 1`;
/** The oldest that nobody asked for: a schedule did. */
const NEXT_OF_SCHEDULES = `SELECT "id" FROM "Capture"
  WHERE "state" = 'pending' AND "claimedBy" IS NULL AND "notBefore" IS NULL AND "takenById" IS NULL
  ORDER BY "id" LIMIT 1`;
/** A capture that is due to be tried again. */
const DUE = `SELECT "id" FROM "Capture"
  WHERE "state" = 'pending' AND "claimedBy" IS NULL AND "notBefore" <= ? LIMIT 1`;

export const QUEUE_LOOKS = [NEXT_INTERRUPTED, NEXT_OF_PEOPLE, NEXT_OF_SCHEDULES, DUE];

/**
 * Leases a waiting capture to this start of the desk: first captures that an earlier start left
 * unfinished, until that has happened too often; then captures that people asked for, in turn
 * between them, each person's oldest first; then those of schedules.
 *
 * @param start  of this start of the desk, and of no other
 * @param served  the person of the capture that was leased last, as the call before returned it
 * @returns null when none waits
 */
export async function leaseNextCapture(
  start: string,
  now = new Date(),
  served: string | null = null,
): Promise<(QueuedCapture & { readonly takenById: string | null }) | null> {
  // The queue of writes is left alone while there is nothing to do.
  if (!doesAnyWait(start, now)) return null;
  return write(async (tx) => {
    await tx.capture.updateMany({
      where: { state: 'pending', claimedBy: null, notBefore: { lte: now } },
      data: { notBefore: null },
    });
    for (;;) {
      const id = await chooseNext(tx, start, served);
      if (id === null) return null;
      const next = await tx.capture.findUniqueOrThrow({
        where: { id },
        select: { ...queuedSelect, takenById: true },
      });
      if (next.attempts >= MOST_ATTEMPTS) {
        await fail(tx, next, { kind: 'interrupted', times: next.attempts });
        continue;
      }
      const attempts = next.attempts + 1;
      await tx.capture.update({ where: { id }, data: { claimedBy: start, attempts } });
      return { ...next, attempts };
    }
  });
}

/** Before the id of every person: then it is the turn of the first. */
const NOBODY = '';

async function chooseNext(tx: Tx, start: string, served: string | null): Promise<string | null> {
  const looks = [
    [NEXT_INTERRUPTED, start],
    [NEXT_OF_PEOPLE, served ?? NOBODY],
    [NEXT_OF_PEOPLE, NOBODY],
    [NEXT_OF_SCHEDULES],
  ] as const;
  for (const [sql, ...bound] of looks) {
    const [row] = await tx.$queryRawUnsafe<{ id: string }[]>(sql, ...bound);
    if (row) return row.id;
  }
  return null;
}

function doesAnyWait(start: string, now: Date): boolean {
  const looks = [
    [NEXT_INTERRUPTED, start],
    [NEXT_OF_PEOPLE, NOBODY],
    [NEXT_OF_SCHEDULES],
    [DUE, toMomentColumn(now)],
  ] as const;
  return looks.some(([sql, ...bound]) => prepared<string[], { id: string }>(sql).get(...bound));
}

/** When the next capture that waits for a moment may be tried; null when none does. */
export async function findNextTry(): Promise<Date | null> {
  const next = await reader().capture.findFirst({
    where: { state: 'pending', claimedBy: null, notBefore: { not: null } },
    orderBy: { notBefore: 'asc' },
    select: { notBefore: true },
  });
  return next?.notBefore ?? null;
}

/**
 * Since when captures may have been in hand that an earlier start of the desk did not finish; null when
 * there are none. Asked before anything is taken up.
 */
export async function findInterruptedSince(): Promise<Date | null> {
  const first = await reader().capture.findFirst({
    where: { state: 'pending', claimedBy: { not: null } },
    orderBy: { takenAt: 'asc' },
    select: { takenAt: true },
  });
  return first?.takenAt ?? null;
}

/** Puts a capture back that was taken up and not finished: the desk stops, or its disk has no room. */
export async function releaseCapture(id: string, start: string): Promise<void> {
  await writeEvenWhenFull((tx) =>
    tx.capture.updateMany({
      where: { id, state: 'pending', claimedBy: start },
      data: { claimedBy: null, attempts: { decrement: 1 } },
    }),
  );
}

/** What became of a fetch. */
export type Fetched = { readonly httpStatus: number; readonly finalUrl: string };

/** Stored bytes, and the document read from them. */
export type ReadCapture = {
  readonly stored: { readonly sha256: string; readonly size: number };
  readonly fetched: Fetched | null;
  readonly document: ReadableDocument;
};

/**
 * Completes a capture with the document read from it; a wall before the document fails it, and is
 * still stored. Fills in details of the document that nobody typed. If the text changed under a
 * standing verdict, its claims are due for a recheck.
 *
 * @returns false when the capture is not leased to this start any more: nothing is written
 */
export async function recordCaptured(
  id: string,
  start: string,
  { stored, fetched, document }: ReadCapture,
): Promise<boolean> {
  return write(async (tx) => {
    const row = await tx.capture.findFirst({
      where: { id, state: 'pending', claimedBy: start },
      select: { ...queuedSelect, n: true, text: true },
    });
    if (!row) return false;
    const text = document.type === 'image' ? (row.text ?? '') : document.text;
    const found = { ...stored, ...fetched, mime: document.mime };
    if (document.type === 'image' && !text.trim()) {
      await fail(tx, row, { kind: 'noTranscript' }, found);
      return true;
    }
    const textSha256 = sha256(text);
    const done = {
      ...found,
      state: document.wall ? ('failed' as const) : ('complete' as const),
      wall: document.wall,
      error: document.wall && wallInWords(document.wall),
      textSha256,
      changedFromPrevious: document.wall ? null : await isChanged(tx, row.documentId, textSha256),
    };
    await tx.capture.update({
      where: { id },
      data: { ...done, text, takenAt: new Date(), claimedBy: null },
    });
    await recordAboutText(tx, id, document);
    const events: EventDraft[] = [
      event(document.wall ? 'capture.failed' : 'capture.completed', id, {
        documentId: row.documentId,
        after: done,
      }),
    ];
    if (!document.wall) events.push(...(await describe(tx, row.documentId, document, fetched)));
    await recordEvents(tx, THE_DESK, events);
    if (document.wall) return true;
    await suggestDuplicates(tx, row.documentId, textSha256);
    if (done.changedFromPrevious) await requestRecheck(tx, row.documentId);
    return true;
  });
}

/**
 * Fails a capture, or has it tried again later if that may help.
 *
 * @param found  what is known of it anyway, with its stored bytes
 * @returns when it is tried again, or null
 */
export async function recordCaptureFailed(
  id: string,
  start: string,
  refusal: CaptureRefusal,
  found: FailedWith = {},
): Promise<Date | null> {
  return write(async (tx) => {
    const row = await tx.capture.findFirst({
      where: { id, state: 'pending', claimedBy: start },
      select: queuedSelect,
    });
    if (!row) return null;
    const wait = nextTryIn(refusal, row.attempts);
    if (wait === null) {
      await fail(tx, row, refusal, found);
      return null;
    }
    const notBefore = new Date(Date.now() + wait);
    await tx.capture.update({
      where: { id },
      data: { claimedBy: null, notBefore, error: captureRefusalInWords(refusal) },
    });
    return notBefore;
  });
}

type FailedWith = Partial<Fetched> & {
  readonly sha256?: string;
  readonly size?: number;
  readonly mime?: string;
};

async function fail(
  tx: Tx,
  row: Pick<QueuedCapture, 'id' | 'documentId'>,
  refusal: CaptureRefusal,
  found: FailedWith = {},
): Promise<void> {
  const { kind } = refusal;
  const status = refusal.kind === 'httpStatus' ? { httpStatus: refusal.status } : {};
  const done = {
    ...found,
    ...status,
    state: 'failed',
    error: captureRefusalInWords(refusal),
  } as const;
  await tx.capture.update({
    where: { id: row.id },
    data: { ...done, takenAt: new Date(), claimedBy: null },
  });
  await recordEvents(tx, THE_DESK, [
    event('capture.failed', row.id, {
      documentId: row.documentId,
      after: { ...done, refusal: kind },
    }),
  ]);
}

/** Fills in what the copy says of its document and nobody has said yet. */
async function describe(
  tx: Tx,
  documentId: string,
  read: ReadableDocument,
  fetched: Fetched | null,
): Promise<EventDraft[]> {
  const was = await tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: {
      underCheck: true,
      title: true,
      publisher: true,
      author: true,
      publishedOn: true,
      language: true,
      url: true,
      canonicalUrl: true,
      revision: true,
    },
  });
  // The address or the name of the file is the title until the document is read.
  const isUntitled = was.title === was.url || (was.revision === 0 && isFileName(was.title));
  const canonicalUrl =
    toSameAddress(read.canonicalUrl ?? '') ?? toSameAddress(fetched?.finalUrl ?? '');
  const content = {
    ...(isUntitled && read.title && { title: cut(read.title, 300) }),
    ...(!was.publisher && read.publisher && { publisher: cut(read.publisher, 300) }),
    ...(!was.author && read.author && { author: cut(read.author, 300) }),
    ...(!was.publishedOn && read.publishedOn && { publishedOn: read.publishedOn }),
    ...(!was.language && read.language && { language: read.language }),
    ...(canonicalUrl && canonicalUrl !== was.canonicalUrl && { canonicalUrl }),
  };
  if (Object.keys(content).length === 0) return [];
  const revision = was.revision + 1;
  await tx.document.update({ where: { id: documentId }, data: { ...content, revision } });
  return [
    event(was.underCheck ? 'article.described' : 'source.described', documentId, {
      before: pick(was, fieldsOf(content)),
      after: { ...content, revision },
    }),
  ];
}

const isFileName = (title: string) =>
  /^\S(.*\S)?\.(html?|pdf|docx|txt|md|png|jpe?g|webp|gif)$/i.test(title);
