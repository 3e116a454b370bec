import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { repairAnchor } from '#data/chain/anchor';
import { type VerifiedDesk, verify } from '#data/verification/verify';
import { findPendingMigrations } from './database.mjs';
import { makeResetLink } from './let-in';
import { PROJECT } from './settings.mjs';
import { unpackDesk } from './test-desk';
import { verifyDesk } from './verify';

// A desk of each version that was landed, made by that version's own code: bench/keep-desk.ts.

const DESKS = join(PROJECT, 'bin', 'old-desks');
const versions = readdirSync(DESKS).map((name) => basename(name, '.gz'));

/** A desk of that version, opened by this one as `npm start` does. */
function openDesk(version: string): VerifiedDesk {
  const folder = unpackDesk(version);
  const databaseFile = join(folder, 'plumbline.db');
  const pending = findPendingMigrations(databaseFile, PROJECT);
  change({ databaseFile }, (db) => {
    for (const { script } of pending) db.exec(script);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
  const anchor = join(folder, 'record.anchor');
  repairAnchor(anchor, databaseFile);
  return { databaseFile, anchor, captures: join(folder, 'captures') };
}

function change(
  { databaseFile }: { databaseFile: string },
  work: (db: Database.Database) => void,
): void {
  const db = new Database(databaseFile);
  db.pragma('synchronous = OFF');
  work(db);
  db.close();
}

async function problemsOf(desk: VerifiedDesk): Promise<string[]> {
  const found: string[] = [];
  await verify(desk, ({ sentence }) => found.push(sentence));
  return found;
}

test('a command names the next step when an older version made the desk', async () => {
  const folder = unpackDesk('3059df7');
  const sentence =
    'The database is of an older Plumbline: run npm start once, then run this command again.';
  await expect(verifyDesk({}, { DATA_DIR: folder }, () => {})).rejects.toThrow(sentence);
  const asked = { email: 'ines@example.org' };
  await expect(makeResetLink(asked, { DATA_DIR: folder })).rejects.toThrow(sentence);
});

describe.each(versions)('a desk that version %s made', (version) => {
  test('opens now, and its record is OK', async () => {
    expect(await problemsOf(openDesk(version))).toEqual([]);
  });

  test('still reports changes made outside the desk', async () => {
    const desk = openDesk(version);
    change(desk, (db) => {
      db.exec(`UPDATE "Claim" SET "text" = 'Nobody works in the harbour.' WHERE "number" = 1;
        UPDATE "Claim" SET "status" = 'dismissed' WHERE "status" = 'checking';
        UPDATE "Evidence" SET "stance" = 'supports' WHERE "note" = 'Counted in May.';
        UPDATE "User" SET "role" = 'admin' WHERE "name" = 'Noor'`);
    });
    const found = (await problemsOf(desk)).join('\n');
    expect(found).toMatch(/C-0001 was changed .* its text is “Nobody works in the harbour\.”/);
    expect(found).toMatch(/The evidence “[^”]*8,140.*” on C-0001 .* its stance is “supports”/);
    expect(found).toMatch(/The account of Noor .* its role is “admin”, the record says “editor”/);
  });
});
