-- The addresses that were typed at sign-ins that were refused. They are kept for 90 days, outside the
-- record, which keeps what it has for ever.
CREATE TABLE "RefusedSignIn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "email" TEXT,
    "client" TEXT NOT NULL
);
CREATE INDEX "RefusedSignIn_at_idx" ON "RefusedSignIn"("at");
