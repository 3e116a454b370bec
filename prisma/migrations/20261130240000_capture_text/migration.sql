-- What is known of the text of a copy beside its words. A table of its own: columns of "Capture" would stand
-- behind its text, which is walked through to read them.
CREATE TABLE "CaptureText" (
    "captureId" TEXT NOT NULL PRIMARY KEY,
    "pageStarts" JSONB,
    "from" TEXT,
    CONSTRAINT "CaptureText_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
