import type { AsyncLocalStorage } from 'node:async_hooks';

// Other processes (Prisma Studio is one) may hold the write lock, for a moment or for long.

/** How long a save is tried again, from when it was asked for. */
const PATIENCE_MS = 8_000;
const REST_MS = 100;

/** What pages and browsers know this error by: Next keeps the digest of an error, and no class. */
export const BUSY_DIGEST = 'DESK_BUSY';

/** Another process holds the database for longer than the desk waits. Nothing was saved. */
export class DeskBusy extends Error {
  override readonly name = 'DeskBusy';
  readonly digest = BUSY_DIGEST;
}

export const BUSY_SENTENCE =
  'Another program holds the desk’s database, and nothing was saved: try again in a moment';

/** Whether an error is DeskBusy; Next loads its class more than once. */
export const isDeskBusy = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, 'digest') === BUSY_DIGEST;

/**
 * Takes a write, and again while another process holds the lock.
 *
 * @param askedAt  when it was asked for, by performance.now(): who waited in the queue waits no longer
 * @throws DeskBusy when the lock is held for longer than the patience, in milliseconds
 */
export async function retryWhileBusy<Value>(
  take: () => Promise<Value>,
  askedAt = performance.now(),
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  for (;;) {
    try {
      return await take();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (performance.now() - askedAt > patienceMs) {
        throw new DeskBusy(BUSY_SENTENCE, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, REST_MS * (1 + Math.random())));
    }
  }
}

function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${JSON.stringify(error)}`;
  return /SQLITE_BUSY|database is locked|SocketTimeout|P1008/.test(text);
}

type Request = { isBusy: boolean };

/** Tells bin/serve.mjs, which began the request, that the error it ends with is this one. */
export async function tellingOfBusy<Value>(written: Promise<Value>): Promise<Value> {
  try {
    return await written;
  } catch (error) {
    const requests: AsyncLocalStorage<Request> | undefined = Reflect.get(
      globalThis,
      Symbol.for('plumbline.request'),
    );
    const request = requests?.getStore();
    if (request && isDeskBusy(error)) request.isBusy = true;
    throw error;
  }
}
