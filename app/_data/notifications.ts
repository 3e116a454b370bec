import { v7 as uuidv7 } from 'uuid';
import type { Notice } from '#domain/notification';
import type { Tx } from './db';

/** Leaves these notices for their people, inside the write that they tell of. */
export async function addNotices(
  tx: Tx,
  notices: readonly Notice[],
  about: { claimId: string; causedById: string | null; commentId?: string | null },
): Promise<void> {
  if (notices.length === 0) return;
  const at = new Date();
  await tx.notification.createMany({
    data: notices.map((notice) => ({ id: uuidv7(), ...notice, ...about, at })),
  });
}
