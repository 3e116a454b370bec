-- CreateIndex
CREATE INDEX "Claim_by_due" ON "Claim"("dueOn", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId", "assigneeId");

-- CreateIndex
CREATE INDEX "Claim_by_holder" ON "Claim"("assigneeId", "status", "priority", "dueOn", "statusAt", "number");

-- CreateIndex
CREATE INDEX "Claim_status_acceptedAt_idx" ON "Claim"("status", "acceptedAt");
