import { type Json, toCanonicalJson } from '#domain/canonical-json';
import type { Directness, Stance } from '#domain/evidence/stance';
import type { Tx } from '../database/db';

type FrozenSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
};

/** Evidence as a verdict keeps it: with its copy and that copy's source, or without a copy its source. */
export type FrozenEvidence = {
  readonly id: string;
  readonly quote: string;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly note: string | null;
  /** Of a file with pages. */
  readonly page?: number;
  /** The answer of a reviewer, where one was asked. */
  readonly independent?: boolean;
  readonly countsWithId?: string;
  readonly comesFrom?: string;
  readonly capture: {
    readonly id: string;
    readonly sha256: string | null;
    readonly document: FrozenSource;
  } | null;
  /** Only where there is no copy. */
  readonly document?: FrozenSource;
};

/** Evidence as it is frozen: a copy names its source. */
export const toFrozenEvidence = <Rest extends object, Source, Copy extends object>({
  document,
  capture,
  ...rest
}: Rest & { document: Source; capture: Copy | null }) =>
  capture ? { ...rest, capture: { ...capture, document } } : { ...rest, capture: null, document };

type Unsaid = 'page' | 'independent' | 'countsWithId' | 'comesFrom';

/**
 * Evidence without the page and the answers that it does not have: what was frozen or submitted before
 * there were any keeps its digest.
 */
export function withoutUnsaid<Row extends Readonly<Record<Unsaid, unknown>>>({
  page,
  independent,
  countsWithId,
  comesFrom,
  ...rest
}: Row) {
  return {
    ...rest,
    ...(page !== null && { page }),
    ...(independent !== null && { independent }),
    ...(countsWithId !== null && { countsWithId }),
    ...(comesFrom !== null && { comesFrom }),
  };
}

/** The evidence of a claim as a verdict keeps it, read inside the write that gives the verdict. */
export async function freezeEvidence(tx: Tx, claimId: string) {
  const rows = await tx.evidence.findMany({
    where: { claimId, removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      quote: true,
      stance: true,
      directness: true,
      note: true,
      page: true,
      independent: true,
      countsWithId: true,
      comesFrom: true,
      quoteFound: true,
      quoteScore: true,
      document: { select: { id: true, title: true, publisher: true, url: true } },
      capture: { select: { id: true, sha256: true, textSha256: true } },
    },
  });
  return rows.map((row) => toFrozenEvidence(withoutUnsaid(row)));
}

/** What of a verdict's evidence must still be so; the titles of sources may be corrected. */
export const toEvidenceKey = (evidence: Json): string =>
  toCanonicalJson(
    (evidence as unknown as readonly FrozenEvidence[]).map(
      ({ id, quote, stance, directness, note, capture, countsWithId, comesFrom }) => ({
        id,
        quote,
        stance,
        directness,
        note,
        captureId: capture?.id ?? null,
        // Only where there is one: older verdicts know of none.
        ...(countsWithId && { countsWithId }),
        ...(comesFrom && { comesFrom }),
      }),
    ),
  );
