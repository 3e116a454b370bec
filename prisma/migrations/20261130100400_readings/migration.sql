-- CreateTable
CREATE TABLE "ArticleReading" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "captureId" TEXT NOT NULL,
    "again" BOOLEAN NOT NULL,
    "publishedOn" TEXT,
    "language" TEXT,
    "askedById" TEXT,
    "state" TEXT NOT NULL,
    "engineVersion" TEXT,
    "found" INTEGER,
    "choice" TEXT,
    "toWrite" INTEGER,
    "written" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "dismissed" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CaptureDifference" (
    "captureId" TEXT NOT NULL,
    "previousId" TEXT NOT NULL,
    "passages" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("captureId", "previousId")
);

-- CreateIndex
CREATE INDEX "ArticleReading_state_idx" ON "ArticleReading"("state");

-- CreateIndex
CREATE INDEX "CaptureDifference_previousId_idx" ON "CaptureDifference"("previousId");

-- CreateIndex
CREATE INDEX "CaptureDifference_createdAt_idx" ON "CaptureDifference"("createdAt");
