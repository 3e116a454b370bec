import { prepared, type Sqlite, sqlite } from '../database/db';

/**
 * The claim that another one leads to: a claim that is dismissed as a duplicate leads to the claim that it
 * duplicates, and so on to the last.
 *
 * @returns the id itself, where that claim duplicates none
 */
export function findLastOriginal(id: string, db: Sqlite = sqlite()): string {
  // UNION drops a claim that came before, so that a circle, which older desks may have, ends as
  // well.
  const found = prepared<[string], { id: string }>(
    `WITH RECURSIVE chain(id, next) AS (
      SELECT "id", "duplicateOfId" FROM "Claim" WHERE "id" = ?
      UNION
      SELECT "Claim"."id", "Claim"."duplicateOfId"
      FROM chain CROSS JOIN "Claim" ON "Claim"."id" = chain.next
    )
    SELECT id FROM chain WHERE next IS NULL`,
    db,
  ).get(id);
  return found?.id ?? id;
}
