import { type Root, toOrigin } from '#domain/gates';
import { prepared, type Sqlite, type Tx } from './db';

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

/** Of each of these documents, where the chain of what it repeats begins. */
export async function findRoots(
  from: Pick<Tx, '$queryRawUnsafe'>,
  documentIds: readonly string[],
): Promise<(documentId: string) => Root> {
  if (documentIds.length === 0) return toRootOf([]);
  return toRootOf(await from.$queryRawUnsafe<Row[]>(ROOTS, JSON.stringify(documentIds)));
}

/** Of each of these documents, what it goes back to: see toOrigin. */
export async function findOrigins(
  from: Pick<Tx, '$queryRawUnsafe'>,
  documentIds: readonly string[],
): Promise<(documentId: string) => string> {
  const rootOf = await findRoots(from, documentIds);
  return (documentId) => toOrigin(rootOf(documentId));
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
  const rootOf = toRootOf(
    repeated.length === 0 ? [] : prepared<[string], Row>(ROOTS, db).all(JSON.stringify(repeated)),
  );
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
