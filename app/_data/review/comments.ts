import { accept, type Result, refuse } from '#domain/result';
import {
  type CommentRefusal,
  findMentions,
  type Mentionable,
  notificationsOfComment,
  notificationsOfResolution,
} from '#domain/review/comment';
import type { NotificationDraft } from '#domain/review/notification';
import { insertMany, toCell } from '../database/bulk';
import { prepared, type Sqlite, sqlite, writeAtOnce } from '../database/db';
import { addNotifications } from '../notices/notifications';
import { type Actor, event, recordEvents } from '../record/record-events';

/** What one person said about a claim. */
export type Comment = {
  readonly id: string;
  readonly body: string;
  readonly author: string;
  readonly at: Date;
  /** The people who were notified that it mentions them. */
  readonly mentioned: readonly Mentionable[];
};

/** A comment with its replies, oldest first. */
export type Thread = Comment & {
  readonly replies: readonly Comment[];
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
};

type CommentRow = {
  readonly id: string;
  readonly threadId: string | null;
  readonly body: string;
  readonly author: string;
  readonly at: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
};

/**
 * All comments on a claim: open threads before resolved ones, each in the order of their start.
 *
 * Two queries, however many threads: the comments, and their notifications.
 */
export function listThreads(claimId: string): Thread[] {
  const rows = sqlite()
    .prepare<[string], CommentRow>(
      `SELECT c."id", c."threadId", c."body", a."name" AS "author", c."at", c."resolvedAt",
        r."name" AS "resolvedBy"
      FROM "Comment" c JOIN "User" a ON a."id" = c."authorId"
        LEFT JOIN "User" r ON r."id" = c."resolvedById"
      WHERE c."claimId" = ? ORDER BY c."id"`,
    )
    .all(claimId);
  if (rows.length === 0) return [];
  const mentioned = mentionsOf(claimId);
  const toComment = ({ id, body, author, at }: CommentRow): Comment => ({
    id,
    body,
    author,
    at: new Date(at),
    mentioned: mentioned.get(id) ?? [],
  });
  const replies = groupBy(rows, ({ threadId }) => threadId);
  const threads = (replies.get(null) ?? []).map((row) => ({
    ...toComment(row),
    replies: (replies.get(row.id) ?? []).map(toComment),
    resolvedAt: row.resolvedAt === null ? null : new Date(row.resolvedAt),
    resolvedBy: row.resolvedBy,
  }));
  const isOpen = ({ resolvedAt }: Thread) => resolvedAt === null;
  return [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))];
}

function mentionsOf(claimId: string): Map<string, Mentionable[]> {
  const notified = sqlite()
    .prepare<[string], { commentId: string } & Mentionable>(
      `SELECT n."commentId", u."id", u."name" FROM "Notification" n
        JOIN "User" u ON u."id" = n."userId"
      WHERE n."claimId" = ? AND n."kind" = 'mentioned'`,
    )
    .all(claimId);
  return groupBy(notified, ({ commentId }) => commentId);
}

function groupBy<Key, Row>(rows: readonly Row[], toKey: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(toKey(row));
    if (group) group.push(row);
    else groups.set(toKey(row), [row]);
  }
  return groups;
}

/** Those who can be mentioned, by name: everybody who can sign in. */
export const listMentionable = (db: Sqlite = sqlite()): Mentionable[] =>
  prepared<[], Mentionable>(
    'SELECT "id", "name" FROM "User" WHERE "active" ORDER BY "name"',
    db,
  ).all();

export type NewComment = {
  /** Made when the form was shown, so that a form sent twice leaves one comment. */
  readonly id: string;
  readonly claimId: string;
  /** The comment it replies to; null begins a thread. */
  readonly threadId: string | null;
  /** See toCommentBody. */
  readonly body: string;
};

/**
 * Records a comment, its event, and its notifications, in one write. The claim stays at its
 * revision: a comment changes nothing on which a verdict is based.
 *
 * @returns 'alreadyThere' when the form was sent twice; refused when the thread is resolved
 */
export async function recordComment(
  comment: NewComment,
  by: Actor & { readonly userId: string },
): Promise<Result<'recorded' | 'alreadyThere', CommentRefusal>> {
  const { id, claimId, threadId, body } = comment;
  return writeAtOnce((db) => {
    if (prepared<[string], object>('SELECT 1 FROM "Comment" WHERE "id" = ?', db).get(id)) {
      return accept('alreadyThere');
    }
    const claim = prepared<[string], { assigneeId: string | null; authorId: string | null }>(
      `SELECT "assigneeId", (SELECT v."decidedById" FROM "Verdict" v
        WHERE v."claimId" = c."id" ORDER BY v."n" DESC LIMIT 1) AS "authorId"
      FROM "Claim" c WHERE c."id" = ?`,
      db,
    ).get(claimId);
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    const thread = threadId === null ? null : findThread(db, threadId);
    if (threadId !== null && thread?.claimId !== claimId) return refuse({ kind: 'noSuchThread' });
    if (thread?.resolvedAt) return refuse({ kind: 'threadResolved' });

    const row = { id, claimId, threadId, body, authorId: by.userId, at: new Date() };
    insertMany(db, 'Comment', [row]);
    const people = listMentionable(db);
    const mentioned = [...new Set(findMentions(body, people).flatMap(({ ids }) => ids))];
    const notifications = notificationsOfComment({
      by: by.userId,
      mentioned,
      assigneeId: claim.assigneeId,
      authorId: claim.authorId,
      participants: thread?.participants ?? [],
    });
    const about = { claimId, causedById: by.userId, commentId: id };
    addNotifications(db, notificationsFor(people, notifications), about);
    const content = { body, ...(mentioned.length > 0 && { mentioned }) };
    recordEvents(db, by, [
      threadId === null
        ? event('comment.added', id, { claimId, after: content })
        : event('comment.replied', id, { claimId, after: { ...content, threadId } }),
    ]);
    return accept('recorded');
  });
}

/** Without those for people who cannot sign in any more. */
function notificationsFor(
  people: readonly Mentionable[],
  notifications: readonly NotificationDraft[],
): NotificationDraft[] {
  const canRead = new Set(people.map(({ id }) => id));
  return notifications.filter(({ userId }) => canRead.has(userId));
}

type FoundThread = { claimId: string; resolvedAt: string | null; authorId: string };

function findThread(db: Sqlite, id: string) {
  const thread = prepared<[string], FoundThread>(
    `SELECT "claimId", "resolvedAt", "authorId" FROM "Comment"
      WHERE "id" = ? AND "threadId" IS NULL`,
    db,
  ).get(id);
  if (!thread) return null;
  const replied = prepared<[string], { authorId: string }>(
    'SELECT DISTINCT "authorId" FROM "Comment" WHERE "threadId" = ?',
    db,
  ).all(id);
  return {
    ...thread,
    participants: [thread.authorId, ...replied.map(({ authorId }) => authorId)],
  };
}

/**
 * Resolves or reopens a thread, and notifies its participants.
 *
 * @returns false when there is no such thread, or nothing changes: nothing is recorded twice
 */
export async function recordResolution(
  threadId: string,
  isResolved: boolean,
  by: Actor & { readonly userId: string },
): Promise<boolean> {
  return writeAtOnce((db) => {
    const thread = findThread(db, threadId);
    if (!thread || (thread.resolvedAt !== null) === isResolved) return false;
    prepared<(string | number | null)[], never>(
      'UPDATE "Comment" SET "resolvedAt" = ?, "resolvedById" = ? WHERE "id" = ?',
      db,
    ).run(isResolved ? toCell(new Date()) : null, isResolved ? by.userId : null, threadId);
    const notifications = notificationsOfResolution({
      by: by.userId,
      isResolved,
      participants: thread.participants,
    });
    addNotifications(db, notificationsFor(listMentionable(db), notifications), {
      claimId: thread.claimId,
      causedById: by.userId,
      commentId: threadId,
    });
    recordEvents(db, by, [
      event(isResolved ? 'comment.resolved' : 'comment.reopened', threadId, {
        claimId: thread.claimId,
        before: { resolved: !isResolved },
        after: { resolved: isResolved },
      }),
    ]);
    return true;
  });
}
