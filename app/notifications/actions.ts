'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { recordAllRead, recordOpened } from '#data/notifications';
import { toId } from '#forms/address';
import { addressOf } from './address';

/** Opens what a notification is about, and marks it as read. */
export async function open(formData: FormData): Promise<void> {
  const by = await permitted('account.own');
  const id = toId(String(formData.get('notification') ?? ''));
  const opened = id && (await recordOpened(id, by.id));
  if (!opened) notFound();
  redirect(addressOf(opened));
}

/** Marks what the list showed as read; what came since then stays unread. */
export async function markAllRead(formData: FormData): Promise<void> {
  const by = await permitted('account.own');
  const upTo = toId(String(formData.get('upTo') ?? ''));
  if (upTo) await recordAllRead(by.id, upTo);
  revalidatePath('/', 'layout');
}
