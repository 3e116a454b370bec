import { createServer } from 'node:http';
import { Refusal } from './refusal.mjs';

/** What a request may carry at most; an article of 5 MB needs less, however it is encoded. */
export const BODY_LIMIT_BYTES = 24 * 1024 * 1024;

const CLOSING_TIME_MS = 5_000;

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse<IncomingMessage>} ServerResponse
 * @typedef {(request: IncomingMessage, response: ServerResponse) => unknown} Handler
 */

/** What the pages know the other end of a request by; app/_accounts/client.ts reads it. */
export const CLIENT = 'x-plumbline-client';

/**
 * Opens the port. Requests that come before the handler is there wait for it.
 *
 * @param {{ host: string, port: number, clientHeader?: string | null }} settings
 * @param {Promise<Handler>} handler
 * @param {(request: IncomingMessage, response: ServerResponse) => boolean} [watch]  sees every request
 *   first, and says whether it answered it
 * @returns {Promise<{
 *   address: string, port: number, connections: () => Promise<number>, close: () => Promise<void>,
 * }>}
 * @throws {Refusal} when the port is taken, or not to be had
 */
export async function listen({ host, port, clientHeader = null }, handler, watch = () => false) {
  const server = createServer(async (request, response) => {
    // A browser keeps its connection after the answer; a server that stops must not wait for that.
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    if (watch(request, response)) return;
    if (isTooLarge(request)) return refuseBody(request, response);
    nameClient(request, clientHeader);
    const handle = await handler;
    await handle(request, response);
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
  return {
    address: toAddress(host, boundPort),
    port: boundPort,
    connections: () =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count ?? 0))),
    close: () => close(server),
  };
}

/**
 * Where to point a browser on this machine.
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
      return `Port ${port} is taken: stop the program that uses it, or choose another port, such as PORT=${port + 1}.`;
    case 'EACCES':
      return `Port ${port} is reserved for the system: choose one from 1024 on, such as PORT=3000.`;
    default:
      return `This machine has no address ${host} to serve at (${code}): set HOST to one it has, such as 127.0.0.1.`;
  }
}

/**
 * Says who is at the other end, whatever the request itself claims: the address of the connection, or
 * what a proxy of one's own writes last into the header that the settings name.
 *
 * @param {IncomingMessage} request
 * @param {string | null} clientHeader
 */
function nameClient(request, clientHeader) {
  const told = clientHeader === null ? undefined : request.headers[clientHeader];
  const last = String(told ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  request.headers[CLIENT] = last || request.socket.remoteAddress || 'unknown';
}

/**
 * A body whose length is not told is refused as well: it cannot be held to the limit before it
 * is read. Browsers and API clients tell it.
 *
 * @param {IncomingMessage} request
 */
function isTooLarge({ headers }) {
  return headers['transfer-encoding'] !== undefined
    ? headers['content-length'] === undefined
    : Number(headers['content-length'] ?? 0) > BODY_LIMIT_BYTES;
}

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
function refuseBody(request, response) {
  const [status, title, sentence] =
    request.headers['content-length'] === undefined
      ? [411, 'Length missing', 'The request does not tell how long it is.']
      : [
          413,
          'Too large',
          `This is more than ${BODY_LIMIT_BYTES / 1024 / 1024} MB. Nothing was saved.`,
        ];
  const page = Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>${sentence} Go back to find what you typed.</p></html>`,
  );
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    connection: 'close',
  });
  response.write(page);
  // The page is whole now. The connection stays for as long as the browser goes on sending, or
  // it would show its own error page instead; what it sends is thrown away.
  const end = () => response.end();
  request.resume().once('end', end).once('close', end);
  setTimeout(end, CLOSING_TIME_MS).unref();
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
