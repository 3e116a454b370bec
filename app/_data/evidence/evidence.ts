import type { DocumentKind } from '#domain/documents/document';
import type { Independence } from '#domain/evidence/independence';
import type { EvidenceStatement } from '#domain/evidence/stance';
import type { QuotePlace } from '#domain/quotes/find-quote';
import type { Prisma } from '#prisma/client';
import { reader, sqlite } from '../database/db';
import { findClaimOrigins } from './origins';
import { toQuotePlace } from './quote-columns';

/** A piece of evidence with the source it rests on. */
export type Evidence = EvidenceStatement & {
  readonly id: string;
  readonly claimId: string;
  readonly revision: number;
  /** Absent too while it is not looked for: see check. */
  readonly find: QuotePlace;
  /** Whether the quote was looked for: not while its copy is awaited, and never in an interview. */
  readonly check: 'done' | 'waiting' | 'failed' | 'none';
  /** Of a file with pages, from 1. */
  readonly page: number | null;
  readonly independence: Independence;
  readonly addedBy: string;
  readonly addedById: string;
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
    readonly state: 'pending' | 'complete' | 'failed';
    /** Why it failed, or why the last try did, as a sentence. */
    readonly error: string | null;
    readonly mime: string | null;
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
  const originOf = findClaimOrigins(sqlite(), claimId);
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
  const originOf = findClaimOrigins(sqlite(), row.claimId);
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
          page: null,
          independence: { ...item.independence, countsWithId: null, comesFrom: null },
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
  page: true,
  independent: true,
  countsWithId: true,
  comesFrom: true,
  revision: true,
  createdAt: true,
  fileSha256: true,
  fileSize: true,
  fileName: true,
  addedById: true,
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
  capture: {
    select: {
      id: true,
      documentId: true,
      n: true,
      takenAt: true,
      sha256: true,
      state: true,
      error: true,
      mime: true,
    },
  },
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
  originOf: ReturnType<typeof findClaimOrigins>,
  standing: ReadonlyMap<string, string>,
): Evidence {
  const { document, addedBy, start, end, quoteFound, quoteScore, quoteChange, ...rest } = row;
  const { fileSha256, fileSize, fileName, independent, countsWithId, comesFrom, ...statement } =
    rest;
  const found = toQuotePlace({ quoteFound, start, end, quoteScore, quoteChange });
  return {
    ...statement,
    find: found ?? { found: 'absent' },
    check: toCheck(row.capture, found),
    independence: { independent, countsWithId, comesFrom },
    addedBy: addedBy.name,
    source: document,
    standsAs: standing.get(row.id) ?? null,
    origin: originOf(row.id).origin,
    file: fileSha256 ? { sha256: fileSha256, size: fileSize ?? 0, name: fileName ?? 'file' } : null,
  };
}

function toCheck(capture: EvidenceRow['capture'], found: QuotePlace | null): Evidence['check'] {
  if (!capture) return 'none';
  if (found) return 'done';
  return capture.state === 'failed' ? 'failed' : 'waiting';
}
