import type { Route } from 'next';
import type { Notification } from '#data/notices/notifications';
import { claimCode } from '#domain/claims/claim';

/** What a notification is about: a claim, or a comment on its page. */
export function addressOf({ claim, comment }: Notification): Route {
  const page = `/claims/${claimCode(claim.number)}`;
  if (!comment) return page as Route;
  return `${page}${comment.isResolved ? '?comments=all' : ''}#comment-${comment.id}` as Route;
}
