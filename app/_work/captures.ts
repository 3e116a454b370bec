import { randomUUID } from 'node:crypto';
import { apartOnce } from '#apart/apart';
import { fetchAddress } from '#capture/fetch';
import { type AllowedHost, parseAllowedHosts, toUserAgent } from '#capture/limits';
import { readDocument } from '#capture/read-document';
import {
  type Fetched,
  findInterruptedSince,
  findNextTry,
  leaseNextCapture,
  type QueuedCapture,
  recordCaptured,
  recordCaptureFailed,
  releaseCapture,
} from '#data/captures/queue';
import { recordDueRecaptures } from '#data/captures/schedule';
import { diskState, keepReserve } from '#data/database/disk';
import { suggestSimilar, type TextComparison } from '#data/documents/alike';
import { keepBytes, readBytes, removeRefused, removeUnfinished } from '#data/documents/files';
import { whenCapturesWait } from '#data/documents/wake-captures';
import { unavailableBy } from '#domain/unavailable';
import { checkWaitingQuotes } from './waiting-quotes';

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

/** The settings of the environment; an unreadable one is reported, and allows nothing. */
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
  keepReserve();
  await removeUnfinished(await findInterruptedSince());
  const line = new CaptureLine(settings);
  whenCapturesWait(line.wake);
  line.wake();
  return line;
}

/** The captures in hand, and when it is next looked for more. */
class CaptureLine implements CaptureWork {
  readonly #start = randomUUID();
  readonly #settings: CaptureSettings;
  readonly #stopping = new AbortController();
  readonly #inHand = new Set<Promise<void>>();
  #filling: Promise<void> | null = null;
  #isAsked = false;
  /** Who asked for the copy that was taken up last: others come first. */
  #served: string | null = null;
  /** Before this moment no copy is taken up: the disk had no room for one. */
  #roomAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: CaptureSettings) {
    this.#settings = settings;
  }

  readonly wake = (): void => {
    this.#isAsked = true;
    this.#filling ??= this.#look().finally(() => {
      this.#filling = null;
      if (this.#isAsked && !this.#isStopping) this.wake();
    });
  };

  readonly stop = async (): Promise<void> => {
    whenCapturesWait(null);
    this.#stopping.abort(new Error('The desk stops.'));
    clearTimeout(this.#timer);
    await this.#filling;
    clearTimeout(this.#timer);
    await Promise.all(this.#inHand);
  };

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #look(): Promise<void> {
    this.#isAsked = false;
    clearTimeout(this.#timer);
    let rest = LOOK_MS;
    try {
      rest = await this.#fill();
    } catch (error) {
      console.error('The queue of captures could not be looked at:', error);
    }
    if (!this.#isStopping) this.#timer = setTimeout(this.wake, rest).unref();
    try {
      await checkWaitingQuotes(() => !this.#isStopping);
    } catch (error) {
      console.error('Quotes could not be looked for in their copies:', error);
    }
    try {
      // What waits to be taken goes first.
      await suggestSimilar(COMPARISON, () => !this.#isAsked && !this.#isStopping);
    } catch (error) {
      console.error('Copies could not be held against each other:', error);
    }
  }

  /** Takes up what waits. @returns after how many milliseconds there may be more */
  async #fill(): Promise<number> {
    await removeRefused();
    // Copies wait for room; a file that is just too large for it is looked at again with the next look.
    const hasRoom = diskState() === 'roomy' && Date.now() >= this.#roomAt;
    if (hasRoom) await recordDueRecaptures();
    while (hasRoom && this.#inHand.size < AT_ONCE && !this.#isStopping) {
      const next = await leaseNextCapture(this.#start, new Date(), this.#served);
      if (!next) break;
      this.#served = next.takenById ?? this.#served;
      this.#takeUp(next);
    }
    const at = await findNextTry();
    // With its hands full it is woken as soon as one is done.
    const isWaiting = at && hasRoom && this.#inHand.size < AT_ONCE;
    return isWaiting ? Math.min(LOOK_MS, Math.max(0, at.getTime() - Date.now())) : LOOK_MS;
  }

  #takeUp(capture: QueuedCapture): void {
    const work = this.#take(capture).finally(() => {
      this.#inHand.delete(work);
      this.wake();
    });
    this.#inHand.add(work);
  }

  async #take(capture: QueuedCapture): Promise<void> {
    try {
      const { signal } = this.#stopping;
      await perform(capture, this.#start, { ...this.#settings, signal });
    } catch (error) {
      await this.#putBack(capture, error).catch((second) => {
        // It stays in hand, and waits again from the next start on.
        console.error(`The copy ${capture.id} could not be put back:`, second);
      });
    }
  }

  /** A copy that could not be taken waits again, for room or for the next start, or has failed. */
  async #putBack({ id }: QueuedCapture, error: unknown): Promise<void> {
    const waitsForRoom = ['low', 'full'].includes(unavailableBy(error) ?? '');
    if (waitsForRoom) this.#roomAt = Date.now() + LOOK_MS;
    if (waitsForRoom || this.#isStopping) return releaseCapture(id, this.#start);
    console.error(`The copy ${id} could not be taken:`, error);
    await recordCaptureFailed(id, this.#start, { kind: 'fault' });
  }
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
  const stored = await keepBytes(bytes);
  const address = fetched?.finalUrl ?? null;
  const read = await readDocument(bytes, { declaredType, fileName, address }, { signal });
  if (read.ok) await recordCaptured(id, start, { stored, fetched, document: read.value });
  else await recordCaptureFailed(id, start, read.refusal, { ...stored, ...fetched });
}
