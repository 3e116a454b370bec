import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { claimCode } from '#domain/claims/claim';
import { sha256 } from '../chain/chain';
import type { Sqlite } from '../database/db';
import type { Progress } from './compare-rows';
import type { Problem } from './problem';

// The desk's copies: their text in the database, their bytes as files named by their own hash.

type CaptureRow = {
  readonly id: string;
  readonly n: number;
  readonly title: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly text: string | null;
  readonly textSha256: string | null;
  readonly takedownReason: string | null;
  /** A claim that is in it, or has evidence from it. */
  readonly claim: number | null;
};

/** What looking at the copies came to. */
export type LookedAt = {
  readonly captures: number;
  readonly takenDown: readonly string[];
  readonly strays: number;
};

/** Every capture with text or bytes that differ from their hashes, and the progress. */
export function* checkCaptures(
  db: Sqlite,
  folder: string,
): Generator<Problem | Progress, LookedAt> {
  const rows = db
    .prepare<[], CaptureRow>(
      `SELECT k."id", k."n", d."title", k."sha256", k."size", k."text", k."textSha256",
        k."takedownReason",
        (SELECT min(c."number") FROM "Appearance" a JOIN "Claim" c ON c."id" = a."claimId"
         WHERE a."captureId" = k."id") AS "claim"
       FROM "Capture" k JOIN "Document" d ON d."id" = k."documentId" ORDER BY k."id"`,
    )
    .iterate();
  const takenDown: string[] = [];
  let captures = 0;
  for (const row of rows) {
    captures += 1;
    if (row.takedownReason !== null) {
      takenDown.push(`Copy ${row.n} of “${row.title}” was taken down: ${row.takedownReason}.`);
    } else yield* checkCapture(row, folder);
    yield { rows: 1 };
  }
  yield* checkEvidenceFiles(db, folder);
  return { captures, takenDown, strays: countStrays(db, folder) };
}

function* checkCapture(row: CaptureRow, folder: string): Generator<Problem> {
  const problem = (what: string): Problem => ({
    sentence: `Copy ${row.n} of “${row.title}” ${what}.`,
    claim: null,
  });
  if (row.textSha256 !== null && (row.text === null || sha256(row.text) !== row.textSha256)) {
    yield problem(
      'has a text that does not match its SHA-256: the text was changed outside the desk',
    );
  }
  const wrong = row.sha256 && wrongBytes(row.sha256, row.size, folder);
  if (wrong) yield problem(wrong);
}

/** Recordings and notes of interviews are stored like the bytes of captures. */
function* checkEvidenceFiles(db: Sqlite, folder: string): Generator<Problem> {
  const rows = db
    .prepare<[], { name: string; sha256: string; size: number; number: number }>(
      `SELECT e."fileName" AS "name", e."fileSha256" AS "sha256", e."fileSize" AS "size", c."number"
       FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
       WHERE e."fileSha256" IS NOT NULL ORDER BY e."id"`,
    )
    .iterate();
  for (const { name, sha256: hash, size, number } of rows) {
    const claim = claimCode(number);
    const wrong = wrongBytes(hash, size, folder);
    if (wrong)
      yield { sentence: `The file “${name}” of an interview on ${claim} ${wrong}.`, claim };
  }
}

/** The fault of the bytes stored under a hash, as the end of a sentence, or null. */
function wrongBytes(hash: string, size: number | null, folder: string): string | null {
  const file = join(folder, hash.slice(0, 2), hash);
  const stored = existsSync(file) ? hashFile(file) : null;
  if (!stored) return `has lost its file: there is no file ${file}`;
  if (stored.size !== size) return `has ${stored.size} bytes in ${file}, the record says ${size}`;
  return stored.sha256 === hash ? null : `does not match its SHA-256: the file ${file} was changed`;
}

const CHUNK_BYTES = 1 << 20;

function hashFile(file: string): { sha256: string; size: number } {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let size = 0;
    for (;;) {
      const read = readSync(handle, chunk, 0, CHUNK_BYTES, size);
      if (read === 0) return { sha256: hash.digest('hex'), size };
      hash.update(chunk.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * Files that no capture names. They do no harm: bytes are stored before the row that names them.
 */
function countStrays(db: Sqlite, folder: string): number {
  if (!existsSync(folder)) return 0;
  const known = db.prepare<[string, string], number>(
    `SELECT 1 FROM "Capture" WHERE "sha256" = ?
     UNION ALL SELECT 1 FROM "Evidence" WHERE "fileSha256" = ? LIMIT 1`,
  );
  let strays = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const names = entry.isDirectory() ? readdirSync(join(folder, entry.name)) : [entry.name];
    strays += names.filter((name) => !known.get(name, name)).length;
  }
  return strays;
}
