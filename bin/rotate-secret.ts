import { existsSync } from 'node:fs';
import { rotateSecret } from '#accounts/sealed';
import { closeDatabase } from '#data/db';
import { findPendingMigrations, lockDesk } from './database.mjs';
import { beginRotation, endRotation } from './secret.mjs';
import { PROJECT, readSettings } from './settings.mjs';

/**
 * Gives the desk another secret, while it does not run: what is encrypted with the one before is
 * encrypted anew, and every session ends. Cut off, it loses nothing, and is taken up by the next run.
 *
 * @returns what to tell whoever asked
 * @throws Error with one sentence that says what to do
 */
export async function changeSecret(env: Readonly<Record<string, string | undefined>>) {
  const settings = readSettings(env);
  const { databaseFile, databaseUrl, dataDir, anchorFile } = settings;
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  const unlock = lockDesk(settings);
  try {
    if (findPendingMigrations(databaseFile, PROJECT).length > 0) {
      throw new Error(
        'The database is of an older Plumbline: run npm start once, then this again.',
      );
    }
    const { current, previous, end, then } = findSecrets(env, dataDir);
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ANCHOR_FILE: anchorFile,
    });
    const { renewed, lost, sessions } = await rotateSecret(current, previous);
    end();
    return [
      `The secret is changed: the two-factor sign-in of ${people(renewed)} is encrypted with the new one.`,
      `${sessions === 1 ? 'One session' : `${sessions} sessions`} ended: everybody signs in again. ${then}`,
      ...(lost > 0
        ? [
            `That of ${people(lost)} was encrypted with a secret that is not here: turn it off with two-factor-off, or put that secret back and run this again.`,
          ]
        : []),
    ].join('\n');
  } finally {
    await closeDatabase();
    unlock();
  }
}

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);

function findSecrets(env: Readonly<Record<string, string | undefined>>, dataDir: string) {
  const { BETTER_AUTH_SECRET: current, BETTER_AUTH_SECRET_PREVIOUS: previous } = env;
  if (current) {
    if (!previous || previous === current) {
      throw new Error(
        'The secret is set by BETTER_AUTH_SECRET: give BETTER_AUTH_SECRET_PREVIOUS that value, BETTER_AUTH_SECRET a new one of at least 32 characters, and run this again with both.',
      );
    }
    const then = 'Start the desk with the new BETTER_AUTH_SECRET, and without the one before.';
    return { current, previous, end: () => {}, then };
  }
  const begun = beginRotation(dataDir);
  if (!begun) {
    throw new Error(`There is no secret in ${dataDir}: run npm start once, which makes it.`);
  }
  const then = 'Make a backup: those from before have the secret from before.';
  return { ...begun, end: () => endRotation(dataDir), then };
}
