-- To look for each claim's claimant among hundreds takes longer than the rest of a list.

-- DropIndex
DROP INDEX "Claim_claimantId_idx";

-- CreateIndex
CREATE INDEX "Claim_by_claimant" ON "Claim"("claimantId", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "checkWorthiness", "updatedAt", "assigneeId", "dueOn");
