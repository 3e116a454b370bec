import { channel } from 'node:diagnostics_channel';

// What bin/measures.mjs and bin/watch.mjs listen for. Without a listener, telling costs nothing.
const queues = channel('plumbline.queue');
const signedIn = channel('plumbline.signedIn');

/**
 * Tells that something begins to wait in a queue of the desk.
 *
 * @returns what tells that its turn has come
 */
export function beginWaiting(queue: 'writes' | 'password_hashes'): () => void {
  const began = performance.now();
  queues.publish({ queue, change: 1 });
  return () => queues.publish({ queue, change: -1, waited: performance.now() - began });
}

/** Tells whose a request is, for the log. */
export function tellSignedIn(headers: Headers, person: string): void {
  signedIn.publish({ request: headers.get('x-plumbline-request'), person });
}
