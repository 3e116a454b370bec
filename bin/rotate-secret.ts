import { existsSync } from 'node:fs';
import { rotateSecret } from '#accounts/sealed';
import { closeDatabase } from '#data/database/db';
import { lockDesk, refuseOlder } from './database.mjs';
import { beginRotation, endRotation } from './secret.mjs';
import { PROJECT, readSettings } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Gives the desk another secret, while it does not run: all encrypted values are encrypted again,
 * and every session ends. If it is interrupted, nothing is lost, and the next run continues it.
 *
 * @returns the message to print
 * @throws Error with one sentence that says what to do
 */
export async function changeSecret(env: Env): Promise<string> {
  const settings = readSettings(env);
  const { databaseFile, databaseUrl, dataDir, anchorFile } = settings;
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  const given = findInEnvironment(env);
  const unlock = lockDesk(settings);
  try {
    refuseUnready(settings);
    refuseOlder(databaseFile, PROJECT);
    const { current, previous, end, advice } = given ?? beginInFile(dataDir);
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      ANCHOR_FILE: anchorFile,
    });
    const { renewed, lost, sessions } = await rotateSecret(current, previous);
    end();
    return [
      `The secret is changed: the two-factor sign-in of ${people(renewed)} is encrypted with the new one.`,
      `${sessions === 1 ? 'One session' : `${sessions} sessions`} ended: everybody must sign in again. ${advice}`,
      ...(lost > 0
        ? [
            `The two-factor sign-in of ${people(lost)} was encrypted with another secret: turn it off with two-factor-off, or restore that secret and run this command again.`,
          ]
        : []),
    ].join('\n');
  } finally {
    await closeDatabase();
    unlock();
  }
}

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);

/** The two secrets, and the steps that remain when everything is encrypted with the first. */
type Rotation = {
  readonly current: string;
  readonly previous: string;
  readonly end: () => void;
  readonly advice: string;
};

/** The secrets that the environment sets; null where the desk keeps its own in a file. */
function findInEnvironment({
  BETTER_AUTH_SECRET,
  BETTER_AUTH_SECRET_PREVIOUS,
}: Env): Rotation | null {
  if (!BETTER_AUTH_SECRET) return null;
  if (!BETTER_AUTH_SECRET_PREVIOUS || BETTER_AUTH_SECRET_PREVIOUS === BETTER_AUTH_SECRET) {
    throw new Error(
      'The secret is set by BETTER_AUTH_SECRET: set BETTER_AUTH_SECRET_PREVIOUS to this value, set BETTER_AUTH_SECRET to a new value of at least 32 characters, and run this command again with both.',
    );
  }
  return {
    current: BETTER_AUTH_SECRET,
    previous: BETTER_AUTH_SECRET_PREVIOUS,
    end: () => {},
    advice:
      'Start the desk with the new BETTER_AUTH_SECRET, and without BETTER_AUTH_SECRET_PREVIOUS.',
  };
}

function beginInFile(dataDir: string): Rotation {
  const begun = beginRotation(dataDir);
  if (!begun) {
    throw new Error(`There is no secret in ${dataDir}: run npm start once, which makes it.`);
  }
  const advice = 'Make a backup: earlier backups have the earlier secret.';
  return { ...begun, end: () => endRotation(dataDir), advice };
}
