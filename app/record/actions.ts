'use server';

import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordVerification } from '#data/record';

/** Verifies the record and shows what it came to. */
export async function verifyRecord(): Promise<null> {
  const by = await permitted('record.verify');
  const { head } = await recordVerification(toActor(by));
  // Another address than before, or the browser would only scroll.
  redirect(`/record?verified=${head.seq}#result`);
}
