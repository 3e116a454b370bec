-- How many claims pass each filter of status, kind, verdict and figures together: of some hundred rows
-- any of them is added up, where counting walked all claims.
INSERT INTO "Tally"
    SELECT 'filter', "status" || ' ' || "kind" || ' ' || coalesce("ratingKey", 'none') || ' ' ||
        iif("figureCount" > 0, 'yes', 'no'), count(*)
    FROM "Claim" GROUP BY 2;

CREATE TRIGGER "Claim_filter_insert" AFTER INSERT ON "Claim" BEGIN
    INSERT INTO "Tally" VALUES ('filter', NEW."status" || ' ' || NEW."kind" || ' ' ||
        coalesce(NEW."ratingKey", 'none') || ' ' || iif(NEW."figureCount" > 0, 'yes', 'no'), 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_filter_update" AFTER UPDATE OF "status", "kind", "ratingKey", "figureCount" ON "Claim"
WHEN NEW."status" IS NOT OLD."status" OR NEW."kind" IS NOT OLD."kind"
    OR NEW."ratingKey" IS NOT OLD."ratingKey" OR (NEW."figureCount" > 0) IS NOT (OLD."figureCount" > 0) BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'filter' AND "key" = OLD."status" || ' ' ||
        OLD."kind" || ' ' || coalesce(OLD."ratingKey", 'none') || ' ' || iif(OLD."figureCount" > 0, 'yes', 'no');
    INSERT INTO "Tally" VALUES ('filter', NEW."status" || ' ' || NEW."kind" || ' ' ||
        coalesce(NEW."ratingKey", 'none') || ' ' || iif(NEW."figureCount" > 0, 'yes', 'no'), 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_filter_delete" AFTER DELETE ON "Claim" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'filter' AND "key" = OLD."status" || ' ' ||
        OLD."kind" || ' ' || coalesce(OLD."ratingKey", 'none') || ' ' || iif(OLD."figureCount" > 0, 'yes', 'no');
END;
