import { v7 as uuidv7 } from 'uuid';
import {
  type NotificationDraft,
  type NotificationKind,
  UNREAD_COUNTED,
} from '#domain/review/notification';
import type { Prisma } from '#prisma/client';
import { insertMany } from '../database/bulk';
import { prepared, reader, type Sqlite, type Tx, writeEvenWhenFull } from '../database/db';

/** Adds these notifications for their people, inside the write that they are about. */
export function addNotifications(
  write: Tx | Sqlite,
  notifications: readonly NotificationDraft[],
  about: { claimId: string; causedById: string | null; commentId?: string },
): void {
  const at = new Date();
  insertMany(
    write,
    'Notification',
    notifications.map((notification) => ({
      id: uuidv7(),
      ...notification,
      commentId: null,
      ...about,
      at,
    })),
  );
}

/** Something one person should know, with what its list says of it. */
export type Notification = {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly causedBy: string | null;
  /** Why the claim came back; null for other kinds. */
  readonly reason: string | null;
  readonly claim: {
    readonly number: number;
    readonly text: string;
    readonly dueOn: string | null;
  };
  readonly comment: {
    readonly id: string;
    readonly body: string;
    /** For comments that are folded away. */
    readonly isResolved: boolean;
  } | null;
};

/** The last one of a page: what comes after it is the next page. */
export type NotificationKey = { readonly id: string; readonly isRead: boolean };

/**
 * A page of somebody's notifications: unread before read, the newest of each first.
 *
 * @param userId  the person: nobody gets the notifications of another
 * @returns also the start of the next page, or null at the end
 */
export async function listNotifications(
  userId: string,
  { after, size }: { after: NotificationKey | null; size: number },
): Promise<{ notifications: Notification[]; next: NotificationKey | null }> {
  const take = size + 1;
  const part = (where: Prisma.NotificationWhereInput, most: number) =>
    reader().notification.findMany({
      where: { userId, ...where },
      orderBy: { id: 'desc' },
      take: most,
      select: notificationSelect,
    });
  const from = after && { id: { lt: after.id } };
  const unread = after?.isRead ? [] : await part({ readAt: null, ...from }, take);
  const read =
    unread.length === take
      ? []
      : await part({ readAt: { not: null }, ...(after?.isRead && from) }, take - unread.length);
  const rows = await toNotifications([...unread, ...read]);
  const last = rows.length > size ? rows[size - 1] : null;
  return {
    notifications: rows.slice(0, size),
    next: last ? { id: last.id, isRead: last.readAt !== null } : null,
  };
}

/** What a claim comes back by. */
const BACK: Partial<Record<NotificationKind, readonly string[]>> = {
  returned: ['claim.returned'],
  reopened: ['claim.reopened', 'claim.corrected', 'claim.withdrawn'],
};

const notificationSelect = {
  id: true,
  claimId: true,
  kind: true,
  at: true,
  readAt: true,
  causedBy: { select: { name: true } },
  claim: { select: { number: true, text: true, dueOn: true } },
  comment: {
    select: {
      id: true,
      body: true,
      resolvedAt: true,
      thread: { select: { resolvedAt: true } },
    },
  },
} satisfies Prisma.NotificationSelect;

type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationSelect }>;

async function toNotifications(rows: readonly NotificationRow[]): Promise<Notification[]> {
  const back = rows.filter(({ kind }) => BACK[kind]);
  const events =
    back.length === 0
      ? []
      : await reader().event.findMany({
          where: {
            claimId: { in: back.map(({ claimId }) => claimId) },
            action: { in: Object.values(BACK).flat() },
          },
          orderBy: { seq: 'desc' },
          select: { claimId: true, action: true, at: true, reason: true },
        });
  return rows.map((row) => {
    // A notice is left after the event of its step, in one write: that is the last one before it.
    const event = events.find(
      ({ claimId, action, at }) =>
        claimId === row.claimId && BACK[row.kind]?.includes(action) && at <= row.at,
    );
    return toNotification(row, event?.reason ?? null);
  });
}

function toNotification(
  { causedBy, claimId: _, comment, ...row }: NotificationRow,
  reason: string | null,
): Notification {
  return {
    ...row,
    reason,
    causedBy: causedBy?.name ?? null,
    comment: comment && {
      id: comment.id,
      body: comment.body,
      isResolved: (comment.thread ?? comment).resolvedAt !== null,
    },
  };
}

/** How many notifications somebody has not read, counted up to one more than UNREAD_COUNTED. */
export const countUnread = (userId: string): number =>
  prepared<[string], number>(
    `SELECT count(*) FROM (SELECT 1 FROM "Notification" WHERE "userId" = ? AND "readAt" IS NULL
      LIMIT ${UNREAD_COUNTED + 1})`,
  )
    .pluck()
    .get(userId) ?? 0;

/** One of somebody's notifications; null when it is not theirs. */
export async function findNotification(id: string, userId: string): Promise<Notification | null> {
  const row = await reader().notification.findUnique({
    where: { id, userId },
    select: notificationSelect,
  });
  return row && ((await toNotifications([row]))[0] ?? null);
}

/** Notes that somebody opened one of their notifications. @returns it, or null when it is not theirs */
export async function recordOpened(id: string, userId: string): Promise<Notification | null> {
  const opened = await findNotification(id, userId);
  if (opened?.readAt === null) await markRead({ id, userId });
  return opened;
}

/** Marks what somebody has seen of their list as read. What came since then stays unread. */
export const recordAllRead = (userId: string, upTo: string): Promise<void> =>
  markRead({ userId, id: { lte: upTo } });

async function markRead(where: Prisma.NotificationWhereInput): Promise<void> {
  await writeEvenWhenFull((tx) =>
    tx.notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: new Date() } }),
  );
}
