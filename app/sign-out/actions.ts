'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { accounts } from '#accounts/accounts';
import { pressed } from '#forms/pressed';

export const signOut = pressed(async function signOut() {
  await accounts().api.signOut({ headers: await headers() });
  redirect('/sign-in');
});
