import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { defineConfig } from 'prisma/config';
import { PROJECT, readSettings } from './bin/settings.mjs';

// The command line reads this file before it looks for its engine.
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY && !(await hasOwnEngine())) chooseBridge();
// What Node warns of before the bridge can stop it would be taken for the engine's log. The caller
// may have chosen the bridge already.
if (process.env.PRISMA_SCHEMA_ENGINE_BINARY?.endsWith('schema-engine.mjs')) {
  process.env.NODE_NO_WARNINGS = '1';
}

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: readSettings(process.env).databaseUrl },
  // FTS5 stores a virtual table in five tables of its own, and four if it has no text. Prisma can describe
  // none of them, and would take them for drift.
  experimental: { externalTables: true },
  tables: {
    external: [
      ...['claim_words', 'party_names', 'search_words'].flatMap((name) =>
        ['', '_data', '_idx', '_content', '_docsize', '_config'].map(
          (suffix) => `${name}${suffix}`,
        ),
      ),
      'search_entries',
    ],
  },
});

/**
 * Whether Prisma's own engine is here, or can be downloaded as Prisma is about to.
 *
 * On Windows it has to be: a script cannot stand in for a program there, and Prisma's message
 * about the download is better than none.
 */
async function hasOwnEngine(): Promise<boolean> {
  if (process.platform === 'win32') return true;
  // What prisma itself depends on is looked up from where prisma is.
  const ofPrisma = createRequire(createRequire(import.meta.url).resolve('prisma/package.json'));
  const { getEnginesPath, enginesVersion } = ofPrisma('@prisma/engines');
  const ofEngines = createRequire(ofPrisma.resolve('@prisma/engines'));
  const target = await ofEngines('@prisma/get-platform').getBinaryTargetForCurrentPlatform();
  if (existsSync(join(getEnginesPath(), `schema-engine-${target}`))) return true;

  const mirror = process.env.PRISMA_ENGINES_MIRROR || 'https://binaries.prisma.sh';
  const address = `${mirror}/all_commits/${enginesVersion}/${target}/schema-engine.gz.sha256`;
  return isThere(address, ofEngines('@prisma/fetch-engine').getProxyAgent(address));
}

/** Requests the head of a file. Without an answer in three seconds the bridge is used. */
function isThere(address: string, agent: http.Agent | undefined): Promise<boolean> {
  const { request } = address.startsWith('https:') ? https : http;
  return new Promise((decide) => {
    const asked = request(address, {
      method: 'HEAD',
      signal: AbortSignal.timeout(3_000),
      ...(agent && { agent }),
    });
    asked.on('response', ({ statusCode }) => {
      decide(statusCode === 200);
      asked.destroy();
    });
    asked.on('error', () => decide(false));
    asked.end();
  });
}

function chooseBridge(): void {
  const bridge = join(PROJECT, 'prisma', 'schema-engine.mjs');
  // A copy made by unpacking an archive may have lost the permission to execute; a folder that only
  // may be read has to have it.
  if (!isExecutable(bridge)) chmodSync(bridge, 0o755);
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = bridge;
  // Its first line asks for `node`: the one that runs this.
  process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
