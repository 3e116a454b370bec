import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '#process/process-wide';

type Outside = <Value>(work: () => Value) => Value;

/**
 * Runs work as if no request had asked for it. Whatever outlives a request and is begun within it, a
 * timer, a queue or a client, keeps that request alive with its body, which may be 24 MB.
 */
export const outsideRequests: Outside = processWide(
  'outside',
  // This file is loaded first when the desk starts, and again within some request.
  () => AsyncLocalStorage.snapshot() as Outside,
);
