import { hash } from 'node:crypto';
import { type Json, toCanonicalJson } from '#domain/canonical-json';

// What makes the record a chain, in one place: how a link is hashed, and how it is hashed again.

/** What the first event has for the hash of the one before it. */
export const FIRST_LINK = '0'.repeat(64);

/** What the hash of an event is taken of. `before` and `after` stand in it as digests only. */
export type ChainLink = {
  readonly seq: number;
  /** ISO 8601, '2026-11-24T10:00:00.000Z'. */
  readonly at: string;
  readonly actorId: string | null;
  readonly via: string;
  readonly action: string;
  /** Of what it says; 1 for all from before there were versions. */
  readonly version: number;
  readonly entity: string;
  readonly entityId: string;
  readonly claimId: string | null;
  readonly documentId: string | null;
  readonly beforeSha256: string | null;
  readonly afterSha256: string | null;
  readonly reason: string | null;
  readonly prevHash: string;
};

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'hex');

/** The digest that stands for `before` or `after` in the chain; null where there is nothing. */
export const digest = (value: Json | undefined) =>
  value === undefined || value === null ? null : sha256(toCanonicalJson(value));

/**
 * The hash of an event. Its version stands in it but for version 1: so what was hashed before there
 * were versions keeps its hash, and no version becomes another unseen.
 *
 * @throws RangeError when it has text that is not well-formed
 */
export function hashOf(link: ChainLink): string {
  if (link.version !== 1) return sha256(toCanonicalJson(link));
  const { version: _one, ...unversioned } = link;
  return sha256(toCanonicalJson(unversioned));
}

/** The stored form of an event's `before` or `after`; the verification accepts no other form. */
export const toJsonColumn = (value: Json | undefined) =>
  value === undefined || value === null ? null : JSON.stringify(value);

/** A row of the record as SQLite has it. */
export type EventRow = Omit<ChainLink, 'at'> & {
  /** As Prisma writes a moment: '2026-11-24T10:00:00.000+00:00'. */
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: string;
};

/** The columns of a row of the record, for SQL. */
export const EVENT_COLUMNS =
  '"seq", "at", "actorId", "via", "action", "version", "entity", "entityId", "claimId", "documentId", "before", "after", "beforeSha256", "afterSha256", "reason", "prevHash", "hash"';

/** A moment as Prisma writes it to SQLite. */
export const toMomentColumn = (at: Date) => at.toISOString().replace('Z', '+00:00');

/** The link that a row is, or null when its moment is not one that the desk writes. */
export function toLink(row: EventRow): ChainLink | null {
  const at = new Date(row.at);
  if (Number.isNaN(at.getTime()) || toMomentColumn(at) !== row.at) return null;
  const { before: _before, after: _after, hash: _hash, ...link } = row;
  return { ...link, at: at.toISOString() };
}

/** The hash that a row should have, or null when none can be taken of it. */
export function recomputeHash(row: EventRow): string | null {
  try {
    const link = toLink(row);
    return link && hashOf(link);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
