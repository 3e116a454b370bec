import type Database from 'better-sqlite3';
import type { EventDraft } from '#data/record/record-events';
import { earlyEvent } from './early-event';

/** When each claim took its status and was accepted. It changes every claim, so it comes before the indexes. */
export function fillStatusTimes(db: Database.Database): void {
  db.exec(`
    UPDATE "Claim" SET "statusAt" = "updatedAt",
      "acceptedAt" = CASE WHEN "status" IN ('suggested', 'dismissed') THEN NULL ELSE "createdAt" END;
  `);
}

/**
 * What the review left behind: who submitted and approved what, comments and notifications. Worked out
 * from the claims' numbers, so that whatever else is made of chance stays as it was.
 */
export function fillReview(db: Database.Database): void {
  db.exec(`
    INSERT INTO "Submission" ("id", "claimId", "verdictId", "byId", "at", "contentSha256")
      SELECT 's' || v."id", c."id", v."id", v."decidedById", v."decidedAt", 'bench'
      FROM "Claim" c JOIN "Verdict" v ON v."claimId" = c."id" AND v."n" = 1
      WHERE c."status" IN ('inReview', 'approved', 'published', 'withdrawn');

    INSERT INTO "Approval" ("id", "claimId", "verdictId", "submissionId", "byId", "at")
      SELECT 'a' || s."id", s."claimId", s."verdictId", s."id",
        (SELECT "id" FROM "User" WHERE "id" <> s."byId" ORDER BY "id" LIMIT 1), s."at"
      FROM "Submission" s JOIN "Claim" c ON c."id" = s."claimId" WHERE c."status" <> 'inReview';

    INSERT INTO "Comment" ("id", "claimId", "body", "authorId", "at")
      SELECT 'c' || c."id", c."id", 'Is there a newer figure than this one?', c."assigneeId",
        c."updatedAt"
      FROM "Claim" c WHERE c."assigneeId" IS NOT NULL AND c."number" % 3 = 0;

    INSERT INTO "Comment" ("id", "claimId", "threadId", "body", "authorId", "at")
      SELECT 'r' || c."id", c."claimId", c."id", 'Not yet: the next one is due in spring.',
        (SELECT "id" FROM "User" WHERE "id" <> c."authorId" ORDER BY "id" LIMIT 1), c."at"
      FROM "Comment" c JOIN "Claim" k ON k."id" = c."claimId" WHERE k."number" % 2 = 0;

    INSERT INTO "Notification" ("id", "userId", "kind", "claimId", "causedById", "at", "readAt")
      SELECT 'n' || c."id", c."assigneeId", 'assigned', c."id",
        (SELECT "id" FROM "User" WHERE "id" <> c."assigneeId" ORDER BY "id" LIMIT 1),
        c."createdAt", CASE WHEN c."number" % 50 > 0 THEN c."updatedAt" END
      FROM "Claim" c WHERE c."assigneeId" IS NOT NULL;
  `);
}

type ReviewEvent = { readonly by: string; readonly event: EventDraft };

/** What is to be recorded of all that `fillReview` made, in the order in which it refers to itself. */
export function* eachReviewEvent(db: Database.Database): Generator<ReviewEvent> {
  const events = db.prepare<[], { by: string; claimId: string; row: string; after: string }>(`
    SELECT "byId" AS "by", "claimId", 'submitted' AS "row",
      json_object('submission', "id", 'verdict', 1, 'contentSha256', "contentSha256") AS "after"
    FROM "Submission"
    UNION ALL SELECT "byId", "claimId", 'approved',
      json_object('approval', "id", 'submission', "submissionId", 'verdict', 1) FROM "Approval"
    UNION ALL SELECT "authorId", "claimId", "id", json_object('body', "body") FROM "Comment"
      WHERE "threadId" IS NULL
    UNION ALL SELECT "authorId", "claimId", "id", json_object('body', "body", 'threadId', "threadId")
      FROM "Comment" WHERE "threadId" IS NOT NULL`);
  for (const { by, claimId, row, after } of events.all()) {
    const isStep = row === 'submitted' || row === 'approved';
    const content = JSON.parse(after) as { readonly threadId?: string };
    const action = isStep ? `claim.${row}` : content.threadId ? 'comment.replied' : 'comment.added';
    const of = { entity: isStep ? 'claim' : 'comment', entityId: isStep ? claimId : row, claimId };
    yield { by, event: earlyEvent({ action, ...of, after: content }) };
  }
}

/** Submissions, approvals and comments are of the moment of their events. */
export function timeByEvents(db: Database.Database): void {
  const at = (action: string, id: string) => `(SELECT e."at" FROM "Event" e WHERE
    e."claimId" = t."claimId" AND e."action" IN (${action}) AND ${id} = t."id")`;
  const after = (key: string) => `e."after" ->> '${key}'`;
  db.exec(`
    UPDATE "Submission" AS t SET "at" = ${at("'claim.submitted'", after('submission'))};
    UPDATE "Approval" AS t SET "at" = ${at("'claim.approved'", after('approval'))};
    UPDATE "Comment" AS t SET "at" = ${at("'comment.added', 'comment.replied'", 'e."entityId"')};
  `);
}
