import type { Json } from '#domain/canonical-json';
import type { EventContent } from '#domain/record/event-content';
import type { EventEntity } from '#domain/record/event-kind';
import { EVENTS, type EventAction } from '#domain/record/events';
import { type ChainLink, digest, FIRST_LINK, hashOf, toJsonColumn } from '../chain/chain';
import { insertRows } from '../database/bulk';
import {
  type FoundBreak,
  noteAfterCommit,
  plain,
  reader,
  type Sqlite,
  type Tx,
} from '../database/db';
import { preparedOn } from '../database/prepared';

export { sha256 } from '../chain/chain';

/** The actor, and the way of the action. Null is the desk itself, at start and in the seeds. */
export type Actor = {
  readonly userId: string | null;
  readonly via: 'ui' | 'api' | 'import' | 'system';
};

export const THE_DESK: Actor = { userId: null, via: 'system' };

const MADE = Symbol('made by `event`');

/** Something that happened, before it has its place in the chain: see `event`. */
export type EventDraft = {
  readonly [MADE]: true;
  readonly action: EventAction;
  readonly version: number;
  readonly entity: EventEntity | 'any';
  readonly entityId: string;
  readonly claimId: string | null;
  readonly documentId: string | null;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly reason: string | null;
};

/** What an event says besides what its kind says, where there is something to say. */
type About = {
  /** Of a kind that is about any entity. */
  readonly entity?: EventEntity;
  /** In whose history it stands; an event about a claim or a document stands in its own. */
  readonly claimId?: string | null;
  readonly documentId?: string | null;
  readonly reason?: string | null;
};

/** An event of a kind, about the thing with this id. Nothing is looked at when it runs. */
export function event<Action extends EventAction>(
  action: Action,
  entityId: string,
  content: About & EventContent[Action],
): EventDraft {
  const { entity = EVENTS[action].entity, claimId, documentId, before, after, reason } = content;
  return {
    [MADE]: true,
    action,
    version: EVENTS[action].version,
    entity,
    entityId,
    claimId: claimId ?? (entity === 'claim' ? entityId : null),
    documentId: documentId ?? (entity === 'document' ? entityId : null),
    before,
    after,
    reason: reason ?? null,
  };
}

/**
 * Adds events to the end of the chain, in the transaction of their change.
 *
 * Each hash is the SHA-256 of the event's canonical JSON, which has the hash of the event before
 * and digests of `before` and `after`, so that a takedown can blank those two and the chain still
 * verifies.
 */
export function recordEvents(
  write: Tx | Sqlite,
  actor: Actor,
  drafts: readonly EventDraft[],
): void {
  noteAfterCommit(write, appendEvents(plain(write), actor, drafts), appendAnchorBreak);
}

/** The same on any connection, and past the anchor. @returns the links that were added */
export function appendEvents(
  db: Sqlite,
  actor: Actor,
  drafts: readonly EventDraft[],
): { readonly seq: number; readonly hash: string }[] {
  const last = preparedOn<[], { seq: number; hash: string }>(
    'SELECT "seq", "hash" FROM "Event" ORDER BY "seq" DESC LIMIT 1',
    db,
  ).get();
  const at = new Date();
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? FIRST_LINK;
  const rows = drafts.map((draft) => {
    seq += 1;
    const row = toRow(draft, { seq, at, actor, prevHash });
    prevHash = row.hash;
    return row;
  });
  insertRows(db, 'Event', rows);
  return rows;
}

/** The name and the kinds of the events that tell of the anchor. */
export const ANCHOR = { entity: 'record', entityId: 'anchor' } as const;
export const ANCHOR_BROKEN = 'record.anchorBroken';
export const ANCHOR_ACKNOWLEDGED = 'record.anchorAcknowledged';

/**
 * Adds the event that the anchor was found broken, unless that is known and stands to be acknowledged.
 *
 * @returns the links that were added
 */
export function appendAnchorBreak(
  db: Sqlite,
  { kind, file }: FoundBreak,
): { readonly seq: number; readonly hash: string }[] {
  const last = preparedOn<[string, string, string, string], { action: string }>(
    `SELECT "action" FROM "Event" WHERE "entity" = ? AND "entityId" = ? AND "action" IN (?, ?)
     ORDER BY "seq" DESC LIMIT 1`,
    db,
  ).get(ANCHOR.entity, ANCHOR.entityId, ANCHOR_BROKEN, ANCHOR_ACKNOWLEDGED);
  // A missing file may go missing again: each time is a new event.
  const isNew = kind === 'missing' || kind === 'emptied' || last?.action !== ANCHOR_BROKEN;
  const broken = event(ANCHOR_BROKEN, ANCHOR.entityId, { after: { kind, file } });
  return isNew ? appendEvents(db, THE_DESK, [broken]) : [];
}

function toRow(
  draft: EventDraft,
  { seq, at, actor, prevHash }: { seq: number; at: Date; actor: Actor; prevHash: string },
) {
  const link: ChainLink = {
    seq,
    at: at.toISOString(),
    actorId: actor.userId,
    via: actor.via,
    action: draft.action,
    version: draft.version,
    entity: draft.entity,
    entityId: draft.entityId,
    claimId: draft.claimId,
    documentId: draft.documentId,
    beforeSha256: digest(draft.before),
    afterSha256: digest(draft.after),
    reason: draft.reason,
    prevHash,
  };
  return {
    ...link,
    at,
    before: toJsonColumn(draft.before),
    after: toJsonColumn(draft.after),
    hash: hashOf(link),
  };
}

/** One line of a history. */
export type HistoryEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly actorName: string | null;
  readonly via: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: Json;
  readonly after: Json;
  readonly reason: string | null;
};

const HISTORY_SIZE = 200;

/** The latest events of a claim, newest first, at most 200. */
export async function listClaimEvents(claimId: string): Promise<HistoryEvent[]> {
  const rows = await reader().event.findMany({
    where: { claimId },
    orderBy: { seq: 'desc' },
    take: HISTORY_SIZE,
    select: {
      seq: true,
      at: true,
      via: true,
      action: true,
      entity: true,
      entityId: true,
      before: true,
      after: true,
      reason: true,
      actor: { select: { name: true } },
    },
  });
  return rows.map(({ actor, before, after, ...row }) => ({
    ...row,
    actorName: actor?.name ?? null,
    before: before as Json,
    after: after as Json,
  }));
}
