import { AsyncLocalStorage } from 'node:async_hooks';
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
 * What is known of each request while it is answered; app/_data/desk-busy.ts writes to it.
 *
 * @type {AsyncLocalStorage<{ isBusy: boolean }>}
 */
const requests = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for('plumbline.request')]: requests });

/**
 * Opens the port. Requests that come before the handler is there wait for it.
 *
 * @param {{ host: string, port: number, clientHeader?: string | null }} settings
 * @param {Promise<Handler>} handler
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 * @throws {Refusal} when the port is taken, or not to be had
 */
export async function listen({ host, port, clientHeader = null }, handler) {
  const server = createServer(async (request, response) => {
    // A browser keeps its connection after the answer; a server that stops must not wait for that.
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    if (isTooLarge(request)) return refuseBody(request, response);
    nameClient(request, clientHeader);
    const handle = await handler;
    const about = { isBusy: false };
    sayWhenBusy(response, about);
    await requests.run(about, () => handle(request, response));
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
 * Says that another program holds the database where a browser without scripts would get an empty page;
 * with scripts the form itself says it.
 *
 * @param {ServerResponse} response
 * @param {{ readonly isBusy: boolean }} about
 */
function sayWhenBusy(response, about) {
  const { write, end } = response;
  let isSaid = false;
  const say = () => {
    if (isSaid) return true;
    const isScripts = String(response.getHeader('content-type')).startsWith('text/x-component');
    if (!about.isBusy || response.headersSent || response.statusCode !== 500 || isScripts) {
      return false;
    }
    isSaid = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const page = toPage(
      'Not saved',
      'Another program holds the desk’s database, and nothing was saved. Try again in a moment.',
    );
    response.writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': page.length,
      'retry-after': '10',
    });
    Reflect.apply(end, response, [page]);
    return true;
  };
  /** @type {(...given: any[]) => any} */
  const instead = (...given) => say() || Reflect.apply(write, response, given);
  /** @type {(...given: any[]) => any} */
  const insteadOfEnd = (...given) => (say() ? response : Reflect.apply(end, response, given));
  Object.assign(response, { write: instead, end: insteadOfEnd });
}

/**
 * @param {string} title
 * @param {string} sentence
 */
const toPage = (title, sentence) =>
  Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>${sentence} Go back to find what you typed.</p></html>`,
  );

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
  const page = toPage(title, sentence);
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
