import { outsideRequests } from '../database/outside-requests';

// Next loads this file more than once: whoever waits for captures is known to all copies of it.
const KEY = Symbol.for('plumbline.captures');
const processWide = globalThis as { [KEY]?: () => void };

/** Has this called whenever a capture begins to wait in this process; null ends it. */
export function whenCapturesWait(wake: (() => void) | null): void {
  if (wake) processWide[KEY] = wake;
  else delete processWide[KEY];
}

/** A capture waits: whoever takes them in this process, if anybody, may begin. */
export const wakeCaptures = (): void => outsideRequests(() => processWide[KEY]?.());
