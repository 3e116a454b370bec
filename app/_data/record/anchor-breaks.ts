import { minuteOf } from '#domain/day';
import { type AnchorBreakKind, anchorBreakInWords, toAnchorBreakKind } from '#domain/record/anchor';
import { accept, type Result, refuse } from '#domain/result';
import { anchorFile } from '../chain/anchor';
import {
  type FoundBreak,
  noteAfterCommit,
  plain,
  type Sqlite,
  sqlite,
  type Tx,
  write,
} from '../database/db';
import { renewAnchor } from './anchor-renewal';
import {
  type Actor,
  ANCHOR,
  ANCHOR_ACKNOWLEDGED,
  ANCHOR_BROKEN,
  appendAnchorBreak,
  event,
  recordEvents,
} from './record-events';
import { toAfter } from './stored-event';

// A broken anchor is an event, once, and a warning until an administrator has acknowledged it:
// events without an anchor may have been rewritten, and no later check can show it.

/** An anchor that was found broken, and who acknowledged it since. */
export type AnchorBreak = {
  readonly seq: number;
  /** ISO 8601, or as SQLite has it. */
  readonly at: string;
  readonly kind: AnchorBreakKind;
  readonly file: string;
  readonly acknowledged: Acknowledged | null;
};

type Acknowledged = {
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
};

type Row = {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly after: string | null;
  readonly reason: string | null;
  readonly name: string | null;
};

/** Every time that the anchor was found broken, the first one first. */
export function listAnchorBreaks(db: Sqlite = sqlite()): AnchorBreak[] {
  const rows = db
    .prepare<[string, string, string, string], Row>(
      `SELECT e."seq", e."at", e."action", e."after", e."reason", u."name"
       FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId"
       WHERE e."entity" = ? AND e."entityId" = ? AND e."action" IN (?, ?) ORDER BY e."seq"`,
    )
    .all(ANCHOR.entity, ANCHOR.entityId, ANCHOR_BROKEN, ANCHOR_ACKNOWLEDGED);
  let breaks: AnchorBreak[] = [];
  for (const { seq, at, action, after, reason, name } of rows) {
    if (action === ANCHOR_BROKEN) {
      const { kind, file } = toAfter(ANCHOR_BROKEN, after);
      const found = { seq, at, kind: toAnchorBreakKind(kind), file: String(file ?? '') };
      breaks.push({ ...found, acknowledged: null });
    } else {
      const acknowledged = { by: name, at, reason };
      breaks = breaks.map((each) => (each.acknowledged ? each : { ...each, acknowledged }));
    }
  }
  return breaks;
}

/** A break as a sentence, with who acknowledged it where somebody did. */
export function anchorBreakSentence({ seq, at, kind, file, acknowledged }: AnchorBreak): string {
  const found = `The anchor ${file} ${anchorBreakInWords(kind)} (found ${minuteOf(at, 'UTC')}, event ${seq})`;
  if (!acknowledged) {
    return `${found}: an administrator must acknowledge the break on the page Record, with a reason.`;
  }
  const { by, at: when, reason } = acknowledged;
  return `${found}. ${by ?? 'The desk'} acknowledged it, ${minuteOf(when, 'UTC')}: ${reason}`;
}

/** Records that the anchor was found broken, unless that is known and stands to be acknowledged. */
export function writeAnchorBreak(tx: Tx, found: FoundBreak): void {
  noteAfterCommit(tx, appendAnchorBreak(plain(tx), found), appendAnchorBreak);
}

/** The same as a write of its own. */
export const recordAnchorBreak = (found: FoundBreak): Promise<void> =>
  write((tx) => writeAnchorBreak(tx, found));

export type NotAcknowledged = {
  /** `stale`: another break came, or somebody was faster. `unwritable`: the anchor's file. */
  readonly kind: 'stale' | 'unwritable';
};

/**
 * An administrator acknowledges every open break, with a reason, and the anchor is written again
 * from the record if it is not whole; the broken one is set aside.
 *
 * @param shown  the number of the last break that the administrator saw
 */
export async function acknowledgeAnchorBreaks(
  shown: number,
  reason: string,
  actor: Actor,
): Promise<Result<void, NotAcknowledged>> {
  const isStill = () => {
    const open = listAnchorBreaks().filter(({ acknowledged }) => !acknowledged);
    return open.at(-1)?.seq === shown;
  };
  if (!isStill()) return refuse({ kind: 'stale' });
  const file = anchorFile(process.env);
  const renewal = file ? await renewAnchor(file) : null;
  if (renewal === 'unwritable') return refuse({ kind: 'unwritable' });
  const isDone = await write(async (tx) => {
    // Writes are one after the other, so nothing comes between this look and the event.
    if (!isStill()) return false;
    const after = { breaks: shown, ...(renewal?.isNeeded && { keptAs: renewal.keptAs }) };
    await recordEvents(tx, actor, [event(ANCHOR_ACKNOWLEDGED, ANCHOR.entityId, { after, reason })]);
    renewal?.finish();
    return true;
  });
  if (!isDone) renewal?.drop();
  return isDone ? accept(undefined) : refuse({ kind: 'stale' });
}
