-- The claims of one person, and those in hand, are walked in their order: a list ends with its page.

-- Whether somebody works on it again after it was submitted: returned, reopened or corrected.
ALTER TABLE "Claim" ADD COLUMN "cameBack" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Claim" SET "cameBack" = true WHERE "status" = 'checking'
    AND EXISTS (SELECT 1 FROM "Submission" s WHERE s."claimId" = "Claim"."id");

CREATE TRIGGER "Claim_came_back" AFTER UPDATE OF "status" ON "Claim"
WHEN NEW."status" IS NOT OLD."status" AND OLD."cameBack" IS NOT (NEW."status" = 'checking'
    AND EXISTS (SELECT 1 FROM "Submission" WHERE "claimId" = NEW."id")) BEGIN
    UPDATE "Claim" SET "cameBack" = NOT OLD."cameBack" WHERE "id" = NEW."id";
END;
CREATE TRIGGER "Submission_came_back" AFTER INSERT ON "Submission" BEGIN
    UPDATE "Claim" SET "cameBack" = true WHERE "id" = NEW."claimId" AND "status" = 'checking';
END;

-- What somebody has in hand, as the desk page shows it.
CREATE INDEX "Claim_in_hand" ON "Claim"("assigneeId", "cameBack" DESC, ("dueOn" IS NULL), "dueOn",
    (CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END), "number", "status")
    WHERE "assigneeId" IS NOT NULL AND "status" IN ('open', 'checking');

-- What somebody holds, in the order of numbers and of due days, with every column that lists filter on.
CREATE INDEX "Claim_held" ON "Claim"("assigneeId", "number", "status", "kind", "ratingKey", "figureCount",
    "articleId", "claimantId", "dueOn", "checkWorthiness", "updatedAt") WHERE "assigneeId" IS NOT NULL;
CREATE INDEX "Claim_held_by_due" ON "Claim"("assigneeId", "dueOn", "number", "status", "kind", "ratingKey",
    "figureCount", "articleId", "claimantId") WHERE "assigneeId" IS NOT NULL;

-- Those two took its place.
DROP INDEX "Claim_by_holder";

-- SQLite walks an index with its empty keys last in its first column only.
DROP INDEX "Claim_unassigned";
CREATE INDEX "Claim_unassigned" ON "Claim"(
    (CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END), ("dueOn" IS NULL), "dueOn", "number")
    WHERE "assigneeId" IS NULL AND "status" = 'open';
