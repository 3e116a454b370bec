-- Of what an event says, and in which shape. Events from before there were versions are of version 1,
-- which their hashes leave out; those of any other version are hashed with it.
ALTER TABLE "Event" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- The same rule as before, for the new column too.
DROP TRIGGER "Event_no_update";
CREATE TRIGGER "Event_no_update" BEFORE UPDATE ON "Event"
WHEN NOT (
    NEW."before" IS NULL AND NEW."after" IS NULL
    AND NEW."seq" IS OLD."seq" AND NEW."at" IS OLD."at" AND NEW."actorId" IS OLD."actorId"
    AND NEW."via" IS OLD."via" AND NEW."action" IS OLD."action" AND NEW."entity" IS OLD."entity"
    AND NEW."entityId" IS OLD."entityId" AND NEW."claimId" IS OLD."claimId"
    AND NEW."documentId" IS OLD."documentId" AND NEW."beforeSha256" IS OLD."beforeSha256"
    AND NEW."afterSha256" IS OLD."afterSha256" AND NEW."reason" IS OLD."reason"
    AND NEW."prevHash" IS OLD."prevHash" AND NEW."hash" IS OLD."hash"
    AND NEW."version" IS OLD."version"
) BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;
