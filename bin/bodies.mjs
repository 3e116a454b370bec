import { IncomingMessage } from 'node:http';

/** What a request may carry at most; an article of 5 MB needs less, however it is encoded. */
export const BODY_LIMIT_BYTES = 24 * 1024 * 1024;

/**
 * The same for a client that is not signed in: forms for signing in and joining need a hundredth of
 * it.
 */
export const STRANGERS_LIMIT_BYTES = 64 * 1024;

/** What large bodies may take together, from their first byte until their answer has gone. */
export const IN_FLIGHT_BYTES = 2 * BODY_LIMIT_BYTES;

const WAIT_MS = 10_000;
const MOST_WAITING = 32;

/**
 * A number of bytes that callers take and give back. A caller waits when there are none, first come
 * first served, and not for long.
 *
 * @param {number} capacity  in bytes
 * @param {{ waitMs?: number, mostWaiting?: number }} [limits]
 */
export function makeRoom(capacity, { waitMs = WAIT_MS, mostWaiting = MOST_WAITING } = {}) {
  let free = capacity;
  /** @type {{ bytes: number, enter: () => void }[]} */
  const waiting = [];

  /** @param {number} bytes */
  const giveBackOnce = (bytes) => {
    let isPaused = true;
    return () => {
      if (!isPaused) return;
      isPaused = false;
      free += bytes;
      while (waiting[0] && waiting[0].bytes <= free) waiting.shift()?.enter();
    };
  };

  /**
   * @param {number} bytes
   * @returns {Promise<(() => void) | null>} what gives the room back; null when there was none in time
   */
  async function take(bytes) {
    if (waiting.length === 0 && bytes <= free) {
      free -= bytes;
      return giveBackOnce(bytes);
    }
    if (waiting.length >= mostWaiting) return null;
    return new Promise((resolve) => {
      const entry = {
        bytes,
        enter: () => {
          clearTimeout(patience);
          free -= bytes;
          resolve(giveBackOnce(bytes));
        },
      };
      const patience = setTimeout(() => {
        waiting.splice(waiting.indexOf(entry), 1);
        resolve(null);
      }, waitMs);
      waiting.push(entry);
    });
  }
  return { take };
}

/** A body may take this long, and a second more for each so many bytes: half a megabit a second. */
const FIRST_MS = 20_000;
const BYTES_PER_MS = 64;

/** @param {number} length  in bytes */
const timeToArrive = (length) => FIRST_MS + length / BYTES_PER_MS;

/**
 * Reads a body whole, into memory of its length.
 *
 * @param {IncomingMessage} request
 * @param {number} length  in bytes, as its head says; Node ends the body there
 * @param {number} [withinMs]
 * @returns {Promise<Buffer | 'slow' | 'gone'>} 'gone': the client hung up before its end
 */
export function receive(request, length, withinMs = timeToArrive(length)) {
  return new Promise((resolve) => {
    if (request.destroyed) return resolve('gone');
    const body = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    /** @param {Buffer | 'slow' | 'gone'} received */
    const finish = (received) => {
      clearTimeout(patience);
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      // An error that comes later is nobody's any more.
      request.on('error', () => {});
      resolve(received);
    };
    /** @param {Buffer} part */
    const onData = (part) => {
      filled += part.copy(body, filled);
    };
    const onEnd = () => finish(filled === length ? body : 'gone');
    const onClose = () => finish('gone');
    const patience = setTimeout(() => finish('slow'), withinMs);
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

/** As browsers write it; by RFC 2046 a boundary has 70 signs at most: a long one would take long to look for. */
const FORM =
  /^multipart\/form-data(?:;\s*charset=utf-8)?;\s*boundary=(?:"([^"]{1,70})"|([^;\s"]{1,70}))(?:;\s*charset=utf-8)?$/i;

/**
 * What stands between the parts of a form.
 *
 * @param {string | undefined} type  the header Content-Type
 * @returns {string | null} null where it is no form, or not written as browsers write it
 */
export function boundaryOf(type) {
  const [, quoted, plain] = FORM.exec(type ?? '') ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Whether a form has all of its parts. One that has not would be a fault of the pages, with its place in
 * their code in the log.
 *
 * @param {string | undefined} type  the header Content-Type
 * @param {Buffer} body
 */
export function isWholeBody(type, body) {
  if (!/^\s*multipart\/form-data/i.test(type ?? '')) return true;
  const boundary = boundaryOf(type);
  return boundary !== null && body.includes(`--${boundary}--`, 0, 'latin1');
}

const PART_BYTES = 64 * 1024;

/** A request with a body that is here already: the pages read it as if it came over the network. */
export class ReceivedRequest extends IncomingMessage {
  /** @type {Buffer | null} */
  #body;
  #at = 0;

  /**
   * @param {IncomingMessage} request
   * @param {Buffer} body
   */
  constructor(request, body) {
    super(request.socket);
    this.#body = body;
    this.httpVersion = request.httpVersion;
    this.httpVersionMajor = request.httpVersionMajor;
    this.httpVersionMinor = request.httpVersionMinor;
    this.method = /** @type {string} */ (request.method);
    this.url = /** @type {string} */ (request.url);
    this.headers = request.headers;
    this.rawHeaders = request.rawHeaders;
    this.complete = true;
  }

  /** @override */
  _read() {
    const part = this.#body?.subarray(this.#at, this.#at + PART_BYTES) ?? null;
    this.#at += PART_BYTES;
    if (part && part.length > 0) {
      this.push(part);
    } else {
      this.#body = null;
      this.push(null);
    }
  }

  /**
   * The connection is the server's to close.
   *
   * @override
   * @param {Error | null} error
   * @param {(error?: Error | null) => void} callback
   */
  _destroy(error, callback) {
    this.#body = null;
    callback(error);
  }
}
