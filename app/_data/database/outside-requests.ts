import { AsyncLocalStorage } from 'node:async_hooks';

type Outside = <Value>(work: () => Value) => Value;

// Next loads this file more than once, first when the desk starts, and again within some request.
const KEY = Symbol.for('plumbline.outside');
const processWide = globalThis as { [KEY]?: Outside };
processWide[KEY] ??= AsyncLocalStorage.snapshot() as Outside;

/**
 * Runs work as if no request had asked for it. Whatever outlives a request and is begun within it, a
 * timer, a queue or a client, keeps that request alive with its body, which may be 24 MB.
 */
export const outsideRequests: Outside = processWide[KEY];
