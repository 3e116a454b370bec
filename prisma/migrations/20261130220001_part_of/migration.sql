-- The words of the figure that a figure is a part of: a column is added, and no row is read.
ALTER TABLE "Quantity" ADD COLUMN "partOf" TEXT;
