import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { v7 as uuidv7 } from 'uuid';
import { accountStore } from '#data/accounts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#domain/password';

const DAY = 24 * 60 * 60;

function open() {
  return betterAuth({
    appName: 'Plumbline',
    // Its own web addresses are not served: every form is a server action of the desk.
    baseURL: 'http://127.0.0.1',
    database: prismaAdapter(accountStore(), { provider: 'sqlite', transaction: true }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'viewer' },
        active: { type: 'boolean', input: false, defaultValue: true },
      },
    },
    session: { expiresIn: 14 * DAY, updateAge: DAY },
    databaseHooks: {
      user: {
        // The set-up link is the only way to an account until there are invitations.
        create: { before: async (user) => ({ data: { ...user, role: 'admin' } }) },
      },
    },
    advanced: {
      cookiePrefix: 'plumbline',
      // The desk is served over plain http on the machine itself; see DECISIONS.md, 9.
      useSecureCookies: false,
      database: { generateId: () => uuidv7() },
    },
    plugins: [nextCookies()],
  });
}

let opened: ReturnType<typeof open> | undefined;

/** The account library, opened when first needed: a build has no database. */
export function accounts() {
  opened ??= open();
  return opened;
}
