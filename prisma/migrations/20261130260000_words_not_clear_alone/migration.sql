-- Words of a suggestion that stand for something named elsewhere in the article ('he', 'the airline'), and what they
-- may stand for, the likeliest first: a list of names. Null where the suggestion is clear alone.
ALTER TABLE "Claim" ADD COLUMN "candidates" JSONB;
ALTER TABLE "Claim" ADD COLUMN "leansOn" TEXT;
