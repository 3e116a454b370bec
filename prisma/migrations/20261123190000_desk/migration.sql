-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Party" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "sameAs" TEXT,
    "interests" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "underCheck" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "publishedOn" TEXT,
    "language" TEXT,
    "derivedFromId" TEXT,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "confidentialReason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Document_derivedFromId_fkey" FOREIGN KEY ("derivedFromId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "takenById" TEXT,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "httpStatus" INTEGER,
    "mime" TEXT,
    "sha256" TEXT,
    "size" INTEGER,
    "text" TEXT,
    "textSha256" TEXT,
    "changedFromPrevious" BOOLEAN,
    "takedownReason" TEXT,
    CONSTRAINT "Capture_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "headline" TEXT,
    "kind" TEXT NOT NULL,
    "checkable" BOOLEAN NOT NULL DEFAULT true,
    "claimantId" TEXT,
    "claimantUnknownReason" TEXT,
    "saidOn" TEXT,
    "saidOnText" TEXT,
    "eventOn" TEXT,
    "eventOnText" TEXT,
    "place" TEXT,
    "checkWorthiness" REAL NOT NULL,
    "reasons" JSONB NOT NULL,
    "engineVersion" TEXT,
    "status" TEXT NOT NULL,
    "dismissReason" TEXT,
    "duplicateOfId" TEXT,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "dueOn" TEXT,
    "assigneeId" TEXT,
    "selectionReason" TEXT,
    "recheckOn" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "figureCount" INTEGER NOT NULL DEFAULT 0,
    "ratingKey" TEXT,
    CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Party" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_ratingKey_fkey" FOREIGN KEY ("ratingKey") REFERENCES "Rating" ("key") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "first" BOOLEAN NOT NULL,
    CONSTRAINT "Appearance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Appearance_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Quantity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT,
    "evidenceId" TEXT,
    "n" INTEGER NOT NULL,
    "surface" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "qualifier" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "value" TEXT,
    "low" TEXT,
    "high" TEXT,
    "lastDigit" TEXT,
    "significantDigits" INTEGER,
    "tolerance" TEXT,
    "unit" TEXT,
    "unitName" TEXT,
    "measure" TEXT,
    "dimension" TEXT,
    "statistic" TEXT,
    "asOf" TEXT,
    "cumulative" BOOLEAN,
    "scope" TEXT,
    "basis" TEXT,
    "baseLow" TEXT,
    "baseHigh" TEXT,
    "baseUnit" TEXT,
    "baseLowNumber" REAL,
    "baseHighNumber" REAL,
    "leading" BOOLEAN NOT NULL DEFAULT false,
    "corrected" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Quantity_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Quantity_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "captureId" TEXT,
    "quote" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "quoteFound" TEXT,
    "quoteScore" REAL,
    "stance" TEXT NOT NULL,
    "directness" TEXT NOT NULL,
    "note" TEXT,
    "addedById" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rating" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "value" INTEGER,
    "averitecLabel" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "ratingKey" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "asOf" TEXT,
    "explanation" TEXT NOT NULL,
    "correctedText" TEXT,
    "decidedById" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "evidence" JSONB NOT NULL,
    "comparisons" JSONB NOT NULL,
    CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_ratingKey_fkey" FOREIGN KEY ("ratingKey") REFERENCES "Rating" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "claimId" TEXT,
    "documentId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "beforeSha256" TEXT,
    "afterSha256" TEXT,
    "reason" TEXT,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Event_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Event_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Party_name_idx" ON "Party"("name");

-- CreateIndex
CREATE INDEX "Document_underCheck_id_idx" ON "Document"("underCheck", "id");

-- CreateIndex
CREATE INDEX "Document_canonicalUrl_idx" ON "Document"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Document_derivedFromId_idx" ON "Document"("derivedFromId");

-- CreateIndex
CREATE INDEX "Capture_sha256_idx" ON "Capture"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Capture_documentId_n_key" ON "Capture"("documentId", "n");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_number_key" ON "Claim"("number");

-- CreateIndex
CREATE INDEX "Claim_by_number" ON "Claim"("number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId");

-- CreateIndex
CREATE INDEX "Claim_by_worth" ON "Claim"("checkWorthiness", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId");

-- CreateIndex
CREATE INDEX "Claim_by_change" ON "Claim"("updatedAt", "number", "status", "kind", "ratingKey", "figureCount", "articleId", "claimantId");

-- CreateIndex
CREATE INDEX "Claim_articleId_position_idx" ON "Claim"("articleId", "position");

-- CreateIndex
CREATE INDEX "Claim_claimantId_idx" ON "Claim"("claimantId");

-- CreateIndex
CREATE INDEX "Claim_duplicateOfId_idx" ON "Claim"("duplicateOfId");

-- CreateIndex
CREATE INDEX "Claim_assigneeId_idx" ON "Claim"("assigneeId");

-- CreateIndex
CREATE INDEX "Appearance_claimId_idx" ON "Appearance"("claimId");

-- CreateIndex
CREATE INDEX "Appearance_captureId_start_idx" ON "Appearance"("captureId", "start");

-- CreateIndex
CREATE INDEX "Quantity_claimId_n_idx" ON "Quantity"("claimId", "n");

-- CreateIndex
CREATE INDEX "Quantity_evidenceId_n_idx" ON "Quantity"("evidenceId", "n");

-- CreateIndex
CREATE INDEX "Quantity_baseUnit_baseLowNumber_baseHighNumber_idx" ON "Quantity"("baseUnit", "baseLowNumber", "baseHighNumber");

-- CreateIndex
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_captureId_idx" ON "Evidence"("captureId");

-- CreateIndex
CREATE INDEX "Verdict_ratingKey_idx" ON "Verdict"("ratingKey");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_claimId_n_key" ON "Verdict"("claimId", "n");

-- CreateIndex
CREATE UNIQUE INDEX "Event_hash_key" ON "Event"("hash");

-- CreateIndex
CREATE INDEX "Event_claimId_seq_idx" ON "Event"("claimId", "seq");

-- CreateIndex
CREATE INDEX "Event_documentId_seq_idx" ON "Event"("documentId", "seq");

-- CreateIndex
CREATE INDEX "Event_entity_entityId_idx" ON "Event"("entity", "entityId");

-- What follows is written by hand, since Prisma's schema has no words for it. A later migration
-- that rebuilds one of these tables must create its triggers again: `app/_data/triggers.test.ts`
-- fails when one is gone.

-- The words of claims, by claim number: the desk's wording, and the article's own.
CREATE VIRTUAL TABLE "claim_words" USING fts5(text, quote, tokenize = "porter unicode61 remove_diacritics 2");

CREATE TRIGGER "Claim_words_insert" AFTER INSERT ON "Claim" BEGIN
    INSERT INTO claim_words(rowid, text, quote) VALUES (NEW."number", NEW."text", '');
END;
CREATE TRIGGER "Claim_words_update" AFTER UPDATE OF "text", "number" ON "Claim" BEGIN
    UPDATE claim_words SET rowid = NEW."number", text = NEW."text" WHERE rowid = OLD."number";
END;
CREATE TRIGGER "Claim_words_delete" AFTER DELETE ON "Claim" BEGIN
    DELETE FROM claim_words WHERE rowid = OLD."number";
END;
CREATE TRIGGER "Appearance_words_insert" AFTER INSERT ON "Appearance" WHEN NEW."first" BEGIN
    UPDATE claim_words SET quote = NEW."exact"
    WHERE rowid = (SELECT "number" FROM "Claim" WHERE "id" = NEW."claimId");
END;
CREATE TRIGGER "Appearance_words_update" AFTER UPDATE OF "exact", "first" ON "Appearance" WHEN NEW."first" BEGIN
    UPDATE claim_words SET quote = NEW."exact"
    WHERE rowid = (SELECT "number" FROM "Claim" WHERE "id" = NEW."claimId");
END;

-- A copy is a copy: once complete or failed it never changes, but that a takedown may blank its text.
CREATE TRIGGER "Capture_no_update" BEFORE UPDATE ON "Capture"
WHEN OLD."state" <> 'pending' AND NOT (
    NEW."text" IS NULL AND NEW."takedownReason" IS NOT NULL
    AND NEW."id" IS OLD."id" AND NEW."documentId" IS OLD."documentId" AND NEW."n" IS OLD."n"
    AND NEW."takenAt" IS OLD."takenAt" AND NEW."takenById" IS OLD."takenById"
    AND NEW."method" IS OLD."method" AND NEW."state" IS OLD."state" AND NEW."mime" IS OLD."mime"
    AND NEW."sha256" IS OLD."sha256" AND NEW."textSha256" IS OLD."textSha256"
) BEGIN
    SELECT RAISE(ABORT, 'captures are never changed');
END;
CREATE TRIGGER "Capture_no_delete" BEFORE DELETE ON "Capture" BEGIN
    SELECT RAISE(ABORT, 'captures are never deleted');
END;

CREATE TRIGGER "Verdict_no_update" BEFORE UPDATE ON "Verdict" BEGIN
    SELECT RAISE(ABORT, 'verdicts are never changed');
END;
CREATE TRIGGER "Verdict_no_delete" BEFORE DELETE ON "Verdict" BEGIN
    SELECT RAISE(ABORT, 'verdicts are never deleted');
END;

-- The hash of an event covers digests of before and after, so those two may be blanked.
CREATE TRIGGER "Event_no_update" BEFORE UPDATE ON "Event"
WHEN NOT (
    NEW."before" IS NULL AND NEW."after" IS NULL
    AND NEW."seq" IS OLD."seq" AND NEW."at" IS OLD."at" AND NEW."actorId" IS OLD."actorId"
    AND NEW."via" IS OLD."via" AND NEW."action" IS OLD."action" AND NEW."entity" IS OLD."entity"
    AND NEW."entityId" IS OLD."entityId" AND NEW."claimId" IS OLD."claimId"
    AND NEW."documentId" IS OLD."documentId" AND NEW."beforeSha256" IS OLD."beforeSha256"
    AND NEW."afterSha256" IS OLD."afterSha256" AND NEW."reason" IS OLD."reason"
    AND NEW."prevHash" IS OLD."prevHash" AND NEW."hash" IS OLD."hash"
) BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event" BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
