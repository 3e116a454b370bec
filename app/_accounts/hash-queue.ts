import { availableParallelism } from 'node:os';
import { beginWaiting } from '#data/database/operation';
import { processWide } from '#process/process-wide';

/**
 * Two passwords are hashed at once, and one where there are two processors. Node reads files with the
 * same four threads, and each hash takes a processor and 128 MB: strangers at the sign-in must leave
 * some of each to those who read.
 */
export const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));

/** The most hashes to wait, for some three seconds; the next one is refused at once. */
const MOST_WAITING = 16;

/** More passwords are being hashed than anybody should wait for. */
export class HashesBusy extends Error {
  override readonly name = 'HashesBusy';
}

type Queue = { running: number; readonly waiting: (() => void)[] };

const queue = processWide('hashes', (): Queue => ({ running: 0, waiting: [] }));

/** Whether a password that comes now would be refused: asked before anything is done for it. */
export const isHashingFull = (): boolean => queue.waiting.length >= MOST_WAITING;

/**
 * Runs a hash when it is its turn.
 *
 * @throws HashesBusy at once, when too many wait
 */
export async function withHashLimit<Value>(work: () => Promise<Value>): Promise<Value> {
  if (queue.running >= AT_ONCE) {
    if (isHashingFull()) throw new HashesBusy();
    // A finished hash passes its place to the next one in the queue, so that a newcomer cannot take
    // it.
    const endWaiting = beginWaiting('password_hashes');
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
    endWaiting();
  } else {
    queue.running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
