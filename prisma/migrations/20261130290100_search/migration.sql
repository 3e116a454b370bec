-- The words of the desk beside those of claims and the names of claimants, which have indexes of their own:
-- explanations of verdicts, quotes and notes of evidence, comments, the details of articles and sources, and
-- the text of copies. The index keeps no text ("content" is empty), since the copies are most of a desk.
-- What an index without text forgets, it must be told word by word: each trigger gives the old words.

-- A number for each row whose words are in the index. A table of Prisma would have it verified.
CREATE TABLE "search_entries" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "documentId" TEXT
);
CREATE UNIQUE INDEX "search_entries_of" ON "search_entries"("of", "kind");
CREATE VIRTUAL TABLE "search_words" USING fts5(kind, words, content = '', tokenize = "porter unicode61 remove_diacritics 2");

INSERT INTO "search_entries"("kind", "of", "documentId")
SELECT 'copy', "id", "documentId" FROM "Capture"
WHERE "state" = 'complete' AND "text" <> '' AND "changedFromPrevious" IS NOT FALSE ORDER BY "id";
INSERT INTO "search_entries"("kind", "of", "documentId")
SELECT iif("underCheck", 'article', 'source'), "id", "id" FROM "Document" WHERE "mergedIntoId" IS NULL ORDER BY "id";
INSERT INTO "search_entries"("kind", "of", "documentId")
SELECT 'quote', "id", "documentId" FROM "Evidence" WHERE "removedAt" IS NULL ORDER BY "id";
INSERT INTO "search_entries"("kind", "of") SELECT 'comment', "id" FROM "Comment" ORDER BY "id";
INSERT INTO "search_entries"("kind", "of") SELECT 'explanation', "id" FROM "Verdict" ORDER BY "id";

INSERT INTO search_words(rowid, kind, words)
SELECT e."id", e."kind", c."text" FROM "search_entries" e JOIN "Capture" c ON c."id" = e."of" WHERE e."kind" = 'copy';
INSERT INTO search_words(rowid, kind, words)
SELECT e."id", e."kind", d."title" || ' ' || coalesce(d."publisher", '') || ' ' || coalesce(d."author", '') || ' ' || coalesce(d."url", '')
FROM "search_entries" e JOIN "Document" d ON d."id" = e."of" WHERE e."kind" IN ('article', 'source');
INSERT INTO search_words(rowid, kind, words)
SELECT e."id", e."kind", v."quote" || ' ' || coalesce(v."note", '') FROM "search_entries" e JOIN "Evidence" v ON v."id" = e."of" WHERE e."kind" = 'quote';
INSERT INTO search_words(rowid, kind, words)
SELECT e."id", e."kind", c."body" FROM "search_entries" e JOIN "Comment" c ON c."id" = e."of" WHERE e."kind" = 'comment';
INSERT INTO search_words(rowid, kind, words)
SELECT e."id", e."kind", v."explanation" || ' ' || coalesce(v."correctedText", '') || ' ' || coalesce(v."changeNote", '')
FROM "search_entries" e JOIN "Verdict" v ON v."id" = e."of" WHERE e."kind" = 'explanation';

-- Copies: once complete, and only if the text is another than that of the copy before. A takedown forgets the words.
CREATE TRIGGER "Capture_search_insert" AFTER INSERT ON "Capture"
WHEN NEW."state" = 'complete' AND NEW."text" <> '' AND NEW."changedFromPrevious" IS NOT FALSE BEGIN
    INSERT INTO "search_entries"("kind", "of", "documentId") VALUES ('copy', NEW."id", NEW."documentId");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."text" FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'copy';
END;
CREATE TRIGGER "Capture_search_complete" AFTER UPDATE OF "state" ON "Capture"
WHEN OLD."state" <> 'complete' AND NEW."state" = 'complete' AND NEW."text" <> '' AND NEW."changedFromPrevious" IS NOT FALSE BEGIN
    INSERT INTO "search_entries"("kind", "of", "documentId") VALUES ('copy', NEW."id", NEW."documentId");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."text" FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'copy';
END;
CREATE TRIGGER "Capture_search_takedown" AFTER UPDATE OF "text" ON "Capture"
WHEN OLD."text" IS NOT NULL AND NEW."text" IS NULL BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."text" FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'copy';
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'copy';
END;
CREATE TRIGGER "Capture_search_delete" AFTER DELETE ON "Capture" BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."text" FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'copy';
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'copy';
END;

-- Articles and sources. A source that was merged into another is found as that one.
CREATE TRIGGER "Document_search_insert" AFTER INSERT ON "Document" WHEN NEW."mergedIntoId" IS NULL BEGIN
    INSERT INTO "search_entries"("kind", "of", "documentId") VALUES (iif(NEW."underCheck", 'article', 'source'), NEW."id", NEW."id");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."title" || ' ' || coalesce(NEW."publisher", '') || ' ' || coalesce(NEW."author", '') || ' ' || coalesce(NEW."url", '')
    FROM "search_entries" WHERE "of" = NEW."id" AND "kind" IN ('article', 'source');
END;
CREATE TRIGGER "Document_search_update" AFTER UPDATE OF "title", "publisher", "author", "url", "underCheck", "mergedIntoId" ON "Document"
WHEN NEW."title" IS NOT OLD."title" OR NEW."publisher" IS NOT OLD."publisher" OR NEW."author" IS NOT OLD."author"
    OR NEW."url" IS NOT OLD."url" OR NEW."underCheck" IS NOT OLD."underCheck" OR NEW."mergedIntoId" IS NOT OLD."mergedIntoId" BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."title" || ' ' || coalesce(OLD."publisher", '') || ' ' || coalesce(OLD."author", '') || ' ' || coalesce(OLD."url", '')
    FROM "search_entries" WHERE "of" = OLD."id" AND "kind" IN ('article', 'source');
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" IN ('article', 'source');
    INSERT INTO "search_entries"("kind", "of", "documentId")
    SELECT iif(NEW."underCheck", 'article', 'source'), NEW."id", NEW."id" WHERE NEW."mergedIntoId" IS NULL;
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."title" || ' ' || coalesce(NEW."publisher", '') || ' ' || coalesce(NEW."author", '') || ' ' || coalesce(NEW."url", '')
    FROM "search_entries" WHERE "of" = NEW."id" AND "kind" IN ('article', 'source');
END;
CREATE TRIGGER "Document_search_delete" AFTER DELETE ON "Document" BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."title" || ' ' || coalesce(OLD."publisher", '') || ' ' || coalesce(OLD."author", '') || ' ' || coalesce(OLD."url", '')
    FROM "search_entries" WHERE "of" = OLD."id" AND "kind" IN ('article', 'source');
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" IN ('article', 'source');
END;

-- Quotes and notes of evidence that was not taken back.
CREATE TRIGGER "Evidence_search_insert" AFTER INSERT ON "Evidence" WHEN NEW."removedAt" IS NULL BEGIN
    INSERT INTO "search_entries"("kind", "of", "documentId") VALUES ('quote', NEW."id", NEW."documentId");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."quote" || ' ' || coalesce(NEW."note", '') FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'quote';
END;
CREATE TRIGGER "Evidence_search_update" AFTER UPDATE OF "quote", "note", "removedAt", "documentId" ON "Evidence"
WHEN NEW."quote" IS NOT OLD."quote" OR NEW."note" IS NOT OLD."note" OR NEW."removedAt" IS NOT OLD."removedAt"
    OR NEW."documentId" IS NOT OLD."documentId" BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."quote" || ' ' || coalesce(OLD."note", '') FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'quote';
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'quote';
    INSERT INTO "search_entries"("kind", "of", "documentId")
    SELECT 'quote', NEW."id", NEW."documentId" WHERE NEW."removedAt" IS NULL;
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."quote" || ' ' || coalesce(NEW."note", '') FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'quote';
END;
CREATE TRIGGER "Evidence_search_delete" AFTER DELETE ON "Evidence" BEGIN
    INSERT INTO search_words(search_words, rowid, kind, words)
    SELECT 'delete', "id", "kind", OLD."quote" || ' ' || coalesce(OLD."note", '') FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'quote';
    DELETE FROM "search_entries" WHERE "of" = OLD."id" AND "kind" = 'quote';
END;

-- Comments and verdicts are added and never changed.
CREATE TRIGGER "Comment_search_insert" AFTER INSERT ON "Comment" BEGIN
    INSERT INTO "search_entries"("kind", "of") VALUES ('comment', NEW."id");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."body" FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'comment';
END;
CREATE TRIGGER "Verdict_search_insert" AFTER INSERT ON "Verdict" BEGIN
    INSERT INTO "search_entries"("kind", "of") VALUES ('explanation', NEW."id");
    INSERT INTO search_words(rowid, kind, words)
    SELECT "id", "kind", NEW."explanation" || ' ' || coalesce(NEW."correctedText", '') || ' ' || coalesce(NEW."changeNote", '')
    FROM "search_entries" WHERE "of" = NEW."id" AND "kind" = 'explanation';
END;
