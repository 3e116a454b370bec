-- CreateIndex
CREATE INDEX "Claim_by_recheck" ON "Claim"("recheckOn", "number");
