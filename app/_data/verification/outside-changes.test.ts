import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SettleWay } from '#domain/record/outside-change';
import { closeDatabase, reader } from '../database/db';
import { openTestDesk } from '../testing/test-desk';
import { createSampleActivity } from '../testing/test-record';
import { findStandingChange, settleOutsideChange } from './outside-changes';
import type { OutsideRow } from './problem';
import { findLastVerification, recordVerification } from './recorded';
import { thisDesk, verify } from './verify';

let folder: string;
beforeAll(async () => {
  ({ folder } = await openTestDesk());
  await createSampleActivity();
  await closeDatabase();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let data: string;
let eve: { userId: string; via: 'ui' };
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'plumbline-'));
  cpSync(folder, data, { recursive: true });
  process.env.DATABASE_URL = `file:${join(data, 'plumbline.db')}`;
  process.env.DATA_DIR = data;
  onTestFinished(async () => {
    await closeDatabase();
    rmSync(data, { recursive: true, force: true });
  });
  const { id } = await reader().user.findFirstOrThrow({ where: { name: 'Eve' } });
  eve = { userId: id, via: 'ui' };
});

/** As somebody does in Prisma Studio, or with the database itself. */
function edit(sql: string, past: 'triggers' | null = null): void {
  const db = new Database(join(data, 'plumbline.db'));
  db.pragma('foreign_keys = ON');
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'trigger'`,
    )
    .all();
  if (past) for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.exec(sql);
  if (past) for (const each of triggers) db.exec(each.sql);
  db.close();
}

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

/** What an administrator sees after verifying. */
async function listed() {
  const rows = new Map<string, OutsideRow>();
  await verify(thisDesk(), ({ outside }) => {
    if (outside) rows.set(`${outside.table} ${outside.id}`, outside);
  });
  return [...rows.values()].flatMap((row) => findStandingChange(row) ?? []);
}

async function settle(way: SettleWay) {
  const answers = [];
  for (const { table, id, group, sha256 } of await listed()) {
    const asked = { row: { table, id, group }, sha256, way, reason: 'Set right in Studio.' };
    answers.push(await settleOutsideChange(asked, eve));
  }
  return answers;
}

const lastEvent = () =>
  reader().event.findFirstOrThrow({
    where: { action: { startsWith: 'outside.' } },
    orderBy: { seq: 'desc' },
  });

describe('an edit in Prisma Studio', () => {
  test('is listed with both values, and accepted into the record with a reason', async () => {
    edit(`UPDATE "Claim" SET "priority" = 'high', "place" = 'Rotterdam' WHERE "number" = 2`);
    await recordVerification(eve);
    const [row] = (await findLastVerification())?.outside ?? [];
    const change = row && findStandingChange(row);
    expect(change).toMatchObject({ name: 'C-0002', kind: 'changed', ways: ['takeIn', 'putBack'] });
    expect(change?.differences).toEqual([
      { column: 'place', is: 'Rotterdam', recorded: null },
      { column: 'priority', is: 'high', recorded: 'normal' },
    ]);
    expect(await settle('takeIn')).toMatchObject([{ ok: true }]);
    expect(await problems()).toEqual([]);
    expect(await lastEvent()).toMatchObject({
      action: 'outside.takenIn',
      actorId: eve.userId,
      reason: 'Set right in Studio.',
      before: { priority: 'normal', place: null },
      after: { priority: 'high', place: 'Rotterdam' },
    });
    const claim = await reader().claim.findUniqueOrThrow({ where: { number: 2 } });
    expect(claim).toMatchObject({ priority: 'high', place: 'Rotterdam' });
  });

  test('is reverted to the record, and an older form is stale', async () => {
    const before = await reader().claim.findUniqueOrThrow({ where: { number: 1 } });
    edit(`UPDATE "Claim" SET "text" = 'Anything.', "status" = 'checking' WHERE "number" = 1`);
    const [change] = await listed();
    expect(change?.ways).toEqual(['putBack']);
    expect(await settle('putBack')).toMatchObject([{ ok: true }]);
    expect(await problems()).toEqual([]);
    const after = await reader().claim.findUniqueOrThrow({ where: { number: 1 } });
    expect(after).toMatchObject({ text: before.text, status: before.status });
    expect(after.revision).toBe(before.revision + 1);
    expect(await lastEvent()).toMatchObject({
      action: 'outside.putBack',
      after: { text: before.text },
    });
  });

  const PUT_BACK: readonly (readonly [what: string, sql: string])[] = [
    ['a figure', `UPDATE "Quantity" SET "value" = '1', "baseLowNumber" = 1, "leading" = 0 WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 1)`],
    ['evidence', `UPDATE "Evidence" SET "stance" = 'supports', "quote" = 'x', "removedAt" = '2026-01-01T00:00:00.000+00:00' WHERE "note" IS NOT NULL`],
    ['what was taken back', `UPDATE "Evidence" SET "removedAt" = NULL WHERE "removedAt" IS NOT NULL`],
    ['a place', `UPDATE "Appearance" SET "exact" = 'The harbour' WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 1)`],
    ['an article', `UPDATE "Document" SET "title" = '', "confidential" = 1 WHERE "underCheck" = 1`],
    ['a role', `UPDATE "User" SET "role" = 'admin', "active" = 0 WHERE "name" = 'Ada'`],
    ['a claimant', `UPDATE "Party" SET "name" = 'Nobody'`],
    ['a rating', `UPDATE "Rating" SET "definition" = 'Anything.', "value" = 77, "retired" = 1`],
    ['a link', `UPDATE "DocumentLink" SET "state" = 'rejected', "score" = 0.5`],
    ['what the lists repeat', `UPDATE "Claim" SET "ratingKey" = 'true', "figureCount" = 9, "position" = 7`],
    ['when it was accepted, and its reasons', `UPDATE "Claim" SET "acceptedAt" = NULL, "statusAt" = '2020-01-01T00:00:00.000+00:00', "reasons" = '["x"]', "checkable" = 0, "checkWorthiness" = 0.1`],
    ['a figure that was deleted', `DELETE FROM "Quantity" WHERE "evidenceId" IS NOT NULL`],
    ['a claimant that was added', `INSERT INTO "Party" ("id", "kind", "name", "updatedAt") VALUES ('x', 'person', 'Nobody', '2026-01-01T00:00:00.000+00:00')`],
    ['a figure that was added', `INSERT INTO "Quantity" ("id", "claimId", "n", "surface", "qualifier", "change") SELECT 'x', "id", 9, 'nine', 'exact', 'equal' FROM "Claim" WHERE "number" = 2`],
  ]; // biome-ignore format: a table to read

  test('of any column that may be rewritten can be reverted', async () => {
    for (const [, sql] of PUT_BACK) edit(sql);
    expect((await problems()).length).toBeGreaterThanOrEqual(PUT_BACK.length);
    const answers = await settle('putBack');
    // Two tell of one claim: its figures are counted right again once they are back.
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(PUT_BACK.length);
    await settle('putBack');
    expect(await problems()).toEqual([]);
  });

  const TAKEN_IN: readonly (readonly [what: string, sql: string])[] = [
    ['evidence', `UPDATE "Evidence" SET "stance" = 'supports' WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 3)`],
    ['a source', `UPDATE "Document" SET "publisher" = 'Another' WHERE "underCheck" = 0`],
    ['a claim’s words and their date', `UPDATE "Claim" SET "text" = 'The port grows.', "saidOn" = '2026-11' WHERE "number" > 1`],
    ['somebody’s role', `UPDATE "User" SET "role" = 'admin' WHERE "name" = 'Ada'`],
    ['a figure’s day', `UPDATE "Quantity" SET "asOf" = '2025-01-01' WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 2)`],
    ['who holds a published claim', `UPDATE "Claim" SET "assigneeId" = (SELECT "id" FROM "User" WHERE "name" = 'Noor'), "priority" = 'low' WHERE "number" = 1`],
    ['a rating that was added', `INSERT INTO "Rating" ("key", "label", "definition", "averitecLabel", "order") VALUES ('odd', 'Odd', 'An odd one.', 'Not Enough Evidence', 99)`],
  ]; // biome-ignore format: a table to read

  test('of any column that one person may set can be accepted', async () => {
    for (const [, sql] of TAKEN_IN) edit(sql);
    for (const answer of await settle('takeIn')) expect(answer).toMatchObject({ ok: true });
    expect(await problems()).toEqual([]);
  });

  test('of approved content can be reverted, and not accepted without a step of the review', async () => {
    edit(`UPDATE "Claim" SET "text" = 'The port is closed.' WHERE "number" = 1;
      UPDATE "Evidence" SET "stance" = 'supports' WHERE "note" = 'Counted in May.'`);
    const changes = await listed();
    expect(changes.map(({ ways }) => ways)).toEqual([['putBack'], ['putBack']]);
    const impossible = { ok: false, refusal: { kind: 'impossible' } };
    expect(await settle('takeIn')).toEqual([impossible, impossible]);
  });

  test('to a value that the desk would refuse can be reverted, and not accepted', async () => {
    edit(`UPDATE "Claim" SET "dueOn" = 'soon' WHERE "number" = 1;
      UPDATE "Claim" SET "text" = ' ' WHERE "number" = 2;
      UPDATE "Claim" SET "kind" = 'rumour' WHERE "number" = 3;
      UPDATE "User" SET "role" = 'owner' WHERE "name" = 'Ada'`);
    const unsound = { ok: false, refusal: { kind: 'unsound' } };
    expect(await settle('takeIn')).toEqual([unsound, unsound, unsound, unsound]);
    for (const answer of await settle('putBack')) expect(answer).toMatchObject({ ok: true });
    expect(await problems()).toEqual([]);
  });

  test('of one’s own account can be accepted only by another administrator', async () => {
    edit(`UPDATE "User" SET "name" = 'Eva' WHERE "id" = '${eve.userId}'`);
    expect(await settle('takeIn')).toMatchObject([{ ok: false, refusal: { kind: 'ownAccount' } }]);
  });
});

describe('a change of rows that never change', () => {
  const ACKNOWLEDGED: readonly (readonly [what: string, sql: string])[] = [
    ['a verdict', `UPDATE "Verdict" SET "explanation" = 'All is well.', "evidence" = '[]' WHERE "n" = 1`],
    ['a publication', `UPDATE "Publication" SET "frozen" = '{}' WHERE "n" = 1`],
    ['an approval', `UPDATE "Approval" SET "note" = 'Fine.'`],
    ['a copy', `UPDATE "Capture" SET "finalUrl" = 'https://x.example/' WHERE "n" = 1`],
    ['a comment that was deleted', `DELETE FROM "Notification"; DELETE FROM "Comment" WHERE "threadId" IS NOT NULL`],
    ['a reason that was added', `INSERT INTO "Waiver" SELECT 'mine', "claimId", "gate", 'Because.', "byId", "at", "takenBackAt" FROM "Waiver" LIMIT 1`],
  ]; // biome-ignore format: a table to read

  test('is acknowledged with a reason, and reported from then on', async () => {
    for (const [, sql] of ACKNOWLEDGED) edit(sql, 'triggers');
    const changes = await listed();
    expect(new Set(changes.map(({ table }) => table)).size).toBe(ACKNOWLEDGED.length);
    for (const { ways } of changes) expect(ways).toEqual(['acknowledge']);
    const impossible = { ok: false, refusal: { kind: 'impossible' } };
    for (const answer of await settle('putBack')) expect(answer).toEqual(impossible);
    await settle('acknowledge');
    expect(await problems()).toEqual([]);
    const { notes } = await verify(thisDesk(), () => {});
    expect(notes.join('\n')).toMatch(/Eve acknowledged it, .*: Set right in Studio\./);
  });
});

test('a row that changed again meanwhile is not settled', async () => {
  edit(`UPDATE "Claim" SET "priority" = 'high' WHERE "number" = 2`);
  const [change] = await listed();
  if (!change) throw new Error('nothing is listed');
  edit(`UPDATE "Claim" SET "priority" = 'low' WHERE "number" = 2`);
  const { table, id, group, sha256 } = change;
  const asked = { row: { table, id, group }, sha256, reason: 'As it should be.' } as const;
  const stale = { ok: false, refusal: { kind: 'stale' } };
  expect(await settleOutsideChange({ ...asked, way: 'putBack' }, eve)).toMatchObject(stale);
  const row = await reader().claim.findUniqueOrThrow({ where: { number: 2 } });
  expect(row.priority).toBe('low');
  const [now] = await listed();
  const seen = { ...asked, sha256: now?.sha256 ?? '' };
  const both = await Promise.all([
    settleOutsideChange({ ...seen, way: 'putBack' }, eve),
    settleOutsideChange({ ...seen, way: 'takeIn' }, eve),
  ]);
  expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  expect(await problems()).toEqual([]);
});
