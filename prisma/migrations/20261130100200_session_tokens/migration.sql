-- A session is kept by the SHA-256 of its token, so that a stolen database opens none. Sessions from
-- before end: their tokens stand in every backup that was made of them.
DELETE FROM "Session";
DROP INDEX "Session_token_key";
ALTER TABLE "Session" RENAME COLUMN "token" TO "tokenSha256";
CREATE UNIQUE INDEX "Session_tokenSha256_key" ON "Session"("tokenSha256");
