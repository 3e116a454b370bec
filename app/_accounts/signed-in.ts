import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Reviewer } from '#data/review/take-step';
import { noteSessionUse } from '#data/sign-in/sessions';
import { type Role, toRole } from '#domain/people/permission';
import { findSession } from './session-cookie';

/** The person who is signed in. `by` is always this person, never a value of a form. */
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
  const session = findSession((await headers()).get('cookie'));
  if (!session) return null;
  // Nobody waits for it, and a failure of it does not stop the page.
  noteSessionUse(session).catch((error: unknown) => {
    console.error(`The use of a session could not be kept: ${error}`);
  });
  const { person, id } = session;
  return { ...person, role: toRole(person.role), sessionId: id };
});

/** The person behind this request; everybody else is sent to sign in, and back here afterwards. */
export async function signedIn(): Promise<SignedIn> {
  const person = await findSignedIn();
  if (person) return person;
  const asked = (await headers()).get('x-plumbline-path') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(asked)}`);
}

/** The person behind this request, as the record and the review name who did something. */
export const toActor = ({ id, role }: SignedIn, via: 'ui' | 'api' = 'ui'): Reviewer => ({
  userId: id,
  role,
  via,
});
