import { reader, write } from '../database/db';
import { writeAnchorBreak } from '../record/anchor-breaks';
import { type Actor, event, recordEvents } from '../record/record-events';
import { toAfter } from '../record/stored-event';
import { isTable } from '../replay/columns';
import { verifyApart } from './apart';
import type { OutsideRow, Problem } from './problem';
import { thisDesk, type Verification } from './verify';
import type { Head } from './walk-chain';

const STORED_PROBLEMS = 100;
// Only the id of each row: its values, and those of the record, are looked up when it is shown.
const STORED_ROWS = 1_000;

/** A verification that an editor asked for, as it stands in the record. */
export type RecordedVerification = Omit<Verification, 'isAnchored'> & {
  readonly seq: number;
  readonly at: Date;
  readonly by: string | null;
  readonly found: readonly Problem[];
  /** Rows that were changed outside the desk, each once, up to the stored limit. */
  readonly outside: readonly OutsideRow[];
};

let underWay: Promise<Verification> | undefined;

/**
 * Verifies this desk and records the result. A second caller in the meantime gets the same result.
 */
export function recordVerification(actor: Actor): Promise<Verification> {
  underWay ??= verifyAndRecord(actor).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function verifyAndRecord(actor: Actor): Promise<Verification> {
  const found: Omit<Problem, 'outside'>[] = [];
  const outside = new Map<string, OutsideRow>();
  const verification = await verifyApart(thisDesk(), ({ outside: row, ...problem }) => {
    if (found.length < STORED_PROBLEMS) found.push(problem);
    if (row && outside.size < STORED_ROWS) outside.set(`${row.table} ${row.id}`, row);
  });
  const { head, notes, isAnchored, ...counts } = verification;
  const after = {
    ...counts,
    head: head.hash,
    headSeq: head.seq,
    notes: [...notes],
    found,
    outside: [...outside.values()],
  };
  const { anchor } = thisDesk();
  await write(async (tx) => {
    if (!isAnchored && anchor) await writeAnchorBreak(tx, { kind: 'unlike', file: anchor });
    await recordEvents(tx, actor, [event('record.verified', 'record', { after })]);
  });
  return verification;
}

/** The last time that somebody verified the record, or null. */
export async function findLastVerification(): Promise<RecordedVerification | null> {
  const found = await reader().event.findFirst({
    where: { entity: 'record', entityId: 'record', action: 'record.verified' },
    orderBy: { seq: 'desc' },
    select: { seq: true, at: true, after: true, actor: { select: { name: true } } },
  });
  if (!found?.after) return null;
  const { head = '', headSeq = 0, outside = [], ...rest } = toAfter('record.verified', found.after);
  const { seq, at, actor } = found;
  return {
    ...NOTHING_FOUND,
    ...rest,
    outside: outside.flatMap(({ table, ...row }) => (isTable(table) ? [{ ...row, table }] : [])),
    head: { seq: headSeq, hash: head },
    seq,
    at,
    by: actor?.name ?? null,
  };
}

const NOTHING_FOUND = {
  ...{ problems: 0, damaged: false, events: 0, blanked: 0, claims: 0, verdicts: 0, captures: 0 },
  notes: [],
  found: [],
};

/** The last event of the record: what to print and keep elsewhere. */
export async function findHead(): Promise<Head | null> {
  return reader().event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
}
