import { explainForeign, explainHost, findOrigin, isForeign } from './addresses.mjs';
import { isTooMuch, MOST_DATA, MOST_PARTS } from './amount.mjs';
import { answerRefused } from './answers.mjs';
import {
  BODY_LIMIT_BYTES,
  IN_FLIGHT_BYTES,
  isWholeBody,
  makeRoom,
  ReceivedRequest,
  receive,
  STRANGERS_LIMIT_BYTES,
} from './bodies.mjs';
import { isTooDeep, MOST_LEVELS } from './depth.mjs';
import { hasSession } from './sessions.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse<IncomingMessage>} ServerResponse
 * @typedef {import('./answers.mjs').Refused} Refused
 * @typedef {(request: IncomingMessage, response: ServerResponse) => unknown} Handler
 *
 * @typedef {object} DoorSettings
 * @property {string} host
 * @property {string | null} [publicUrl]
 * @property {string | null} [clientHeader]
 */

/** What the pages know the other end of a request by; app/_accounts/client.ts reads it. */
export const CLIENT = 'x-plumbline-client';

/** The desk's own address, as the pages are to write it; app/_http/desk-origin.ts reads it. */
export const ORIGIN = 'x-plumbline-origin';

const METHODS = ['GET', 'HEAD', 'POST'];
const RETRY_S = 10;

/**
 * The checks of every request before the pages see it: it is for this desk, from one of its own
 * pages, and of a size that its sender may send. Its body is here whole by then, so that no page
 * waits for a slow one.
 *
 * @param {DoorSettings} settings
 * @param {Promise<Handler>} handler
 * @param {{ room?: ReturnType<typeof makeRoom>, bodyMs?: number }} [limits]
 */
export function openDoor({ host, publicUrl = null, clientHeader = null }, handler, limits = {}) {
  const place = { host, publicUrl };
  const { room = makeRoom(IN_FLIGHT_BYTES), bodyMs } = limits;

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   * @param {boolean} [awaitsWord]  whether its body is sent only once it is asked for
   */
  return async function admit(request, response, awaitsWord = false) {
    const { headers } = request;
    const path = readPath(request.url);
    if (!METHODS.includes(request.method ?? ''))
      return answerRefused(request, response, WRONG_METHOD);
    if (path === null) return answerRefused(request, response, WRONG_PATH);
    if (hasTwoHosts(request)) return answerRefused(request, response, TWO_HOSTS);
    const origin = findOrigin(headers.host, place);
    if (origin === null) return answerRefused(request, response, foreignHost(place));
    if (request.method === 'POST' && isForeign(headers, origin)) {
      return answerRefused(request, response, foreignPage(origin));
    }
    nameEnds(request, clientHeader, origin);

    const length = Number(headers['content-length'] ?? 0);
    if (headers['transfer-encoding'] !== undefined)
      return answerRefused(request, response, NO_LENGTH);
    if (length > BODY_LIMIT_BYTES) return answerRefused(request, response, TOO_LARGE);
    if (length === 0) return (await handler)(request, response);

    if (length > STRANGERS_LIMIT_BYTES) {
      if (!(await hasSession(headers.cookie)))
        return answerRefused(request, response, STRANGERS_TOO_LARGE);
      const giveBack = await room.take(length);
      if (!giveBack) return answerRefused(request, response, NO_ROOM);
      response.once('close', giveBack);
      if (response.destroyed) return giveBack();
    }
    if (awaitsWord) response.writeContinue();
    const body = await receive(request, length, bodyMs);
    if (body === 'gone') return;
    if (body === 'slow') return answerRefused(request, response, TOO_SLOW);
    if (!isWholeBody(headers['content-type'], body))
      return answerRefused(request, response, HALF_A_FORM);
    if (await isTooDeep(body)) return answerRefused(request, response, TOO_DEEP);
    if (await isTooMuch(headers, body)) return answerRefused(request, response, TOO_MUCH);
    explainUpdate(request, response);
    return (await handler)(new ReceivedRequest(request, body), response);
  };
}

/** By this header Next says that a form names an action which this build of the desk does not have. */
const NO_SUCH_ACTION = 'x-nextjs-action-not-found';

/**
 * A page that was open across an update of the desk sends its form to an action of the earlier build. The
 * script of the page says so beside the form; to a browser without scripts this does.
 *
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
function explainUpdate(request, response) {
  if (request.headers['next-action'] !== undefined) return;
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== NO_SUCH_ACTION) return setHeader.call(response, name, value);
    // What Next goes on to say comes too late, and is nothing.
    response.setHeader = () => response;
    answerRefused(request, response, UPDATED);
    return response;
  };
}

/**
 * @param {string | undefined} target  of the first line of the request
 * @returns {string | null} null for what no page of a desk can have as its address
 */
function readPath(target) {
  if (!target?.startsWith('/')) return null;
  const [path = ''] = target.split('?', 1);
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return null;
  }
}

/** @param {IncomingMessage} request */
const hasTwoHosts = ({ rawHeaders }) =>
  rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host').length > 1;

/**
 * Sets the address of the client and of the desk, whatever the request itself claims: the address
 * of the connection, or the last entry of the operator's own proxy in the header that the settings
 * name. Other headers of proxies are never trusted.
 *
 * @param {IncomingMessage} request
 * @param {string | null} clientHeader
 * @param {string} origin
 */
function nameEnds({ headers, socket }, clientHeader, origin) {
  const named = clientHeader === null ? undefined : headers[clientHeader];
  const last = String(named ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  for (const name of Object.keys(headers)) {
    if (/^(?:x-forwarded-|forwarded$)/.test(name)) delete headers[name];
  }
  headers.host = new URL(origin).host;
  headers[ORIGIN] = origin;
  headers[CLIENT] = last || socket.remoteAddress || 'unknown';
}

const NOTHING_SAVED = 'Nothing was saved. Go back: your text is still in the form.';
const kB = STRANGERS_LIMIT_BYTES / 1024;
const MB = BODY_LIMIT_BYTES / 1024 / 1024;

/** @type {Refused} */
const UPDATED = {
  status: 409,
  title: 'The desk was updated',
  sentence: `The desk was updated since this page was opened. ${NOTHING_SAVED} Copy it, reload the page, and send the form again.`,
};
/** @type {Refused} */
const WRONG_METHOD = {
  status: 405,
  title: 'Method not allowed',
  sentence: `The desk answers only ${METHODS.join(', ')}.`,
  headers: { allow: METHODS.join(', ') },
};
/** @type {Refused} */
const WRONG_PATH = {
  status: 400,
  title: 'No such address',
  sentence:
    'This address has characters that no address of the desk has: check the address, or open the first page of the desk.',
};
/** @type {Refused} */
const TWO_HOSTS = {
  status: 400,
  title: 'Two hosts',
  sentence: 'The request names more than one host.',
};
/** @type {Refused} */
const NO_LENGTH = {
  status: 411,
  title: 'Length missing',
  sentence: `The request does not say its length. ${NOTHING_SAVED}`,
};
/** @type {Refused} */
const TOO_LARGE = {
  status: 413,
  title: 'Too large',
  sentence: `This is more than ${MB} MB. ${NOTHING_SAVED}`,
};
/** @type {Refused} */
const STRANGERS_TOO_LARGE = {
  status: 413,
  title: 'Sign in first',
  sentence: `Without a sign-in, the desk takes at most ${kB} kB, and this form is larger. Nothing was saved. Sign in in another tab, then go back and send the form again.`,
};
/** @type {Refused} */
const NO_ROOM = {
  status: 503,
  title: 'The desk is busy',
  sentence: `Other people are sending too much at this moment. ${NOTHING_SAVED} Send the form again in ${RETRY_S} seconds.`,
  headers: { 'retry-after': String(RETRY_S) },
};
/** @type {Refused} */
const TOO_SLOW = {
  status: 408,
  title: 'Too slow',
  sentence: `The request did not arrive in time. ${NOTHING_SAVED}`,
};
/** @type {Refused} */
const HALF_A_FORM = {
  status: 400,
  title: 'Not understood',
  sentence: `The end of this form is missing. ${NOTHING_SAVED}`,
};
/** @type {Refused} */
const TOO_DEEP = {
  status: 400,
  title: 'Not understood',
  sentence: `The data has more than ${MOST_LEVELS} levels, or an encoding other than UTF-8. No page of the desk sends this. Nothing was saved.`,
};

/** @type {Refused} */
const TOO_MUCH = {
  status: 413,
  title: 'Too much',
  sentence: `The form has more than ${MOST_PARTS.toLocaleString('en')} parts, or data of more than ${MOST_DATA.toLocaleString('en')} pieces. ${NOTHING_SAVED}`,
};

/**
 * @param {import('./addresses.mjs').Place} place
 * @returns {Refused}
 */
const foreignHost = (place) => ({
  status: 421,
  title: 'Another address',
  sentence: explainHost(place),
});

/**
 * @param {string} origin
 * @returns {Refused}
 */
const foreignPage = (origin) => ({
  status: 403,
  title: 'Sent from another site',
  sentence: explainForeign(origin),
});
