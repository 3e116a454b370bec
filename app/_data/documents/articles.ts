import type { DocumentDetails } from '#domain/documents/document';
import { accept, type Result, refuse } from '#domain/result';
import { prepared, reader, sqlite, write } from '../database/db';
import { beginReading, type ReadingOf } from '../readings/readings';
import type { Actor } from '../record/record-events';
import { detailsSelect } from './details';
import { addDocument, prepareCapture } from './documents';

export type NewArticle = {
  /** Made when the form was shown, so that a form sent twice makes one article. */
  readonly id: string;
  readonly details: DocumentDetails;
  /** Who says the whole text; null if the text has no such speaker. */
  readonly speaker?: string | null;
  /** Whether it is the story that a new desk comes with. */
  readonly sample?: boolean;
  /** As pasted; its bytes are stored unchanged. */
  readonly raw: string;
  /** As the desk reads it: see toReadableText. */
  readonly text: string;
};

/**
 * Keeps an article under check: its bytes and its first capture, with their events. The desk reads it
 * from then on.
 *
 * @returns refused as alreadyThere when an article with this id exists: the form was sent twice
 */
export async function recordArticle(
  article: NewArticle,
  actor: Actor,
): Promise<Result<{ captureId: string }, { kind: 'alreadyThere' }>> {
  const preparedCapture = await prepareCapture({
    method: 'paste',
    raw: article.raw,
    text: article.text,
  });
  return write(async (tx) => {
    const twice = await tx.document.findUnique({ where: { id: article.id }, select: { id: true } });
    if (twice) return refuse({ kind: 'alreadyThere' });

    const { id, details, speaker, sample, raw, text } = article;
    const origin = { method: 'paste', raw, text } as const;
    const document = {
      id,
      underCheck: true,
      kind: 'article',
      details,
      speaker,
      sample,
      origin,
    } as const;
    const captureId = (await addDocument(tx, actor, document, preparedCapture)) ?? '';
    const { publishedOn, language } = details;
    const reading = { articleId: id, captureId, publishedOn, language };
    await beginReading(tx, reading, actor, { again: false });
    return accept({ captureId });
  });
}

/**
 * Has the desk read an article that was fetched or uploaded.
 *
 * @returns refused as alreadyRead when somebody was faster
 */
export async function recordFirstReadingAsked(
  reading: ReadingOf,
  actor: Actor,
): Promise<Result<void, { kind: 'alreadyRead' }>> {
  return write(async (tx) => {
    const { readCaptureId } = await tx.document.findUniqueOrThrow({
      where: { id: reading.articleId },
      select: { readCaptureId: true },
    });
    const isBegun =
      readCaptureId === null && (await beginReading(tx, reading, actor, { again: false }));
    return isBegun ? accept(undefined) : refuse({ kind: 'alreadyRead' });
  });
}

/** An article with the text of the copy in which its claims stand. */
export type Article = DocumentDetails & {
  readonly id: string;
  /** Who says the whole text, where a reviewer set that. */
  readonly speaker: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly capture: {
    readonly id: string;
    readonly n: number;
    readonly takenAt: Date;
    readonly sha256: string | null;
    readonly text: string;
  };
};

/** An article under check that was read, or null when there is none with this id. */
export async function findArticle(id: string): Promise<Article | null> {
  const row = await reader().document.findFirst({
    where: { id, underCheck: true, removedAt: null },
    select: {
      ...detailsSelect,
      id: true,
      speaker: true,
      revision: true,
      createdAt: true,
      readCapture: { select: { id: true, n: true, takenAt: true, sha256: true, text: true } },
    },
  });
  const capture = row?.readCapture;
  if (!row || !capture) return null;
  const { readCapture: _, ...details } = row;
  return { ...details, capture: { ...capture, text: capture.text ?? '' } };
}

/** An article that was fetched or uploaded, and has not been read for claims yet. */
export type UnreadArticle = DocumentDetails & {
  readonly id: string;
  readonly speaker: string | null;
  readonly revision: number;
  /** Its latest complete copy; null while there is none. */
  readonly capture: { readonly id: string; readonly n: number; readonly text: string } | null;
};

/** An article that was not read yet, or null when there is none with this id. */
export async function findUnreadArticle(id: string): Promise<UnreadArticle | null> {
  const row = await reader().document.findFirst({
    where: { id, underCheck: true, readCaptureId: null, removedAt: null },
    select: {
      ...detailsSelect,
      id: true,
      speaker: true,
      revision: true,
      captures: {
        where: { state: 'complete' },
        orderBy: { n: 'desc' },
        take: 1,
        select: { id: true, n: true, text: true },
      },
    },
  });
  if (!row) return null;
  const { captures, ...article } = row;
  const capture = captures[0];
  return { ...article, capture: capture ? { ...capture, text: capture.text ?? '' } : null };
}

/** One line of the list of articles. */
type ArticleLine = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly createdAt: Date;
  readonly dueOn: string | null;
  readonly assignee: string | null;
  readonly sample: boolean;
  readonly claims: number;
  readonly suggested: number;
  readonly answered: number;
};

export type ArticlePage = {
  readonly lines: readonly ArticleLine[];
  readonly newer: string | null;
  readonly older: string | null;
};

// SQLite would look for the claims of an article among all that are suggested, once for each article.
const COUNTS = `(SELECT json_array(count(*), count(*) FILTER (WHERE c."status" = 'suggested'), count(c."ratingKey"))
  FROM "Claim" c INDEXED BY "Claim_articleId_position_idx" WHERE c."articleId" = d."id")`;

/**
 * Articles under check, newest first, or those that are archived. `after` and `before` are ids: a page
 * further, a page back.
 */
export function listArticles(
  page: { readonly after: string | null; readonly before: string | null },
  size: number,
  { isArchived = false }: { readonly isArchived?: boolean } = {},
): ArticlePage {
  const backwards = page.after === null && page.before !== null;
  const beyond = page.after ?? page.before;
  const rows = sqlite()
    .prepare<(string | number)[], ArticleRow>(
      `SELECT d."id", d."title", d."publisher", d."publishedOn", d."createdAt",
              d."dueOn", u."name" AS "assignee", d."sample", ${COUNTS} AS "counts"
       FROM "Document" d LEFT JOIN "User" u ON u."id" = d."assigneeId"
       WHERE d."underCheck" = 1 AND d."removedAt" IS NULL
         AND d."archivedAt" IS ${isArchived ? 'NOT NULL' : 'NULL'} ${beyond ? `AND d."id" ${backwards ? '>' : '<'} ?` : ''}
       ORDER BY d."id" ${backwards ? 'ASC' : 'DESC'} LIMIT ?`,
    )
    .all(...(beyond ? [beyond] : []), size + 1);
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  return {
    lines: shown.map(({ counts, ...row }) => {
      const [claims = 0, suggested = 0, answered = 0] = JSON.parse(counts) as number[];
      const sample = row.sample === 1;
      return { ...row, sample, claims, suggested, answered, createdAt: new Date(row.createdAt) };
    }),
    newer: (backwards ? more : page.after !== null) ? (shown[0]?.id ?? null) : null,
    older: (backwards ? beyond !== null : more) ? (shown.at(-1)?.id ?? null) : null,
  };
}

type ArticleRow = Omit<
  ArticleLine,
  'createdAt' | 'sample' | 'claims' | 'suggested' | 'answered'
> & {
  readonly createdAt: string;
  readonly sample: number;
  readonly counts: string;
};

const OFFERED_ARTICLES = 100;

/** The latest articles, to choose from in a filter. */
export function listArticleTitles(): { id: string; title: string }[] {
  return prepared<[number], { id: string; title: string }>(
    'SELECT "id", "title" FROM "Document" WHERE "underCheck" = 1 AND "archivedAt" IS NULL ORDER BY "id" DESC LIMIT ?',
  ).all(OFFERED_ARTICLES);
}
