import type { DocumentDetails, DocumentKind } from '#domain/documents/document';
import { reader, sqlite } from '../database/db';
import { detailsSelect } from './details';

/** A document of the desk, with the text of its latest complete capture. */
export type Source = DocumentDetails & {
  readonly id: string;
  readonly revision: number;
  readonly kind: DocumentKind;
  /** An article under check has its own page to edit it on. */
  readonly underCheck: boolean;
  readonly confidential: boolean;
  readonly confidentialReason: string | null;
  readonly contact: string | null;
  /** The document that it repeats. */
  readonly derivedFrom: NamedSource | null;
  /** The document that it turned out to be, under another address. */
  readonly mergedInto: NamedSource | null;
  readonly recaptureEveryDays: number | null;
  readonly recaptureAt: Date | null;
  /** Null while there is none, and for an interview. */
  readonly capture: {
    readonly id: string;
    readonly n: number;
    readonly takenAt: Date;
    readonly sha256: string | null;
    readonly text: string;
  } | null;
};

type NamedSource = {
  readonly id: string;
  readonly title: string;
  readonly confidential: boolean;
};

const named = { select: { id: true, title: true, confidential: true } } as const;

/** A document in its role as a source, or null when there is none with this id. */
export async function findSource(id: string): Promise<Source | null> {
  const row = await reader().document.findUnique({
    where: { id },
    select: {
      id: true,
      revision: true,
      kind: true,
      underCheck: true,
      confidential: true,
      confidentialReason: true,
      contact: true,
      derivedFrom: named,
      mergedInto: named,
      recaptureEveryDays: true,
      recaptureAt: true,
      ...detailsSelect,
      captures: {
        where: { state: 'complete' },
        orderBy: { n: 'desc' },
        take: 1,
        select: { id: true, n: true, takenAt: true, sha256: true, text: true },
      },
    },
  });
  if (!row) return null;
  const { captures, ...source } = row;
  const capture = captures[0];
  return { ...source, capture: capture ? { ...capture, text: capture.text ?? '' } : null };
}

/**
 * A source as somebody may see it: null where it is confidential and they may not, and without the
 * confidential one that it repeats.
 */
export function sourceFor(source: Source, seesConfidential: boolean): Source | null {
  if (seesConfidential) return source;
  if (source.confidential || source.mergedInto?.confidential) return null;
  return source.derivedFrom?.confidential ? { ...source, derivedFrom: null } : source;
}

const OFFERED_SOURCES = 100;

/** A source to choose. */
export type OfferedSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
};

/** The sources to choose from: the hundred added last. */
export async function listSources(): Promise<OfferedSource[]> {
  return reader().document.findMany({
    where: { underCheck: false, mergedIntoId: null },
    orderBy: { id: 'desc' },
    take: OFFERED_SOURCES,
    select: { id: true, title: true, publisher: true },
  });
}

/** One line of the list of sources. */
type SourceLine = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly kind: DocumentKind;
  readonly confidential: boolean;
  /** The number of pieces of evidence from it. */
  readonly evidence: number;
  readonly copies: number;
  /** The state of its latest capture; null for an interview. */
  readonly state: 'pending' | 'complete' | 'failed' | null;
};

export type SourcePage = {
  readonly lines: readonly SourceLine[];
  readonly newer: string | null;
  readonly older: string | null;
};

/** Which sources a list shows. */
export type SourceFilter = {
  /** Each of these words is in its title, publisher or address; null is no restriction. */
  readonly words: string | null;
  /** Whether sources that never leave the desk are among them. */
  readonly seesConfidential: boolean;
};

const NAMED = `folded(d."title" || ' ' || coalesce(d."publisher", '') || ' ' || coalesce(d."url", ''))`;

/** Sources, newest first. `after` and `before` are ids: a page further, a page back. */
export function listSourcePage(
  { words, seesConfidential }: SourceFilter,
  page: { readonly after: string | null; readonly before: string | null },
  size: number,
): SourcePage {
  const terms = words?.split(/\s+/).filter(Boolean) ?? [];
  const backwards = page.after === null && page.before !== null;
  const beyond = page.after ?? page.before;
  const rows = sqlite()
    .prepare<(string | number)[], Omit<SourceLine, 'confidential'> & { confidential: number }>(
      `SELECT d."id", d."title", d."publisher", d."publishedOn", d."kind", d."confidential",
              (SELECT count(*) FROM "Evidence" e WHERE e."documentId" = d."id" AND e."removedAt" IS NULL) AS "evidence",
              (SELECT count(*) FROM "Capture" k WHERE k."documentId" = d."id") AS "copies",
              (SELECT k."state" FROM "Capture" k WHERE k."documentId" = d."id" ORDER BY k."n" DESC LIMIT 1) AS "state"
       FROM "Document" d
       WHERE d."underCheck" = 0 AND d."mergedIntoId" IS NULL
         ${seesConfidential ? '' : 'AND NOT d."confidential"'}
         ${terms.map(() => `AND instr(${NAMED}, folded(?)) > 0`).join(' ')}
         ${beyond ? `AND d."id" ${backwards ? '>' : '<'} ?` : ''}
       ORDER BY d."id" ${backwards ? 'ASC' : 'DESC'} LIMIT ?`,
    )
    .all(...terms, ...(beyond ? [beyond] : []), size + 1);
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  return {
    lines: shown.map((row) => ({ ...row, confidential: row.confidential === 1 })),
    newer: (backwards ? more : page.after !== null) ? (shown[0]?.id ?? null) : null,
    older: (backwards ? beyond !== null : more) ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The places of the quotes of evidence in a capture. In UTF-16 code units, end exclusive. */
export async function listQuotesIn(
  captureId: string,
): Promise<{ id: string; start: number; end: number }[]> {
  const rows = await reader().evidence.findMany({
    where: { captureId, removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, start: true, end: true },
  });
  return rows.flatMap(({ id, start, end }) =>
    start === null || end === null ? [] : [{ id, start, end }],
  );
}

/** The evidence from a source, with its claims. */
export async function listEvidenceFrom(documentId: string) {
  return reader().evidence.findMany({
    where: { removedAt: null, documentId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      stance: true,
      claim: { select: { id: true, number: true, text: true } },
    },
  });
}
