import { setImmediate } from 'node:timers/promises';

/** How deep data may be nested; the forms of the desk need less than ten. */
export const MOST_LEVELS = 64;

const EMPTY_LINE = '\r\n\r\n';
const TURN_MS = 20;
const MOST_HEADERS_BYTES = 16 * 1024;

/**
 * Whether a body has JSON that is nested too deep, wherever it may hold some: as the whole of it, or as
 * a part of a form, which begins after an empty line. Each place is read for as long as JSON could look
 * like that, so that a text with many brackets is no fault. Reads each byte once, and lets others have
 * their turn.
 *
 * @param {Buffer} body
 */
export async function isTooDeep(body) {
  let restedAt = performance.now();
  let at = 0;
  while (at < body.length) {
    if (performance.now() - restedAt > TURN_MS) {
      await setImmediate();
      restedAt = performance.now();
    }
    const end = passJson(body, at);
    if (end === -1) return true;
    // The JSON may have ended within the line ends.
    const line = body.indexOf(EMPTY_LINE, Math.max(0, end - 3), 'latin1');
    if (line === -1) return false;
    if (isRecoded(body.subarray(Math.max(at, line - MOST_HEADERS_BYTES), line))) return true;
    at = Math.max(end, line + EMPTY_LINE.length);
  }
  return false;
}

/**
 * Whether the headers of a part say that it is in another encoding than UTF-8, such as base64, which
 * Next would undo and this scan cannot look into. No browser sends such a part.
 *
 * @param {Buffer} part  everything before the end of its headers
 */
function isRecoded(part) {
  if (part.length < 'content-disposition:'.length) return false;
  const headers = part.toString('latin1');
  return (
    /content-disposition\s*:/i.test(headers) && /;\s*charset\s*=\s*(?!"?utf-?8)/i.test(headers)
  );
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What JSON has beside strings, brackets and words; the mark that may begin UTF-8 counts as white space. */
const OTHERS = ' \t\r\n,:+-.0123456789eE\xef\xbb\xbf';
const WORDS = ['true', 'false', 'null'];

const NO_JSON = 0;
const OPENING = 2;
const CLOSING = 3;
const STRING = 4;
const WORD = 5;

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if ('[{'.includes(sign)) return OPENING;
  if (']}'.includes(sign)) return CLOSING;
  if ('tfn'.includes(sign)) return WORD;
  if (byte === QUOTE) return STRING;
  return OTHERS.includes(sign) ? 1 : NO_JSON;
});

/**
 * @param {Buffer} body
 * @param {number} from
 * @returns {number} where what begins there stops being JSON; -1 when it is nested too deep
 */
function passJson(body, from) {
  let depth = 0;
  let at = from;
  for (; at < body.length; at++) {
    const kind = KINDS[/** @type {number} */ (body[at])];
    if (kind === NO_JSON) return at;
    if (kind === OPENING && ++depth > MOST_LEVELS) return -1;
    if (kind === CLOSING && depth > 0) depth--;
    if (kind === STRING) {
      at = endOfString(body, at + 1);
      if (body[at] !== QUOTE) return at;
    }
    if (kind === WORD) {
      const word = WORDS.find((each) => isAt(body, at, each));
      if (!word) return at;
      at += word.length - 1;
    }
  }
  return at;
}

/**
 * @param {Buffer} body
 * @param {number} at
 * @param {string} word
 */
function isAt(body, at, word) {
  for (let n = 0; n < word.length; n++) if (body[at + n] !== word.charCodeAt(n)) return false;
  return true;
}

/**
 * The end of a string of JSON.
 *
 * @param {Buffer} body
 * @param {number} from  behind its first quotation mark
 * @returns {number} the place of its last one, or of what no string of JSON can have
 */
export function endOfString(body, from) {
  for (let at = from; at < body.length; at++) {
    const byte = /** @type {number} */ (body[at]);
    // Control characters are none of a string, so that one cannot hide the parts of a form that follow.
    if (byte === QUOTE || byte < 0x20) return at;
    if (byte === BACKSLASH) at++;
  }
  return body.length;
}
