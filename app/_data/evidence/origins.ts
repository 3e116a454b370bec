import {
  type CountedEvidence,
  type Root,
  toEvidenceOrigins,
  toNamedOrigin,
  toOrigin,
  toReportedOrigin,
} from '#domain/evidence/independence';
import { prepared, type Sqlite } from '../database/db';
import { readPublisherTable } from './publishers';

/** The ends of the chains of what documents repeat. A circle, which the desk never makes, has none. */
const ROOTS = `
  WITH RECURSIVE chain("first", "id", "next") AS (
    SELECT d."id", d."id", coalesce(d."mergedIntoId", d."derivedFromId") FROM "Document" d
    WHERE d."id" IN (SELECT value FROM json_each(?))
    UNION
    SELECT c."first", d."id", coalesce(d."mergedIntoId", d."derivedFromId")
    FROM chain c JOIN "Document" d ON d."id" = c."next"
  )
  SELECT c."first", d."id", d."publisher", d."url", d."confidential"
  FROM chain c JOIN "Document" d ON d."id" = c."id" WHERE c."next" IS NULL`;

type Row = Omit<Root, 'confidential'> & { readonly first: string; readonly confidential: unknown };

/** The beginning of the chain of repeats, for each of these documents. */
export function findRoots(
  db: Sqlite,
  documentIds: readonly string[],
): (documentId: string) => Root {
  if (documentIds.length === 0) return toRootOf([]);
  return toRootOf(prepared<[string], Row>(ROOTS, db).all(JSON.stringify(documentIds)));
}

/** What sources of evidence go back to: see toOrigin. */
export type Origin = {
  /** The same for sources that are not independent of each other. */
  readonly origin: string;
  /** The same as reports show it: of a confidential origin only a number. */
  readonly reported: string;
};

/** Evidence with the answer of a reviewer to what its source counts as one with. */
export type CountedRow = CountedEvidence & { readonly claimId: string };

const SIBLINGS = `
  SELECT "claimId", "documentId", "countsWithId", "comesFrom" FROM "Evidence"
  WHERE "claimId" IN (SELECT value FROM json_each(?)) AND "removedAt" IS NULL ORDER BY "id"`;

/**
 * The origin of each piece of evidence: that of its source, or of what a reviewer counts it as one with.
 *
 * @param rootOf  where the roots of their own sources are known already
 */
function findOrigins<Row extends CountedRow>(
  db: Sqlite,
  rows: readonly Row[],
  rootOf: (row: Row) => Root = rootsOf(
    db,
    rows.map(({ documentId }) => documentId),
  ),
): (row: Row) => Origin {
  if (rows.length === 0) return () => ({ origin: '', reported: '' });
  const publishers = readPublisherTable(db);
  const toBoth = (root: Root): Origin => ({
    origin: toOrigin(root, publishers),
    reported: toReportedOrigin(root, publishers),
  });
  const counted = rows.filter(({ countsWithId }) => countsWithId !== null);
  const siblings =
    counted.length === 0
      ? []
      : prepared<[string], CountedRow>(SIBLINGS, db).all(
          JSON.stringify([...new Set(counted.map(({ claimId }) => claimId))]),
        );
  const otherRootOf = findRoots(
    db,
    siblings.flatMap(({ documentId, countsWithId }) => [documentId, countsWithId ?? documentId]),
  );
  const named = (name: string): Origin => {
    const origin = toNamedOrigin(name, publishers);
    return { origin, reported: origin };
  };
  return (row) => {
    if (row.comesFrom !== null) return named(row.comesFrom);
    if (row.countsWithId === null) return toBoth(rootOf(row));
    const [origin] = toEvidenceOrigins(
      [row, ...siblings.filter(({ claimId }) => claimId === row.claimId)],
      { document: (id) => toBoth(otherRootOf(id)), name: named },
    );
    return origin as Origin;
  };
}

/** The origins of all evidence on a claim, by the id of the evidence. */
export function findClaimOrigins(db: Sqlite, claimId: string): (evidenceId: string) => Origin {
  const rows = prepared<[string], CountedRow & { id: string }>(
    `SELECT "id", "claimId", "documentId", "countsWithId", "comesFrom" FROM "Evidence"
     WHERE "claimId" = ? AND "removedAt" IS NULL ORDER BY "id"`,
    db,
  ).all(claimId);
  const originOf = findOrigins(db, rows);
  const origins = new Map(rows.map((row) => [row.id, originOf(row)]));
  return (id) => origins.get(id) ?? { origin: `evidence:${id}`, reported: `evidence:${id}` };
}

const rootsOf = (db: Sqlite, documentIds: readonly string[]) => {
  const rootOf = findRoots(db, documentIds);
  return ({ documentId }: CountedRow) => rootOf(documentId);
};

/** A text with this much in common with another is the same text; see suggestSimilar. */
const LARGELY = 0.95;

/**
 * Finds the pairs in which the source is the article itself: another copy of its text or of its
 * address, or a document that repeats it; also by a suggestion that nobody has rejected yet, since
 * a text that was copied by hand is hardly ever the same to the letter.
 */
const OF_ARTICLE = `
  WITH RECURSIVE chain("article", "first", "id") AS (
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 1 FROM json_each(?) j
    UNION
    SELECT c."article", c."first", d."derivedFromId"
    FROM chain c JOIN "Document" d ON d."id" = c."id" WHERE d."derivedFromId" IS NOT NULL
  )
  SELECT c."article", c."first"
  FROM chain c CROSS JOIN "Document" d ON d."id" = c."id" CROSS JOIN "Document" a ON a."id" = c."article"
  WHERE d."id" = a."id" OR d."canonicalUrl" = a."canonicalUrl" OR d."url" = a."url"
    OR EXISTS (
      SELECT 1 FROM "Capture" k CROSS JOIN "Capture" t ON t."documentId" = a."id"
      WHERE k."documentId" = d."id" AND k."state" = 'complete' AND t."state" = 'complete'
        AND k."textSha256" = t."textSha256")
    OR EXISTS (
      SELECT 1 FROM "DocumentLink" l WHERE l."fromId" = d."id" AND l."toId" = a."id"
        AND l."kind" = 'derived' AND l."state" = 'suggested' AND l."score" >= ${LARGELY})`;

/** An article, and a source of evidence on its claims. */
export type Pairing = readonly [articleId: string, sourceId: string];

type OfArticle = { readonly article: string; readonly first: string };

/** Whether the source is the article itself or repeats it, for each of these pairs. */
export function findOfArticle(
  db: Sqlite,
  pairings: readonly Pairing[],
): (...pairing: Pairing) => boolean {
  if (pairings.length === 0) return () => false;
  return toIsOf(prepared<[string], OfArticle>(OF_ARTICLE, db).all(JSON.stringify(pairings)));
}

function toIsOf(rows: readonly OfArticle[]): (...pairing: Pairing) => boolean {
  const known = new Set(rows.map(({ article, first }) => `${article} ${first}`));
  return (article, source) => known.has(`${article} ${source}`);
}

/** As much of a source as the rows of reports have. */
type ReportedSource = CountedRow & {
  readonly derivedFromId: string | null;
  readonly publisher: string | null;
  readonly sourceUrl: string | null;
};

/** The origins of the rows of a report, which reads past Prisma and is of open sources alone. */
export const readOrigins = <Row extends ReportedSource>(
  db: Sqlite,
  rows: readonly Row[],
): ((row: Row) => Origin) => findOrigins(db, rows, readRoots(db, rows));

function readRoots(db: Sqlite, rows: readonly ReportedSource[]): (row: ReportedSource) => Root {
  // Few sources repeat another, and a report has many rows.
  const repeated = rows.flatMap(({ derivedFromId }) => derivedFromId ?? []);
  const rootOf = findRoots(db, repeated);
  return ({ documentId, derivedFromId, publisher, sourceUrl }) =>
    derivedFromId
      ? rootOf(derivedFromId)
      : { id: documentId, publisher, url: sourceUrl, confidential: false };
}

function toRootOf(rows: readonly Row[]): (documentId: string) => Root {
  const roots = new Map(
    rows.map(({ first, confidential, ...root }) => [
      first,
      { ...root, confidential: Boolean(confidential) },
    ]),
  );
  return (id) => roots.get(id) ?? { id, publisher: null, url: null, confidential: false };
}
