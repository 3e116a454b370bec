import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { saveSetting } from './first-account.mjs';
import { Refusal } from './refusal.mjs';
import { run, step } from './steps.mjs';

/**
 * Gives an empty desk the sample story, once: who removes it does not get it back.
 *
 * @param {string} databaseFile
 * @param {string} project
 */
export async function addSampleStory(databaseFile, project) {
  const script = join('seeds', 'index.ts');
  if (!existsSync(join(project, script)) || !isUntouched(databaseFile)) return;
  await step('Reading the sample story', async () => {
    const { ok, output } = await run(process.execPath, ['--import', 'tsx', script], {
      cwd: project,
    });
    if (!ok) {
      throw new Refusal('The sample story could not be read: read the error above.', {
        details: output,
      });
    }
  });
  const database = new Database(databaseFile, { timeout: 2_000 });
  saveSetting(database, 'sampleStoryReadAt', new Date().toISOString());
  database.close();
}

/** @param {string} databaseFile */
function isUntouched(databaseFile) {
  const database = new Database(databaseFile, { fileMustExist: true, timeout: 2_000 });
  try {
    const seeded = database.prepare('SELECT 1 FROM "Setting" WHERE key = ?');
    const documents = database.prepare('SELECT 1 FROM "Document" LIMIT 1');
    return !seeded.get('sampleStoryReadAt') && !documents.get();
  } finally {
    database.close();
  }
}
