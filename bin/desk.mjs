import { buildPages } from './build.mjs';
import { generateClient } from './client.mjs';
import { installPackages } from './packages.mjs';
import { endOnRefusal } from './refusal.mjs';
import { listen } from './serve.mjs';
import { PROJECT, readSettings } from './settings.mjs';
import { step } from './steps.mjs';

// One Ctrl-C reaches this process twice, from the terminal and from npm.
const SAME_SIGNAL_MS = 500;

/** Everything that `npm start` does, from a fresh clone to a desk that answers. */
export function startDesk() {
  return endOnRefusal(async () => {
    const settings = readSettings(process.env);
    // Files are read by processes of their own, whose script is found from here.
    process.chdir(PROJECT);
    const closing = closeOnSignal();
    await installPackages(PROJECT);
    // These need packages.
    const database = await import('./database.mjs');
    const { readSecret, renewSetUpToken } = await import('./first-account.mjs');
    const { addSampleStory } = await import('./sample-story.mjs');
    const { mendAnchor } = await import('./anchor.mjs');
    const { makeViews } = await import('./views.mjs');

    // What can be refused is refused before anything that takes its time.
    database.prepareFolders(settings);
    const unlock = database.lockDesk(settings);
    const pending = database.findPendingMigrations(settings.databaseFile, PROJECT);
    const { server, open } = await listenFirst(settings);

    Object.assign(process.env, {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: settings.dataDir,
      ANCHOR_FILE: settings.anchorFile,
      BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || readSecret(settings.dataDir),
    });
    await generateClient(PROJECT);
    await database.applyMigrations(settings, pending, PROJECT);
    database.turnOnWriteAheadLog(settings.databaseFile);
    makeViews(settings.databaseFile, PROJECT);
    await addSampleStory(settings.databaseFile, PROJECT);
    await mendAnchor(settings, PROJECT);
    await buildPages(PROJECT);
    const setUpToken = renewSetUpToken(settings.databaseFile);
    const app = await step('Starting', () => prepareNext(settings.host, server.port));
    open(app.getRequestHandler());

    console.log(`Plumbline is ready at ${server.address}`);
    if (setUpToken) {
      console.log(`Create the first account at ${server.address}/set-up/${setUpToken}`);
    }
    closing.work = async () => {
      await server.close();
      await app.close();
      await stopWork();
      await closeConnections();
      database.tidyUp(settings.databaseFile);
      unlock();
    };
  });
}

/**
 * Takes the port at once, so that a port that is taken is told before the pages are built.
 *
 * @param {import('./settings.mjs').Settings} settings
 */
async function listenFirst(settings) {
  /** @type {(handler: import('./serve.mjs').Handler) => void} */
  let open = () => {};
  const handler = new Promise((resolve) => {
    open = resolve;
  });
  return { server: await listen(settings, handler), open };
}

/**
 * The pages, in this process, by Next's public interface for a server of one's own.
 *
 * @param {string} host
 * @param {number} port
 */
async function prepareNext(host, port) {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: PROJECT, hostname: host, port });
  // Next would say how long it took to read its settings, in the middle of our line.
  const { log } = console;
  console.log = () => {};
  try {
    await app.prepare();
  } finally {
    console.log = log;
  }
  return app;
}

/** Puts back what is in hand, such as a page that is being fetched; instrumentation.ts leaves it here. */
async function stopWork() {
  const work = Reflect.get(globalThis, Symbol.for('plumbline.work'));
  await work?.stop();
}

/** Waits for what the pages are still writing; app/_data/db.ts leaves its connections here. */
async function closeConnections() {
  const connections = Reflect.get(globalThis, Symbol.for('plumbline.connections'));
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
    // npm hands a signal to the shell between us, which dies of it and tells nobody.
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && onSignal(), 500).unref();
  }
  return closing;
}
