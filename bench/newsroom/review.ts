import type Database from 'better-sqlite3';

/**
 * What the review left behind, for a desk that `fillDesk` filled: when each claim took its status and
 * was accepted, who is to be done with it by when, and who approved it. Worked out from the claims'
 * numbers, so that whatever else is made of chance stays as it was.
 */
export function fillReview(db: Database.Database): void {
  db.exec(`
    UPDATE "Claim" SET "statusAt" = "updatedAt",
      "acceptedAt" = CASE WHEN "status" IN ('suggested', 'dismissed') THEN NULL ELSE "createdAt" END,
      "dueOn" = CASE WHEN "status" IN ('open', 'checking', 'inReview') AND "number" % 4 = 0
        THEN date("createdAt", '+' || ("number" % 97) || ' days') END;

    INSERT INTO "Submission" ("id", "claimId", "verdictId", "byId", "at", "contentSha256")
      SELECT 's' || v."id", c."id", v."id", v."decidedById", v."decidedAt", 'bench'
      FROM "Claim" c JOIN "Verdict" v ON v."claimId" = c."id" AND v."n" = 1
      WHERE c."status" IN ('inReview', 'approved', 'published', 'withdrawn');

    INSERT INTO "Approval" ("id", "claimId", "verdictId", "submissionId", "byId", "at")
      SELECT 'a' || s."id", s."claimId", s."verdictId", s."id",
        (SELECT "id" FROM "User" WHERE "id" <> s."byId" ORDER BY "id" LIMIT 1), s."at"
      FROM "Submission" s JOIN "Claim" c ON c."id" = s."claimId" WHERE c."status" <> 'inReview';
  `);
}
