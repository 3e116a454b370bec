-- To look for each claim's claimant among hundreds takes longer than the rest of a list. The desk page
-- asks who waits for whom, in which order, and how old what is open is.

-- DropIndex
DROP INDEX "Claim_claimantId_idx";

-- DropIndex
DROP INDEX "Claim_assigneeId_status_idx";

-- DropIndex
DROP INDEX "Claim_dueOn_idx";

-- CreateIndex
CREATE INDEX "Claim_by_claimant" ON "Claim"("claimantId", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "checkWorthiness", "updatedAt", "assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "Claim_by_due" ON "Claim"("dueOn", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId", "assigneeId");

-- CreateIndex
CREATE INDEX "Claim_by_holder" ON "Claim"("assigneeId", "status", "priority", "dueOn", "statusAt", "number");

-- CreateIndex
CREATE INDEX "Claim_status_acceptedAt_idx" ON "Claim"("status", "acceptedAt");
