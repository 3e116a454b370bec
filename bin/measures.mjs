import { subscribe } from 'node:diagnostics_channel';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The messages of app/_data/database/operation.ts on the start and the end of a wait. */
const QUEUES = 'plumbline.queue';

const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * What the desk measures of itself, for Prometheus. A label is one of a few words that the desk knows
 * beforehand, never an id or an address.
 *
 * @param {object} sources
 * @param {() => import('./health.mjs').Facts} sources.facts
 * @param {() => Promise<number>} sources.connections  how many are open
 */
export function openMeasures({ facts, connections }) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'plumbline_requests_total',
    help: 'Requests answered, by the part of the desk.',
    labelNames: ['part', 'method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'plumbline_request_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['part'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const waiting = new Gauge({
    name: 'plumbline_waiting',
    help: 'How much waits in a queue of the desk.',
    labelNames: ['queue'],
    registers,
    collect() {
      this.set({ queue: 'captures' }, facts().capturesWaiting);
    },
  });
  for (const queue of ['writes', 'password_hashes']) waiting.set({ queue }, 0);
  const waits = new Histogram({
    name: 'plumbline_write_wait_seconds',
    help: 'How long a write waited for its turn.',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30],
    registers,
  });
  subscribe(QUEUES, (message) => {
    const { queue, change, waited } = /** @type {any} */ (message);
    waiting.inc({ queue }, change);
    if (queue === 'writes' && waited !== undefined) waits.observe(waited / 1000);
  });
  for (const [name, help, read] of gauges(facts)) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const value = read();
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  }
  new Gauge({
    name: 'plumbline_connections_open',
    help: 'Connections to the desk that are open.',
    registers,
    async collect() {
      this.set(await connections());
    },
  });
  return {
    /** @param {{ kind: string, method: string | undefined, status: number, ms: number }} request */
    note({ kind, method, status, ms }) {
      requests.inc({
        part: kind,
        method: METHODS.find((known) => known === method) ?? 'other',
        status: `${Math.floor(status / 100)}xx`,
      });
      seconds.observe({ part: kind }, ms / 1000);
    },
    type: registry.contentType,
    text: () => registry.metrics(),
  };
}

/**
 * @param {() => import('./health.mjs').Facts} facts
 * @returns {[string, string, () => number | null][]} null if there is no value
 */
function gauges(facts) {
  return [
    ['plumbline_disk_free_bytes', 'Room for DATA_DIR.', () => facts().diskFree],
    ['plumbline_disk_minimum_bytes', 'DISK_MINIMUM.', () => facts().diskMinimum],
    [
      'plumbline_backup_last_seconds',
      'When the last backup ended, in Unix time.',
      () => facts().backup?.at ?? null,
    ],
    [
      'plumbline_backup_last_ok',
      'Whether the last backup was made and verified.',
      () => toNumber(facts().backup?.ok),
    ],
    [
      'plumbline_verification_last_seconds',
      'When the record was last verified, in Unix time.',
      () => facts().verification?.at ?? null,
    ],
    [
      'plumbline_verification_last_ok',
      'Whether the record was then as it should be.',
      () => toNumber(facts().verification?.ok),
    ],
  ];
}

/** @param {boolean | undefined} value */
function toNumber(value) {
  return value === undefined ? null : Number(value);
}
