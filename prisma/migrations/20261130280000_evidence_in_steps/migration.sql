-- Evidence keeps the page of its words in a file with pages, and the answer of a reviewer to whether its source
-- is independent of the others: null where nobody was asked.
ALTER TABLE "Evidence" ADD COLUMN "page" INTEGER;
ALTER TABLE "Evidence" ADD COLUMN "independent" BOOLEAN;
ALTER TABLE "Evidence" ADD COLUMN "countsWithId" TEXT REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Evidence" ADD COLUMN "comesFrom" TEXT;
CREATE INDEX "Evidence_countsWithId_idx" ON "Evidence"("countsWithId");

-- Evidence may be attached before the copy of its source is there; few pieces wait at a time.
CREATE INDEX "Evidence_unchecked" ON "Evidence"("documentId")
    WHERE "quoteFound" IS NULL AND "captureId" IS NOT NULL AND "removedAt" IS NULL;

-- Publishers that are one body under several names or addresses.
CREATE TABLE "Publisher" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "otherNames" JSONB NOT NULL,
    "hosts" JSONB NOT NULL,
    "owner" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
