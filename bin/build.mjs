import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { runInstalled, step } from './steps.mjs';

/** What `next build` reads. */
const SOURCES = [
  'app',
  'public',
  'prisma/schema',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the pages, where their sources changed since the last build.
 *
 * @param {string} project
 */
export async function buildPages(project) {
  if (pagesAreBuilt(project)) return;
  await step('Building the pages', () => build(project));
}

/** @param {string} project */
export function pagesAreBuilt(project) {
  const stamp = stampOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(project);
}

/**
 * @param {string} project
 * @throws {Refusal} with what `next build` said
 */
export async function build(project) {
  rmSync(stampOf(project), { force: true });
  const sources = hashOfSources(project);
  const { ok, output } = await runInstalled('next/dist/bin/next', ['build'], {
    project,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (!ok)
    throw new Refusal('The pages could not be built: read the error above.', { details: output });
  writeFileSync(stampOf(project), sources);
}

/** @param {string} project */
function stampOf(project) {
  return join(project, '.next', 'made-from');
}

/**
 * @param {string} project
 * @returns {string} differs when a source was changed, added, renamed or removed
 */
export function hashOfSources(project) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(project, source)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(project, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} project
 * @param {string} source  a file or a folder; tests are left out
 * @returns {string[]}  relative to the project, in an order that does not change
 */
function filesOf(project, source) {
  const stats = statSync(join(project, source), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(source) ? [] : [source];
  return readdirSync(join(project, source))
    .sort()
    .flatMap((name) => filesOf(project, `${source}/${name}`));
}
