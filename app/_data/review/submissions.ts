import { prepared } from '../database/db';

/** Who submitted a claim for approval, and when. */
export type Submission = { readonly by: string; readonly byId: string; readonly at: Date };

/** The last submission of a claim, or null before the first. */
export function findSubmission(claimId: string): Submission | null {
  const row = prepared<[string], { by: string; byId: string; at: string }>(
    `SELECT u."name" AS "by", s."byId", s."at" FROM "Submission" s JOIN "User" u ON u."id" = s."byId"
      WHERE s."claimId" = ? ORDER BY s."id" DESC LIMIT 1`,
  ).get(claimId);
  return row ? { ...row, at: new Date(row.at) } : null;
}
