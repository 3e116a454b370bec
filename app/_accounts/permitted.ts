import { headers } from 'next/headers';
import { forbidden } from 'next/navigation';
import { reportSignedIn } from '#data/database/operation';
import { recordRefusedPermission } from '#data/people/refused-permissions';
import { isPermitted, type Permission } from '#domain/people/permission';
import { findSignedIn, type SignedIn, signedIn } from './signed-in';

/**
 * The person of this request, if they have the permission. A visitor who is not signed in is sent
 * to the sign-in page; a person without the permission gets the page that says so, with status 403,
 * and the rest of the request does not run.
 */
export async function permitted(permission: Permission): Promise<SignedIn> {
  const person = await signedIn();
  reportSignedIn(await headers(), person.id);
  if (!isPermitted(person.role, permission)) {
    await noteRefusal(person, permission);
    forbidden();
  }
  return person;
}

/** The same for an address that answers with data and not with a page: the answer to refuse with. */
export async function permittedOr(
  permission: Permission,
): Promise<{ by: SignedIn; refused: null } | { by: null; refused: Response }> {
  const by = await findSignedIn();
  if (!by) return { by: null, refused: refusal(401, 'Sign in first, then try again.') };
  reportSignedIn(await headers(), by.id);
  if (!isPermitted(by.role, permission)) {
    await noteRefusal(by, permission);
    return { by: null, refused: refusal(403, 'Your role at this desk does not allow this.') };
  }
  return { by, refused: null };
}

/** What cannot be written is refused all the same. */
const noteRefusal = ({ id }: SignedIn, permission: Permission): Promise<void> =>
  recordRefusedPermission(id, permission).catch((error: unknown) => {
    console.error(`A refused permission could not be recorded: ${error}`);
  });

const refusal = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
