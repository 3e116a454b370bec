import { AsyncLocalStorage } from 'node:async_hooks';

/** What somebody is signing in with just now. */
export type SignInWay =
  | { readonly by: 'password' }
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'recoveryCode' };

const ways = new AsyncLocalStorage<SignInWay>();

/**
 * Runs a step of signing in. The account library does not say why it starts a session, and the
 * record should: its writes in this work know the step they belong to.
 */
export const signingInWith = <Value>(way: SignInWay, work: () => Promise<Value>): Promise<Value> =>
  ways.run(way, work);

/** The step that a write belongs to, or null when nobody is signing in. */
export const signInWay = (): SignInWay | null => ways.getStore() ?? null;

/** A session was asked for that may not start: the person is deactivated, or the code was used. */
export class SessionRefused extends Error {}
