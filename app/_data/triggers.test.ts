import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, sqlite, write } from './db';
import { addArticle, closeTestDesk, openTestDesk } from './test-desk';

// Prisma drops hand-written triggers when it rebuilds a table: this is the alarm.

let desk: { folder: string; file: string };
let articleId: string;
beforeAll(async () => {
  desk = await openTestDesk();
  articleId = await addArticle();
});
afterAll(() => closeTestDesk(desk));

test('the history cannot be rewritten', async () => {
  await expect(
    write((tx) => tx.event.updateMany({ data: { action: 'nothing.happened' } })),
  ).rejects.toThrow();
  await expect(write((tx) => tx.event.deleteMany())).rejects.toThrow();
  expect(await reader().event.count()).toBeGreaterThan(0);
});

test('a takedown may blank what an event says, and nothing else of it', async () => {
  const event = await reader().event.findFirstOrThrow({ where: { action: 'claim.suggested' } });
  await write(
    (tx) =>
      tx.$executeRaw`UPDATE "Event" SET "before" = NULL, "after" = NULL WHERE "seq" = ${event.seq}`,
  );
  const blanked = await reader().event.findUniqueOrThrow({ where: { seq: event.seq } });
  expect(blanked).toMatchObject({ after: null, afterSha256: event.afterSha256, hash: event.hash });
  await expect(
    write(
      (tx) =>
        tx.$executeRaw`UPDATE "Event" SET "after" = NULL, "reason" = 'x' WHERE "seq" = ${event.seq}`,
    ),
  ).rejects.toThrow();
});

test('a copy is never changed and never deleted', async () => {
  const where = { documentId: articleId };
  await expect(
    write((tx) => tx.capture.updateMany({ where, data: { text: 'Another text.' } })),
  ).rejects.toThrow();
  await expect(write((tx) => tx.capture.deleteMany({ where }))).rejects.toThrow();
});

test('a takedown blanks a copy’s text and keeps its hashes', async () => {
  const id = await addArticle();
  await write((tx) =>
    tx.capture.updateMany({
      where: { documentId: id },
      data: { text: null, takedownReason: 'court order' },
    }),
  );
  const copy = await reader().capture.findFirstOrThrow({ where: { documentId: id } });
  expect(copy.text).toBeNull();
  expect(copy.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the word index follows the wording of a claim', async () => {
  const claim = await reader().claim.findFirstOrThrow({ where: { articleId } });
  const find = (word: string) =>
    sqlite().prepare('SELECT rowid FROM claim_words WHERE claim_words MATCH ?').pluck().all(word);
  expect(find('harbours')).toContain(claim.number);
  await write((tx) =>
    tx.claim.update({ where: { id: claim.id }, data: { text: 'The port has a crane.' } }),
  );
  expect(find('crane')).toContain(claim.number);
  // The article's own words go on finding it.
  expect(find('"employs 12,000 people"')).toContain(claim.number);
});

test('the word index is sound', async () => {
  await expect(
    write((tx) => tx.$executeRaw`INSERT INTO claim_words(claim_words) VALUES ('integrity-check')`),
  ).resolves.toBeDefined();
});
