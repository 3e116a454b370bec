-- How many claims there are of a kind, kept as they change: counting a million takes a tenth of a second.
CREATE TABLE "Tally" (
    "of" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    PRIMARY KEY ("of", "key")
);

INSERT INTO "Tally" SELECT 'status', "status", count(*) FROM "Claim" GROUP BY "status";
INSERT INTO "Tally" SELECT 'rating', "ratingKey", count(*) FROM "Claim"
    WHERE "ratingKey" IS NOT NULL GROUP BY "ratingKey";
INSERT INTO "Tally" SELECT 'open', substr("acceptedAt", 1, 10), count(*) FROM "Claim"
    WHERE "acceptedAt" IS NOT NULL AND "status" IN ('open', 'checking', 'inReview') GROUP BY 2;
-- The first approval of each claim: its month, and the days since the claim was accepted.
INSERT INTO "Tally"
    SELECT 'approved', substr(a."at", 1, 7) || ' ' ||
        CAST(julianday(substr(a."at", 1, 10)) - julianday(substr(c."acceptedAt", 1, 10)) AS INTEGER),
        count(*)
    FROM (SELECT "claimId", min("at") AS "at" FROM "Approval" GROUP BY "claimId") a
        JOIN "Claim" c ON c."id" = a."claimId"
    WHERE c."acceptedAt" IS NOT NULL GROUP BY 2;

CREATE TRIGGER "Claim_tally_insert" AFTER INSERT ON "Claim" BEGIN
    INSERT INTO "Tally" VALUES ('status', NEW."status", 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'rating', NEW."ratingKey", 1 WHERE NEW."ratingKey" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
    INSERT INTO "Tally" SELECT 'open', substr(NEW."acceptedAt", 1, 10), 1
        WHERE NEW."acceptedAt" IS NOT NULL AND NEW."status" IN ('open', 'checking', 'inReview')
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_status" AFTER UPDATE OF "status" ON "Claim"
WHEN NEW."status" IS NOT OLD."status" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'status' AND "key" = OLD."status";
    INSERT INTO "Tally" VALUES ('status', NEW."status", 1)
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_rating" AFTER UPDATE OF "ratingKey" ON "Claim"
WHEN NEW."ratingKey" IS NOT OLD."ratingKey" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'rating' AND "key" = OLD."ratingKey";
    INSERT INTO "Tally" SELECT 'rating', NEW."ratingKey", 1 WHERE NEW."ratingKey" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_open" AFTER UPDATE OF "status", "acceptedAt" ON "Claim"
WHEN NEW."status" IS NOT OLD."status" OR NEW."acceptedAt" IS NOT OLD."acceptedAt" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'open' AND "key" = substr(OLD."acceptedAt", 1, 10)
        AND OLD."status" IN ('open', 'checking', 'inReview');
    INSERT INTO "Tally" SELECT 'open', substr(NEW."acceptedAt", 1, 10), 1
        WHERE NEW."acceptedAt" IS NOT NULL AND NEW."status" IN ('open', 'checking', 'inReview')
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "Claim_tally_delete" AFTER DELETE ON "Claim" BEGIN
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'status' AND "key" = OLD."status";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'rating' AND "key" = OLD."ratingKey";
    UPDATE "Tally" SET "n" = "n" - 1 WHERE "of" = 'open' AND "key" = substr(OLD."acceptedAt", 1, 10)
        AND OLD."status" IN ('open', 'checking', 'inReview');
END;

CREATE TRIGGER "Approval_tally_insert" AFTER INSERT ON "Approval"
WHEN NOT EXISTS (SELECT 1 FROM "Approval" WHERE "claimId" = NEW."claimId" AND "id" <> NEW."id") BEGIN
    INSERT INTO "Tally"
        SELECT 'approved', substr(NEW."at", 1, 7) || ' ' ||
            CAST(julianday(substr(NEW."at", 1, 10)) - julianday(substr(c."acceptedAt", 1, 10)) AS INTEGER), 1
        FROM "Claim" c WHERE c."id" = NEW."claimId" AND c."acceptedAt" IS NOT NULL
        ON CONFLICT ("of", "key") DO UPDATE SET "n" = "n" + 1;
END;

-- Whether whoever is to know of the due day was told since it, its holder or the claim's status changed.
ALTER TABLE "Claim" ADD COLUMN "overdueTold" BOOLEAN NOT NULL DEFAULT false;

CREATE TRIGGER "Claim_overdue_again" AFTER UPDATE OF "dueOn", "assigneeId", "status" ON "Claim"
WHEN OLD."overdueTold" AND (NEW."dueOn" IS NOT OLD."dueOn"
    OR NEW."assigneeId" IS NOT OLD."assigneeId" OR NEW."status" IS NOT OLD."status") BEGIN
    UPDATE "Claim" SET "overdueTold" = false WHERE "id" = NEW."id";
END;

-- Somebody who comes or goes changes who is to know.
CREATE TRIGGER "User_overdue_again" AFTER UPDATE OF "active", "role" ON "User"
WHEN NEW."active" IS NOT OLD."active" OR NEW."role" IS NOT OLD."role" BEGIN
    UPDATE "Claim" SET "overdueTold" = false
        WHERE "overdueTold" AND "dueOn" > '' AND "status" IN ('open', 'checking', 'inReview');
END;
CREATE TRIGGER "User_overdue_new" AFTER INSERT ON "User" BEGIN
    UPDATE "Claim" SET "overdueTold" = false
        WHERE "overdueTold" AND "dueOn" > '' AND "status" IN ('open', 'checking', 'inReview');
END;

CREATE INDEX "Claim_overdue" ON "Claim"("dueOn", "number")
    WHERE "dueOn" > '' AND "status" IN ('open', 'checking', 'inReview');
CREATE INDEX "Claim_overdue_untold" ON "Claim"("dueOn", "number")
    WHERE NOT "overdueTold" AND "dueOn" > '' AND "status" IN ('open', 'checking', 'inReview');

-- The lists of the desk page, each in its order.
CREATE INDEX "Claim_waiting" ON "Claim"("dueOn",
    (CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END), "statusAt")
    WHERE "status" = 'inReview';
CREATE INDEX "Claim_unassigned" ON "Claim"(
    (CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END), "dueOn", "number")
    WHERE "assigneeId" IS NULL AND "status" = 'open';

-- When somebody signed in last.
CREATE INDEX "Event_sign_ins" ON "Event"("actorId", "at") WHERE "action" = 'session.started';

-- Few claims with a verdict or of a kind are looked up, not found on a walk over all.
CREATE INDEX "Claim_by_rating" ON "Claim"("ratingKey") WHERE "ratingKey" IS NOT NULL;
CREATE INDEX "Claim_by_kind" ON "Claim"("kind");

-- The copies that nobody has held against the others yet: to look for them among all took longer each day.
CREATE TABLE "UnheldCapture" (
    "captureId" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "UnheldCapture" SELECT k."id" FROM "Capture" k WHERE k."state" = 'complete'
    AND NOT EXISTS (SELECT 1 FROM "CaptureBand" b WHERE b."captureId" = k."id");
CREATE TRIGGER "Capture_unheld_insert" AFTER INSERT ON "Capture" WHEN NEW."state" = 'complete' BEGIN
    INSERT INTO "UnheldCapture" VALUES (NEW."id");
END;
CREATE TRIGGER "Capture_unheld_update" AFTER UPDATE OF "state" ON "Capture"
WHEN NEW."state" = 'complete' AND OLD."state" IS NOT 'complete' BEGIN
    INSERT INTO "UnheldCapture" VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER "CaptureBand_held" AFTER INSERT ON "CaptureBand" BEGIN
    DELETE FROM "UnheldCapture" WHERE "captureId" = NEW."captureId";
END;
CREATE TRIGGER "CaptureBand_unheld" AFTER DELETE ON "CaptureBand" BEGIN
    INSERT INTO "UnheldCapture" SELECT OLD."captureId"
        WHERE NOT EXISTS (SELECT 1 FROM "CaptureBand" WHERE "captureId" = OLD."captureId")
        ON CONFLICT DO NOTHING;
END;
