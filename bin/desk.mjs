import { createServer } from 'node:http';
import { findProcessWide } from '../app/_process/process-wide.mjs';
import { readBackupSettings } from './backup-settings.mjs';
import { buildPages } from './build.mjs';
import { generateClient } from './client.mjs';
import { forEverybody, keepFilesOwn, mendModes, refuseRootElsewhere } from './own-files.mjs';
import { installPackages } from './packages.mjs';
import { endOnRefusal } from './refusal.mjs';
import { readPreviousSecret } from './secret.mjs';
import { listen } from './serve.mjs';
import { PROJECT, readSettings } from './settings.mjs';
import { step } from './steps.mjs';

/** @typedef {ReturnType<typeof readSettings>} Settings */

// One Ctrl-C reaches this process twice, from the terminal and from npm.
const SAME_SIGNAL_MS = 500;

/** The folder of the desk of `npm run dev`, so that an experiment never touches the real desk. */
const DEVELOPMENT_DATA = 'data-dev';

/**
 * Everything that `npm start` does, from a fresh clone to a desk that answers; and `npm run dev`, whose
 * pages are built when they are asked for, and follow their sources.
 *
 * @param {{ isDevelopment?: boolean }} [how]
 */
export function startDesk({ isDevelopment = false } = {}) {
  return endOnRefusal(async () => {
    keepFilesOwn();
    if (isDevelopment) process.env.DATA_DIR ||= DEVELOPMENT_DATA;
    const settings = readSettings(process.env);
    refuseRootElsewhere(settings);
    const backups = { ...readBackupSettings(process.env), dataDir: settings.dataDir };
    // Files are read by processes of their own; their script is found from here.
    process.chdir(PROJECT);
    const closing = closeOnSignal();
    await forEverybody(() => installPackages(PROJECT));
    // These need packages.
    const database = await import('./database.mjs');
    const { explainLostSecret, readSecret, renewSetUpToken } = await import('./first-account.mjs');
    const { addSampleStory } = await import('./sample-story.mjs');
    const { hasRoom } = await import('./health.mjs');
    const { mendAnchor } = await import('./anchor.mjs');
    const { makeViews } = await import('./views.mjs');
    const { keepBackups } = await import('./keep-backups.mjs');
    const { openOperation, whileStarting } = await import('./operation.mjs');
    const { checkAfterUncleanStop, markRunning, refuseLostDatabase, unmarkRunning } = await import(
      './unclean-stop.mjs'
    );

    // What can be refused is refused before anything that takes its time.
    database.prepareFolders(settings);
    const unlock = database.lockDesk(settings);
    closeToOthers(settings);
    await checkAfterUncleanStop(settings);
    refuseLostDatabase(settings);
    const pending = database.findPendingMigrations(settings.databaseFile, PROJECT);
    const { server, open, watchWith } = await listenFirst(settings, whileStarting);
    const lost = process.env.BETTER_AUTH_SECRET ? null : explainLostSecret(settings);
    if (lost) console.log(lost);

    setEnvironment(settings, isDevelopment, readSecret);
    await forEverybody(() => generateClient(PROJECT));
    await database.applyMigrations(settings, pending, PROJECT);
    database.turnOnWriteAheadLog(settings.databaseFile);
    makeViews(settings.databaseFile, PROJECT);
    markRunning(settings.databaseFile);
    // It can wait for a start that finds room; people cannot.
    if (hasRoom(settings)) await addSampleStory(settings.databaseFile, PROJECT);
    await mendAnchor(settings, PROJECT);
    if (!isDevelopment) await forEverybody(() => buildPages(PROJECT));
    const setUpToken = renewSetUpToken(settings.databaseFile);
    const { app, upgrades } = await step('Starting', () =>
      prepareNext(settings.host, server.port, isDevelopment),
    );
    const operation = openOperation(settings, PROJECT, server);
    watchWith(operation.watch);
    open(app.getRequestHandler());
    if (isDevelopment) server.onUpgrade((...each) => upgrades.emit('upgrade', ...each));

    sayReady(settings, server, setUpToken);
    const scheduled = keepBackups(backups);
    // Next says there what a source that does not compile is about.
    if (!isDevelopment) operation.takeConsole();
    closing.work = async () => {
      await scheduled.stop();
      await server.close();
      await app.close();
      await stopWork();
      await closeConnections();
      operation.close();
      database.tidyUp(settings.databaseFile);
      unmarkRunning(settings.databaseFile);
      unlock();
    };
  });
}

/** @param {Settings} settings */
function closeToOthers(settings) {
  for (const path of mendModes(settings)) {
    console.log(
      `Other users of this machine can read ${path}. The file belongs to another user: only that user can change its permissions.`,
    );
  }
}

/**
 * The pages and their libraries read the settings from the environment.
 *
 * @param {Settings} settings
 * @param {boolean} isDevelopment
 * @param {(dataDir: string) => string} readSecret
 */
function setEnvironment(settings, isDevelopment, readSecret) {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: settings.databaseUrl,
    DATA_DIR: settings.dataDir,
    ANCHOR_FILE: settings.anchorFile,
    SESSION_IDLE_HOURS: String(settings.sessionIdleHours),
    SESSION_DAYS: String(settings.sessionDays),
    PUBLIC_URL: settings.publicUrl ?? '',
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || readSecret(settings.dataDir),
    BETTER_AUTH_SECRET_PREVIOUS: findPreviousSecret(settings.dataDir),
  });
}

/**
 * @param {Settings} settings
 * @param {{ address: string, local: string }} server
 * @param {string | null} setUpToken
 */
function sayReady({ publicUrl }, { address, local }, setUpToken) {
  const behind = publicUrl ? `, through a proxy that reaches the desk at ${local}` : '';
  console.log(`Plumbline is ready at ${address}${behind}`);
  if (setUpToken) console.log(`Create the first account at ${address}/set-up/${setUpToken}`);
}

/**
 * A change of the secret that was cut off: the desk opens with both, until it is carried through.
 *
 * @param {string} dataDir
 */
function findPreviousSecret(dataDir) {
  const { BETTER_AUTH_SECRET_PREVIOUS: previousSecrets } = process.env;
  if (previousSecrets) return previousSecrets;
  const previous = readPreviousSecret(dataDir);
  if (!previous) return '';
  console.log(
    'A change of the secret was interrupted: stop the desk and run npm run -s plumbline -- rotate-secret again.',
  );
  return previous;
}

/**
 * Takes the port at once, so that a taken port is reported before the pages are built.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./operation.mjs').Watch} whileStarting  sees requests until another does
 */
async function listenFirst(settings, whileStarting) {
  let watch = whileStarting;
  /** @type {(handler: import('./door.mjs').Handler) => void} */
  let open = () => {};
  const handler = new Promise((resolve) => {
    open = resolve;
  });
  const server = await listen(settings, handler, { watch: (...each) => watch(...each) });
  /** @param {import('./operation.mjs').Watch} next */
  const watchWith = (next) => {
    watch = next;
  };
  return { server, open, watchWith };
}

/**
 * The pages, in this process, by Next's public interface for a server of one's own.
 *
 * @param {string} host
 * @param {number} port
 * @param {boolean} dev
 */
async function prepareNext(host, port, dev) {
  const { default: next } = await import('next');
  // Next would take up upgrades of the server that it is given, and leave them open for ever: it gets
  // one that nobody reaches, but for hot reload in development.
  const upgrades = createServer();
  const app = next({ dev, dir: PROJECT, hostname: host, port, httpServer: upgrades });
  // Next would say how long it took to read its settings, in the middle of our line.
  const { log } = console;
  console.log = () => {};
  try {
    await app.prepare();
  } finally {
    console.log = log;
  }
  return { app, upgrades };
}

/** Puts back what is in hand, such as a page that is being fetched; instrumentation.ts leaves it here. */
async function stopWork() {
  const work = findProcessWide('work');
  await work?.stop();
}

/** Waits for what the pages are still writing; app/_data/database/db.ts leaves its connections here. */
async function closeConnections() {
  const connections = findProcessWide('connections');
  await connections?.close();
}

/**
 * Ctrl-C, and the system's own ways of ending a program: there may be work to do before the end,
 * which a second one does not wait for.
 */
function closeOnSignal() {
  /** @type {{ work: (() => Promise<void>) | null }} */
  const closing = { work: null };
  let askedAt = 0;
  const onSignal = async () => {
    const now = performance.now();
    if (askedAt > 0 && now - askedAt < SAME_SIGNAL_MS) return;
    if (askedAt > 0 || !closing.work) process.exit(130);
    askedAt = now;
    await closing.work();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) {
    // npm sends a signal to the shell between us, which dies and passes nothing on.
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && onSignal(), 500).unref();
  }
  return closing;
}
