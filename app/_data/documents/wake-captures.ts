import { findProcessWide, setProcessWide } from '#process/process-wide';
import { outsideRequests } from '../database/outside-requests';

/** Has this called whenever a capture begins to wait in this process; null ends it. */
export function whenCapturesWait(wake: (() => void) | null): void {
  setProcessWide('captures', wake ?? undefined);
}

/** A capture waits: the worker of this process, if there is one, may begin. */
export const wakeCaptures = (): void => outsideRequests(() => findProcessWide('captures')?.());
