import type { Metadata, Route } from 'next';
import { permitted } from '#accounts/permitted';
import {
  listNotifications,
  type Notification,
  type NotificationKey,
} from '#data/notices/notifications';
import { claimCode } from '#domain/claims/claim';
import { dayInWords } from '#domain/day';
import { NOTIFICATION_LABELS } from '#domain/review/labels';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { Time } from '#ui/time';
import { markAllRead } from './actions';
import './notifications.css';
import { withVisibleMarks } from '#domain/texts/plain-line';

export const metadata: Metadata = { title: 'Notifications' };

const PAGE_SIZE = 30;

export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const by = await permitted('account.own');
  const { unread, read } = await searchParams;
  const after = toKey(toId(unread), false) ?? toKey(toId(read), true);
  const { notifications, next } = await listNotifications(by.id, { after, size: PAGE_SIZE });
  const newest = notifications.find(({ readAt }) => readAt === null);
  return (
    <main id="main" className="narrow">
      <div className="page-head">
        <h1>Notifications</h1>
        {newest && (
          <form action={markAllRead}>
            <input type="hidden" name="upTo" value={newest.id} />
            <button type="submit" className="button small">
              Mark all as read
            </button>
          </form>
        )}
      </div>
      {notifications.length === 0 ? (
        <div className="empty">
          <h2>{after ? 'No more notifications' : 'No notifications yet'}</h2>
          <p>
            You get a notification when a claim is assigned to you, and when your claim changes its
            status, becomes overdue or needs a recheck. Editors get one when a claim waits for
            approval. You also get a notification when a person mentions you, or when your comment
            thread is answered, resolved or reopened.
          </p>
        </div>
      ) : (
        <ul className="notices">
          {notifications.map((notification) => (
            <NotificationItem key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
      <nav className="pages" aria-label="Pages">
        {after && <Link href="/notifications">Newest</Link>}
        {next && (
          <Link href={`/notifications?${next.isRead ? 'read' : 'unread'}=${next.id}` as Route}>
            Older
          </Link>
        )}
      </nav>
    </main>
  );
}

const toKey = (id: string | null, isRead: boolean): NotificationKey | null =>
  id === null ? null : { id, isRead };

function NotificationItem({ notification }: { notification: Notification }) {
  const { id, kind, at, readAt, causedBy, reason, claim, comment } = notification;
  const words = comment?.body ?? reason;
  const isUnread = readAt === null;
  return (
    <li className={isUnread ? 'notice-item unread' : 'notice-item'}>
      <p>
        {isUnread && <span className="unread-mark">Unread</span>}
        <strong>{causedBy ?? 'The desk'}</strong> {NOTIFICATION_LABELS[kind]}
        {kind === 'overdue' && claim.dueOn && `, ${dayInWords(claim.dueOn)}`}
        <span className="soft num">
          {' '}
          <Time at={at} />
        </span>
      </p>
      {words && <p className="notice-words">{withVisibleMarks(words)}</p>}
      {/* Opening it marks it as read, so it is sent and not fetched. */}
      <form action={`/notifications/${id}`} method="post">
        <button type="submit" className="notice-open">
          <span className="code">{claimCode(claim.number)}</span> {withVisibleMarks(claim.text)}
        </button>
      </form>
    </li>
  );
}
