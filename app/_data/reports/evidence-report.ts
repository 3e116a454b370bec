import type { ClaimFilter, ClaimSort } from '#domain/claims/claim-list';
import type { EvidenceReport } from '#domain/reports/evidence-columns';
import { eachClaimNumbers } from '../claims/claim-list';
import { openSnapshot } from '../database/db';
import { type CountedRow, readOrigins } from '../evidence/origins';
import { FOUND_OR_WAITING } from './found-or-waiting';

/**
 * The evidence on the claims of a list, a batch of claims at a time, in the order of the list, and
 * of each claim the nearest source first. All of it shows the desk at one moment. Confidential
 * sources stay at the desk, and so do notes of an interview: they may name a person who must not be
 * named.
 */
export function* eachEvidenceReport(
  filter: ClaimFilter,
  sort: ClaimSort,
): Generator<readonly EvidenceReport[]> {
  const snapshot = openSnapshot();
  try {
    const query = snapshot.prepare<[string], Row>(EVIDENCE);
    for (const numbers of eachClaimNumbers(snapshot, filter, sort)) {
      const rows = query.all(JSON.stringify(numbers));
      const originOf = readOrigins(snapshot, rows);
      yield rows.map((row) => ({
        ...row,
        capturedAt: row.capturedAt && new Date(row.capturedAt).toISOString(),
        addedAt: new Date(row.addedAt).toISOString(),
        independent: row.independent === null ? null : Boolean(row.independent),
        origin: originOf(row).reported,
      }));
    }
  } finally {
    snapshot.close();
  }
}

type Row = Omit<EvidenceReport, 'origin' | 'independent'> &
  CountedRow & {
    readonly independent: number | null;
    readonly derivedFromId: string | null;
  };

const EVIDENCE = `SELECT c."number", c."text" AS "claim", e."claimId", e."page", e."independent", e."countsWithId",
    e."comesFrom", e."quote", ${FOUND_OR_WAITING}, e."quoteScore",
    e."quoteChange", e."stance", e."directness",
    CASE WHEN d."kind" = 'interview' THEN NULL ELSE e."note" END AS "note",
    d."kind" AS "sourceKind", e."documentId", d."title" AS "sourceTitle", d."url" AS "sourceUrl",
    d."publisher", d."publishedOn", d."derivedFromId", k."takenAt" AS "capturedAt",
    k."sha256" AS "captureSha256", k."textSha256", u."name" AS "addedBy", e."createdAt" AS "addedAt"
  FROM json_each(?) j
  CROSS JOIN "Claim" c ON c."number" = j.value
  JOIN "Evidence" e ON e."claimId" = c."id" AND e."removedAt" IS NULL
  JOIN "Document" d ON d."id" = e."documentId" AND NOT d."confidential"
  LEFT JOIN "Capture" k ON k."id" = e."captureId"
  JOIN "User" u ON u."id" = e."addedById"
  ORDER BY j.key, e."directness", e."id"`;
