import { headers } from 'next/headers';
import { takeCode } from '#data/sign-in/used-codes';
import { accept, type Result, refuse } from '#domain/result';
import type { TypedCode } from '#domain/sign-in/two-factor';
import { accounts } from './accounts';
import { findClient } from './client';
import { type PasswordRefusal, withPassword } from './password';
import { isSealed } from './sealed';
import { orRefused } from './sign-in';
import type { SignedIn } from './signed-in';
import { withTry } from './tries';
import { findTwoFactorSetup, storeTwoFactorSetup } from './two-factor-setup';

type Asked = Awaited<ReturnType<typeof withPassword>>;

/** Begins to turn two-factor sign-in on: a secret for the app, which a code has to confirm. */
export const beginSetup = (person: SignedIn, password: string): Promise<Asked> =>
  withPassword(person, async () => {
    const begun = await orRefused(async () =>
      accounts().api.enableTwoFactor({ body: { password }, headers: await headers() }),
    );
    if (!begun) return false;
    if (begun.method === 'totp') {
      await storeTwoFactorSetup(person.id, { address: begun.totpURI, codes: begun.backupCodes });
    }
    return true;
  });

/** Turns it on, if the app shows this code. */
export async function confirmSetup({ id }: SignedIn, code: string): Promise<boolean> {
  const setup = await findTwoFactorSetup(id);
  // One that was begun with another secret of the desk is begun again.
  if (await isSealed(id)) return false;
  const confirmed = await orRefused(async () =>
    accounts().api.verifyTOTP({ body: { code }, headers: await headers() }),
  );
  if (!confirmed) return false;
  // The secret is in the app now, and is shown no more.
  if (setup) await storeTwoFactorSetup(id, { ...setup, address: null });
  return true;
}

export type OffRefusal =
  | PasswordRefusal
  | { readonly kind: 'wrongCode' }
  /** It signed somebody in already. */
  | { readonly kind: 'usedCode' }
  | { readonly kind: 'sealed' };

/**
 * Turns it off, for a person with the password and a code: a stolen password, at a browser that was
 * left open, must not be enough to remove the protection against stolen passwords.
 */
export async function endSetup(
  person: SignedIn,
  password: string,
  typed: TypedCode,
): Promise<Result<true, OffRefusal>> {
  return withTry({ email: person.email, client: await findClient() }, async () => {
    return turnOff(person, await headers(), password, typed);
  });
}

/** The same without the limit on tries. */
export async function turnOff(
  { id }: { readonly id: string },
  asked: Headers,
  password: string,
  { kind, code }: TypedCode,
): Promise<Result<true, OffRefusal>> {
  const { api } = accounts();
  // The password is checked first, or a person without it could use up a recovery code.
  const isRight = await orRefused(() => api.verifyPassword({ body: { password }, headers: asked }));
  if (!isRight) return refuse({ kind: 'wrong' });
  if (await isSealed(id)) return refuse({ kind: 'sealed' });
  const given = { body: { code, disableSession: true }, headers: asked };
  const isCode = await orRefused<unknown>(() =>
    kind === 'code' ? api.verifyTOTP(given) : api.verifyBackupCode(given),
  );
  if (!isCode) return refuse({ kind: 'wrongCode' });
  // The library uses a recovery code up itself.
  if (kind === 'code' && !(await takeCode(id, code))) return refuse({ kind: 'usedCode' });
  const ended = await orRefused(() => api.disableTwoFactor({ body: { password }, headers: asked }));
  return ended ? accept(true) : refuse({ kind: 'wrong' });
}

/** Makes new recovery codes; the ones before work no more. */
export const renewRecoveryCodes = (person: SignedIn, password: string): Promise<Asked> =>
  withPassword(person, async () => {
    const made = await orRefused(async () =>
      accounts().api.generateBackupCodes({ body: { password }, headers: await headers() }),
    );
    if (made) await storeTwoFactorSetup(person.id, { address: null, codes: made.backupCodes });
    return made !== null;
  });
