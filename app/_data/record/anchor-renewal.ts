import { appendFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import {
  type Anchored,
  anchorSize,
  eachAnchored,
  follow,
  forgetNoted,
  toAnchorLine,
} from '../chain/anchor';
import { EVENT_COLUMNS, type EventRow } from '../chain/chain';
import { openSnapshot, type Sqlite, sqlite } from '../database/db';

/** An anchor written again beside the broken one, to replace it. */
export type Renewal = {
  readonly isNeeded: boolean;
  /** The file of the broken one; null when there is none. */
  readonly keptAs: string | null;
  /** Puts it in place; to be called in a write, so that no event is noted meanwhile. */
  readonly finish: () => void;
  readonly drop: () => void;
};

const PAGE = 500;

/**
 * Writes an anchor again from the record, up to the first event that does not follow from the one
 * before it.
 *
 * @returns 'unwritable' when its folder or file cannot be written to
 */
export async function renewAnchor(file: string): Promise<Renewal | 'unwritable'> {
  // Two administrators may be at it at once.
  const part = `${file}.new-${uuidv7()}`;
  const snapshot = openSnapshot();
  let last: Anchored | null = null;
  try {
    writeFileSync(part, '', { mode: 0o600 });
    for (let isMore = true; isMore; ) {
      const rows = pageAfter(snapshot, last?.seq ?? 0);
      const { followOn, broken } = follow(last, rows);
      appendFileSync(part, followOn.map(toAnchorLine).join(''));
      last = followOn.at(-1) ?? last;
      isMore = rows.length === PAGE && !broken;
      await new Promise(setImmediate);
    }
  } catch {
    rmSync(part, { force: true });
    return 'unwritable';
  } finally {
    snapshot.close();
  }
  const isNeeded = !isSameAnchor(file, part);
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const keptAs = existsSync(file) ? `${file}.broken-${time}` : null;
  return {
    isNeeded,
    keptAs,
    drop: () => rmSync(part, { force: true }),
    finish: () => {
      if (!isNeeded) return rmSync(part, { force: true });
      const since = follow(last, pageAfter(sqlite(), last?.seq ?? 0)).followOn;
      appendFileSync(part, since.map(toAnchorLine).join(''));
      if (keptAs && existsSync(file)) renameSync(file, keptAs);
      renameSync(part, file);
      forgetNoted(file);
    },
  };
}

const pageAfter = (db: Sqlite, seq: number) =>
  db
    .prepare<[number], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM "Event" WHERE "seq" > ? ORDER BY "seq" LIMIT ${PAGE}`,
    )
    .all(seq);

/** Whether an anchor begins with the whole of another: at most, lines were added since. */
function isSameAnchor(file: string, other: string): boolean {
  const [size, otherSize] = [anchorSize(file), anchorSize(other)];
  if (size === null || otherSize === null || size < otherSize) return false;
  const lines = eachAnchored(file, size);
  for (const { seq, hash } of eachAnchored(other, otherSize)) {
    const { value, done } = lines.next();
    if (done || value.seq !== seq || value.hash !== hash) return false;
  }
  return true;
}
