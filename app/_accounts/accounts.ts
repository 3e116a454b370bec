import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { v7 as uuidv7 } from 'uuid';
import { outsideRequests } from '#data/database/outside-requests';
import { accountStore } from '#data/people/accounts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#domain/sign-in/password';
import { toSessionLimits } from '#domain/sign-in/session-limits';
import { WRONG_CODES, WRONG_CODES_WAIT_MINUTES } from '#domain/sign-in/two-factor';
import { CLIENT_HEADER } from './client';
import { CHALLENGE_COOKIE, COOKIE_PREFIX, IS_HTTPS, SESSION_COOKIE } from './cookies';
import { hashPassword, verifyPassword } from './password-hash';
import { secretsOfAccounts } from './secrets';

function open() {
  return betterAuth({
    appName: 'Plumbline',
    ...secretsOfAccounts(),
    // Its own web addresses are not served: every form is a server action of the desk.
    baseURL: 'http://127.0.0.1',
    database: prismaAdapter(accountStore(), { provider: 'sqlite', transaction: true }),
    emailAndPassword: {
      enabled: true,
      // Accounts are made by links of the desk: see _data/people/first-account and _data/people/invitations.
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'viewer' },
        active: { type: 'boolean', input: false, defaultValue: true },
      },
    },
    session: {
      fields: { token: 'tokenSha256' },
      // The cookie may stay as long as any session does. When one ends is for #data/sessions to say.
      expiresIn: toSessionLimits(process.env).longestMs / 1000,
      disableSessionRefresh: true,
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      cookies: {
        session_token: { name: SESSION_COOKIE },
        two_factor: { name: CHALLENGE_COOKIE },
      },
      // The library would put a weaker prefix before the names.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: IS_HTTPS },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      database: { generateId: () => uuidv7() },
    },
    // Wrong passwords are everyday, and the record has them: nothing for the terminal.
    logger: { level: 'error' },
    plugins: [
      twoFactor({
        issuer: 'Plumbline',
        accountLockout: {
          maxFailedAttempts: WRONG_CODES,
          durationSeconds: WRONG_CODES_WAIT_MINUTES * 60,
        },
      }),
      nextCookies(),
    ],
  });
}

let opened: ReturnType<typeof open> | undefined;

/** The account library, opened when first needed: a build has no database. */
export function accounts() {
  opened ??= outsideRequests(open);
  return opened;
}

/** Opens it again on the next use, with the settings of that time. */
export function reopenAccounts(): void {
  opened = undefined;
}
