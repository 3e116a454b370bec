-- A reviewer says which figure of a claim is held against which figure of its evidence. A verdict keeps
-- what the comparisons suggested, and why another rating was given.

-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN "otherwiseReason" TEXT;
ALTER TABLE "Verdict" ADD COLUMN "suggestedKey" TEXT;

-- CreateTable
CREATE TABLE "FigurePair" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "claimQuantityId" TEXT NOT NULL,
    "evidenceQuantityId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "FigurePair_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FigurePair_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FigurePair_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FigurePair_claimId_idx" ON "FigurePair"("claimId");

-- CreateIndex
CREATE INDEX "FigurePair_evidenceId_idx" ON "FigurePair"("evidenceId");

-- What follows is written by hand, since Prisma's schema has no words for it.

-- A pair is only ever taken back. `app/_data/triggers.test.ts` tries it.
CREATE TRIGGER "FigurePair_no_update" BEFORE UPDATE ON "FigurePair"
WHEN OLD."removedAt" IS NOT NULL OR NEW."removedAt" IS NULL
    OR NEW."id" IS NOT OLD."id" OR NEW."claimId" IS NOT OLD."claimId" OR NEW."evidenceId" IS NOT OLD."evidenceId"
    OR NEW."claimQuantityId" IS NOT OLD."claimQuantityId" OR NEW."evidenceQuantityId" IS NOT OLD."evidenceQuantityId"
    OR NEW."byId" IS NOT OLD."byId" OR NEW."at" IS NOT OLD."at"
BEGIN
    SELECT RAISE(ABORT, 'pairs of figures are never changed');
END;
CREATE TRIGGER "FigurePair_no_delete" BEFORE DELETE ON "FigurePair" BEGIN
    SELECT RAISE(ABORT, 'pairs of figures are never deleted');
END;
