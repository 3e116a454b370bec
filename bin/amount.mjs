import { setImmediate } from 'node:timers/promises';
import { boundaryOf } from './bodies.mjs';
import { endOfString } from './depth.mjs';

/**
 * How many lists, objects, strings and commas the data of a request may have: the forms of the desk, which
 * send what was typed as one string each, need some hundred. React's own parts of a form count as well.
 */
export const MOST_DATA = 20_000;

/**
 * How many parts a form may have. The largest of the desk, which takes an article to a new copy, has a part
 * for each claim that it lists: some hundred.
 */
export const MOST_PARTS = 25_000;

/**
 * Whether a body would take long to take apart: data of very many pieces, or a form of very many parts.
 * What is typed into a field, or in a file, is no data, whatever it looks like. Lets others have their turn.
 *
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {Buffer} body
 */
export async function isTooMuch(headers, body) {
  const boundary = boundaryOf(headers['content-type']);
  if (boundary === null) return countData(body) > MOST_DATA;
  const isAction = headers['next-action'] !== undefined;
  let parts = 0;
  let data = 0;
  for await (const { head, value } of partsOf(boundary, body)) {
    if (++parts > MOST_PARTS) return true;
    if (isTyped(head, isAction, data > 0)) continue;
    data += 1 + countData(value);
    if (data > MOST_DATA) return true;
  }
  return false;
}

// As browsers write them, and no other way: headers that can be read in two ways are no way to hide data.
const FILE =
  /^content-disposition: form-data; name="[^"\\\r\n]*"; filename="[^"\r\n]*"(?:\r\ncontent-type: [^\r\n]*)?$/i;
const FIELD = /^content-disposition: form-data; name="([^"\\\r\n]*)"$/i;

/**
 * Whether React leaves a part as it is. It knows its own by their names: those that begin with $ACTION_ in a
 * form that is sent without a script; in one that a script sends, all but `_1_title` and its like, which come
 * first, since data before them can have React take any field for more data.
 *
 * @param {string} head      the headers of the part
 * @param {boolean} isAction  whether a script sends it
 * @param {boolean} hasData   whether any data came before it
 */
function isTyped(head, isAction, hasData) {
  if (FILE.test(head)) return true;
  const [, name] = FIELD.exec(head) ?? [];
  if (name === undefined) return false;
  return isAction ? /^_\d+_/.test(name) && !hasData : !name.startsWith('$ACTION_');
}

const LINE = '\r\n';
const EMPTY_LINE = '\r\n\r\n';

/**
 * @param {string} boundary
 * @param {Buffer} body
 * @returns {AsyncGenerator<{ head: string, value: Buffer }>}
 */
async function* partsOf(boundary, body) {
  const mark = Buffer.from(`${LINE}--${boundary}`, 'latin1');
  const first = mark.subarray(LINE.length);
  let at = body.indexOf(first) + first.length;
  for (;;) {
    const next = await find(body, mark, at);
    if (next === -1) return;
    const part = body.subarray(at, next);
    const end = part.indexOf(EMPTY_LINE);
    // Without an end of its headers, all of it counts as data.
    yield {
      head: end < 0 ? '' : part.toString('latin1', LINE.length, end),
      value: end < 0 ? part : part.subarray(end + EMPTY_LINE.length),
    };
    at = next + mark.length;
  }
}

/** What is looked through without a rest. To find a boundary in what is much like it takes thirty times longer. */
const STRETCH_BYTES = 1024 * 1024;

/**
 * @param {Buffer} body
 * @param {Buffer} mark
 * @param {number} from
 */
async function find(body, mark, from) {
  for (let at = from; at < body.length; at += STRETCH_BYTES) {
    const found = body.subarray(at, at + STRETCH_BYTES + mark.length).indexOf(mark);
    if (found !== -1) return at + found;
    await setImmediate();
  }
  return -1;
}

const COUNTED = Uint8Array.from({ length: 256 }, (_, byte) =>
  '[{,"'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
const QUOTE = 0x22;

/**
 * @param {Buffer} data
 * @returns {number} its lists, objects, strings and commas; more than the most is not counted to its end
 */
function countData(data) {
  let count = 0;
  for (let at = 0; at < data.length && count <= MOST_DATA; at++) {
    const byte = /** @type {number} */ (data[at]);
    count += /** @type {number} */ (COUNTED[byte]);
    if (byte === QUOTE) at = endOfString(data, at + 1);
  }
  return count;
}
