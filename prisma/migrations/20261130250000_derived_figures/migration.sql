-- A figure of a claim is held against a figure that is worked out from several of the evidence: which
-- calculation, and of which figures in which order. Null for a pair of two figures. The first of them stands in
-- "evidenceId" and "evidenceQuantityId" as well.

-- AlterTable
ALTER TABLE "FigurePair" ADD COLUMN "operands" JSONB;
ALTER TABLE "FigurePair" ADD COLUMN "operation" TEXT;

-- What follows is written by hand, since Prisma's schema has no words for it.

-- A pair is only ever taken back. `app/_data/database/triggers.test.ts` tries it.
DROP TRIGGER "FigurePair_no_update";
CREATE TRIGGER "FigurePair_no_update" BEFORE UPDATE ON "FigurePair"
WHEN OLD."removedAt" IS NOT NULL OR NEW."removedAt" IS NULL
    OR NEW."id" IS NOT OLD."id" OR NEW."claimId" IS NOT OLD."claimId" OR NEW."evidenceId" IS NOT OLD."evidenceId"
    OR NEW."claimQuantityId" IS NOT OLD."claimQuantityId" OR NEW."evidenceQuantityId" IS NOT OLD."evidenceQuantityId"
    OR NEW."operation" IS NOT OLD."operation" OR NEW."operands" IS NOT OLD."operands"
    OR NEW."byId" IS NOT OLD."byId" OR NEW."at" IS NOT OLD."at"
BEGIN
    SELECT RAISE(ABORT, 'pairs of figures are never changed');
END;
