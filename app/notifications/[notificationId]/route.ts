import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { permitted } from '#accounts/permitted';
import { findNotification } from '#data/notifications';
import { toId } from '#forms/address';
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
