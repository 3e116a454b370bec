import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '#data/events';
import { noteSessionUse } from '#data/sessions';
import { type Role, toRole } from '#domain/permission';
import { accounts } from './accounts';

/** Whoever is signed in. `by` is always this person, never what a form says. */
export type SignedIn = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly twoFactorEnabled: boolean;
  readonly sessionId: string;
};

/** The person behind this request, or null. Asked once a request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const session = await accounts().api.getSession({ headers: await headers() });
  if (!session?.user.active) return null;
  const { id, name, email, role, twoFactorEnabled } = session.user;
  await noteSessionUse(session.session.id, session.session.updatedAt);
  return {
    id,
    name,
    email,
    role: toRole(role),
    twoFactorEnabled: Boolean(twoFactorEnabled),
    sessionId: session.session.id,
  };
});

/** The person behind this request; everybody else is sent to sign in, and back here afterwards. */
export async function signedIn(): Promise<SignedIn> {
  const person = await findSignedIn();
  if (person) return person;
  const asked = (await headers()).get('x-plumbline-path') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(asked)}`);
}

/** The person behind this request, as the record names who did something. */
export const toActor = ({ id }: SignedIn): Actor & { userId: string } => ({
  userId: id,
  via: 'ui',
});
