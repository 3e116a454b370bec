import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runInstalled, step } from './steps.mjs';

/**
 * Generates the database client, where the schema or Prisma changed since the last time.
 *
 * @param {string} project
 */
export async function generateClient(project) {
  const stamp = join(project, 'prisma', 'generated', 'made-from');
  const sources = hashOfSources(project);
  if (readIfThere(stamp) === sources) return;
  await step('Generating the database client', async () => {
    const { ok, output } = await runPrisma(['generate'], { project });
    if (!ok) {
      throw new Refusal('Prisma could not generate the database client: read the error above.', {
        details: output,
      });
    }
    writeFileSync(stamp, sources);
  });
}

/**
 * Prisma's command line; it reports to nobody.
 *
 * @param {readonly string[]} args
 * @param {{ project: string, env?: import('./steps.mjs').Environment }} options
 */
export function runPrisma(args, { project, env = {} }) {
  return runInstalled('prisma/build/index.js', args, {
    project,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...env },
  });
}

/** @param {string} project */
function hashOfSources(project) {
  const { version } = createRequire(join(project, 'package.json'))('prisma/package.json');
  const hash = createHash('sha256').update(version);
  const folder = join(project, 'prisma', 'schema');
  for (const name of readdirSync(folder).sort()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
