import type { Json } from '#domain/canonical-json';
import { dayOf, startOfDay } from '#domain/day';
import type { EventFilter } from '#domain/record/event-kind';

import { actionsOf, READING_ACTIONS } from '#domain/record/events';
import { timeZone } from '#process/time-zone';

import { sqlite } from '../database/db';
import type { HistoryEvent } from './record-events';

/**
 * The subject of a history: a claim, an article or source itself, an account, or the whole desk.
 */
export type HistoryOf =
  | { readonly claimId: string }
  | { readonly documentId: string }
  | { readonly personId: string }
  | { readonly desk: true };

/** What of a history is shown. */
export type HistoryView = {
  /** An account's id, or 'desk' for the desk itself; null for everybody. */
  readonly person: string | null;
  readonly kind: EventFilter | null;
  /** A day, '2026-11-24', in the time zone of the desk. */
  readonly day: string | null;
  /** Only what came before this event. */
  readonly before: number | null;
};

export const ALL_OF_IT: HistoryView = { person: null, kind: null, day: null, before: null };

/** An event in a history, with the claim and the document that it belongs to. */
export type ListedEvent = HistoryEvent & {
  readonly claim: { readonly number: number; readonly text: string } | null;
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly underCheck: boolean;
  } | null;
  /** The person of the account, by name. */
  readonly person: string | null;
};

export type HistoryPage = {
  /** Newest first. */
  readonly events: readonly ListedEvent[];
  /** From which event on the next page is older; null when there is none. */
  readonly older: number | null;
};

type Row = Omit<HistoryEvent, 'at' | 'before' | 'after'> & {
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly claimNumber: number | null;
  readonly claimText: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly underCheck: number | null;
  readonly person: string | null;
  readonly confidential: number;
  /** The assignee before and after, by name; null where there was none, or the event says nothing of it. */
  readonly assigneeBefore: string | null;
  readonly assigneeAfter: string | null;
};

/**
 * A page of a history, newest first. By plain SQL: one walk back along the index of the history,
 * which ends when the page is full.
 *
 * @param seesConfidential  whether what events say of confidential sources is among it
 */
export function listHistory(
  of: HistoryOf,
  view: HistoryView,
  size: number,
  seesConfidential: boolean,
): HistoryPage {
  const where = conditions(of, view);
  const rows = sqlite()
    .prepare<(string | number)[], Row>(
      `SELECT e."seq", e."at", u."name" AS "actorName", e."via", e."action", e."entity",
        e."entityId", e."before", e."after", e."reason",
        c."number" AS "claimNumber", c."text" AS "claimText",
        d."id" AS "documentId", d."title", d."underCheck", p."name" AS "person",
        b."name" AS "assigneeBefore", a."name" AS "assigneeAfter",
        coalesce(s."confidential", d."confidential", ${OF_UNKNOWN_EVIDENCE})
          OR ${OF_CONFIDENTIAL_OPERAND} AS "confidential"
       FROM "Event" e
       LEFT JOIN "User" u ON u."id" = e."actorId"
       LEFT JOIN "Claim" c ON c."id" = e."claimId"
       LEFT JOIN "Document" d ON d."id" = e."documentId"
       LEFT JOIN "FigurePair" f ON e."entity" = 'figurePair' AND f."id" = e."entityId"
       LEFT JOIN "Evidence" v ON v."id" = CASE e."entity"
         WHEN 'evidence' THEN e."entityId"
         WHEN 'figurePair' THEN f."evidenceId"
         WHEN 'quantity' THEN coalesce(${sayingOf('after', 'evidenceId')}, ${sayingOf('before', 'evidenceId')}) END
       LEFT JOIN "Document" s ON s."id" = v."documentId"
       LEFT JOIN "User" b ON e."entity" = 'claim' AND b."id" = ${sayingOf('before', 'assigneeId')}
       LEFT JOIN "User" a ON e."entity" = 'claim' AND a."id" = ${sayingOf('after', 'assigneeId')}
       LEFT JOIN "User" p ON e."entity" IN ('user', 'signIn') AND p."id" = e."entityId"
       WHERE ${where.map(({ sql }) => sql).join(' AND ') || '1'}
       ORDER BY e."seq" DESC LIMIT ?`,
    )
    .all(...where.flatMap(({ values }) => values), size + 1);
  const shown = rows
    .slice(0, size)
    .map((row) => toEvent(row.confidential && !seesConfidential ? hidden(row) : row));
  return { events: shown, older: rows.length > size ? (shown.at(-1)?.seq ?? null) : null };
}

/** What an event says of one field; the event may have been made unreadable. */
function sayingOf(column: 'before' | 'after', field: 'evidenceId' | 'assigneeId'): string {
  const text = `e."${column}"`;
  return `json_extract(CASE WHEN json_valid(${text}) THEN ${text} END, '$.${field}')`;
}

/** Before it said so, the removal of a figure may have been of any evidence. */
const OF_UNKNOWN_EVIDENCE = `e."action" = 'figure.removedFromEvidence'`;

/** A calculation may stand on several sources. */
const OF_CONFIDENTIAL_OPERAND = `EXISTS (SELECT 1 FROM json_each(f."operands") j
  CROSS JOIN "Evidence" o ON o."id" = j.value ->> 'evidenceId'
  CROSS JOIN "Document" t ON t."id" = o."documentId" AND t."confidential")`;

/** The history says that a confidential source changed, and nothing about the change. */
const hidden = (row: Row): Row => ({
  ...row,
  before: null,
  after: null,
  reason: null,
  documentId: null,
});

function toEvent({
  claimNumber,
  claimText,
  documentId,
  title,
  underCheck,
  confidential: _,
  assigneeBefore,
  assigneeAfter,
  ...row
}: Row): ListedEvent {
  return {
    ...row,
    at: new Date(row.at),
    before: withAssignee(opened(row.before), assigneeBefore),
    after: withAssignee(opened(row.after), assigneeAfter),
    claim: claimNumber === null ? null : { number: claimNumber, text: claimText ?? '' },
    document:
      documentId === null
        ? null
        : { id: documentId, title: title ?? '', underCheck: underCheck === 1 },
  };
}

/** What an event says, with the assignee by name beside the id. */
const withAssignee = (content: Json, assignee: string | null): Json =>
  assignee !== null && typeof content === 'object' && content !== null && !Array.isArray(content)
    ? { ...content, assignee }
    : content;

/** What an event says; somebody may have made it unreadable past the desk, and the rest is shown. */
function opened(text: string | null): Json {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

function conditions(of: HistoryOf, { person, kind, day, before }: HistoryView): Condition[] {
  return [
    ...ofWhat(of),
    ...(before === null ? [] : [{ sql: 'e."seq" < ?', values: [before] }]),
    ...byWhom(person),
    ...(kind === null ? [] : [ofKind(kind)]),
    ...(day === null ? [] : [onDay(day)]),
  ];
}

/** In the time zone of the desk. */
function onDay(day: string): Condition {
  const zone = timeZone();
  const begin = startOfDay(day, zone);
  // A day has at most 25 hours, and the next begins within two days.
  const end = startOfDay(dayOf(new Date(begin.getTime() + 36 * 3_600_000), zone), zone);
  return {
    sql: 'e."at" >= ? AND e."at" < ?',
    values: [begin, end].map((at) => at.toISOString().slice(0, 23)),
  };
}

function ofWhat(of: HistoryOf): Condition[] {
  if ('claimId' in of) return [{ sql: 'e."claimId" = ?', values: [of.claimId] }];
  if ('personId' in of) {
    return [{ sql: `e."entity" = 'user' AND e."entityId" = ?`, values: [of.personId] }];
  }
  if ('documentId' in of) {
    const sql = `e."documentId" = ? AND e."entity" IN ('document', 'capture')`;
    return [{ sql, values: [of.documentId] }];
  }
  return [];
}

function byWhom(person: string | null): Condition[] {
  if (person === null) return [];
  if (person === 'desk') {
    return [{ sql: `(e."actorId" IS NULL OR ${BY_READING})`, values: READING_ACTIONS }];
  }
  return [{ sql: `e."actorId" = ? AND NOT ${BY_READING}`, values: [person, ...READING_ACTIONS] }];
}

/** What a reading did is the desk's work, whoever asked for the reading: see actorInWords. */
const BY_READING = `e."action" IN (${READING_ACTIONS.map(() => '?').join(', ')})`;

function ofKind(kind: EventFilter): Condition {
  const values = actionsOf(kind);
  return { sql: `e."action" IN (${values.map(() => '?').join(', ')})`, values };
}

/** The actors of this history, by name. The desk itself is not among them. */
export function listActors(of: HistoryOf): { id: string; name: string }[] {
  if ('desk' in of) {
    return sqlite()
      .prepare<[], { id: string; name: string }>('SELECT "id", "name" FROM "User" ORDER BY "name"')
      .all();
  }
  const [where] = ofWhat(of);
  return sqlite()
    .prepare<(string | number)[], { id: string; name: string }>(
      `SELECT "id", "name" FROM "User"
       WHERE "id" IN (SELECT DISTINCT e."actorId" FROM "Event" e
         WHERE ${where?.sql ?? '1'} AND NOT ${BY_READING})
       ORDER BY "name"`,
    )
    .all(...(where?.values ?? []), ...READING_ACTIONS);
}

const COUNTED = 10_000;

/** How many events a history has in this view, up to ten thousand. */
export function countHistory(of: HistoryOf, view: HistoryView): number {
  const where = conditions(of, { ...view, before: null });
  return (
    sqlite()
      .prepare<(string | number)[], number>(
        `SELECT count(*) FROM (SELECT 1 FROM "Event" e
         WHERE ${where.map(({ sql }) => sql).join(' AND ') || '1'} LIMIT ${COUNTED})`,
      )
      .pluck()
      .get(...where.flatMap(({ values }) => values)) ?? 0
  );
}
