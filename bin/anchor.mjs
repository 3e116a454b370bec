import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from './refusal.mjs';
import { run } from './steps.mjs';

const LINE_BYTES = 128;

/**
 * Brings the anchor of the record up to it, where it is not already, and says what was done: see
 * app/_data/chain/anchor.ts.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'anchorFile' | 'databaseFile'>} settings
 * @param {string} project
 */
export async function mendAnchor({ anchorFile, databaseFile }, project) {
  const script = join('bin', 'mend-anchor.ts');
  if (!existsSync(join(project, script))) return;
  const last = head(databaseFile);
  if (last !== '' && !existsSync(dirname(anchorFile))) {
    throw new Refusal(
      `The folder of the record's anchor, ${dirname(anchorFile)}, does not exist: mount its disk, or set ANCHOR_FILE to another file.`,
    );
  }
  if (isWholeAnchor(anchorFile, last)) return;
  const { ok, output } = await run(
    process.execPath,
    ['--import', 'tsx', script, anchorFile, databaseFile],
    { cwd: project },
  );
  if (!ok) {
    throw new Refusal(
      `The anchor of the record, ${anchorFile}, cannot be written to: allow writing, or set ANCHOR_FILE to another file.`,
      { details: output },
    );
  }
  console.log(output.trim());
}

/**
 * @param {string} databaseFile
 * @returns {string} the last event as the anchor should end
 */
function head(databaseFile) {
  const database = new Database(databaseFile, { readonly: true, timeout: 2_000 });
  try {
    const last = database
      .prepare(`SELECT "seq" || ' ' || "hash" || char(10) FROM "Event" ORDER BY "seq" DESC LIMIT 1`)
      .pluck();
    return /** @type {string | undefined} */ (last.get()) ?? '';
  } finally {
    database.close();
  }
}

/**
 * Whether an anchor begins and ends as it should; what is between them is looked at by verifying.
 *
 * @param {string} file
 * @param {string} last  the line of the last event; empty when nothing has happened
 */
export function isWholeAnchor(file, last) {
  if (!existsSync(file)) return false;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size === 0 || last === '') return size === 0 && last === '';
    const start = Buffer.alloc(2);
    readSync(handle, start, 0, start.length, 0);
    const end = Buffer.alloc(Math.min(LINE_BYTES, size));
    readSync(handle, end, 0, end.length, size - end.length);
    return start.toString('latin1') === '1 ' && `\n${end.toString('latin1')}`.endsWith(`\n${last}`);
  } finally {
    closeSync(handle);
  }
}
