import { headers } from 'next/headers';
import { accounts } from './accounts';
import { findKept, keep } from './kept';
import { withPassword } from './password';
import { orRefused } from './sign-in';
import type { SignedIn } from './signed-in';

type Asked = Awaited<ReturnType<typeof withPassword>>;

/** Begins to turn two-factor sign-in on: a secret for the app, which a code has to confirm. */
export const beginTwoFactor = (person: SignedIn, password: string): Promise<Asked> =>
  withPassword(person, async () => {
    const begun = await orRefused(async () =>
      accounts().api.enableTwoFactor({ body: { password }, headers: await headers() }),
    );
    if (!begun) return false;
    if (begun.method === 'totp') {
      await keep(person.id, { address: begun.totpURI, codes: begun.backupCodes });
    }
    return true;
  });

/** Turns it on, if the app shows this code. */
export async function confirmTwoFactor({ id }: SignedIn, code: string): Promise<boolean> {
  const kept = await findKept(id);
  const confirmed = await orRefused(async () =>
    accounts().api.verifyTOTP({ body: { code }, headers: await headers() }),
  );
  if (!confirmed) return false;
  // The secret is in the app now, and is shown no more.
  if (kept) await keep(id, { ...kept, address: null });
  return true;
}

/** Turns it off. */
export const endTwoFactor = (person: SignedIn, password: string): Promise<Asked> =>
  withPassword(person, async () => {
    const ended = await orRefused(async () =>
      accounts().api.disableTwoFactor({ body: { password }, headers: await headers() }),
    );
    return ended !== null;
  });

/** Makes new recovery codes; the ones before work no more. */
export const renewRecoveryCodes = (person: SignedIn, password: string): Promise<Asked> =>
  withPassword(person, async () => {
    const made = await orRefused(async () =>
      accounts().api.generateBackupCodes({ body: { password }, headers: await headers() }),
    );
    if (made) await keep(person.id, { address: null, codes: made.backupCodes });
    return made !== null;
  });
