#!/usr/bin/env node
// Stands in for Prisma's schema engine where that cannot be downloaded: the same engine, which
// Prisma also ships as WebAssembly, behind the protocol that Prisma's command line speaks to the
// binary (JSON-RPC, one message a line). The history table, the checksums and the detection of
// drift are the engine's own. prisma.config.ts decides when it is used.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import Database from 'better-sqlite3';

/**
 * @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter} Adapter
 * @typedef {import('@prisma/schema-engine-wasm').MigrationList} MigrationList
 * @typedef {import('@prisma/schema-engine-wasm').SchemaFilter} SchemaFilter
 * @typedef {{ id: number, method?: string, params?: unknown }} Request
 */

// The command line reads every line of the error output as the engine's log, and stumbles over
// warnings of Node's own.
process.removeAllListeners('warning');

const { values, positionals } = parseArgs({
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
  allowPositionals: true,
});
const databaseFile = toFile(JSON.parse(values.datasource).url);

/** Whether the request at hand found the history table. */
let hasHistory = true;

loadEngine();
if (values.version) console.log(`schema-engine-cli ${bindings.version()}`);
else if (positionals[0] === 'cli') process.exitCode = runCommand(positionals[1]);
else await serve();

/**
 * @template {string | undefined} T
 * @param {T} address
 */
function toFile(address) {
  return address?.replace(/^file:/, '').replace(/\?.*$/, '');
}

/** Node 20 cannot import WebAssembly, so the engine is loaded and wired by hand. */
function loadEngine() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: stop } });
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const imports = /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (bindings));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': imports,
  });
  bindings.__wbg_set_wasm(exports);
  /** @type {() => void} */ (exports.__wbindgen_start)();
}

/**
 * What the command line asks before it starts the engine proper.
 *
 * @param {string | undefined} command
 * @returns {number} the exit code
 */
function runCommand(command) {
  if (databaseFile === undefined) return refuse('P1013', 'The database has no address.');
  switch (command) {
    case 'can-connect-to-database':
      return existsSync(databaseFile)
        ? 0
        : refuse('P1003', `Database \`${databaseFile}\` does not exist`);
    case 'create-database':
      mkdirSync(dirname(databaseFile), { recursive: true });
      // An empty file is an empty SQLite database.
      closeSync(openSync(databaseFile, 'a'));
      return 0;
    case 'drop-database':
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(databaseFile + suffix, { force: true });
      }
      return 0;
    default:
      return refuse('P0000', `The bridge knows no command "${command}".`);
  }
}

/**
 * Says no in the engine's log format.
 *
 * @param {string} code  one of Prisma's, on which the command line acts
 * @param {string} message
 */
function refuse(code, message) {
  // The command line reads from the second line on.
  log('INFO', 'schema_engine', { message: 'Starting the bridge' });
  log('ERROR', 'schema_engine::logger', { error_code: code, message });
  return 1;
}

/**
 * The engine cannot go on: it calls this when it would panic.
 *
 * @param {string} message
 */
function stop(message) {
  log('ERROR', 'schema_engine::logger', { message });
  process.exit(1);
}

/**
 * @param {string} level
 * @param {string} target
 * @param {{ message: string, error_code?: string }} fields
 */
function log(level, target, fields) {
  console.error(JSON.stringify({ level, target, fields }));
}

/** Answers requests, one after the other, until the command line closes the pipe or ends it. */
async function serve() {
  process.once('SIGTERM', () => process.exit());
  const engine = await bindings.SchemaEngine.new(
    { datamodels: values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory()),
  );
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { id, method, params } = /** @type {Request} */ (JSON.parse(line));
    // Without one it is the command line's thanks for something to print.
    if (method === undefined) continue;
    const outcome = await call(engine, method, params).then(
      (result) => ({ result: result ?? {} }),
      (/** @type {Error & { code?: string }} */ { message, code }) => ({
        error: { code: 4466, message, data: { is_panic: false, message, error_code: code } },
      }),
    );
    send({ id, ...outcome });
  }
}

/** @param {{ id: number, method?: string, params?: unknown, result?: unknown, error?: unknown }} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/**
 * Hands a request to the engine. The exceptions are where it differs from the binary, as of
 * 7.10.0.
 *
 * @param {bindings.SchemaEngine} engine
 * @param {string} method
 * @param {any} params
 */
async function call(engine, method, params) {
  switch (method) {
    case 'getDatabaseVersion':
      return engine.version(params);
    case 'dbExecute':
      return execute(params);
    case 'reset':
      return dropEverything();
    case 'diff': {
      const difference = await engine.diff(params);
      // The command line prints the messages that it is sent, and not the answer.
      send({ id: 0, method: 'print', params: { content: difference.stdout ?? '' } });
      return difference;
    }
    case 'diagnoseMigrationHistory': {
      hasHistory = true;
      const diagnosis = await engine.diagnoseMigrationHistory(params);
      return { ...diagnosis, hasMigrationsTable: hasHistory };
    }
    case 'evaluateDataLoss':
    case 'createMigration':
      await recallMigrations(engine, params);
  }
  const { [method]: run } = /** @type {Record<string, unknown>} */ (
    /** @type {unknown} */ (engine)
  );
  if (typeof run !== 'function') throw new Error(`The bridge knows no method "${method}".`);
  return run.call(engine, params);
}

/**
 * Comparing with the schema that the migrations make needs a shadow database, which this engine
 * opens in devDiagnostic only, and it forgets that schema whenever it applies a migration.
 *
 * @param {bindings.SchemaEngine} engine
 * @param {{ migrationsList: MigrationList, filters: SchemaFilter }} params
 */
async function recallMigrations(engine, { migrationsList, filters }) {
  await engine.devDiagnostic({ migrationsList, filters });
}

/**
 * The engine runs a script on its own connection only, and `db execute` starts it without one.
 *
 * @param {{ script: string, datasourceType: { tag: string, url?: string } }} params
 */
function execute({ script, datasourceType }) {
  const file = toFile(datasourceType.url) ?? databaseFile;
  if (file === undefined) throw new Error('The database has no address.');
  const database = new Database(file);
  database.exec(script);
  database.close();
}

/** The engine's own reset empties the tables and keeps them; the binary's removes them. */
function dropEverything() {
  const database = new Database(databaseFile);
  database.pragma('foreign_keys = OFF');
  // Virtual tables first: the tables of their own go with them, and cannot be dropped alone.
  const objects = database
    .prepare(
      `SELECT type, name FROM sqlite_schema
       WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
       ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC`,
    )
    .all();
  for (const { type, name } of /** @type {{ type: string, name: string }[]} */ (objects)) {
    database.exec(`DROP ${type} IF EXISTS "${name.replaceAll('"', '""')}"`);
  }
  database.exec('VACUUM');
  database.close();
}

/**
 * The driver adapter on the database; comparing two files needs none.
 *
 * @returns {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory}
 */
function adapterFactory() {
  const factory = new PrismaBetterSqlite3({ url: databaseFile ?? ':memory:' });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => allowNoHistory(closedAtEnd(await factory.connect())),
    connectToShadowDb: async () => allowScripts(closedAtEnd(await factory.connectToShadowDb())),
  };
}

/**
 * Closes what is open before the end, or SQLite's journal would stay beside the database.
 *
 * @param {Adapter} adapter
 */
function closedAtEnd(adapter) {
  process.once('exit', () => void adapter.dispose());
  return adapter;
}

/**
 * On a database without a history table the binary finds an empty history, where this engine
 * gives up with P1014: it is shown an empty history.
 *
 * @param {Adapter} adapter
 */
function allowNoHistory(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    try {
      return await queryRaw(query);
    } catch (error) {
      if (!(error instanceof DriverAdapterError)) throw error;
      const { cause } = error;
      if (cause.kind !== 'TableDoesNotExist' || cause.table !== '_prisma_migrations') throw error;
      hasHistory = false;
      return { columnNames: [], columnTypes: [], rows: [] };
    }
  };
  return adapter;
}

/**
 * The engine plays each migration into the shadow database as if it were one statement, which
 * better-sqlite3 refuses.
 *
 * @param {Adapter} adapter
 */
function allowScripts(adapter) {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}
