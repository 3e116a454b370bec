import { toOrigin } from '#domain/gates';
import type { Tx } from './db';

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
