import type { Wall } from '#domain/documents/capture';
import type { Prisma } from '#prisma/client';
import { reader } from '../database/db';

/** The text of a capture; null when there is no such capture, or its text was taken down. */
export async function findCaptureText(id: string): Promise<string | null> {
  const row = await reader().capture.findUnique({ where: { id }, select: { text: true } });
  return row?.text ?? null;
}

/** One copy of a document, without its text. */
export type Capture = {
  readonly id: string;
  readonly documentId: string;
  readonly n: number;
  readonly method: 'fetch' | 'upload' | 'paste';
  readonly state: 'pending' | 'complete' | 'failed';
  /** When it was taken, or asked for while it is pending. */
  readonly takenAt: Date;
  /** Null where the desk took it by itself. */
  readonly takenBy: string | null;
  readonly error: string | null;
  readonly wall: Wall | null;
  readonly requestedUrl: string | null;
  readonly finalUrl: string | null;
  readonly fileName: string | null;
  readonly httpStatus: number | null;
  readonly mime: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly textSha256: string | null;
  readonly changedFromPrevious: boolean | null;
  readonly takedownReason: string | null;
  readonly attempts: number;
  /** When it is tried again, after a try that failed. */
  readonly notBefore: Date | null;
};

const captureSelect = {
  id: true,
  documentId: true,
  n: true,
  method: true,
  state: true,
  takenAt: true,
  takenBy: { select: { name: true } },
  error: true,
  wall: true,
  requestedUrl: true,
  finalUrl: true,
  fileName: true,
  httpStatus: true,
  mime: true,
  sha256: true,
  size: true,
  textSha256: true,
  changedFromPrevious: true,
  takedownReason: true,
  attempts: true,
  notBefore: true,
} satisfies Prisma.CaptureSelect;

const toCapture = ({
  takenBy,
  ...row
}: Prisma.CaptureGetPayload<{ select: typeof captureSelect }>): Capture => ({
  ...row,
  takenBy: takenBy?.name ?? null,
});

const SHOWN_CAPTURES = 100;

/** The copies of a document, newest first, at most 100. */
export async function listCaptures(documentId: string): Promise<Capture[]> {
  const rows = await reader().capture.findMany({
    where: { documentId },
    orderBy: { n: 'desc' },
    take: SHOWN_CAPTURES,
    select: captureSelect,
  });
  return rows.map(toCapture);
}

/** A copy of a document by its number, with its text; null when there is none. */
export async function findCapture(
  documentId: string,
  n: number,
): Promise<(Capture & { readonly text: string | null }) | null> {
  const row = await reader().capture.findUnique({
    where: { documentId_n: { documentId, n } },
    select: { ...captureSelect, text: true },
  });
  if (!row) return null;
  const { text, ...rest } = row;
  return { ...toCapture(rest), text };
}

/** The latest copy of a document, whatever became of it. */
export async function findLatestCapture(documentId: string): Promise<Capture | null> {
  const row = await reader().capture.findFirst({
    where: { documentId },
    orderBy: { n: 'desc' },
    select: captureSelect,
  });
  return row && toCapture(row);
}

/** The latest complete capture before this one that still has its text; null when there is none. */
export async function findPreviousCapture(
  documentId: string,
  n: number,
): Promise<PreviousCapture | null> {
  const previous = await reader().capture.findFirst({
    where: { documentId, n: { lt: n }, state: 'complete' },
    orderBy: { n: 'desc' },
    select: { id: true, n: true, takenAt: true, textSha256: true, takedownReason: true },
  });
  if (!previous || previous.takedownReason !== null) return null;
  const { takedownReason: _, ...rest } = previous;
  return rest;
}

export type PreviousCapture = {
  readonly id: string;
  readonly n: number;
  readonly takenAt: Date;
  readonly textSha256: string | null;
};
