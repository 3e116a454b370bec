import type { Json } from '#domain/canonical-json';
import type { ClaimStatus } from '#domain/claims/claim';
import type { NewsEvent } from '#domain/record/news';
import { prepared } from '../database/db';

/** As much of a claim as an open page of it asks for every few seconds. */
export type LiveClaim = {
  readonly id: string;
  readonly number: number;
  readonly status: ClaimStatus;
};

/** The claim with this number, or null. */
export const findLiveClaim = (number: number): LiveClaim | null =>
  prepared<[number], LiveClaim>(
    'SELECT "id", "number", "status" FROM "Claim" WHERE "number" = ?',
  ).get(number) ?? null;

/** More than this is not counted: the page is far behind, and says so with any number. */
const NEWS_SIZE = 50;

/** The latest events of a claim, newest first. */
export function listNewsEvents(claimId: string): NewsEvent[] {
  return prepared<[string, number], Omit<NewsEvent, 'after'> & { after: string | null }>(
    `SELECT e."seq", e."actorId", u."name" AS "actorName", e."action", e."after"
      FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId"
      WHERE e."claimId" = ? ORDER BY e."seq" DESC LIMIT ?`,
  )
    .all(claimId, NEWS_SIZE)
    .map(({ after, ...event }) => ({ ...event, after: JSON.parse(after ?? 'null') as Json }));
}

/** The place in the record of the last event of a claim; 0 before the first. */
export const findLastSeq = (claimId: string): number =>
  prepared<[string], number>(`SELECT coalesce(max("seq"), 0) FROM "Event" WHERE "claimId" = ?`)
    .pluck()
    .get(claimId) ?? 0;
