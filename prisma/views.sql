-- What people read in Prisma Studio, beside the tables: names in place of ids, the columns that matter
-- first. Each begins with a number that is in order already, so that the first rows are read without
-- sorting. No password, no session, and of confidential sources nothing but that they are.
-- bin/views.mjs makes them at a start: no migration has them, since SQLite refuses to make a table anew, as
-- Prisma does to alter one, while a view reads it.


CREATE VIEW "1 Claims" AS SELECT
    c."number" AS "no",
    CAST(printf('C-%04d', c."number") AS TEXT) AS "code",
    c."text" AS "words",
    c."status" AS "status",
    r."label" AS "verdict",
    u."name" AS "assignee",
    c."priority" AS "priority",
    c."dueOn" AS "due_on",
    p."name" AS "claimant",
    a."title" AS "article",
    c."kind" AS "kind",
    c."figureCount" AS "figures",
    c."saidOn" AS "said_on",
    c."revision" AS "revision",
    c."updatedAt" AS "changed_at",
    c."id" AS "id"
FROM "Claim" c
LEFT JOIN "Rating" r ON r."key" = c."ratingKey"
LEFT JOIN "User" u ON u."id" = c."assigneeId"
LEFT JOIN "Party" p ON p."id" = c."claimantId"
LEFT JOIN "Document" a ON a."id" = c."articleId";

CREATE VIEW "2 Articles" AS SELECT
    d."rowid" AS "no",
    d."title" AS "title",
    d."publisher" AS "publisher",
    d."author" AS "author",
    d."publishedOn" AS "published_on",
    d."url" AS "address",
    d."language" AS "language",
    d."createdAt" AS "added_at",
    d."id" AS "id"
FROM "Document" d WHERE +d."underCheck" = 1 AND d."confidential" = 0;

CREATE VIEW "3 Sources" AS SELECT
    d."rowid" AS "no",
    CAST(iif(d."confidential", 'confidential', d."title") AS TEXT) AS "title",
    CAST(iif(d."confidential", NULL, d."publisher") AS TEXT) AS "publisher",
    CAST(iif(d."confidential", NULL, d."url") AS TEXT) AS "address",
    d."kind" AS "kind",
    CAST(iif(d."confidential", NULL, d."publishedOn") AS TEXT) AS "published_on",
    d."createdAt" AS "added_at",
    d."id" AS "id"
FROM "Document" d WHERE +d."underCheck" = 0;

CREATE VIEW "4 Evidence" AS SELECT
    e."rowid" AS "no",
    CAST(printf('C-%04d', c."number") AS TEXT) AS "claim",
    CAST(iif(d."confidential", 'confidential', e."quote") AS TEXT) AS "quote",
    e."stance" AS "stance",
    e."directness" AS "directness",
    CAST(iif(d."confidential", 'confidential', d."title") AS TEXT) AS "source",
    e."quoteFound" AS "quote_found",
    u."name" AS "attached_by",
    e."createdAt" AS "attached_at",
    e."removedAt" AS "taken_back_at",
    e."id" AS "id"
FROM "Evidence" e
LEFT JOIN "Claim" c ON c."id" = e."claimId"
LEFT JOIN "Document" d ON d."id" = e."documentId"
LEFT JOIN "User" u ON u."id" = e."addedById";

CREATE VIEW "5 Verdicts" AS SELECT
    v."rowid" AS "no",
    CAST(printf('C-%04d', c."number") AS TEXT) AS "claim",
    v."n" AS "version",
    r."label" AS "verdict",
    v."explanation" AS "explanation",
    u."name" AS "given_by",
    v."decidedAt" AS "given_at",
    c."status" AS "status_of_the_claim",
    v."id" AS "id"
FROM "Verdict" v
LEFT JOIN "Claim" c ON c."id" = v."claimId"
LEFT JOIN "Rating" r ON r."key" = v."ratingKey"
LEFT JOIN "User" u ON u."id" = v."decidedById";

CREATE VIEW "6 People" AS SELECT
    u."rowid" AS "no",
    u."name" AS "name",
    u."email" AS "email",
    u."role" AS "role",
    u."active" AS "active",
    u."twoFactorEnabled" AS "two_factor",
    u."createdAt" AS "since",
    u."id" AS "id"
FROM "User" u;

CREATE VIEW "7 Record" AS SELECT
    e."seq" AS "no",
    e."at" AS "at",
    u."name" AS "who",
    e."action" AS "what",
    CAST(printf('C-%04d', c."number") AS TEXT) AS "claim",
    e."entity" AS "about",
    e."via" AS "by_way_of"
FROM "Event" e
LEFT JOIN "User" u ON u."id" = e."actorId"
LEFT JOIN "Claim" c ON c."id" = e."claimId";
