import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateClient } from '../bin/client.mjs';
import {
  applyMigrations,
  findPendingMigrations,
  lockDesk,
  prepareFolders,
  turnOnWriteAheadLog,
} from '../bin/database.mjs';
import { endOnRefusal, Refusal } from '../bin/refusal.mjs';
import { PROJECT, readSettings } from '../bin/settings.mjs';
import { step } from '../bin/steps.mjs';

export const MANY_CLAIMS = 100_000;

/**
 * Makes a desk with many claims: `npx tsx bench/make-claims.ts --data data/many [--claims 100000]`.
 * The same claims at every run, for speed only: who signs in is in bench/newsroom/fill.ts.
 *
 * @param dataDir  a folder without a desk in it; it becomes what DATA_DIR names
 */
export async function makeClaims(dataDir: string, claims: number): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir });
  if (!Number.isInteger(claims) || claims < 1) {
    throw new Refusal('The number of claims must be a whole number from 1.');
  }
  if (existsSync(settings.databaseFile)) {
    throw new Refusal(`There is a desk in ${settings.dataDir} already: name another folder.`);
  }
  prepareFolders(settings);
  const unlock = lockDesk(settings);
  await generateClient(PROJECT);
  const pending = findPendingMigrations(settings.databaseFile, PROJECT);
  await applyMigrations(settings, pending, PROJECT);
  turnOnWriteAheadLog(settings.databaseFile);
  await step(`Making ${claims.toLocaleString('en')} claims`, async () => {
    // Needs the generated client.
    const { fillDesk } = await import('./newsroom/fill');
    await fillDesk(settings, claims);
  });
  unlock();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await endOnRefusal(async () => {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        claims: { type: 'string', default: String(MANY_CLAIMS) },
      },
    });
    if (!values.data) throw new Refusal('Name the folder to make the desk in, with --data.');
    await makeClaims(values.data, Number(values.claims));
  });
}
