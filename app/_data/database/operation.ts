import { channel } from 'node:diagnostics_channel';

// Messages for bin/measures.mjs, bin/watch.mjs and bin/log.mjs. Without a listener they cost
// nothing.
const queues = channel('plumbline.queue');
const signedIn = channel('plumbline.signedIn');
const errors = channel('plumbline.error');

/**
 * Reports that something begins to wait in a queue of the desk.
 *
 * @returns a function that reports the end of the wait
 */
export function beginWaiting(queue: 'writes' | 'password_hashes'): () => void {
  const began = performance.now();
  queues.publish({ queue, change: 1 });
  return () => queues.publish({ queue, change: -1, waited: performance.now() - began });
}

/** Reports the person of a request, for the log. */
export function reportSignedIn(headers: Headers, person: string): void {
  signedIn.publish({ request: headers.get('x-plumbline-request'), person });
}

/** Tells of an error that ended a request. */
export function reportError(
  error: unknown,
  {
    method,
    route,
    headers,
  }: {
    readonly method: string;
    readonly route: string;
    readonly headers: Readonly<Record<string, unknown>>;
  },
): void {
  errors.publish({ error, method, route, request: headers['x-plumbline-request'] });
}
