import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { format } from 'node:util';
import pino from 'pino';

/** @typedef {import('pino').Logger} Log */

/** The message of app/_data/database/operation.ts about an error that ended a request. */
const ERRORS = 'plumbline.error';

const LONGEST_MESSAGE = 300;
const MOST_FRAMES = 12;

/**
 * The desk's log: a line of JSON each, on the standard output.
 *
 * @param {string} level  'silent' for none
 * @param {import('pino').DestinationStream & { flushSync?: () => void }} [to]
 * @returns {{ log: Log, flush: () => void }}
 */
export function openLog(level, to = pino.destination({ dest: 1, sync: false })) {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (name) => ({ level: name }) },
    },
    to,
  );
  return { log, flush: () => to.flushSync?.() };
}

// Next prints an error just before it reports it with its request.
const PRINTED_WITHIN_MS = 200;

/**
 * Has everything that this process would print go through the log: what Next and Prisma say, too.
 *
 * @param {Log} log
 * @returns {() => void} gives the console back
 */
export function takeConsole(log) {
  /** @type {WeakSet<Error>} */
  const printedErrors = new WeakSet();
  /**
   * Errors that were printed, and may still be reported with their requests. @type {Map<Error, ()
   * => void>}
   */
  const printed = new Map();
  const was = { log: console.log, warn: console.warn, error: console.error };

  /**
   * @param {'info' | 'warn' | 'error'} level
   * @param {Error} error
   * @param {string} words
   */
  function holdBack(level, error, words) {
    if (printedErrors.has(error)) return;
    printedErrors.add(error);
    const printCount = () => {
      clearTimeout(timer);
      if (printed.delete(error)) log[level](errorFields(error), words);
    };
    const timer = setTimeout(printCount, PRINTED_WITHIN_MS);
    printed.set(error, printCount);
  }

  /** @param {'info' | 'warn' | 'error'} level */
  const say =
    (level) =>
    /** @param {unknown[]} all */
    (...all) => {
      const error = all.find((word) => word instanceof Error);
      const words = withoutWords(format(...all.filter((word) => word !== error)));
      if (error) holdBack(level, error, words);
      else log[level](words);
    };

  /** @param {unknown} message */
  const hear = (message) => {
    const { error, route, method, request } = /** @type {any} */ (message);
    if (!(error instanceof Error) || (printedErrors.has(error) && !printed.delete(error))) return;
    printedErrors.add(error);
    log.error({ ...errorFields(error), method, route, request }, 'a request failed');
  };

  Object.assign(console, { log: say('info'), warn: say('warn'), error: say('error') });
  subscribe(ERRORS, hear);
  return () => {
    unsubscribe(ERRORS, hear);
    for (const printCount of printed.values()) printCount();
    Object.assign(console, was);
  };
}

/**
 * An error as the log may keep it. `reference` is what the page of the error shows.
 *
 * @param {Error & { code?: unknown, digest?: unknown }} error
 */
function errorFields(error) {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof error.code === 'string' && { code: error.code }),
    ...(error.digest !== undefined && { reference: String(error.digest) }),
    message: withoutWords(error.message),
    frames: frames.slice(0, MOST_FRAMES).map((line) => line.trim().slice(0, LONGEST_MESSAGE)),
  };
}

/**
 * A message without what somebody typed: programs quote that, and one-time links end in 43 letters.
 *
 * @param {string} message
 */
export function withoutWords(message) {
  return message
    .replace(/"[^"]*"|“[^”]*”|"[^"]*$/gs, '"…"')
    .replace(/[\w-]{40,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_MESSAGE);
}
