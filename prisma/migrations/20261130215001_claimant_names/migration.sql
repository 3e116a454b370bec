-- Part of a name is looked up by its runs of three letters. A name that was changed stays in here as well:
-- who looks up asks the table, which has the name of today.
CREATE VIRTUAL TABLE "party_names" USING fts5(id UNINDEXED, name, tokenize = "trigram remove_diacritics 1");
INSERT INTO party_names(id, name) SELECT "id", "name" FROM "Party";

CREATE TRIGGER "Party_names_insert" AFTER INSERT ON "Party" BEGIN
    INSERT INTO party_names(id, name) VALUES (NEW."id", NEW."name");
END;
CREATE TRIGGER "Party_names_update" AFTER UPDATE OF "id", "name" ON "Party"
WHEN NEW."id" IS NOT OLD."id" OR NEW."name" IS NOT OLD."name" BEGIN
    INSERT INTO party_names(id, name) VALUES (NEW."id", NEW."name");
END;
