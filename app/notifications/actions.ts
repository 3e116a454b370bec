'use server';

import { revalidatePath } from 'next/cache';
import { permitted } from '#accounts/permitted';
import { recordAllRead } from '#data/notices/notifications';
import { pressed } from '#forms/pressed';
import { toId } from '#http/query';

/** Marks what the list showed as read; what came since then stays unread. */
export const markAllRead = pressed(async function markAllRead(formData: FormData) {
  const by = await permitted('account.own');
  const upTo = toId(String(formData.get('upTo') ?? ''));
  if (upTo) await recordAllRead(by.id, upTo);
  revalidatePath('/', 'layout');
});
