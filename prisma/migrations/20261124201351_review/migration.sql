-- DropIndex
DROP INDEX "Claim_assigneeId_idx";

-- DropIndex
DROP INDEX "Claim_by_change";

-- DropIndex
DROP INDEX "Claim_by_worth";

-- DropIndex
DROP INDEX "Claim_by_number";

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "acceptedAt" DATETIME;
ALTER TABLE "Claim" ADD COLUMN "statusAt" DATETIME;

-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN "changeNote" TEXT;
ALTER TABLE "Verdict" ADD COLUMN "supersedesN" INTEGER;

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "tokenSha256" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "role" TEXT,
    "userId" TEXT,
    "madeById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "cancelledAt" DATETIME,
    CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "OneTimeLink_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "verdictId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "contentSha256" TEXT NOT NULL,
    CONSTRAINT "Submission_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Submission_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Submission_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "verdictId" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "note" TEXT,
    CONSTRAINT "Approval_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Approval_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Approval_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Approval_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "gate" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "takenBackAt" DATETIME,
    CONSTRAINT "Waiver_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "verdictId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "frozen" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    CONSTRAINT "Publication_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "verdictId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "threadId" TEXT,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "commentId" TEXT,
    "causedById" TEXT,
    "at" DATETIME NOT NULL,
    "readAt" DATETIME,
    CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Notification_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "User" ADD COLUMN "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false;


-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenSha256_key" ON "OneTimeLink"("tokenSha256");

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE INDEX "Submission_claimId_idx" ON "Submission"("claimId");

-- CreateIndex
CREATE INDEX "Submission_verdictId_idx" ON "Submission"("verdictId");

-- CreateIndex
CREATE UNIQUE INDEX "Approval_submissionId_key" ON "Approval"("submissionId");

-- CreateIndex
CREATE INDEX "Approval_claimId_idx" ON "Approval"("claimId");

-- CreateIndex
CREATE INDEX "Approval_verdictId_idx" ON "Approval"("verdictId");

-- CreateIndex
CREATE INDEX "Waiver_claimId_idx" ON "Waiver"("claimId");

-- CreateIndex
CREATE INDEX "Publication_verdictId_idx" ON "Publication"("verdictId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_claimId_n_key" ON "Publication"("claimId", "n");

-- CreateIndex
CREATE INDEX "Correction_claimId_idx" ON "Correction"("claimId");

-- CreateIndex
CREATE INDEX "Correction_verdictId_idx" ON "Correction"("verdictId");

-- CreateIndex
CREATE INDEX "Comment_claimId_id_idx" ON "Comment"("claimId", "id");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_id_idx" ON "Notification"("userId", "readAt", "id");

-- CreateIndex
CREATE INDEX "Notification_claimId_idx" ON "Notification"("claimId");

-- CreateIndex
CREATE INDEX "Claim_by_number" ON "Claim"("number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId", "assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "Claim_by_worth" ON "Claim"("checkWorthiness", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId", "assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "Claim_by_change" ON "Claim"("updatedAt", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId", "assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "Claim_assigneeId_status_idx" ON "Claim"("assigneeId", "status");

-- CreateIndex
CREATE INDEX "Claim_status_statusAt_idx" ON "Claim"("status", "statusAt");

-- CreateIndex
CREATE INDEX "Claim_dueOn_idx" ON "Claim"("dueOn");

-- Claims from before this migration have their times from the record.
UPDATE "Claim" SET
    "statusAt" = coalesce((SELECT max("at") FROM "Event" e WHERE e."claimId" = "Claim"."id" AND e."entity" = 'claim'
        AND e."action" IN ('claim.suggested', 'claim.made', 'claim.accepted', 'claim.dismissed', 'claim.undone', 'claim.taken')), "createdAt"),
    "acceptedAt" = CASE WHEN "status" IN ('suggested', 'dismissed') THEN NULL ELSE
        coalesce((SELECT max("at") FROM "Event" e WHERE e."claimId" = "Claim"."id"
        AND e."action" IN ('claim.made', 'claim.accepted')), "createdAt") END;

-- What follows is written by hand, since Prisma's schema has no words for it.

-- What was decided is added to, never changed. `app/_data/triggers.test.ts` tries each.
CREATE TRIGGER "Submission_no_update" BEFORE UPDATE ON "Submission" BEGIN
    SELECT RAISE(ABORT, 'submissions are never changed');
END;
CREATE TRIGGER "Submission_no_delete" BEFORE DELETE ON "Submission" BEGIN
    SELECT RAISE(ABORT, 'submissions are never deleted');
END;
CREATE TRIGGER "Approval_no_update" BEFORE UPDATE ON "Approval" BEGIN
    SELECT RAISE(ABORT, 'approvals are never changed');
END;
CREATE TRIGGER "Approval_no_delete" BEFORE DELETE ON "Approval" BEGIN
    SELECT RAISE(ABORT, 'approvals are never deleted');
END;
CREATE TRIGGER "Publication_no_update" BEFORE UPDATE ON "Publication" BEGIN
    SELECT RAISE(ABORT, 'publications are never changed');
END;
CREATE TRIGGER "Publication_no_delete" BEFORE DELETE ON "Publication" BEGIN
    SELECT RAISE(ABORT, 'publications are never deleted');
END;
CREATE TRIGGER "Correction_no_update" BEFORE UPDATE ON "Correction" BEGIN
    SELECT RAISE(ABORT, 'corrections are never changed');
END;
CREATE TRIGGER "Correction_no_delete" BEFORE DELETE ON "Correction" BEGIN
    SELECT RAISE(ABORT, 'corrections are never deleted');
END;

-- A waiver is only ever taken back.
CREATE TRIGGER "Waiver_no_update" BEFORE UPDATE ON "Waiver"
WHEN OLD."takenBackAt" IS NOT NULL OR NEW."takenBackAt" IS NULL
    OR NEW."id" IS NOT OLD."id" OR NEW."claimId" IS NOT OLD."claimId" OR NEW."gate" IS NOT OLD."gate"
    OR NEW."reason" IS NOT OLD."reason" OR NEW."byId" IS NOT OLD."byId" OR NEW."at" IS NOT OLD."at"
BEGIN
    SELECT RAISE(ABORT, 'waivers are never changed');
END;
CREATE TRIGGER "Waiver_no_delete" BEFORE DELETE ON "Waiver" BEGIN
    SELECT RAISE(ABORT, 'waivers are never deleted');
END;

-- A comment is only ever resolved or opened again.
CREATE TRIGGER "Comment_no_update" BEFORE UPDATE ON "Comment"
WHEN NEW."id" IS NOT OLD."id" OR NEW."claimId" IS NOT OLD."claimId" OR NEW."threadId" IS NOT OLD."threadId"
    OR NEW."body" IS NOT OLD."body" OR NEW."authorId" IS NOT OLD."authorId" OR NEW."at" IS NOT OLD."at"
BEGIN
    SELECT RAISE(ABORT, 'comments are never changed');
END;
CREATE TRIGGER "Comment_no_delete" BEFORE DELETE ON "Comment" BEGIN
    SELECT RAISE(ABORT, 'comments are never deleted');
END;

-- Four eyes, whatever way an approval takes: nobody approves a verdict of their own.
CREATE TRIGGER "Approval_four_eyes" BEFORE INSERT ON "Approval"
WHEN NEW."byId" = (SELECT "decidedById" FROM "Verdict" WHERE "id" = NEW."verdictId")
BEGIN
    SELECT RAISE(ABORT, 'a verdict is approved by somebody other than its author');
END;
