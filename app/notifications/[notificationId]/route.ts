import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { permitted, permittedOr } from '#accounts/permitted';
import { findNotification, recordOpened } from '#data/notices/notifications';
import { toId } from '#http/query';
import { addressOf } from '../address';

/** Leads to what a notification is about. It changes nothing: a browser may fetch it by itself. */
export async function GET(
  _request: NextRequest,
  { params }: RouteContext<'/notifications/[notificationId]'>,
) {
  const by = await permitted('account.own');
  const id = toId((await params).notificationId);
  const notification = id && (await findNotification(id, by.id));
  if (!notification) notFound();
  redirect(addressOf(notification));
}

/**
 * Opens what a notification is about, and marks it as read. It is sent by a form and answered by the
 * server, so that the browser itself goes to the comment and shows it as the one that is meant.
 */
export async function POST(
  _request: NextRequest,
  { params }: RouteContext<'/notifications/[notificationId]'>,
): Promise<Response> {
  const { by, refused } = await permittedOr('account.own');
  if (refused) return refused;
  const id = toId((await params).notificationId);
  const opened = id && (await recordOpened(id, by.id));
  // One of somebody else's, or none at all: the list shows what there is.
  const location = opened ? addressOf(opened) : '/notifications';
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
