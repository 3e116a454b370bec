-- The day on which a file was made, as the file says. It is offered, and never taken, as the day of publication.
ALTER TABLE "CaptureText" ADD COLUMN "fileDay" TEXT;
