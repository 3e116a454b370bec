import { existsSync } from 'node:fs';
import { closeDatabase } from '#data/database/db';
import { recordResetLink } from '#data/people/password-reset';
import { findPersonByEmail, type Person, recordTwoFactorOff } from '#data/people/people';
import { THE_DESK } from '#data/record/record-events';
import type { PersonRefusal } from '#domain/people/account-changes';
import type { Result } from '#domain/result';
import { LINK_HOURS } from '#domain/sign-in/one-time-link';
import { refuseOlder } from './database.mjs';
import { toAddress } from './serve.mjs';
import { PROJECT, readSettings } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

// For the case that nobody who could help can sign in: a person at the desk's machine has its
// database anyway. These changes are in the record, by the desk itself, with this reason.

type Env = Readonly<Record<string, string | undefined>>;

/** The person to let in, and the reason for the record. */
export type LetInRequest = { readonly email: string; readonly reason?: string | undefined };

/**
 * Makes a link with which a person chooses a new password, also while the desk runs.
 *
 * @returns the message to print, with the link at its end
 * @throws Error with one sentence, when there is no desk, no such account, or it is deactivated
 */
export async function makeResetLink(asked: LetInRequest, env: Env): Promise<string> {
  const { host, port, publicUrl } = readSettings(env);
  return withPerson(asked, env, async (person, reason) => {
    const token = accepted(await recordResetLink(person.id, reason, THE_DESK), person);
    return [
      `${person.name} can choose a new password with this link, once, within ${LINK_HOURS.passwordReset} hours.`,
      'The link ends all sessions of the account. If the desk has another address, put that address before /reset:',
      // Port 0 is any free one, which only the running desk knows.
      `${publicUrl ?? (port === 0 ? '' : toAddress(host, port))}/reset/${token}`,
    ].join('\n');
  });
}

/**
 * Turns a person's two-factor sign-in off, for a lost telephone, also while the desk runs.
 *
 * @returns one sentence that says so
 * @throws Error with one sentence, when there is no desk, no such account, or it is off already
 */
export async function turnTwoFactorOff(asked: LetInRequest, env: Env): Promise<string> {
  return withPerson(asked, env, async (person, reason) => {
    accepted(await recordTwoFactorOff(person.id, reason, THE_DESK), person);
    return `Two-factor sign-in is off for ${person.name}: this person now signs in with the password alone.`;
  });
}

async function withPerson(
  { email, reason }: LetInRequest,
  env: Env,
  act: (person: Person, reason: string) => Promise<string>,
): Promise<string> {
  const { databaseFile, databaseUrl, dataDir, anchorFile } = readSettings(env);
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  refuseUnready({ dataDir, databaseFile });
  refuseOlder(databaseFile, PROJECT);
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ANCHOR_FILE: anchorFile,
  });
  try {
    const person = await findPersonByEmail(email);
    if (!person) throw new Error(`No account has the email address ${email}.`);
    const why = reason?.trim() ? `: ${reason.trim()}` : '';
    return await act(person, `By a command at the desk’s machine${why}`);
  } finally {
    await closeDatabase();
  }
}

function accepted<Value>(
  answer: Result<Value, PersonRefusal | { readonly kind: 'unknown' }>,
  { name }: Person,
): Value {
  if (answer.ok) return answer.value;
  switch (answer.refusal.kind) {
    case 'inactive':
      throw new Error(
        `The account of ${name} is deactivated: an administrator can activate it again.`,
      );
    case 'twoFactorIsOff':
      throw new Error(`Two-factor sign-in is already off for ${name}.`);
    default:
      throw new Error(`The desk refused: ${answer.refusal.kind}.`);
  }
}
