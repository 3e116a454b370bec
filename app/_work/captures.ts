import { randomUUID } from 'node:crypto';
import { apartOnce } from '#apart/apart';
import { fetchAddress } from '#capture/fetch';
import { type AllowedHost, parseAllowedHosts, toUserAgent } from '#capture/limits';
import { readDocument } from '#capture/read-document';
import {
  claimNextCapture,
  type Fetched,
  findInterruptedSince,
  findNextTry,
  type QueuedCapture,
  recordCaptured,
  recordCaptureFailed,
  releaseCapture,
} from '#data/captures/queue';
import { recordDueRecaptures } from '#data/captures/schedule';
import { diskState, keepReserve } from '#data/database/disk';
import { noticeAlike, type TextComparison } from '#data/documents/alike';
import { keepBytes, readBytes, removeRefused, removeUnfinished } from '#data/documents/files';
import { whenCapturesWait } from '#data/documents/wake-captures';
import { unavailableBy } from '#domain/unavailable';

/** More at once would bring little: sites are slow, and reading takes a processor each. */
const AT_ONCE = 3;
/** How often it is looked for copies that are due again. */
const LOOK_MS = 60_000;

/** Long texts are compared in a process of their own. */
const COMPARISON: TextComparison = {
  bandsOf: (text) => apartOnce('bands', [text]),
  derived: (a, b) => apartOnce('derived', [a.text, b.text, { a: a.publishedOn, b: b.publishedOn }]),
};

export type CaptureSettings = {
  readonly allowedHosts: readonly AllowedHost[];
  readonly userAgent: string;
};

/** The settings of the environment; what cannot be read is said, and allows nothing. */
export function captureSettings(env: NodeJS.ProcessEnv): CaptureSettings {
  const hosts = parseAllowedHosts(env.CAPTURE_ALLOWED_HOSTS ?? '');
  if (!hosts.ok) {
    console.error(
      `CAPTURE_ALLOWED_HOSTS has “${hosts.refusal.text}”, which is no host: none is allowed until it is mended.`,
    );
  }
  return {
    allowedHosts: hosts.ok ? hosts.value : [],
    userAgent: toUserAgent(env.CAPTURE_CONTACT ?? null),
  };
}

export type CaptureWork = {
  /** Takes up no more and puts back what is in hand. */
  readonly stop: () => Promise<void>;
};

/**
 * Takes up captures as they come, a few at a time, for as long as the process lives: those that are
 * asked for, those that are tried again, and those that are due by a schedule.
 */
export async function startCaptures(settings: CaptureSettings): Promise<CaptureWork> {
  const start = randomUUID();
  keepReserve();
  await removeUnfinished(await findInterruptedSince());
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let filling: Promise<void> | null = null;
  let isAsked = false;
  let served: string | null = null;
  /** Before this moment no copy is taken up: the disk had no room for one. */
  let roomAt = 0;
  let timer: NodeJS.Timeout | undefined;

  const wake = () => {
    isAsked = true;
    filling ??= fill().finally(() => {
      filling = null;
      if (isAsked && !stopping.signal.aborted) wake();
    });
  };

  async function fill(): Promise<void> {
    isAsked = false;
    clearTimeout(timer);
    let rest = LOOK_MS;
    try {
      await removeRefused();
      // Copies wait for room; a file that is just too large for it is looked at again with the next look.
      const hasRoom = diskState() === 'roomy' && Date.now() >= roomAt;
      if (hasRoom) await recordDueRecaptures();
      while (hasRoom && inHand.size < AT_ONCE && !stopping.signal.aborted) {
        const next = await claimNextCapture(start, new Date(), served);
        if (!next) break;
        served = next.takenById ?? served;
        const work = take(next).finally(() => {
          inHand.delete(work);
          wake();
        });
        inHand.add(work);
      }
      const at = await findNextTry();
      // With its hands full it is woken as soon as one is done.
      if (at && hasRoom && inHand.size < AT_ONCE)
        rest = Math.min(LOOK_MS, Math.max(0, at.getTime() - Date.now()));
    } catch (error) {
      console.error('The queue of captures could not be looked at:', error);
    }
    if (!stopping.signal.aborted) timer = setTimeout(wake, rest).unref();
    try {
      // What waits to be taken goes first.
      await noticeAlike(COMPARISON, () => !isAsked && !stopping.signal.aborted);
    } catch (error) {
      console.error('Copies could not be held against each other:', error);
    }
  }

  async function take(capture: QueuedCapture): Promise<void> {
    try {
      await perform(capture, start, { ...settings, signal: stopping.signal });
    } catch (error) {
      try {
        const waitsForRoom = ['low', 'full'].includes(unavailableBy(error) ?? '');
        if (waitsForRoom) roomAt = Date.now() + LOOK_MS;
        if (waitsForRoom || stopping.signal.aborted) return await releaseCapture(capture.id, start);
        console.error(`The copy ${capture.id} could not be taken:`, error);
        await recordCaptureFailed(capture.id, start, { kind: 'fault' });
      } catch (second) {
        // It stays in hand, and waits again from the next start on.
        console.error(`The copy ${capture.id} could not be put back:`, second);
      }
    }
  }

  whenCapturesWait(wake);
  wake();
  return {
    stop: async () => {
      whenCapturesWait(null);
      stopping.abort(new Error('The desk stops.'));
      clearTimeout(timer);
      await filling;
      clearTimeout(timer);
      await Promise.all(inHand);
    },
  };
}

/** Fetches and reads one copy, and records what came of it. */
async function perform(
  { id, method, requestedUrl, fileName, sha256 }: QueuedCapture,
  start: string,
  { allowedHosts, userAgent, signal }: CaptureSettings & { readonly signal: AbortSignal },
): Promise<void> {
  let bytes: Uint8Array | null;
  let fetched: Fetched | null = null;
  let declaredType: string | null = null;
  if (method === 'fetch') {
    const answer = await fetchAddress(requestedUrl ?? '', { allowedHosts, userAgent, signal });
    if (!answer.ok) {
      await recordCaptureFailed(id, start, answer.refusal);
      return;
    }
    bytes = answer.value.bytes;
    fetched = { httpStatus: answer.value.status, finalUrl: answer.value.finalAddress };
    declaredType = answer.value.declaredType;
  } else {
    bytes = sha256 ? await readBytes(sha256) : null;
    if (!bytes) throw new Error(`The bytes of the copy ${id} are not there.`);
  }
  const kept = await keepBytes(bytes);
  const address = fetched?.finalUrl ?? null;
  const read = await readDocument(bytes, { declaredType, fileName, address }, { signal });
  if (read.ok) await recordCaptured(id, start, { kept, fetched, document: read.value });
  else await recordCaptureFailed(id, start, read.refusal, { ...kept, ...fetched });
}
