-- DropIndex
DROP INDEX "Capture_state_notBefore_idx";

-- CreateIndex
CREATE INDEX "Capture_queue" ON "Capture"("state", "claimedBy", "notBefore", "takenById", "id");
