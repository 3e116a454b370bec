-- What became of the suggestions of the engine, so that its faults can be counted: used untouched, mended, misread,
-- or dismissed for what the article says.

-- Whether a person changed the words, the kind, the claimant or the figures that the engine read. Kept by triggers.
ALTER TABLE "Claim" ADD COLUMN "mended" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Claim" SET "mended" = true WHERE "engineVersion" IS NOT NULL AND "revision" > 0 AND EXISTS (
    SELECT 1 FROM "Event" e WHERE e."claimId" = "Claim"."id"
        AND (e."action" IN ('figure.added', 'figure.corrected', 'figure.removed', 'claim.split', 'claim.joined')
            OR (e."action" = 'claim.edited' AND (json_type(e."after", '$.text') IS NOT NULL
                OR json_type(e."after", '$.kind') IS NOT NULL OR json_type(e."after", '$.claimant') IS NOT NULL))));

CREATE TRIGGER "Event_mended" AFTER INSERT ON "Event"
WHEN NEW."action" IN ('figure.added', 'figure.corrected', 'figure.removed', 'claim.split', 'claim.joined')
    OR (NEW."action" = 'claim.edited' AND (json_type(NEW."after", '$.text') IS NOT NULL
        OR json_type(NEW."after", '$.kind') IS NOT NULL OR json_type(NEW."after", '$.claimant') IS NOT NULL)) BEGIN
    UPDATE "Claim" SET "mended" = true
        WHERE "id" = NEW."claimId" AND "engineVersion" IS NOT NULL AND NOT "mended";
END;

INSERT INTO "Tally" SELECT 'engine', "became", count(*) FROM (
    SELECT CASE WHEN c."engineVersion" IS NULL OR c."status" = 'suggested' THEN NULL
        WHEN c."status" = 'dismissed' THEN iif(c."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN c."mended" THEN 'mended' ELSE 'untouched' END AS "became" FROM "Claim" c) WHERE "became" IS NOT NULL GROUP BY 2;

CREATE TRIGGER "Claim_engine_update" AFTER UPDATE OF "status", "dismissReason", "mended" ON "Claim"
WHEN NEW."engineVersion" IS NOT NULL AND (NEW."status" IS NOT OLD."status"
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

CREATE TRIGGER "Claim_engine_delete" AFTER DELETE ON "Claim" WHEN OLD."engineVersion" IS NOT NULL BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'engine' AND "key" = CASE WHEN OLD."engineVersion" IS NULL OR OLD."status" = 'suggested' THEN NULL
        WHEN OLD."status" = 'dismissed' THEN iif(OLD."dismissReason" = 'misread', 'misread', 'dismissed')
        WHEN OLD."mended" THEN 'mended' ELSE 'untouched' END;
END;
