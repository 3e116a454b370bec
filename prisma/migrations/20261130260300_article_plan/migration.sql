-- An article has an assignee and a deadline. It can be archived: out of lists and numbers, still in the record; and
-- removed, while nothing was decided on it. The sample story counts only as long as the desk has no other article.
ALTER TABLE "Document" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "Document" ADD COLUMN "removedAt" DATETIME;
ALTER TABLE "Document" ADD COLUMN "assigneeId" TEXT REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Document" ADD COLUMN "dueOn" TEXT;
ALTER TABLE "Document" ADD COLUMN "sample" BOOLEAN NOT NULL DEFAULT false;

-- Whether its claims are in lists and numbers, and the same beside each claim. Kept by triggers.
ALTER TABLE "Document" ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Claim" ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Document_counted" ON "Document"("counted", "id");

-- The counts of the desk are of claims that are counted: each of these took the place of one without that.
DROP TRIGGER "Claim_tally_insert";
DROP TRIGGER "Claim_tally_status";
DROP TRIGGER "Claim_tally_rating";
DROP TRIGGER "Claim_tally_open";
DROP TRIGGER "Claim_tally_delete";
DROP TRIGGER "Claim_filter_insert";
DROP TRIGGER "Claim_filter_update";
DROP TRIGGER "Claim_filter_delete";
DROP TRIGGER "Claim_engine_update";
DROP TRIGGER "Claim_engine_delete";

CREATE TRIGGER "Claim_counts_insert" AFTER INSERT ON "Claim" WHEN NEW."counted" BEGIN
    INSERT INTO "Tally" VALUES ('status', NEW."status", 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'rating', NEW."ratingKey", 1 WHERE NEW."ratingKey" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'open', substr(NEW."acceptedAt", 1, 10), 1
        WHERE NEW."acceptedAt" IS NOT NULL AND NEW."status" IN ('open', 'checking', 'inReview')
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" VALUES ('filter', NEW."status" || ' ' || NEW."kind" || ' ' || coalesce(NEW."ratingKey", 'none') || ' ' ||
        iif(NEW."figureCount" > 0, 'yes', 'no'), 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'engine', "became", 1 FROM (SELECT CASE WHEN NEW."engineVersion" IS NULL OR NEW."status" = 'suggested' THEN NULL
        WHEN NEW."status" = 'dismissed' THEN iif(NEW."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN NEW."mended" THEN 'mended' ELSE 'untouched' END AS "became")
        WHERE "became" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;
CREATE TRIGGER "Claim_counts_delete" AFTER DELETE ON "Claim" WHEN OLD."counted" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'status' AND "key" = OLD."status";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'rating' AND "key" = OLD."ratingKey";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'open' AND "key" = substr(OLD."acceptedAt", 1, 10)
        AND OLD."status" IN ('open', 'checking', 'inReview');
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'filter' AND "key" = OLD."status" || ' ' || OLD."kind" || ' ' || coalesce(OLD."ratingKey", 'none') || ' ' ||
        iif(OLD."figureCount" > 0, 'yes', 'no');
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'engine' AND "key" = CASE WHEN OLD."engineVersion" IS NULL OR OLD."status" = 'suggested' THEN NULL
        WHEN OLD."status" = 'dismissed' THEN iif(OLD."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN OLD."mended" THEN 'mended' ELSE 'untouched' END;
END;
CREATE TRIGGER "Claim_counts_out" AFTER UPDATE OF "counted" ON "Claim" WHEN OLD."counted" AND NOT NEW."counted" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'status' AND "key" = OLD."status";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'rating' AND "key" = OLD."ratingKey";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'open' AND "key" = substr(OLD."acceptedAt", 1, 10)
        AND OLD."status" IN ('open', 'checking', 'inReview');
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'filter' AND "key" = OLD."status" || ' ' || OLD."kind" || ' ' || coalesce(OLD."ratingKey", 'none') || ' ' ||
        iif(OLD."figureCount" > 0, 'yes', 'no');
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'engine' AND "key" = CASE WHEN OLD."engineVersion" IS NULL OR OLD."status" = 'suggested' THEN NULL
        WHEN OLD."status" = 'dismissed' THEN iif(OLD."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN OLD."mended" THEN 'mended' ELSE 'untouched' END;
END;
CREATE TRIGGER "Claim_counts_in" AFTER UPDATE OF "counted" ON "Claim" WHEN NEW."counted" AND NOT OLD."counted" BEGIN
    INSERT INTO "Tally" VALUES ('status', NEW."status", 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'rating', NEW."ratingKey", 1 WHERE NEW."ratingKey" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'open', substr(NEW."acceptedAt", 1, 10), 1
        WHERE NEW."acceptedAt" IS NOT NULL AND NEW."status" IN ('open', 'checking', 'inReview')
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" VALUES ('filter', NEW."status" || ' ' || NEW."kind" || ' ' || coalesce(NEW."ratingKey", 'none') || ' ' ||
        iif(NEW."figureCount" > 0, 'yes', 'no'), 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'engine', "became", 1 FROM (SELECT CASE WHEN NEW."engineVersion" IS NULL OR NEW."status" = 'suggested' THEN NULL
        WHEN NEW."status" = 'dismissed' THEN iif(NEW."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN NEW."mended" THEN 'mended' ELSE 'untouched' END AS "became")
        WHERE "became" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_status" AFTER UPDATE OF "status" ON "Claim"
WHEN NEW."counted" AND OLD."counted" AND NEW."status" IS NOT OLD."status" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'status' AND "key" = OLD."status";
    INSERT INTO "Tally" VALUES ('status', NEW."status", 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_rating" AFTER UPDATE OF "ratingKey" ON "Claim"
WHEN NEW."counted" AND OLD."counted" AND NEW."ratingKey" IS NOT OLD."ratingKey" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'rating' AND "key" = OLD."ratingKey";
    INSERT INTO "Tally" SELECT 'rating', NEW."ratingKey", 1 WHERE NEW."ratingKey" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_open" AFTER UPDATE OF "status", "acceptedAt" ON "Claim"
WHEN NEW."counted" AND OLD."counted"
    AND (NEW."status" IS NOT OLD."status" OR NEW."acceptedAt" IS NOT OLD."acceptedAt") BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'open' AND "key" = substr(OLD."acceptedAt", 1, 10)
        AND OLD."status" IN ('open', 'checking', 'inReview');
    INSERT INTO "Tally" SELECT 'open', substr(NEW."acceptedAt", 1, 10), 1
        WHERE NEW."acceptedAt" IS NOT NULL AND NEW."status" IN ('open', 'checking', 'inReview')
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_filter_update" AFTER UPDATE OF "status", "kind", "ratingKey", "figureCount" ON "Claim"
WHEN NEW."counted" AND OLD."counted" AND (NEW."status" IS NOT OLD."status" OR NEW."kind" IS NOT OLD."kind"
    OR NEW."ratingKey" IS NOT OLD."ratingKey" OR (NEW."figureCount" > 0) IS NOT (OLD."figureCount" > 0)) BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'filter' AND "key" = OLD."status" || ' ' || OLD."kind" || ' ' || coalesce(OLD."ratingKey", 'none') || ' ' ||
        iif(OLD."figureCount" > 0, 'yes', 'no');
    INSERT INTO "Tally" VALUES ('filter', NEW."status" || ' ' || NEW."kind" || ' ' || coalesce(NEW."ratingKey", 'none') || ' ' ||
        iif(NEW."figureCount" > 0, 'yes', 'no'), 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_engine_update" AFTER UPDATE OF "status", "dismissReason", "mended" ON "Claim"
WHEN NEW."counted" AND OLD."counted" AND NEW."engineVersion" IS NOT NULL AND (NEW."status" IS NOT OLD."status"
    OR NEW."dismissReason" IS NOT OLD."dismissReason" OR NEW."mended" IS NOT OLD."mended") BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'engine' AND "key" = CASE WHEN OLD."engineVersion" IS NULL OR OLD."status" = 'suggested' THEN NULL
        WHEN OLD."status" = 'dismissed' THEN iif(OLD."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN OLD."mended" THEN 'mended' ELSE 'untouched' END;
    INSERT INTO "Tally" SELECT 'engine', "became", 1 FROM (SELECT CASE WHEN NEW."engineVersion" IS NULL OR NEW."status" = 'suggested' THEN NULL
        WHEN NEW."status" = 'dismissed' THEN iif(NEW."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN NEW."mended" THEN 'mended' ELSE 'untouched' END AS "became")
        WHERE "became" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Document_counted" AFTER UPDATE OF "counted" ON "Document" WHEN NEW."counted" IS NOT OLD."counted" BEGIN
    UPDATE "Claim" SET "counted" = NEW."counted" WHERE "articleId" = NEW."id";
END;
CREATE TRIGGER "Document_archived" AFTER UPDATE OF "archivedAt" ON "Document"
WHEN (NEW."archivedAt" IS NULL) IS NOT (OLD."archivedAt" IS NULL) BEGIN
    UPDATE "Document" SET "counted" = NEW."archivedAt" IS NULL WHERE "id" = NEW."id";
END;
-- Claims that come to an article that does not count.
CREATE TRIGGER "Claim_uncounted" AFTER INSERT ON "Claim"
WHEN NEW."counted" AND EXISTS (SELECT 1 FROM "Document" WHERE "id" = NEW."articleId" AND NOT "counted") BEGIN
    UPDATE "Claim" SET "counted" = false WHERE "id" = NEW."id";
END;
-- Another article than the sample story.
CREATE INDEX "Document_sample" ON "Document"("id") WHERE "sample";
CREATE TRIGGER "Document_beside_sample" AFTER INSERT ON "Document" WHEN NEW."underCheck" AND NOT NEW."sample" BEGIN
    UPDATE "Document" SET "counted" = false WHERE "sample" AND "counted";
END;

UPDATE "Document" SET "sample" = true WHERE "underCheck" AND "publisher" = 'Plumbline sample story';
UPDATE "Document" SET "counted" = false WHERE "sample"
    AND EXISTS (SELECT 1 FROM "Document" d WHERE d."underCheck" AND NOT d."sample");
