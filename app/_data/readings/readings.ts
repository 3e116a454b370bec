import type { Reading } from '#domain/claims/reading';
import type { Choice } from '#domain/claims/suggestion-choice';
import { accept, type Result, refuse } from '#domain/result';
import type { ArticleReadingModel } from '#prisma/models';
import { addSuggestions, type ReadIn } from '../claims/suggestions';
import { reader, type Tx, write } from '../database/db';
import { type Actor, event, recordEvents } from '../record/record-events';

/** How far the reading of an article is. While it waits, the desk is at it, or begins at its next start. */
export type ArticleReading = Omit<ArticleReadingModel, 'updatedAt'>;

/** The reading of an article that goes on, or went on last; null where there is none. */
export const findReading = (articleId: string): Promise<ArticleReading | null> =>
  reader().articleReading.findUnique({ where: { articleId }, omit: { updatedAt: true } });

/** The articles that the desk had begun to read, or was to read, when it ended. */
export async function listUnfinishedReadings(): Promise<string[]> {
  const rows = await reader().articleReading.findMany({
    where: { state: 'waiting' },
    orderBy: { updatedAt: 'asc' },
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

/** The person who asked for a reading, as its events name them. */
export const askedBy = ({ askedById }: ArticleReading): Actor => ({
  userId: askedById,
  via: askedById === null ? 'system' : 'ui',
});

/** The text to read, and the publication date and language for it. */
export type ReadingOf = {
  readonly articleId: string;
  readonly captureId: string;
  readonly publishedOn: string | null;
  readonly language: string | null;
};

/**
 * Starts a reading of an article, inside a write. An earlier choice for its suggestions applies
 * again.
 *
 * @param again  whether the article has been read before
 * @returns false while an earlier reading goes on
 */
export async function beginReading(
  tx: Tx,
  { articleId, ...of }: ReadingOf,
  { userId }: Actor,
  { again, choice }: { readonly again: boolean; readonly choice?: Choice },
): Promise<boolean> {
  const now = await tx.articleReading.findUnique({ where: { articleId } });
  if (now?.state === 'waiting') return false;
  const { speaker } = await tx.document.findUniqueOrThrow({
    where: { id: articleId },
    select: { speaker: true },
  });
  const begun = {
    ...of,
    speaker,
    again,
    askedById: userId,
    state: 'waiting' as const,
    engineVersion: null,
    found: null,
    choice: choice ?? now?.choice ?? null,
    toWrite: null,
    written: 0,
    added: 0,
    changed: 0,
    dismissed: 0,
    error: null,
  };
  await tx.articleReading.upsert({
    where: { articleId },
    create: { articleId, ...begun },
    update: begun,
  });
  return true;
}

/**
 * Has the desk read an article once more that it has read.
 *
 * @returns refused as beingRead while an earlier reading goes on; as notRead where there is no such article
 */
export async function recordReadingAsked(
  articleId: string,
  actor: Actor,
): Promise<Result<void, { kind: 'beingRead' | 'notRead' }>> {
  return write((tx) => readOnceMore(tx, articleId, actor));
}

async function readOnceMore(
  tx: Tx,
  articleId: string,
  actor: Actor,
  choice?: Choice,
): Promise<Result<void, { kind: 'beingRead' | 'notRead' }>> {
  const article = await tx.document.findFirst({
    where: { id: articleId, underCheck: true },
    select: { publishedOn: true, language: true, readCaptureId: true },
  });
  if (!article?.readCaptureId) return refuse({ kind: 'notRead' });
  const { readCaptureId: captureId, ...with_ } = article;
  const content = { again: true, ...(choice && { choice }) };
  const isBegun = await beginReading(tx, { articleId, captureId, ...with_ }, actor, content);
  return isBegun ? accept(undefined) : refuse({ kind: 'beingRead' });
}

/**
 * Records which suggestions of an article with very many statements are to be written, and has it read
 * with that.
 *
 * @returns refused as beingRead while a reading goes on; as notRead where nothing was read or asked
 */
export async function recordChoice(
  articleId: string,
  choice: Choice,
  actor: Actor,
): Promise<Result<void, { kind: 'beingRead' | 'notRead' }>> {
  return write(async (tx) => {
    const reading = await tx.articleReading.findUnique({ where: { articleId } });
    if (!reading) return refuse({ kind: 'notRead' });
    if (reading.state === 'waiting') return refuse({ kind: 'beingRead' });
    if (reading.state === 'asking') {
      const data = { choice, state: 'waiting', askedById: actor.userId } as const;
      await tx.articleReading.update({ where: { articleId }, data });
    } else {
      const begun = await readOnceMore(tx, articleId, actor, choice);
      if (!begun.ok) return begun;
    }
    await recordEvents(tx, actor, [
      event('article.suggestionsChosen', articleId, {
        before: { choice: reading.choice },
        after: { choice, found: reading.found },
      }),
    ]);
    return accept(undefined);
  });
}

/**
 * Keeps what the engine counted in an article. Without a number to write, somebody is asked which.
 */
export async function recordCounted(
  articleId: string,
  counted: {
    readonly engineVersion: string;
    readonly found: number;
    readonly toWrite: number | null;
  },
): Promise<void> {
  const { engineVersion, found, toWrite } = counted;
  await write((tx) =>
    tx.articleReading.updateMany({
      where: { articleId, state: 'waiting' },
      data: { engineVersion, found, toWrite, ...(toWrite === null && { state: 'asking' }) },
    }),
  );
}

/** Keeps why an article could not be read, as a sentence; what is written of it stays. */
export async function recordReadingFailed(articleId: string, error: string): Promise<void> {
  await write((tx) =>
    tx.articleReading.updateMany({
      where: { articleId, state: 'waiting' },
      data: { state: 'failed', error },
    }),
  );
}

/** Has a first reading that another engine began end as one that is laid beside what is there. */
export async function recordBegunByAnother(articleId: string): Promise<void> {
  await write((tx) =>
    tx.articleReading.updateMany({
      where: { articleId, state: 'waiting' },
      data: { again: true, engineVersion: null, found: null, toWrite: null, written: 0 },
    }),
  );
}

/**
 * Adds some of what the engine found in an article that nobody has read, as suggestions with their
 * events, and how far that is: after a crash the next ones follow.
 *
 * @param written  how many were added before these
 * @param toWrite  how many there will be
 * @returns refused as elsewhere, with nothing written, when somebody else is further, or it was ended
 */
export async function recordReadPart(
  {
    claims,
    written,
    toWrite,
    ...from
  }: ReadIn & {
    readonly claims: Parameters<typeof addSuggestions>[2]['claims'];
    readonly written: number;
    readonly toWrite: number;
  },
  actor: Actor,
): Promise<Result<void, { kind: 'elsewhere' }>> {
  const { articleId, captureId, engineVersion } = from;
  return write(async (tx) => {
    const done = written + claims.length;
    const { count } = await tx.articleReading.updateMany({
      where: { articleId, state: 'waiting', written, again: false },
      data: { written: done, toWrite, ...(done >= toWrite && { state: 'done' }) },
    });
    if (count === 0) return refuse({ kind: 'elsewhere' });
    if (written === 0) {
      await tx.document.update({ where: { id: articleId }, data: { readCaptureId: captureId } });
      await recordEvents(tx, actor, [
        event('article.read', articleId, {
          after: { readCaptureId: captureId, engine: engineVersion, added: toWrite },
        }),
      ]);
    }
    await addSuggestions(tx, actor, { ...from, claims });
    return accept(undefined);
  });
}

/** Adds all that was found in an article that nobody has read, at once: a short one. */
export async function recordFirstReading(
  {
    reading,
    ...of
  }: Omit<ReadIn, 'engineVersion'> & {
    readonly reading: Pick<Reading, 'engineVersion' | 'claims'>;
  },
  actor: Actor,
): Promise<Result<void, { kind: 'elsewhere' }>> {
  const part = { ...of, ...reading, written: 0, toWrite: reading.claims.length };
  return recordReadPart(part, actor);
}
