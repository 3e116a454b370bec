import { openHealth } from './health.mjs';
import { openLog, takeConsole } from './log.mjs';
import { openMeasures } from './measures.mjs';
import { readPlaces } from './routes.mjs';
import { watchRequests, whileStarting } from './watch.mjs';

/** @typedef {import('./watch.mjs').Watch} Watch */

const LOOK_EVERY_MS = 30_000;

export { whileStarting };

/**
 * The view of the operator: the health, the metrics and the log of the desk.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} project
 * @param {{ connections: () => Promise<number> }} server
 */
export function openOperation(settings, project, { connections }) {
  const { log, flush } = openLog(settings.logLevel);
  const health = openHealth(settings);
  const watch = watchRequests({
    log,
    report: health.report,
    measures: openMeasures({ facts: health.facts, connections }),
    findPlace: readPlaces(project),
    metricsToken: settings.metricsToken,
    isBehindProxy: settings.clientHeader !== null,
  });
  // Nobody may ask for its health: what changes is in the log as well.
  let status = 'ok';
  const looking = setInterval(() => {
    const report = health.report();
    if (report.status === status) return;
    status = report.status;
    log[status === 'ok' ? 'info' : 'warn'](report, 'the health of the desk changed');
  }, LOOK_EVERY_MS).unref();
  /** @type {() => void} */
  let giveBack = () => {};
  return {
    watch,
    /** From now on this process prints nothing but lines of the log. */
    takeConsole() {
      giveBack = takeConsole(log);
    },
    close() {
      clearInterval(looking);
      giveBack();
      health.close();
      flush();
    },
  };
}
