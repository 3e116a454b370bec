// What the server itself answers, before the pages are asked or in their place.

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse<IncomingMessage>} ServerResponse
 *
 * @typedef {object} Refused
 * @property {number} status
 * @property {string} title
 * @property {string} sentence  what happened, and what to do
 * @property {Readonly<Record<string, string>>} [headers]
 */

const CLOSING_TIME_MS = 5_000;
const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/**
 * The headers of every answer: pages, files, redirects and refusals alike.
 *
 * @param {{ isHttps: boolean }} desk
 * @returns {Readonly<Record<string, string>>}
 */
export function headersOfEveryAnswer({ isHttps }) {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // proxy.ts puts that of a page in its place.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`,
    ...(isHttps && { 'strict-transport-security': `max-age=${TWO_YEARS_S}` }),
  };
}

/**
 * Answers with a sentence, in a format that the client can read, and closes the connection: the
 * rest of the request is read only until the browser has the answer.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Refused} refused
 */
export function answerRefused(request, response, { status, title, sentence, headers = {} }) {
  const [type, text] = inFormOf(request, title, sentence);
  const body = Buffer.from(text);
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  });
  if (request.method === 'HEAD') return response.end();
  response.write(body);
  if (request.complete) return response.end();
  // The page is whole now. The connection stays for as long as the browser goes on sending, or
  // it would show its own error page instead; what it sends is thrown away.
  const end = () => response.end();
  request.resume().once('end', end).once('close', end);
  setTimeout(end, CLOSING_TIME_MS).unref();
}

/**
 * @param {IncomingMessage} request
 * @param {string} title
 * @param {string} sentence
 * @returns {[type: string, text: string]}
 */
function inFormOf({ headers }, title, sentence) {
  // The script of a page hands the text of a plain answer on as the error of its action.
  if (headers['next-action'] !== undefined) return ['text/plain', sentence];
  if (headers['content-type']?.startsWith('application/json')) {
    return ['application/json', JSON.stringify({ refused: 'atTheDoor', sentence })];
  }
  return ['text/html', toPage(title, sentence)];
}

/**
 * @param {string} title
 * @param {string} sentence
 */
const toPage = (title, sentence) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${toText(sentence)}</p></html>\n`;

/** @param {string} text */
const toText = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const NOT_UNDERSTOOD = {
  status: 400,
  title: 'Not understood',
  sentence: 'The desk does not understand this HTTP request.',
};

/** @type {Readonly<Record<string, Refused>>} */
const BY_FAULT = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request too long',
    sentence:
      'The address and the cookies of this request are too long: delete the cookies of this desk, then sign in again.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Too slow',
    sentence: 'The request did not arrive in time: try again.',
  },
};

/**
 * The answer to a connection with an unreadable request.
 *
 * @param {string | undefined} fault  the code that Node gives it
 * @param {Readonly<Record<string, string>>} headers  those of every answer
 */
export function answerToFault(fault, headers) {
  const { status, title, sentence } = BY_FAULT[fault ?? ''] ?? NOT_UNDERSTOOD;
  const body = toPage(title, sentence);
  const lines = Object.entries({
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${body}`;
}
