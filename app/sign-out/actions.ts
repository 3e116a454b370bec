'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';

export async function signOut(): Promise<void> {
  await accounts().api.signOut({ headers: await headers() });
  redirect('/sign-in');
}
