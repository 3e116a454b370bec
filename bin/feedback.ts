import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { closeDatabase } from '#data/database/db';
import { eachFeedback } from '#data/reports/engine-feedback';
import { refuseOlder } from './database.mjs';
import { PROJECT, readSettings } from './settings.mjs';

/**
 * Writes what became of the suggestions of the engine, one JSON object a line.
 *
 * @returns how many lines were written
 * @throws Error with one sentence, when there is no desk or the file is there already
 */
export async function writeFeedback(
  out: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { databaseFile, databaseUrl } = readSettings(env);
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  refuseOlder(databaseFile, PROJECT);
  process.env.DATABASE_URL = databaseUrl;
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  await once(file, 'open');
  let lines = 0;
  for (const line of eachFeedback()) {
    lines++;
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  await closeDatabase();
  return lines;
}
