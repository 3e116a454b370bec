import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from './refusal.mjs';
import { run } from './steps.mjs';

const LINE_BYTES = 128;

/**
 * Brings the anchor of the record up to it, where it is not already, and says what was done: see
 * app/_data/anchor.ts.
 *
 * @param {Pick<import('./settings.mjs').Settings, 'anchorFile' | 'databaseFile'>} settings
 * @param {string} project
 */
export async function mendAnchor({ anchorFile, databaseFile }, project) {
  const script = join('bin', 'mend-anchor.ts');
  if (!existsSync(join(project, script)) || lastLine(anchorFile) === head(databaseFile)) return;
  const { ok, output } = await run(
    process.execPath,
    ['--import', 'tsx', script, anchorFile, databaseFile],
    { cwd: project },
  );
  if (!ok) {
    throw new Refusal(
      `The anchor of the record, ${anchorFile}, cannot be written to: allow it, or name another file in ANCHOR_FILE.`,
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

/** @param {string} file */
export function lastLine(file) {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(Math.min(LINE_BYTES, size));
    readSync(handle, end, 0, end.length, size - end.length);
    const text = end.toString('latin1');
    return text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
  } finally {
    closeSync(handle);
  }
}
