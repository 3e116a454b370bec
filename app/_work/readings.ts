import { apart, TooMuch } from '#apart/apart';
import { findCaptureText } from '#data/captures/captures';
import { reader } from '#data/database/db';
import {
  type ArticleReading,
  askedBy,
  findReading,
  listUnfinishedReadings,
  recordBegunByAnother,
  recordCounted,
  recordReadingFailed,
  recordReadPart,
} from '#data/readings/readings';
import { recordReread } from '#data/readings/reread';
import { eachStoredClaims, findBasis } from '#data/readings/stored-claims';
import { unavailableBy } from '#domain/unavailable';
import { ENGINE_VERSION } from '#engine/extract';
import { processWide } from '#process/process-wide';

type UnderWay = {
  readonly articles: Map<string, { done: Promise<void>; read: number }>;
  readonly stopping: AbortController;
};
// An article is read once at a time.
const underWay = processWide(
  'readings',
  (): UnderWay => ({ articles: new Map(), stopping: new AbortController() }),
);

/**
 * Reads an article that waits for it, in the background, and writes what is found a little at a time.
 * Asked for twice, it is read once.
 *
 * @returns when it is done, failed, or waits for somebody's answer; never throws
 */
export function read(articleId: string): Promise<void> {
  const { articles, stopping } = underWay;
  const now = articles.get(articleId);
  if (now) return now.done;
  const work = { done: Promise.resolve(), read: 0 };
  articles.set(articleId, work);
  work.done = perform(articleId, stopping.signal, (share) => {
    work.read = share;
  })
    .catch((error: unknown) => end(articleId, error))
    .finally(() => articles.delete(articleId));
  return work.done;
}

/** Reads an article, and waits for it no longer than somebody waits for a page. */
export async function readWhileWaiting(articleId: string, mostMs = PATIENCE_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([read(articleId), enough]);
  clearTimeout(timer);
}

const PATIENCE_MS = 2500;

/** The share of an article's text that is read by now, from 0 to 1; null when it is not being read. */
export const shareRead = (articleId: string): number | null =>
  underWay.articles.get(articleId)?.read ?? null;

export type ReadingWork = {
  /** Leaves off what goes on; the next start goes on with it. */
  readonly stop: () => Promise<void>;
};

/** Goes on with what an earlier start of the desk did not finish, for as long as the process lives. */
export async function startReadings(): Promise<ReadingWork> {
  for (const articleId of await listUnfinishedReadings()) void read(articleId);
  return {
    stop: async () => {
      underWay.stopping.abort(new Error('The desk stops.'));
      await Promise.all([...underWay.articles.values()].map(({ done }) => done));
    },
  };
}

/** Says why an article was not read, unless the desk stops: then it is read at the next start. */
async function end(articleId: string, error: unknown): Promise<void> {
  if (underWay.stopping.signal.aborted) return;
  const isExplained = error instanceof TooMuch;
  if (!isExplained) console.error(`The article ${articleId} could not be read:`, error);
  const sentence = isExplained ? `${error.message}.` : 'The desk could not read this text.';
  try {
    await recordReadingFailed(articleId, sentence);
  } catch (second) {
    // It waits, and is read at the next start.
    console.error(`That the article ${articleId} could not be read was not kept:`, second);
  }
}

type Work = { readonly signal: AbortSignal; readonly report: (share: number) => void };

async function perform(
  articleId: string,
  signal: AbortSignal,
  report: (share: number) => void,
): Promise<void> {
  let reading = await findReading(articleId);
  if (reading?.state !== 'waiting') return;
  const isAnothers = reading.engineVersion !== null && reading.engineVersion !== ENGINE_VERSION;
  if (!reading.again && reading.written > 0 && isAnothers) {
    await recordBegunByAnother(articleId);
    reading = await findReading(articleId);
    if (!reading) return;
  }
  const text = await findCaptureText(reading.captureId);
  if (text === null) {
    return recordReadingFailed(articleId, 'The copy to be read was taken down.');
  }
  if (reading.again) await readAgain(reading, text, { signal, report });
  else await readFirst(reading, text, { signal, report });
}

async function readFirst(
  reading: ArticleReading,
  text: string,
  { signal, report }: Work,
): Promise<void> {
  const { articleId, captureId, publishedOn, language, speaker, choice, written: from } = reading;
  const found = reading.engineVersion === ENGINE_VERSION ? reading.found : null;
  const request = { options: { publishedOn, language, speaker }, choice, found, written: from };
  let written = from;
  let toWrite = 0;
  const write = async (claims: Parameters<typeof recordReadPart>[0]['claims']) => {
    const of = { articleId, captureId, text, engineVersion: ENGINE_VERSION };
    const added = await recordReadPart({ ...of, claims, written, toWrite }, askedBy(reading));
    if (!added.ok) throw new Error('Another process reads this article.');
    written += claims.length;
  };
  for await (const part of apart('readFirst', [text, request], { signal })) {
    if (part.is === 'share') report(part.read);
    else if (part.is === 'counted') {
      toWrite = part.toWrite ?? 0;
      await recordCounted(articleId, { ...part, engineVersion: ENGINE_VERSION });
      if (part.toWrite === 0) await write([]);
    } else await inTurn(() => write(part.claims));
  }
}

// A person who decides on a claim while the article is read goes first; the reading is then decided
// again.
const ATTEMPTS = 3;

async function readAgain(reading: ArticleReading, text: string, work: Work): Promise<void> {
  const { articleId } = reading;
  for (let idle = 0; idle < ATTEMPTS; ) {
    const before = (await findReading(articleId))?.written ?? 0;
    if (await readAgainOnce(reading, text, work)) return;
    const after = (await findReading(articleId))?.written ?? 0;
    idle = after > before ? 0 : idle + 1;
  }
  await recordReadingFailed(
    articleId,
    'Others are at work on the claims of this article: read it again in a moment.',
  );
}

/** @returns false when others changed claims that the reading was to change */
async function readAgainOnce(
  reading: ArticleReading,
  text: string,
  { signal, report }: Work,
): Promise<boolean> {
  const { articleId, captureId, publishedOn, language, speaker, choice } = reading;
  const from = { articleId, captureId, text, engineVersion: ENGINE_VERSION };
  // Looked at first: whatever changes from here on makes the basis another one.
  let basis = await findBasis(reader(), articleId);
  const request = { options: { publishedOn, language, speaker }, choice };
  const more = eachStoredClaims(articleId, captureId);
  for await (const part of apart('readAgain', [text, request], { signal, more })) {
    if (part.is === 'share') report(part.read);
    else if (part.is === 'counted') {
      const written = (await findReading(articleId))?.written ?? 0;
      const toWrite = part.toWrite === null ? null : written + part.toWrite;
      const { found } = part;
      await recordCounted(articleId, { engineVersion: ENGINE_VERSION, found, toWrite });
    } else {
      const reread = { ...part.reread, unchanged: [] };
      const recorded = await inTurn(() =>
        recordReread(reread, from, basis, askedBy(reading), part),
      );
      if (!recorded.ok) return false;
      basis = { ...basis, claims: basis.claims + part.reread.adds.length };
    }
  }
  return true;
}

/** Rests after a write for as long as it took: others write, and look, meanwhile. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    const start = performance.now();
    try {
      const value = await work();
      await rest(performance.now() - start);
      return value;
    } catch (error) {
      // Another program locks the database: nobody waits for this, so it waits.
      if (unavailableBy(error) === null || underWay.stopping.signal.aborted) throw error;
      await rest(LONG_REST_MS);
    }
  }
}

const LONG_REST_MS = 2000;
const rest = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));
