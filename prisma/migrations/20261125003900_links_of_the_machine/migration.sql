-- A link for a new password can be made at the machine itself, where nobody is signed in.

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OneTimeLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "tokenSha256" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "role" TEXT,
    "userId" TEXT,
    "madeById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "cancelledAt" DATETIME,
    CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "OneTimeLink_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_OneTimeLink" ("cancelledAt", "createdAt", "email", "expiresAt", "id", "kind", "madeById", "name", "role", "tokenSha256", "usedAt", "userId") SELECT "cancelledAt", "createdAt", "email", "expiresAt", "id", "kind", "madeById", "name", "role", "tokenSha256", "usedAt", "userId" FROM "OneTimeLink";
DROP TABLE "OneTimeLink";
ALTER TABLE "new_OneTimeLink" RENAME TO "OneTimeLink";
CREATE UNIQUE INDEX "OneTimeLink_tokenSha256_key" ON "OneTimeLink"("tokenSha256");
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
