import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse<IncomingMessage>} ServerResponse
 */

/** The header by which a page and its errors name their request; the desk sets it, never a browser. */
export const REQUEST = 'x-plumbline-request';

/** The message of app/_data/database/operation.ts with the person of a request. */
const SIGNED_IN = 'plumbline.signedIn';

/**
 * Sees a request before any page does, and says whether it answered it.
 *
 * @typedef {(request: IncomingMessage, response: ServerResponse) => boolean} Watch
 */

/** Asked every few seconds by programs: in the log only when everything is. */
const QUIET = new Set(['files', 'health', 'metrics']);

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const OWN_NAMES = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * The view of the operator: answers /health and /metrics before any page is asked, and logs every
 * request once it is answered.
 *
 * @param {object} parts
 * @param {import('./log.mjs').Log} parts.log
 * @param {() => ({ status: string })} parts.report as /health gives it
 * @param {ReturnType<typeof import('./measures.mjs').openMeasures>} parts.measures
 * @param {import('./routes.mjs').FindPlace} parts.findPlace
 * @param {string | null} parts.metricsToken
 * @param {boolean} parts.isBehindProxy
 * @returns {Watch}
 */
export function watchRequests({ log, report, measures, findPlace, metricsToken, isBehindProxy }) {
  /** The people of the requests in work. @type {Map<string, string | null>} */
  const people = new Map();
  subscribe(SIGNED_IN, (message) => {
    const { request, person } = /** @type {any} */ (message);
    if (people.has(request)) people.set(request, person);
  });

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  function note(request, response) {
    const began = performance.now();
    const id = randomBytes(5).toString('hex');
    const { method } = request;
    const path = pathOf(request);
    people.set(id, null);
    request.headers[REQUEST] = id;
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const place = findOwnPlace(path) ?? findPlace(path);
      const status = response.headersSent ? response.statusCode : 499;
      const ms = performance.now() - began;
      const person = people.get(id) ?? undefined;
      people.delete(id);
      measures.note({ kind: place.kind, method, status, ms });
      const level = status >= 500 ? 'warn' : QUIET.has(place.kind) ? 'debug' : 'info';
      const { route } = place;
      log[level]({ method, route, status, ms: Math.round(ms), person, request: id }, 'request');
    });
  }

  /** @param {IncomingMessage} request */
  function mayMeasure(request) {
    const { authorization, host = '' } = request.headers;
    if (metricsToken !== null && authorization !== undefined) {
      return isSame(authorization, `Bearer ${metricsToken}`);
    }
    return (
      !isBehindProxy &&
      LOOPBACK.test(request.socket.remoteAddress ?? '') &&
      OWN_NAMES.test(host) &&
      PROXY_HEADERS.every((name) => request.headers[name] === undefined)
    );
  }

  return (request, response) => {
    note(request, response);
    const path = pathOf(request);
    if (!findOwnPlace(path)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', 'Use the method GET.\n', { allow: 'GET, HEAD' });
    } else if (path === '/health') {
      const health = report();
      sendHealth(response, health.status === 'failing' ? 503 : 200, health);
    } else if (mayMeasure(request)) {
      measures.text().then(
        (text) => send(response, 200, measures.type, text),
        () => send(response, 500, 'text/plain', 'The desk could not be measured.\n'),
      );
    } else {
      const sentence =
        'Ask from the desk’s own machine, or send METRICS_TOKEN as the Bearer token.\n';
      send(response, 401, 'text/plain', sentence, { 'www-authenticate': 'Bearer' });
    }
    return true;
  };
}

/** @type {Watch} */
export function whileStarting(request, response) {
  delete request.headers[REQUEST];
  if (pathOf(request) !== '/health') return false;
  sendHealth(response, 503, { status: 'starting' });
  return true;
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {object} report
 */
function sendHealth(response, status, report) {
  send(response, status, 'application/json', `${JSON.stringify(report)}\n`);
}

/** @param {string} path */
function findOwnPlace(path) {
  return path === '/health' || path === '/metrics' ? { route: path, kind: path.slice(1) } : null;
}

/** @param {IncomingMessage} request */
function pathOf({ url = '/' }) {
  return url.split('?', 1)[0] ?? '/';
}

/**
 * Compares in a time that does not depend on where the two differ.
 *
 * @param {string} one
 * @param {string} other
 */
function isSame(one, other) {
  /** @param {string} text */
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string} body
 * @param {Record<string, string>} [headers]
 */
function send(response, status, type, body, headers = {}) {
  response.writeHead(status, {
    'content-type': type.includes('charset') ? type : `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
