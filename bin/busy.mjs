import { AsyncLocalStorage } from 'node:async_hooks';
import { refuse } from './answers.mjs';

/**
 * @typedef {import('./door.mjs').Handler} Handler
 */

/**
 * What is known of each request while it is answered; app/_data/desk-busy.ts writes to it.
 *
 * @type {AsyncLocalStorage<{ isBusy: boolean }>}
 */
const requests = new AsyncLocalStorage();
Object.assign(globalThis, { [Symbol.for('plumbline.request')]: requests });

const BUSY = {
  status: 503,
  title: 'Not saved',
  sentence:
    'Another program holds the desk’s database, and nothing was saved: go back to find what you typed, and send it again in a moment.',
  headers: { 'retry-after': '10' },
};

/**
 * Has a request answered by the pages. Where that ends in an error because another program holds the
 * database, the answer says so: without scripts a browser would get an empty page. With scripts the form
 * itself says it, by the digest of the error.
 *
 * @type {(handle: Handler, ...of: Parameters<Handler>) => unknown}
 */
export function answerUnlessBusy(handle, request, response) {
  const about = { isBusy: false };
  const isScripts = request.headers['next-action'] !== undefined;
  const { write, end } = response;
  let isSaid = false;
  const say = () => {
    if (isSaid) return true;
    if (!about.isBusy || isScripts || response.headersSent || response.statusCode !== 500) {
      return false;
    }
    isSaid = true;
    // What Next has said of its own page does not hold for this one.
    for (const name of ['content-encoding', 'transfer-encoding', 'etag', 'vary']) {
      response.removeHeader(name);
    }
    Object.assign(response, { write, end });
    refuse(request, response, BUSY);
    Object.assign(response, { write: () => true, end: () => response });
    return true;
  };
  /** @type {(method: Function) => (...given: any[]) => any} */
  const instead =
    (method) =>
    (...given) =>
      say() || Reflect.apply(method, response, given);
  Object.assign(response, { write: instead(write), end: instead(end) });
  return requests.run(about, () => handle(request, response));
}
