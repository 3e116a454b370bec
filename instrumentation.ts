import type { Instrumentation } from 'next';
import { setProcessWide } from '#process/process-wide';

/** Run by Next once, when the server starts. A build and the proxy have no database. */
export async function register(): Promise<void> {
  const isBuild = process.env.NEXT_PHASE === 'phase-production-build';
  if (isBuild || process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return;
  const { watchDueDates } = await import('#work/due-dates');
  watchDueDates();
  const { recordFirstPublishers } = await import('#data/evidence/publishers');
  await recordFirstPublishers();
  const { captureSettings, startCaptures } = await import('#work/captures');
  const captures = await startCaptures(captureSettings(process.env));
  const { isSignedIn } = await import('#accounts/session-cookie');
  // Where bin/sessions.mjs finds whether a request comes with a session, before its body is read.
  setProcessWide('isSignedIn', isSignedIn);
  const { startReadings } = await import('#work/readings');
  const readings = await startReadings();
  const stop = async () => {
    await Promise.all([captures.stop(), readings.stop()]);
  };
  // Where bin/desk.mjs finds what is to be stopped before the database closes.
  setProcessWide('work', { stop });
}

/** Run by Next for each error that ends a request; bin/log.mjs writes it down. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportError: tellError } = await import('#data/database/operation');
    tellError(error, { ...request, route: context.routePath });
  }
};
