import type { Json } from '#domain/canonical-json';
import type { ClaimStatus } from '#domain/claims/claim';
import { isSound, type SettleWay, waysToSettle } from '#domain/record/outside-change';
import { accept, type Result, refuse } from '#domain/result';
import { digest, toMomentColumn } from '../chain/chain';
import { type Sqlite, sqlite, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';

import { fieldOf, isTable, toColumn } from '../replay/columns';
import { entityOf } from '../replay/tables';
import { findOutside, type OutsideChange } from './compare-rows';
import type { OutsideRow } from './problem';

// Changes made outside the desk, in Prisma Studio for example, and the decision of an
// administrator: the change is accepted into the record, reverted, or, if neither is possible,
// acknowledged.

/** A row that differs from the record, as it is now, and the possible ways to settle it. */
export type StandingChange = OutsideChange & {
  readonly ways: readonly SettleWay[];
  /** A hash of both values: the decision is on the values that the person saw. */
  readonly sha256: string;
};

/** What is not as the record says of a row now, or null when it is. */
export function findStandingChange(row: OutsideRow, db: Sqlite = sqlite()): StandingChange | null {
  const found = findOutside(db, row.table, row.group).filter(
    ({ table, id }) => table === row.table && id === row.id,
  );
  const [first] = found;
  if (!first) return null;
  const change = {
    ...first,
    differences: found.flatMap(({ differences }) => differences),
    words: found.map(({ words }) => words).join('; '),
  };
  const { table, kind, differences } = change;
  const isWhole = kind === 'deleted' && toInsert(db, change) !== null;
  const columns = differences.map(({ column }) => column);
  return {
    ...change,
    ways: waysToSettle({ table, kind, columns, status: findStatus(db, row.group), isWhole }),
    sha256: digest({ kind, differences: differences.map((each) => ({ ...each })) }) ?? '',
  };
}

/** The status of a claim; null where this is the id of none. */
const findStatus = (db: Sqlite, id: string): ClaimStatus | null =>
  db
    .prepare<[string], ClaimStatus>('SELECT "status" FROM "Claim" WHERE "id" = ?')
    .pluck()
    .get(id) ?? null;

/** A change as a form sends it: the row, and the hash of the values that the person saw. */
export const toChangeText = ({ table, id, group, sha256 }: StandingChange): string =>
  JSON.stringify([table, id, group, sha256]);

/** The same opened; null for what is none. */
export function parseChange(text: string): { row: OutsideRow; sha256: string } | null {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.some((part) => typeof part !== 'string')) return null;
    const [table, id, group, sha256] = parts as string[];
    if (!table || !isTable(table) || !id || !group || !sha256) return null;
    return { row: { table, id, group }, sha256 };
  } catch {
    return null;
  }
}

export type NotSettled = {
  /**
   * `stale`: it was changed again, or settled. `impossible`: not for such a change. `unsound`: no
   * value of the desk. `inUse`: other rows hang on it, or it on one that is gone. `ownAccount`.
   */
  readonly kind: 'stale' | 'impossible' | 'unsound' | 'inUse' | 'ownAccount';
};

const ACTIONS = {
  takeIn: 'outside.takenIn',
  putBack: 'outside.putBack',
  acknowledge: 'outside.acknowledged',
} as const satisfies Record<SettleWay, string>;

/**
 * Settles a change, in one transaction with its event.
 *
 * @param sha256  of the change that somebody saw
 */
export async function settleOutsideChange(
  { row, sha256, way, reason }: { row: OutsideRow; sha256: string; way: SettleWay; reason: string },
  actor: Actor & { userId: string },
): Promise<Result<void, NotSettled>> {
  try {
    return await write(async (tx) => {
      // Takes the database for writing, so that no other program changes the row after this look.
      await tx.$executeRaw`UPDATE "Setting" SET "key" = "key" WHERE 0`;
      const change = findStandingChange(row);
      if (!change || change.sha256 !== sha256) return refuse({ kind: 'stale' });
      if (!change.ways.includes(way)) return refuse({ kind: 'impossible' });
      if (change.table === 'User' && change.id === actor.userId && way === 'takeIn') {
        return refuse({ kind: 'ownAccount' });
      }
      if (way === 'takeIn' && !(await isSoundRow(tx, change))) return refuse({ kind: 'unsound' });
      if (way === 'putBack') await putBack(tx, change);
      await recordEvents(tx, actor, [await toEvent(tx, change, way, reason)]);
      return accept(undefined);
    });
  } catch (error) {
    if (isForeignKey(error)) return refuse({ kind: 'inUse' });
    throw error;
  }
}

const isForeignKey = (error: unknown) =>
  error instanceof Error && /foreign key constraint|P2003/i.test(error.message);

const keyColumn = (table: string) => (table === 'Rating' ? 'key' : 'id');

/** Whether the desk itself could have written the row: Prisma reads it, and each value is sound. */
async function isSoundRow(tx: Tx, { table, id, differences }: OutsideChange): Promise<boolean> {
  if (!differences.every(({ column, is }) => isSound(column, is))) return false;
  const name = `${table.charAt(0).toLowerCase()}${table.slice(1)}`;
  const delegates = tx as unknown as Record<
    string,
    { findUnique: (args: object) => Promise<unknown> }
  >;
  try {
    const read = await delegates[name]?.findUnique({ where: { [keyColumn(table)]: id } });
    return Boolean(read);
  } catch {
    return false;
  }
}

async function putBack(tx: Tx, change: StandingChange): Promise<void> {
  const { table, id, kind, differences } = change;
  const key = keyColumn(table);
  if (kind === 'added') {
    await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "${key}" = ?`, id);
    return;
  }
  if (kind === 'deleted') {
    const row = Object.entries(toInsert(sqlite(), change) ?? {});
    const names = row.map(([column]) => `"${column}"`);
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${names}) VALUES (${row.map(() => '?')})`,
      ...row.map(([, value]) => value),
    );
    return;
  }
  const set = differences.map(({ column }) => `"${column}" = ?`);
  const values = differences.map(({ column, recorded }) => toColumn(table, column, recorded));
  await tx.$executeRawUnsafe(`UPDATE "${table}" SET ${set} WHERE "${key}" = ?`, ...values, id);
}

type ColumnInfo = {
  readonly name: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
};

/** Moments that the record says by its events only: when a row was made, and last touched. */
const BY_EVENT = ['at', 'createdAt', 'updatedAt'];

/** The row that the record says there was, or null when it does not say enough of it. */
function toInsert(
  db: Sqlite,
  { table, id, recorded, last }: OutsideChange,
): Record<string, string | number | null> | null {
  const columns = db
    .prepare<[string], ColumnInfo>(
      'SELECT "name", "notnull", "dflt_value" FROM pragma_table_info(?)',
    )
    .all(table);
  const row: Record<string, string | number | null> = { [keyColumn(table)]: id };
  for (const { name, notnull, dflt_value } of columns) {
    const value = recorded[fieldOf(table, name)];
    if (name in row) continue;
    if (value !== undefined) row[name] = toColumn(table, name, value);
    else if (BY_EVENT.includes(name) && last) row[name] = toMomentColumn(new Date(last.at));
    else if (notnull && dflt_value === null) return null;
  }
  return row;
}

const OF_A_CLAIM = ['Claim', 'Appearance', 'Quantity', 'Evidence', 'FigurePair', 'Verdict'];
const OF_A_CLAIM_TOO = ['Submission', 'Approval', 'Publication', 'Correction', 'Waiver', 'Comment'];
const WITH_OWN_REVISION = ['Evidence', 'Document', 'Publisher'];

async function toEvent(
  tx: Tx,
  change: StandingChange,
  way: SettleWay,
  reason: string,
): Promise<EventDraft> {
  const { table, id, group, kind } = change;
  const isOfClaim = [...OF_A_CLAIM, ...OF_A_CLAIM_TOO].includes(table);
  const isOfDocument = table === 'Document' || table === 'Capture';
  const { before, after } = toSides(change, way);
  const isThere = kind !== 'deleted' || way === 'putBack';
  const isGone = !isThere || (kind === 'added' && way === 'putBack');
  return event(ACTIONS[way], id, {
    entity: entityOf(table),
    ...(isOfClaim && { claimId: group }),
    ...(isOfDocument && { documentId: group }),
    before,
    after: {
      ...after,
      ...(isGone && { gone: true }),
      ...(!isGone &&
        WITH_OWN_REVISION.includes(table) &&
        (await goOn(tx, table, id, 'rowRevision'))),
      ...(isOfClaim && (await goOn(tx, 'Claim', group, 'revision'))),
    },
    reason,
  });
}

type Sides = { before: { [field: string]: Json }; after: { [field: string]: Json } };

/** The old and the new values, by the fields of events. */
function toSides({ table, kind, differences, recorded }: StandingChange, way: SettleWay): Sides {
  const shown = differences.filter(({ column }) => isShown(table, column));
  const of = (side: 'is' | 'recorded') =>
    Object.fromEntries(shown.map((each) => [fieldOf(table, each.column), each[side]]));
  const evidenceId =
    table === 'Quantity' ? (recorded.evidenceId ?? of('is').evidenceId) : undefined;
  // The evidence of a figure shows whether its source is confidential.
  const about = typeof evidenceId === 'string' ? { evidenceId } : {};
  if (kind === 'changed') {
    const [before, after] =
      way === 'putBack' ? [of('is'), of('recorded')] : [of('recorded'), of('is')];
    return { before, after: { ...about, ...after } };
  }
  if (kind === 'added') {
    return way === 'putBack'
      ? { before: of('is'), after: about }
      : { before: {}, after: { row: of('is'), ...about } };
  }
  return way === 'putBack'
    ? { before: {}, after: { row: { ...recorded }, ...about } }
    : { before: { ...recorded }, after: about };
}

/** Values derived from other rows or columns are covered by those; revisions go on. */
const isShown = (table: string, column: string) =>
  column !== 'revision' &&
  !/^base(Low|High)Number$/.test(column) &&
  !(table === 'Claim' && ['figureCount', 'ratingKey', 'position'].includes(column));

/** Takes a row to its next revision, so that a form shown before is refused as stale. */
async function goOn(
  tx: Tx,
  table: string,
  id: string,
  field: 'revision' | 'rowRevision',
): Promise<{ [field: string]: number }> {
  const rows = await tx.$queryRawUnsafe<{ revision: number | bigint }[]>(
    `UPDATE "${table}" SET "revision" = "revision" + 1 WHERE "id" = ? RETURNING "revision"`,
    id,
  );
  return rows[0] ? { [field]: Number(rows[0].revision) } : {};
}
