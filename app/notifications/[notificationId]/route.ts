import { notFound, redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { permitted } from '#accounts/permitted';
import { recordOpened } from '#data/notifications';
import { claimCode } from '#domain/claim';
import { toId } from '#forms/address';

/** Opens what a notification is about, and marks it as read. */
export async function GET(
  _request: NextRequest,
  { params }: RouteContext<'/notifications/[notificationId]'>,
) {
  const by = await permitted('account.own');
  const id = toId((await params).notificationId);
  const opened = id && (await recordOpened(id, by.id));
  if (!opened) notFound();
  const page = `/claims/${claimCode(opened.claim.number)}` as const;
  const { comment } = opened;
  if (!comment) redirect(page);
  redirect(`${page}${comment.isResolved ? '?comments=all' : ''}#comment-${comment.id}`);
}
