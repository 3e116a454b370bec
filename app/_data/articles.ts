import type { ClaimStatus } from '#domain/claim';
import type { Day } from '#domain/day';
import type { DocumentKind } from '#domain/document';
import { accept, type Result, refuse } from '#domain/result';
import { isEditable } from '#domain/review';
import { toSameAddress } from '#domain/web-address';
import { updateMany } from './bulk';
import { plain, prepared, reader, sqlite, type Tx, write } from './db';
import { addDocument, findKeptDocument, prepareCopy } from './documents';
import { type Actor, type EventDraft, recordEvents } from './events';
import { beginReading, type ReadingOf } from './readings';

/** What a reviewer says of a document, beside its text. */
export type DocumentDetails = {
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly publishedOn: Day | null;
  readonly language: string | null;
};

export type NewArticle = {
  /** Made when the form was shown, so that a form sent twice makes one article. */
  readonly id: string;
  readonly details: DocumentDetails;
  /** As pasted; its bytes are kept as they are. */
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
  const copy = await prepareCopy({ method: 'paste', raw: article.raw, text: article.text });
  return write(async (tx) => {
    const twice = await tx.document.findUnique({ where: { id: article.id }, select: { id: true } });
    if (twice) return refuse({ kind: 'alreadyThere' });

    const { id, details, raw, text } = article;
    const origin = { method: 'paste', raw, text } as const;
    const document = { id, underCheck: true, kind: 'article', details, origin } as const;
    const captureId = (await addDocument(tx, actor, document, copy)) ?? '';
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
    where: { id, underCheck: true },
    select: {
      ...detailsSelect,
      id: true,
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

/** An article that was fetched or uploaded, and whose claims nobody has had found yet. */
export type UnreadArticle = DocumentDetails & {
  readonly id: string;
  readonly revision: number;
  /** Its latest complete copy; null while there is none. */
  readonly capture: { readonly id: string; readonly n: number; readonly text: string } | null;
};

/** An article that was not read yet, or null when there is none with this id. */
export async function findUnreadArticle(id: string): Promise<UnreadArticle | null> {
  const row = await reader().document.findFirst({
    where: { id, underCheck: true, readCaptureId: null },
    select: {
      ...detailsSelect,
      id: true,
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

export const detailsSelect = {
  title: true,
  publisher: true,
  author: true,
  url: true,
  publishedOn: true,
  language: true,
} as const;

/** The days that a new reading gives the claims it made before, by claim id. */
export type NewDays = ReadonlyMap<
  string,
  { readonly saidOn: string | null; readonly eventOn: string | null }
>;

/**
 * Records the details of a document that a reviewer corrected, and the days of claims that a new
 * publication date settles.
 *
 * @returns refused as stale when somebody changed the details after this form was shown
 */
export async function recordDetails(
  of: 'article' | 'source',
  { id, revision, details }: { id: string; revision: number; details: DetailsEdit },
  newDays: NewDays,
  actor: Actor,
): Promise<Result<void, { kind: 'stale' } | { kind: 'derivedFromItself' }>> {
  return write(async (tx) => {
    const repeated = details.derivedFromId && (await findKeptDocument(tx, details.derivedFromId));
    if (repeated && (await goesBackTo(tx, repeated, id))) {
      return refuse({ kind: 'derivedFromItself' });
    }
    const row = await tx.document.findUniqueOrThrow({
      where: { id },
      omit: { readCaptureId: true, recaptureAt: true },
    });
    const { contact, ...told } = details;
    const isMoved = details.url !== row.url;
    const said = {
      ...told,
      ...(repeated && { derivedFromId: repeated }),
      ...(isMoved && { canonicalUrl: details.url && toSameAddress(details.url) }),
    };
    const { count } = await tx.document.updateMany({
      where: { id, revision },
      data: { ...said, ...(contact !== undefined && { contact }), revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    const events: EventDraft[] = [
      {
        action: `${of}.edited`,
        entity: 'document',
        entityId: id,
        documentId: id,
        before: Object.fromEntries(
          Object.keys(said).map((key) => [key, row[key as keyof typeof said] ?? null]),
        ),
        // A contact stays out of the record, which cannot forget.
        after: {
          ...said,
          ...(contact !== undefined && contact !== row.contact && { hasContact: contact !== null }),
        },
      },
    ];
    if (details.confidential !== undefined && details.confidential !== row.confidential) {
      const { confidential, confidentialReason = null } = details;
      events.push(...(await tellMerged(tx, id, { confidential, confidentialReason })));
    }
    await recordEvents(tx, actor, events);
    await recordNewDays(tx, id, newDays, actor);
    return accept(undefined);
  });
}

const CLAIMS_A_TURN = 100;

/** Gives claims the days of a new reading, and whoever looks at the desk a turn between. */
async function recordNewDays(
  tx: Tx,
  documentId: string,
  newDays: NewDays,
  actor: Actor,
): Promise<void> {
  const all = [...newDays.keys()];
  for (let from = 0; from < all.length; from += CLAIMS_A_TURN) {
    const rows = prepared<[string], DatedRow>(
      `SELECT c."id", c."status", c."saidOn", c."eventOn", c."revision"
       FROM json_each(?) j CROSS JOIN "Claim" c ON c."id" = j.value`,
      plain(tx),
    ).all(JSON.stringify(all.slice(from, from + CLAIMS_A_TURN)));
    const changed = rows.flatMap(({ status, ...was }) => {
      const days = newDays.get(was.id);
      // What is before an editor, approved or out stays as it is until somebody opens it again.
      if (!days || !isEditable(status)) return [];
      return was.saidOn === days.saidOn && was.eventOn === days.eventOn ? [] : [{ was, days }];
    });
    const updatedAt = new Date();
    updateMany(
      tx,
      'Claim',
      changed.map(({ was: { id, revision }, days: { saidOn, eventOn } }) => ({
        id,
        saidOn,
        eventOn,
        revision: revision + 1,
        updatedAt,
      })),
    );
    recordEvents(
      tx,
      actor,
      changed.map(({ was: { id, revision, ...before }, days: { saidOn, eventOn } }) => ({
        action: 'claim.datesRead',
        entity: 'claim',
        entityId: id,
        claimId: id,
        documentId,
        before,
        after: { saidOn, eventOn, revision: revision + 1 },
      })),
    );
    await new Promise(setImmediate);
  }
}

type DatedRow = {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly saidOn: string | null;
  readonly eventOn: string | null;
  readonly revision: number;
};

/** What was merged into a document is that document, so it is confidential where that is. */
async function tellMerged(
  tx: Tx,
  id: string,
  said: { readonly confidential: boolean; readonly confidentialReason: string | null },
): Promise<EventDraft[]> {
  const merged = await tx.document.findMany({
    where: { mergedIntoId: id },
    orderBy: { id: 'asc' },
    select: { id: true, confidential: true, confidentialReason: true },
  });
  const events: EventDraft[] = [];
  for (const { id: goneId, ...before } of merged) {
    await tx.document.update({
      where: { id: goneId },
      data: { ...said, revision: { increment: 1 } },
    });
    events.push({
      action: 'source.edited',
      entity: 'document',
      entityId: goneId,
      documentId: goneId,
      before,
      after: { ...said },
    });
    events.push(...(await tellMerged(tx, goneId, said)));
  }
  return events;
}

/** The details of a document, and of a source also what it is and what it repeats. */
export type DetailsEdit = DocumentDetails & {
  readonly derivedFromId?: string | null;
  readonly kind?: DocumentKind;
  readonly confidential?: boolean;
  readonly confidentialReason?: string | null;
  readonly contact?: string | null;
};

/** Whether a document is, or repeats, or repeats what repeats the other. */
export async function goesBackTo(tx: Tx, from: string, other: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let id: string | null = from; id !== null && !seen.has(id); ) {
    if (id === other) return true;
    seen.add(id);
    const row: { derivedFromId: string | null } | null = await tx.document.findUnique({
      where: { id },
      select: { derivedFromId: true },
    });
    id = row?.derivedFromId ?? null;
  }
  return false;
}

/** One line of the list of articles. */
export type ArticleLine = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly createdAt: Date;
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

/** Articles under check, newest first. `after` and `before` are ids: a page further, a page back. */
export function listArticles(
  page: { readonly after: string | null; readonly before: string | null },
  size: number,
): ArticlePage {
  const backwards = page.after === null && page.before !== null;
  const beyond = page.after ?? page.before;
  const rows = sqlite()
    .prepare<(string | number)[], ArticleRow>(
      `SELECT d."id", d."title", d."publisher", d."publishedOn", d."createdAt",
              ${COUNTS} AS "counts"
       FROM "Document" d
       WHERE d."underCheck" = 1 ${beyond ? `AND d."id" ${backwards ? '>' : '<'} ?` : ''}
       ORDER BY d."id" ${backwards ? 'ASC' : 'DESC'} LIMIT ?`,
    )
    .all(...(beyond ? [beyond] : []), size + 1);
  const more = rows.length > size;
  const shown = rows.slice(0, size);
  if (backwards) shown.reverse();
  return {
    lines: shown.map(({ counts, ...row }) => {
      const [claims = 0, suggested = 0, answered = 0] = JSON.parse(counts) as number[];
      return { ...row, claims, suggested, answered, createdAt: new Date(row.createdAt) };
    }),
    newer: (backwards ? more : page.after !== null) ? (shown[0]?.id ?? null) : null,
    older: (backwards ? beyond !== null : more) ? (shown.at(-1)?.id ?? null) : null,
  };
}

type ArticleRow = Omit<ArticleLine, 'createdAt' | 'claims' | 'suggested' | 'answered'> & {
  readonly createdAt: string;
  readonly counts: string;
};

const OFFERED_ARTICLES = 100;

/** The latest articles, to choose from in a filter. */
export function listArticleTitles(): { id: string; title: string }[] {
  return prepared<[number], { id: string; title: string }>(
    'SELECT "id", "title" FROM "Document" WHERE "underCheck" = 1 ORDER BY "id" DESC LIMIT ?',
  ).all(OFFERED_ARTICLES);
}
