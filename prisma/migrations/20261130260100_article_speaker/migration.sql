-- Who says a whole article, as for a speech or a letter: the claimant of every statement that names no other.
ALTER TABLE "Document" ADD COLUMN "speaker" TEXT;
ALTER TABLE "ArticleReading" ADD COLUMN "speaker" TEXT;
