-- What kind of difference a quote has from its source: a wrong figure or a lost "not" is not a small one.

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN "quoteChange" TEXT;
