import { createServer } from 'node:http';
import { findOrigin, isForeign } from './addresses.mjs';
import { answerToFault, headersOfEveryAnswer } from './answers.mjs';
import { openDoor } from './door.mjs';
import { Refusal } from './refusal.mjs';

const CLOSING_TIME_MS = 5_000;

/**
 * @typedef {import('./door.mjs').Handler} Handler
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse<IncomingMessage>} ServerResponse
 * @typedef {import('node:stream').Duplex} Duplex
 * @typedef {(request: IncomingMessage, socket: Duplex, head: Buffer) => unknown} Upgrade
 */

/** The server does not wait for a client with a slow or a very large head. */
const HTTP_LIMITS = {
  // Cookies and the filters of a list are a quarter of that.
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  // bin/door.mjs counts the time of a body by its length, and is done by then.
  requestTimeout: 8 * 60_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the proxies of docs/proxy.md keep theirs, or they would ask where nobody is any more.
  keepAliveTimeout: 65_000,
  // The door says so in a sentence.
  requireHostHeader: false,
};
const MOST_CONNECTIONS = 1024;
/** From one address of the network; a proxy of one's own, and this machine, may have all. */
const MOST_FROM_ONE = 128;
/** Browsers and proxies ask one after the other; each that is ahead of its answer is memory. */
const MOST_AHEAD = 4;
/** A report may take a while to make, and its reader may pause for a while. */
const SILENCE_MS = 10 * 60_000;

/**
 * Opens the port. Requests that come before the handler is there wait for it.
 *
 * @param {import('./door.mjs').DoorSettings & { port: number }} settings
 * @param {Promise<Handler>} handler
 * @param {Parameters<typeof openDoor>[2] & { watch?: import('./watch.mjs').Watch }} [more]  limits of
 *   the door, and who sees every request first
 * @returns {Promise<{
 *   address: string, local: string, port: number,
 *   connections: () => Promise<number>, onUpgrade: (handle: Upgrade) => void, close: () => Promise<void>,
 * }>} `address` is where browsers open the desk, `local` where this machine reaches it
 * @throws {Refusal} when the port is taken, or not to be had
 */
export async function listen(settings, handler, { watch = () => false, ...limits } = {}) {
  const { host, port, publicUrl = null, clientHeader = null } = settings;
  const admit = openDoor(settings, handler, limits);
  const headers = headersOfEveryAnswer({ isHttps: publicUrl?.startsWith('https:') ?? false });
  const ownHeaders = new Headers(headers);
  const server = createServer(HTTP_LIMITS);
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = SILENCE_MS;
  limitConnections(server, { isBehindProxy: clientHeader !== null });

  /** @type {WeakMap<import('node:net').Socket, number>} */
  const unanswered = new WeakMap();
  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {boolean} awaitsWord
   */
  const answer = async (request, response, awaitsWord) => {
    const { socket } = request;
    const ahead = (unanswered.get(socket) ?? 0) + 1;
    if (ahead > MOST_AHEAD) return socket.destroy();
    unanswered.set(socket, ahead);
    response.once('close', () => {
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
      // A browser keeps its connection after the answer; a server that stops must not wait for that.
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    response.setHeaders(ownHeaders);
    dropReserved(request);
    if (watch(request, response)) return;
    await admit(request, response, awaitsWord);
  };
  server.on('request', (request, response) => answer(request, response, false));
  server.on('checkContinue', (request, response) => answer(request, response, true));
  // Another expectation than that is one that nobody has: what is asked is answered as it is.
  server.on('checkExpectation', (request, response) => answer(request, response, false));

  server.on('clientError', (error, stream) => {
    const socket = /** @type {import('node:net').Socket} */ (stream);
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Half an answer may have gone already.
    if (code === 'ECONNRESET' || !socket.writable || (unanswered.get(socket) ?? 0) > 0) {
      return socket.destroy();
    }
    socket.end(answerToFault(code, headers), () => socket.destroy());
  });

  await new Promise((resolve, reject) => {
    server
      .once('listening', resolve)
      .once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        reject(new Refusal(explainPort(error.code, host, port)));
      });
    server.listen(port, host);
  });
  const bound = server.address();
  const boundPort = bound && typeof bound === 'object' ? bound.port : port;
  const local = toAddress(host, boundPort);
  /** @type {Set<Duplex>} */
  const upgraded = new Set();
  return {
    address: publicUrl ?? local,
    local,
    port: boundPort,
    connections: () =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count ?? 0))),
    /** Hot reload is a web socket, in development alone; without this nobody gets one. */
    onUpgrade(handle) {
      server.on('upgrade', (request, socket, head) => {
        const origin = findOrigin(request.headers.host, { host, publicUrl });
        if (origin === null || isForeign(request.headers, origin)) return socket.destroy();
        upgraded.add(socket);
        socket.on('error', () => socket.destroy());
        socket.once('close', () => upgraded.delete(socket));
        handle(request, socket, head);
      });
    },
    close() {
      for (const socket of upgraded) socket.destroy();
      return close(server);
    },
  };
}

/**
 * Keeps one address of the network from having all connections, and those that rest from keeping
 * others out.
 *
 * @param {import('node:http').Server} server
 * @param {{ isBehindProxy: boolean }} settings
 */
function limitConnections(server, { isBehindProxy }) {
  let open = 0;
  /** @type {Map<string, number>} */
  const byAddress = new Map();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (byAddress.get(address) ?? 0) + 1;
    const isLocal = /^(?:::ffff:)?127\.|^::1$/.test(address);
    if (count > MOST_FROM_ONE && !isBehindProxy && !isLocal) return socket.destroy();
    byAddress.set(address, count);
    open += 1;
    if (open > MOST_CONNECTIONS * 0.75) server.closeIdleConnections();
    socket.once('close', () => {
      open -= 1;
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    });
  });
}

/**
 * Takes off a request the headers that only the desk itself sets.
 *
 * @param {IncomingMessage} request
 */
function dropReserved({ headers }) {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-plumbline-')) delete headers[name];
  }
}

/**
 * The address for a browser on this machine.
 *
 * @param {string} host  0.0.0.0 and :: stand for every address of it
 * @param {number} port
 */
export function toAddress(host, port) {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * @param {string | undefined} code
 * @param {string} host
 * @param {number} port
 */
function explainPort(code, host, port) {
  switch (code) {
    case 'EADDRINUSE':
      return `Another program uses port ${port}: stop that program, or choose another port, such as PORT=${port + 1}.`;
    case 'EACCES':
      return `Port ${port} is reserved for the system: choose a port of at least 1024, such as PORT=3000.`;
    default:
      return `This machine does not have the address ${host} (${code}): set HOST to an address of this machine, such as 127.0.0.1.`;
  }
}

/**
 * Takes no more requests and waits, but not for long, for those that are being answered.
 *
 * @param {import('node:http').Server} server
 */
async function close(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), CLOSING_TIME_MS);
  await closed;
  clearTimeout(patience);
}
