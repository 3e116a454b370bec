import { toOrigin } from '#domain/gates';
import type { Sqlite, Tx } from './db';

const LONGEST_CHAIN = 20;

/** Of each source, what it goes back to: see toOrigin. */
export async function findOrigins(
  from: Pick<Tx, '$queryRaw'>,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map();
  const rows = await from.$queryRaw<
    { first: string; id: string; publisher: string | null; url: string | null }[]
  >`
    WITH RECURSIVE chain("first", "id", "next", "depth") AS (
      SELECT d."id", d."id", d."derivedFromId", 0 FROM "Document" d
      WHERE d."id" IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))
      UNION ALL
      SELECT c."first", d."id", d."derivedFromId", c."depth" + 1
      FROM chain c JOIN "Document" d ON d."id" = c."next" WHERE c."depth" < ${LONGEST_CHAIN}
    )
    SELECT c."first", d."id", d."publisher", d."url"
    FROM chain c JOIN "Document" d ON d."id" = c."id" WHERE c."next" IS NULL`;
  return new Map(rows.map(({ first, ...root }) => [first, toOrigin(root)]));
}

export type Root = {
  readonly id: string;
  readonly publisher: string | null;
  readonly url: string | null;
};

/** The same for reports, which read past Prisma: where the chain of what a document repeats begins. */
export function findRoots(db: Sqlite): (id: string) => Root | null {
  const find = db.prepare<[string], Root & { readonly derivedFromId: string | null }>(
    'SELECT "id", "publisher", "url", "derivedFromId" FROM "Document" WHERE "id" = ?',
  );
  return (id) => {
    const seen = new Set<string>();
    let row = find.get(id);
    while (row?.derivedFromId && !seen.has(row.id)) {
      seen.add(row.id);
      row = find.get(row.derivedFromId);
    }
    return row ?? null;
  };
}
