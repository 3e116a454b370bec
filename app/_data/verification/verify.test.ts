import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { toCanonicalJson } from '#domain/canonical-json';
import { claimCode } from '#domain/claims/claim';
import { recordTakedown } from '../captures/takedown';
import { forgetNoted, repairAnchor } from '../chain/anchor';
import { EVENT_COLUMNS, type EventRow, recomputeHash, sha256, toLink } from '../chain/chain';
import { closeDatabase, reader, write } from '../database/db';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { openTestDesk } from '../testing/test-desk';
import { createSampleActivity, done } from '../testing/test-record';
import { findLastVerification, recordVerification } from './recorded';
import { thisDesk, type VerifiedDesk, verify } from './verify';

let folder: string;
let sample: Awaited<ReturnType<typeof createSampleActivity>>;
let code: string;

beforeAll(async () => {
  ({ folder } = await openTestDesk());
  sample = await createSampleActivity();
  code = claimCode(sample.claim.number);
  await closeDatabase();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deskIn = (data: string): VerifiedDesk => ({
  databaseFile: join(data, 'plumbline.db'),
  anchor: join(data, 'record.anchor'),
  captures: join(data, 'captures'),
});

/** A copy of the lively desk that is gone after the test. */
function copyDeskFolder(): string {
  const copied = mkdtempSync(join(tmpdir(), 'plumbline-'));
  onTestFinished(() => rmSync(copied, { recursive: true, force: true }));
  cpSync(folder, copied, { recursive: true });
  return copied;
}

/** Opens a database as somebody does who means to get past the desk: without its triggers. */
function openRaw(data: string): Database.Database {
  const db = new Database(join(data, 'plumbline.db'));
  db.pragma('foreign_keys = OFF');
  const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of names) db.exec(`DROP TRIGGER "${name}"`);
  return db;
}

async function sentencesOf(desk: VerifiedDesk): Promise<string[]> {
  const found: string[] = [];
  await verify(desk, ({ sentence }) => found.push(sentence));
  return found;
}

/** What verifying says of a copy of the desk that somebody did this to. */
async function verifiedAfter(
  tamper: (db: Database.Database, data: string) => void,
): Promise<string[]> {
  const data = copyDeskFolder();
  const db = openRaw(data);
  tamper(db, data);
  db.close();
  return sentencesOf(deskIn(data));
}

const run =
  (sql: string, ...values: (string | number)[]) =>
  (db: Database.Database) => {
    expect(db.prepare(sql).run(...values).changes).toBeGreaterThan(0);
  };

const eventsIn = (db: Database.Database) =>
  db.prepare<[], EventRow>(`SELECT ${EVENT_COLUMNS} FROM "Event" ORDER BY "seq"`).all();

/** Hashes a row and everything after it anew, as somebody does who knows how. */
function rehash(db: Database.Database, from: number): void {
  let prevHash: string | null = null;
  const set = db.prepare('UPDATE "Event" SET "prevHash" = ?, "hash" = ? WHERE "seq" = ?');
  for (const row of eventsIn(db)) {
    if (row.seq >= from) {
      const changed: EventRow = { ...row, prevHash: prevHash ?? row.prevHash };
      const hash = recomputeHash(changed) ?? '';
      set.run(changed.prevHash, hash, row.seq);
      prevHash = hash;
    } else prevHash = row.hash;
  }
}

const editedEvent = (db: Database.Database) =>
  db
    .prepare<[], number>(`SELECT "seq" FROM "Event" WHERE "action" = 'claim.edited'`)
    .pluck()
    .get() ?? 0;

test('a desk with every kind of event is OK, and the result says what was checked', async () => {
  const found: string[] = [];
  const verification = await verify(deskIn(folder), ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
  expect(verification).toMatchObject({
    problems: 0,
    claims: 3,
    verdicts: 2,
    blanked: 0,
    notes: [],
  });
  expect(verification.head.hash).toMatch(/^[0-9a-f]{64}$/);
});

describe('a changed event is named with its claim', () => {
  const COLUMNS = EVENT_COLUMNS.split(', ').map((name) => name.slice(1, -1));

  test.each(COLUMNS.filter((name) => name !== 'seq'))('by one byte of its %s', async (column) => {
    const [first] = await verifiedAfter((db) => {
      const seq = editedEvent(db);
      // The last byte, whatever it is; where there is nothing, one comes.
      const old = db.prepare(`SELECT "${column}" FROM "Event" WHERE "seq" = ?`).pluck().get(seq);
      const text = String(old ?? '');
      const last = text.charCodeAt(text.length - 1);
      const changed = old === null ? 'x' : text.slice(0, -1) + String.fromCharCode(last ^ 1);
      db.prepare(`UPDATE "Event" SET "${column}" = ? WHERE "seq" = ?`).run(changed, seq);
    });
    expect(first).toMatch(/^Event \d+ \(/);
    expect(first).toMatch(/was changed|hash/);
    if (column !== 'claimId') expect(first).toContain(code);
  });

  test('by its version, of an event from before there were versions as of a new one', async () => {
    const data = copyDeskFolder();
    const db = openRaw(data);
    const seq = editedEvent(db);
    const row = db
      .prepare<[number], EventRow>(`SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" = ?`)
      .get(seq);
    db.close();
    if (!row) throw new Error('no event');
    expect(row.version).toBe(2);
    // As an earlier version of the desk hashed it.
    const { version: _, ...link } = toLink(row) ?? row;
    expect(recomputeHash({ ...row, version: 1 })).toBe(sha256(toCanonicalJson(link as never)));
    const hashes = [0, 1, 2, 3].map((version) => recomputeHash({ ...row, version }));
    expect(new Set(hashes).size).toBe(4);
    for (const version of [1, 3]) {
      const [first] = await verifiedAfter((changed) =>
        changed.prepare('UPDATE "Event" SET "version" = ? WHERE "seq" = ?').run(version, seq),
      );
      expect(first).toMatch(/^Event \d+ \(.*the hash does not match the content/);
    }
  });

  test('any one field of any event, whatever it becomes', async () => {
    const data = copyDeskFolder();
    const events = await (async () => {
      const db = openRaw(data);
      const rows = eventsIn(db);
      db.close();
      return rows;
    })();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...events),
        fc.constantFrom(...COLUMNS),
        fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.json()),
        async (event, column, value) => {
          const db = openRaw(data);
          const key = column as keyof EventRow;
          try {
            db.prepare(`UPDATE "Event" SET "${column}" = ? WHERE "seq" = ?`).run(value, event.seq);
          } catch {
            // The table itself refuses what cannot be.
            db.close();
            return;
          }
          const seq = column === 'seq' ? value : event.seq;
          const now = db
            .prepare(`SELECT "${column}" FROM "Event" WHERE "seq" = ?`)
            .pluck()
            .get(seq);
          const isSame = now === event[key];
          db.close();
          const found = await sentencesOf(deskIn(data));
          const back = openRaw(data);
          back
            .prepare(`UPDATE "Event" SET "${column}" = ? WHERE "seq" = ?`)
            .run(event[key], seq ?? null);
          back.close();
          expect(found.length > 0).toBe(!isSame);
        },
      ),
      { numRuns: Number(process.env.PLUMBLINE_RUNS ?? 80) },
    );
  }, 120_000);

  test('when its JSON is written differently with the same meaning', async () => {
    const found = await verifiedAfter(
      run(
        `UPDATE "Event" SET "after" = replace("after", '":', '": ') WHERE "action" = 'claim.edited'`,
      ),
    );
    expect(found[0]).toContain(code);
  });

  test('by the anchor, when all later events are hashed again', async () => {
    const [first, ...more] = await verifiedAfter((db) => {
      const seq = editedEvent(db);
      db.prepare(`UPDATE "Event" SET "reason" = 'Nothing happened.' WHERE "seq" = ?`).run(seq);
      rehash(db, seq);
    });
    expect(first).toMatch(/anchor .*, and \d+ after it: the record was rewritten from here/);
    expect(first).toContain(code);
    expect(more).toEqual([]);
  });

  test('when it is blanked without a takedown', async () => {
    const found = await verifiedAfter(
      run(`UPDATE "Event" SET "before" = NULL, "after" = NULL WHERE "action" = 'claim.edited'`),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/blanked, but no takedown gives the reason/);
  });
});

describe('a missing event is named', () => {
  test('from the middle', async () => {
    const found = await verifiedAfter((db) => {
      db.prepare('DELETE FROM "Event" WHERE "seq" = ?').run(editedEvent(db));
    });
    expect(found[0]).toMatch(
      /^Event \d+ is missing from the record, after event \d+ .* and before event \d+ \(C-0001\)/,
    );
    // And what it said is in no event now.
    expect(found.join('\n')).toContain(`${code} was changed outside the desk: its text is`);
  });

  test('from the end', async () => {
    const [found] = await verifiedAfter((db) => {
      db.exec('DELETE FROM "Event" WHERE "seq" > (SELECT max("seq") - 2 FROM "Event")');
    });
    expect(found).toMatch(/^Events \d+ to \d+ are missing at the end of the record/);
  });

  test('from the end of the record and of its anchor, by the counter of the database', async () => {
    const [found] = await verifiedAfter((db, data) => {
      db.exec('DELETE FROM "Event" WHERE "seq" = (SELECT max("seq") FROM "Event")');
      const lines = readFileSync(join(data, 'record.anchor'), 'utf8').split('\n').slice(0, -2);
      writeFileSync(join(data, 'record.anchor'), `${lines.join('\n')}\n`);
    });
    expect(found).toMatch(/the database has counted to/);
  });

  test('from the record, its anchor and the counter, only by a head that somebody wrote down', async () => {
    const data = copyDeskFolder();
    const db = openRaw(data);
    const head = eventsIn(db).at(-1)?.hash ?? '';
    // An event that no row came of, as signing in is.
    db.exec(`DELETE FROM "Event" WHERE "seq" = (SELECT max("seq") FROM "Event");
      UPDATE sqlite_sequence SET seq = (SELECT max("seq") FROM "Event") WHERE name = 'Event'`);
    db.close();
    const lines = readFileSync(join(data, 'record.anchor'), 'utf8').split('\n').slice(0, -2);
    writeFileSync(join(data, 'record.anchor'), `${lines.join('\n')}\n`);
    const found = await sentencesOf({ ...deskIn(data), knownHead: head });
    expect(found).toContainEqual(expect.stringMatching(/^The record has no event with the hash/));
    expect(await sentencesOf({ ...deskIn(folder), knownHead: head })).toEqual([]);
  });
});

describe('a row changed outside the desk is named with the value in the record', () => {
  const changed: readonly (readonly [name: string, sql: string, sentence: RegExp])[] = [
    ['a claim’s words', `UPDATE "Claim" SET "text" = 'The port is closed.' WHERE "number" = 1`, /^C-0001 was changed outside the desk: its text is “The port is closed\.”, the record says “The port employs 12,000 people\.”/],
    ['a claim’s status', `UPDATE "Claim" SET "status" = 'checking' WHERE "number" = 1`, /^C-0001 was changed .* its status is “checking”, the record says “published”/],
    ['an untouched claim’s priority', `UPDATE "Claim" SET "priority" = 'high' WHERE "number" = 2`, /^C-0002 was changed .* its priority/],
    ['a claim’s rating', `UPDATE "Claim" SET "ratingKey" = 'true' WHERE "number" = 1`, /^C-0001 was changed/],
    ['a claim’s place', `UPDATE "Appearance" SET "exact" = 'The harbour' WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 1)`, /^The words of C-0001 in the article/],
    ['a figure', `UPDATE "Quantity" SET "value" = '1' WHERE "claimId" = (SELECT "id" FROM "Claim" WHERE "number" = 1)`, /^The figure “12,000 people” of C-0001 .* its value is “1”, the record says “12500”/],
    ['a figure of evidence', `UPDATE "Quantity" SET "unit" = 't' WHERE "evidenceId" IS NOT NULL`, /^The figure “8,140.*” of C-0001/],
    ['evidence', `UPDATE "Evidence" SET "stance" = 'supports' WHERE "note" IS NOT NULL`, /^The evidence “There are 8,140” on C-0001 .* by Ada/],
    ['evidence taken back, and back again', `UPDATE "Evidence" SET "removedAt" = NULL`, /^The evidence “Many people work there\.” on C-0001/],
    ['a verdict', `UPDATE "Verdict" SET "explanation" = 'All is well.' WHERE "n" = 1`, /^Version 1 of the verdict on C-0001 .* its explanation is “All is well\.”/],
    ['what a verdict froze', `UPDATE "Verdict" SET "evidence" = '[]' WHERE "n" = 2`, /^Version 2 of the verdict on C-0001 .* its frozen state/],
    ['what was published', `UPDATE "Publication" SET "frozen" = '{}' WHERE "n" = 1`, /^A publication of C-0001/],
    ['what was submitted', `UPDATE "Submission" SET "contentSha256" = 'x'`, /^A submission of C-0001/],
    ['who approved', `UPDATE "Approval" SET "byId" = (SELECT "id" FROM "User" WHERE "name" = 'Ada')`, /^An approval of C-0001/],
    ['a public note', `UPDATE "Correction" SET "note" = 'Nothing.'`, /^A correction of C-0001/],
    ['a reason', `UPDATE "Waiver" SET "reason" = 'Because.'`, /^The reason for passing a check of C-0001/],
    ['an article', `UPDATE "Document" SET "title" = 'Another' WHERE "underCheck" = 1`, /^The article “Another” was changed/],
    ['what a source repeats', `UPDATE "Document" SET "derivedFromId" = "id" WHERE "underCheck" = 0`, /^The source “Register of Registry”/],
    ['a definition', `UPDATE "Rating" SET "definition" = 'Anything.' WHERE "key" = 'true'`, /^The rating “True” was changed/],
    ['a claimant', `UPDATE "Party" SET "name" = 'Nobody' WHERE "name" = 'The mayor'`, /^The claimant “Nobody” was changed/],
    ['somebody’s role', `UPDATE "User" SET "role" = 'admin' WHERE "name" = 'Ada'`, /^The account of Ada \(.*\) was changed .* its role is “admin”, the record says “checker”/],
    ['what became of a copy', `UPDATE "Capture" SET "state" = 'complete', "wall" = NULL WHERE "wall" IS NOT NULL`, /^The copy .* its state is “complete”, the record says “failed”/],
    ['what was decided of two sources', `UPDATE "DocumentLink" SET "state" = 'rejected' WHERE "kind" = 'same'`, /^A possible connection of two documents .* its state is “rejected”, the record says “confirmed”/],
    ['what evidence leans on', `UPDATE "Evidence" SET "documentId" = (SELECT "id" FROM "Document" WHERE "underCheck" = 1 LIMIT 1) WHERE "fileName" = 'notes.txt'`, /^The evidence “carried 100 people” .* its document id/],
    ['what is confidential', `UPDATE "Document" SET "confidential" = 0 WHERE "confidential" = 1`, /^The source “The harbour master, by telephone” .* its confidential/],
    ['a copy’s text', `UPDATE "Capture" SET "text" = replace("text", '12,000', '13,000')`, /^Copy 1 of “Harbour grows” has a text that does not match/],
  ]; // biome-ignore format: a table to read

  test.each(changed)('%s', async (_name, sql, sentence) => {
    const found = await verifiedAfter(run(sql));
    expect(found).toContainEqual(expect.stringMatching(sentence));
  });

  test('an added row is named', async () => {
    const found = await verifiedAfter((db) => {
      const columns = db.pragma('table_info("Waiver")') as { name: string }[];
      const names = columns.map(({ name }) => `"${name}"`).filter((name) => name !== '"id"');
      db.exec(
        `INSERT INTO "Waiver" ("id", ${names}) SELECT 'mine', ${names} FROM "Waiver" LIMIT 1`,
      );
    });
    expect(found).toEqual([
      'The reason for passing a check of C-0001 was added outside the desk: the record has no event for it.',
    ]);
  });

  test('a public note that nobody wrote, on a claim that was published', async () => {
    const found = await verifiedAfter((db) => {
      const columns = db.pragma('table_info("Correction")') as { name: string }[];
      const names = columns.map(({ name }) => `"${name}"`).filter((name) => name !== '"id"');
      db.exec(
        `INSERT INTO "Correction" ("id", ${names}) SELECT 'mine', ${names} FROM "Correction" LIMIT 1`,
      );
    });
    expect(found).toEqual([
      'A correction of C-0001 was added outside the desk: the record has no event for it.',
    ]);
  });

  test('a deleted row is named', async () => {
    const found = await verifiedAfter(run(`DELETE FROM "Evidence" WHERE "note" IS NOT NULL`));
    expect(found).toContainEqual(
      expect.stringMatching(
        /^The evidence “There are 8,140” on C-0001 was deleted outside the desk/,
      ),
    );
  });

  test('an account without an event is named', async () => {
    const found = await verifiedAfter(
      run(
        `INSERT INTO "User" ("id", "name", "email", "role", "updatedAt")
         VALUES ('x', 'Eve', 'eve@example.org', 'admin', '2026-11-24T10:00:00.000+00:00')`,
      ),
    );
    expect(found).toEqual([
      'The account of Eve (eve@example.org) was added outside the desk: the record has no event for it.',
    ]);
  });
});

describe('the files of captures', () => {
  const files = (data: string) => {
    const captures = join(data, 'captures');
    return readdirSync(captures).flatMap((sub) =>
      readdirSync(join(captures, sub)).map((name) => join(captures, sub, name)),
    );
  };
  test('a changed byte and a missing file are named', async () => {
    const flipped = await verifiedAfter((_db, data) => {
      const [file = ''] = files(data);
      const bytes = readFileSync(file);
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    });
    expect(flipped[0]).toMatch(/^Copy \d of “.*” does not match its SHA-256/);
    const gone = await verifiedAfter((_db, data) => rmSync(files(data)[0] ?? ''));
    expect(gone[0]).toMatch(/^Copy \d of “.*” has lost its file: there is no file/);
  });

  test('a changed byte in the notes of an interview is named', async () => {
    const found = await verifiedAfter((db, data) => {
      const hash = db
        .prepare<[], string>('SELECT "fileSha256" FROM "Evidence" WHERE "fileSha256" NOT NULL')
        .pluck()
        .get();
      const file = join(data, 'captures', hash?.slice(0, 2) ?? '', hash ?? '');
      const bytes = readFileSync(file);
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^The file “notes.txt” of an interview on C-\d+ does not match its SHA-256/,
      ),
    ]);
  });

  test('a file that no row names is mentioned, but is no fault', async () => {
    const data = copyDeskFolder();
    writeFileSync(join(data, 'captures', 'stray'), 'x');
    const { problems, notes } = await verify(deskIn(data), () => {});
    expect(problems).toBe(0);
    expect(notes).toEqual([expect.stringMatching(/^1 file/)]);
  });
});

describe('the anchor', () => {
  const lines = (data: string) => readFileSync(join(data, 'record.anchor'), 'utf8').split('\n');
  const editAnchor =
    (change: (anchored: string[]) => string[]) => (_db: Database.Database, data: string) =>
      writeFileSync(join(data, 'record.anchor'), change(lines(data)).join('\n'));

  test('is named when it was edited, shortened or deleted', async () => {
    const edited = await verifiedAfter(
      editAnchor((anchored) =>
        anchored.map((line, at) => (at === 9 ? line.replace(/.$/, 'x') : line)),
      ),
    );
    expect(edited).toEqual([expect.stringMatching(/^Event 10 .* is not in the anchor/)]);
    const other = await verifiedAfter(
      editAnchor((anchored) =>
        anchored.map((line, at) => (at === 9 ? `10 ${'0'.repeat(64)}` : line)),
      ),
    );
    expect(other).toEqual([
      expect.stringMatching(/^Event 10 .* it differs from the event in the anchor/),
    ]);
    const shorter = await verifiedAfter(editAnchor((anchored) => [...anchored.slice(0, -4), '']));
    expect(shorter).toEqual([
      expect.stringMatching(/is not in the anchor .*, nor are 2 other events/),
    ]);
    const gone = await verifiedAfter((_db, data) => rmSync(join(data, 'record.anchor')));
    expect(gone).toEqual([expect.stringMatching(/^There is no anchor at/)]);
  });

  test('does not have an event that was added outside the desk', async () => {
    const found = await verifiedAfter((db) => {
      const last = eventsIn(db).at(-1);
      if (!last) throw new Error('no events');
      const next = { ...last, seq: last.seq + 1, prevHash: last.hash };
      const columns = Object.keys(next);
      db.prepare(
        `INSERT INTO "Event" (${columns.map((name) => `"${name}"`)}) VALUES (${columns.map((name) => `@${name}`)})`,
      ).run({ ...next, hash: recomputeHash(next) });
    });
    expect(found).toContainEqual(expect.stringMatching(/is not in the anchor/));
  });

  test('gets its missing events at the next start after a crash', async () => {
    const data = copyDeskFolder();
    const anchorLines = lines(data);
    // In the middle of a line, even.
    writeFileSync(
      join(data, 'record.anchor'),
      `${anchorLines.slice(0, -4).join('\n')}\n${anchorLines.at(-4)?.slice(0, 20)}`,
    );
    const { databaseFile, anchor } = deskIn(data);
    expect(repairAnchor(anchor ?? '', databaseFile)).toEqual({ kind: 'caughtUp', events: 3 });
    expect(await sentencesOf(deskIn(data))).toEqual([]);
    expect(repairAnchor(anchor ?? '', databaseFile)).toBeNull();
  });

  test('is made for a desk that has none', async () => {
    const data = copyDeskFolder();
    rmSync(join(data, 'record.anchor'));
    const { databaseFile, anchor } = deskIn(data);
    // It comes from a version that kept none: the migration since which there is one was just applied.
    const db = new Database(databaseFile);
    db.exec(`CREATE TABLE "_prisma_migrations" ("migration_name" TEXT, "finished_at" DATETIME);
      INSERT INTO "_prisma_migrations" VALUES ('20261124201351_review', '2099-01-01T00:00:00.000+00:00')`);
    db.close();
    expect(repairAnchor(anchor ?? '', databaseFile)).toMatchObject({ kind: 'made' });
    expect(await sentencesOf(deskIn(data))).toEqual([]);
  });

  test('gets no events that break the chain, at a start or by a later write', async () => {
    const data = copyDeskFolder();
    const anchorLines = lines(data);
    writeFileSync(join(data, 'record.anchor'), `${anchorLines.slice(0, -4).join('\n')}\n`);
    const db = openRaw(data);
    db.exec(`UPDATE "Event" SET "reason" = 'x' WHERE "seq" = (SELECT max("seq") - 1 FROM "Event")`);
    rehash(db, eventsIn(db).length - 1);
    db.prepare(`UPDATE "Event" SET "prevHash" = ? WHERE "seq" = ?`).run(
      '0'.repeat(64),
      anchorLines.length - 3,
    );
    db.close();
    const { databaseFile, anchor } = deskIn(data);
    expect(repairAnchor(anchor ?? '', databaseFile)).toMatchObject({ kind: 'broken', events: 0 });
    expect((await sentencesOf(deskIn(data)))[0]).toMatch(/^Event/);
  });

  test('has every committed event and no event that was rolled back', async () => {
    const { folder: data } = await openTestDesk();
    const happened = event('invitation.cancelled', 'x', {});
    await write((tx) => recordEvents(tx, THE_DESK, [happened, happened]));
    await expect(
      write(async (tx) => {
        await recordEvents(tx, THE_DESK, [happened]);
        throw new Error('refused after all');
      }),
    ).rejects.toThrow();
    // As a second process leaves it that was killed between its commit and its note.
    const anchor = join(data, 'record.anchor');
    const whole = readFileSync(anchor, 'utf8');
    writeFileSync(anchor, whole.slice(0, -30));
    forgetNoted(anchor);
    await write((tx) => recordEvents(tx, THE_DESK, [happened]));
    const rows = await reader().event.findMany({ orderBy: { seq: 'asc' } });
    const noted = readFileSync(anchor, 'utf8')
      .split('\n')
      .filter((line) => line.length > 64);
    expect(noted).toEqual(rows.map(({ seq, hash }) => `${seq} ${hash}`));
    appendFileSync(anchor, `${rows[0]?.seq} ${rows[0]?.hash}\n`);
    expect(await sentencesOf(deskIn(data))).toEqual([]);
    await closeDatabase();
    rmSync(data, { recursive: true, force: true });
  });
});

test('a takedown blanks a capture and the content of its events, and the record still verifies', async () => {
  const { folder: data } = await openTestDesk();
  const { claim, ada } = await createSampleActivity();
  const events = await reader().event.findMany({ where: { claimId: claim.id } });
  const { captureId } = claim.appearance;
  const takedown = { captureId, reason: 'court order', events: events.map(({ seq }) => seq) };
  done(await recordTakedown(takedown, ada));
  expect(await recordTakedown(takedown, ada)).toMatchObject({ ok: false });
  const found: string[] = [];
  const { notes, blanked } = await verify(deskIn(data), ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
  expect(blanked).toBeGreaterThan(10);
  expect(notes[0]).toBe('Copy 1 of “Harbour grows” was taken down: court order.');

  await recordVerification(ada);
  expect(await findLastVerification()).toMatchObject({ problems: 0, by: 'Ada', blanked });
  expect(await sentencesOf(thisDesk())).toEqual([]);
  await closeDatabase();
  rmSync(data, { recursive: true, force: true });
});
