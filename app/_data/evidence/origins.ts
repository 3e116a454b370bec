import { type Root, toOrigin } from '#domain/evidence/independence';
import { prepared, type Sqlite } from '../database/db';

/** The ends of the chains of what documents repeat. A circle, which the desk never makes, has none. */
const ROOTS = `
  WITH RECURSIVE chain("first", "id", "next") AS (
    SELECT d."id", d."id", d."derivedFromId" FROM "Document" d
    WHERE d."id" IN (SELECT value FROM json_each(?))
    UNION
    SELECT c."first", d."id", d."derivedFromId" FROM chain c JOIN "Document" d ON d."id" = c."next"
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

/** The origin of each of these documents: see toOrigin. */
export function findOrigins(
  db: Sqlite,
  documentIds: readonly string[],
): (documentId: string) => string {
  const rootOf = findRoots(db, documentIds);
  return (documentId) => toOrigin(rootOf(documentId));
}

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
type ReportedSource = {
  readonly sourceId: string;
  readonly derivedFromId: string | null;
  readonly publisher: string | null;
  readonly sourceUrl: string | null;
};

/** The same for the rows of a report, which reads past Prisma and is of open sources alone. */
export function readRoots(
  db: Sqlite,
  rows: readonly ReportedSource[],
): (row: ReportedSource) => Root {
  // Few sources repeat another, and a report has many rows.
  const repeated = rows.flatMap(({ derivedFromId }) => derivedFromId ?? []);
  const rootOf = findRoots(db, repeated);
  return ({ sourceId, derivedFromId, publisher, sourceUrl }) =>
    derivedFromId
      ? rootOf(derivedFromId)
      : { id: sourceId, publisher, url: sourceUrl, confidential: false };
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
