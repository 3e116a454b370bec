-- A source is captured by address, upload or paste, in a queue that survives a restart. Two documents
-- may be one, or one repeat the other; an interview is evidence without a copy.

-- CreateTable
CREATE TABLE "DocumentLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "score" REAL,
    "state" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "decidedById" TEXT,
    CONSTRAINT "DocumentLink_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DocumentLink_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DocumentLink_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaptureBand" (
    "captureId" TEXT NOT NULL,
    "band" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("captureId", "band"),
    CONSTRAINT "CaptureBand_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Document" ADD COLUMN "contact" TEXT;
ALTER TABLE "Document" ADD COLUMN "mergedIntoId" TEXT REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Document" ADD COLUMN "readCaptureId" TEXT REFERENCES "Capture" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Document" ADD COLUMN "recaptureEveryDays" INTEGER;
ALTER TABLE "Document" ADD COLUMN "recaptureAt" DATETIME;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Capture" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "takenById" TEXT,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "wall" TEXT,
    "requestedUrl" TEXT,
    "finalUrl" TEXT,
    "fileName" TEXT,
    "httpStatus" INTEGER,
    "mime" TEXT,
    "sha256" TEXT,
    "size" INTEGER,
    "textSha256" TEXT,
    "changedFromPrevious" BOOLEAN,
    "takedownReason" TEXT,
    "claimedBy" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME,
    "text" TEXT,
    CONSTRAINT "Capture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Capture" ("changedFromPrevious", "documentId", "error", "httpStatus", "id", "method", "mime", "n", "sha256", "size", "state", "takedownReason", "takenAt", "takenById", "text", "textSha256") SELECT "changedFromPrevious", "documentId", "error", "httpStatus", "id", "method", "mime", "n", "sha256", "size", "state", "takedownReason", "takenAt", "takenById", "text", "textSha256" FROM "Capture";
DROP TABLE "Capture";
ALTER TABLE "new_Capture" RENAME TO "Capture";
CREATE TABLE "new_Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "captureId" TEXT,
    "quote" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "quoteFound" TEXT,
    "quoteScore" REAL,
    "stance" TEXT NOT NULL,
    "directness" TEXT NOT NULL,
    "note" TEXT,
    "fileSha256" TEXT,
    "fileSize" INTEGER,
    "fileName" TEXT,
    "addedById" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Evidence" ("addedById", "captureId", "claimId", "createdAt", "directness", "documentId", "end", "id", "note", "quote", "quoteFound", "quoteScore", "removedAt", "revision", "stance", "start", "updatedAt")
SELECT e."addedById", e."captureId", e."claimId", e."createdAt", e."directness",
    coalesce((SELECT "documentId" FROM "Capture" WHERE "id" = e."captureId"), (SELECT "articleId" FROM "Claim" WHERE "id" = e."claimId")),
    e."end", e."id", e."note", e."quote", e."quoteFound", e."quoteScore", e."removedAt", e."revision", e."stance", e."start", e."updatedAt"
FROM "Evidence" e;
DROP TABLE "Evidence";
ALTER TABLE "new_Evidence" RENAME TO "Evidence";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Capture_sha256_idx" ON "Capture"("sha256");
CREATE INDEX "Capture_textSha256_idx" ON "Capture"("textSha256");
CREATE INDEX "Capture_state_notBefore_idx" ON "Capture"("state", "notBefore");
CREATE UNIQUE INDEX "Capture_documentId_n_key" ON "Capture"("documentId", "n");
CREATE INDEX "Document_url_idx" ON "Document"("url");
CREATE INDEX "Document_mergedIntoId_idx" ON "Document"("mergedIntoId");
CREATE INDEX "Document_recaptureAt_idx" ON "Document"("recaptureAt");
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");
CREATE INDEX "Evidence_documentId_idx" ON "Evidence"("documentId");
CREATE INDEX "Evidence_captureId_idx" ON "Evidence"("captureId");
CREATE INDEX "Evidence_fileSha256_idx" ON "Evidence"("fileSha256");
CREATE INDEX "DocumentLink_toId_idx" ON "DocumentLink"("toId");
CREATE UNIQUE INDEX "DocumentLink_kind_fromId_toId_key" ON "DocumentLink"("kind", "fromId", "toId");
CREATE INDEX "CaptureBand_hash_band_idx" ON "CaptureBand"("hash", "band");

-- The claims of an article stand in the copy that was read, which was the only one there could be.
UPDATE "Document" SET "readCaptureId" =
    (SELECT k."id" FROM "Capture" k WHERE k."documentId" = "Document"."id" AND k."state" = 'complete' ORDER BY k."n" DESC LIMIT 1)
WHERE "underCheck";

-- What follows is written by hand, since Prisma's schema has no words for it.

-- A copy is a copy: once complete or failed it never changes, but that a takedown may blank its text.
CREATE TRIGGER "Capture_no_update" BEFORE UPDATE ON "Capture"
WHEN OLD."state" <> 'pending' AND NOT (
    NEW."text" IS NULL AND NEW."takedownReason" IS NOT NULL
    AND NEW."id" IS OLD."id" AND NEW."documentId" IS OLD."documentId" AND NEW."n" IS OLD."n"
    AND NEW."takenAt" IS OLD."takenAt" AND NEW."takenById" IS OLD."takenById"
    AND NEW."method" IS OLD."method" AND NEW."state" IS OLD."state" AND NEW."error" IS OLD."error"
    AND NEW."wall" IS OLD."wall" AND NEW."requestedUrl" IS OLD."requestedUrl"
    AND NEW."finalUrl" IS OLD."finalUrl" AND NEW."fileName" IS OLD."fileName"
    AND NEW."httpStatus" IS OLD."httpStatus" AND NEW."mime" IS OLD."mime"
    AND NEW."sha256" IS OLD."sha256" AND NEW."size" IS OLD."size"
    AND NEW."textSha256" IS OLD."textSha256"
    AND NEW."changedFromPrevious" IS OLD."changedFromPrevious"
) BEGIN
    SELECT RAISE(ABORT, 'captures are never changed');
END;
CREATE TRIGGER "Capture_no_delete" BEFORE DELETE ON "Capture" BEGIN
    SELECT RAISE(ABORT, 'captures are never deleted');
END;

-- What a pending copy is of, and what was given for it, does not change either.
CREATE TRIGGER "Capture_pending_update" BEFORE UPDATE ON "Capture"
WHEN NEW."id" IS NOT OLD."id" OR NEW."documentId" IS NOT OLD."documentId" OR NEW."n" IS NOT OLD."n"
    OR NEW."method" IS NOT OLD."method" OR NEW."requestedUrl" IS NOT OLD."requestedUrl"
BEGIN
    SELECT RAISE(ABORT, 'a copy stays the copy of what it was asked for');
END;
