import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { reader, sqlite, write } from './db';

// Prisma drops hand-written triggers when it rebuilds a table: this is the alarm.

let desk: { folder: string; file: string };
let articleId: string;
beforeAll(async () => {
  desk = await openTestDesk();
  articleId = await addTestArticle();
});
afterAll(() => closeTestDesk(desk));

test('the history cannot be rewritten', async () => {
  await expect(
    write((tx) => tx.event.updateMany({ data: { action: 'nothing.happened' } })),
  ).rejects.toThrow();
  await expect(write((tx) => tx.event.deleteMany())).rejects.toThrow();
  expect(await reader().event.count()).toBeGreaterThan(0);
});

test('a takedown may blank the content of an event, and nothing else', async () => {
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

test('a capture is never changed and never deleted', async () => {
  const where = { documentId: articleId };
  await expect(
    write((tx) => tx.capture.updateMany({ where, data: { text: 'Another text.' } })),
  ).rejects.toThrow();
  await expect(write((tx) => tx.capture.deleteMany({ where }))).rejects.toThrow();
});

test('a takedown blanks the text of a capture and keeps its hashes', async () => {
  const id = await addTestArticle();
  await write((tx) =>
    tx.capture.updateMany({
      where: { documentId: id },
      data: { text: null, takedownReason: 'court order' },
    }),
  );
  const capture = await reader().capture.findFirstOrThrow({ where: { documentId: id } });
  expect(capture.text).toBeNull();
  expect(capture.sha256).toMatch(/^[0-9a-f]{64}$/);
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

test('a claim that is worked on again after it was submitted has come back', async () => {
  const id = (
    await reader().claim.findFirstOrThrow({ where: { articleId: await addTestArticle() } })
  ).id;
  const { userId } = await addPerson('Lin');
  const move = (status: 'checking' | 'inReview' | 'approved') =>
    write((tx) => tx.claim.update({ where: { id }, data: { status } }));
  const isBack = async () => (await reader().claim.findUniqueOrThrow({ where: { id } })).cameBack;
  await move('checking');
  expect(await isBack()).toBe(false);
  const verdictId = uuidv7();
  const at = new Date();
  await move('inReview');
  await write(async (tx) => {
    await tx.verdict.create({
      data: {
        id: verdictId,
        claimId: id,
        n: 1,
        ratingKey: 'true',
        reasons: [],
        explanation: 'Because.',
        decidedById: userId,
        decidedAt: at,
        evidence: [],
        comparisons: [],
      },
    });
    await tx.submission.create({
      data: { id: uuidv7(), claimId: id, verdictId, byId: userId, at, contentSha256: 'x' },
    });
  });
  expect(await isBack()).toBe(false);
  await move('checking');
  expect(await isBack()).toBe(true);
  await move('inReview');
  expect(await isBack()).toBe(false);
});

test('the word index is sound', async () => {
  await expect(
    write((tx) => tx.$executeRaw`INSERT INTO claim_words(claim_words) VALUES ('integrity-check')`),
  ).resolves.toBeDefined();
});

describe('decisions are added and never changed', () => {
  const TABLES = [
    ['Submission', `UPDATE "Submission" SET "contentSha256" = 'other'`],
    ['Approval', `UPDATE "Approval" SET "note" = 'other'`],
    ['Publication', `UPDATE "Publication" SET "sha256" = 'other'`],
    ['Correction', `UPDATE "Correction" SET "note" = 'other'`],
    ['FigurePair', `UPDATE "FigurePair" SET "claimQuantityId" = 'other'`],
    ['FigurePair', `UPDATE "FigurePair" SET "operation" = 'sum', "removedAt" = '2026-01-01'`],
    ['FigurePair', `UPDATE "FigurePair" SET "operands" = '[]', "removedAt" = '2026-01-01'`],
    ['Waiver', `UPDATE "Waiver" SET "reason" = 'other'`],
    ['Comment', `UPDATE "Comment" SET "body" = 'other'`],
    ['Verdict', `UPDATE "Verdict" SET "explanation" = 'other'`],
  ] as const;
  beforeAll(async () => {
    const claim = await reader().claim.findFirstOrThrow({ where: { articleId } });
    const [ada, noor] = [await addPerson('Ada'), await addPerson('Noor')];
    const at = new Date();
    const id = uuidv7();
    const about = { claimId: claim.id, at };
    await write(async (tx) => {
      await tx.verdict.create({
        data: {
          id,
          claimId: claim.id,
          n: 1,
          ratingKey: 'true',
          reasons: [],
          explanation: 'Because.',
          decidedById: ada.userId,
          decidedAt: at,
          evidence: [],
          comparisons: [],
        },
      });
      const of = { ...about, id, verdictId: id };
      await tx.submission.create({ data: { ...of, byId: ada.userId, contentSha256: 'x' } });
      await tx.approval.create({ data: { ...of, byId: noor.userId, submissionId: id } });
      await tx.publication.create({
        data: { ...of, byId: noor.userId, n: 1, frozen: {}, sha256: 'x' },
      });
      const note = { kind: 'correction', note: 'It was wrong.' } as const;
      await tx.correction.create({ data: { ...of, ...note, byId: noor.userId } });
      const reason = { gate: 'primarySource', reason: 'There is none.' };
      await tx.waiver.create({ data: { ...about, ...reason, byId: ada.userId } });
      await tx.comment.create({ data: { ...about, body: 'Which year?', authorId: ada.userId } });
      const stated = { quote: '8,140', stance: 'refutes', directness: 'primary' } as const;
      await tx.evidence.create({
        data: { id, claimId: claim.id, documentId: articleId, ...stated, addedById: ada.userId },
      });
      const pair = { claimQuantityId: 'yards', evidenceQuantityId: 'metres' };
      await tx.figurePair.create({
        data: { ...about, ...pair, evidenceId: id, byId: ada.userId },
      });
    });
  });
  test.each(TABLES)('%s', async (table, update) => {
    const count = () => sqlite().prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
    const before = count();
    expect(before).toBeGreaterThan(0);
    await expect(write((tx) => tx.$executeRawUnsafe(update))).rejects.toThrow();
    await expect(write((tx) => tx.$executeRawUnsafe(`DELETE FROM "${table}"`))).rejects.toThrow();
    expect(count()).toBe(before);
  });
  test('a pair of figures is removed once', async () => {
    const run = (sql: string) => write((tx) => tx.$executeRawUnsafe(sql));
    await run(`UPDATE "FigurePair" SET "removedAt" = '2026-01-01T00:00:00.000+00:00'`);
    await expect(run(`UPDATE "FigurePair" SET "removedAt" = NULL`)).rejects.toThrow();
  });
  test('a waiver is withdrawn once, and a comment can be resolved and reopened', async () => {
    const run = (sql: string) => write((tx) => tx.$executeRawUnsafe(sql));
    await run(`UPDATE "Waiver" SET "takenBackAt" = '2026-01-01T00:00:00.000+00:00'`);
    await expect(run(`UPDATE "Waiver" SET "takenBackAt" = NULL`)).rejects.toThrow();
    await run(`UPDATE "Comment" SET "resolvedAt" = '2026-01-01T00:00:00.000+00:00'`);
    await run(`UPDATE "Comment" SET "resolvedAt" = NULL`);
  });
});
