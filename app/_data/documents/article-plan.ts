import type { Day } from '#domain/day';
import { accept, type Result, refuse } from '#domain/result';
import { reader, write } from '../database/db';
import { type Actor, event, recordEvents } from '../record/record-events';

/** Who works on an article, and by which day. */
export type ArticlePlan = { readonly assigneeId: string | null; readonly dueOn: Day | null };

/** How an article stands beside its text and its claims. */
export type ArticleStanding = ArticlePlan & {
  readonly assignee: string | null;
  readonly archivedAt: Date | null;
  readonly sample: boolean;
};

const planSelect = {
  assigneeId: true,
  dueOn: true,
  archivedAt: true,
  removedAt: true,
  sample: true,
} as const;

/** The plan of an article, and whether it is archived. */
export async function findArticleStanding(id: string): Promise<ArticleStanding> {
  const {
    assignee,
    removedAt: _,
    ...row
  } = await reader().document.findUniqueOrThrow({
    where: { id },
    select: { ...planSelect, assignee: { select: { name: true } } },
  });
  return { ...row, assignee: assignee?.name ?? null };
}

/** Whether nothing was decided on an article, so that it may be removed. */
export const isArticleRemovable = async (id: string): Promise<boolean> =>
  (await findDecided(reader(), id)) === null;

type Read = Pick<ReturnType<typeof reader>, 'claim' | 'evidence'>;

/** A claim of the article on which a person decided, or evidence that is based on it; null for none. */
const findDecided = async (from: Read, articleId: string) =>
  (await from.claim.findFirst({
    where: { articleId, status: { not: 'suggested' } },
    select: { id: true },
  })) ??
  (await from.evidence.findFirst({ where: { documentId: articleId }, select: { id: true } }));

type Refused<Kind extends string> = Result<void, { kind: Kind | 'noSuchArticle' }>;

/** Gives an article an assignee and a due date; refused for a person who may not check claims. */
export async function recordArticlePlan(
  id: string,
  plan: ArticlePlan,
  actor: Actor,
): Promise<Refused<'noSuchAssignee'>> {
  return write(async (tx) => {
    const row = await tx.document.findFirst({
      where: { id, underCheck: true, removedAt: null },
      select: planSelect,
    });
    if (!row) return refuse({ kind: 'noSuchArticle' });
    const { assigneeId, dueOn } = row;
    if (plan.assigneeId === assigneeId && plan.dueOn === dueOn) return accept(undefined);
    const person =
      plan.assigneeId === null ||
      plan.assigneeId === assigneeId ||
      (await tx.user.findFirst({
        where: { id: plan.assigneeId, active: true, role: { not: 'viewer' } },
        select: { id: true },
      }));
    if (!person) return refuse({ kind: 'noSuchAssignee' });
    await tx.document.update({ where: { id }, data: plan });
    await recordEvents(tx, actor, [
      event('article.planned', id, { before: { assigneeId, dueOn }, after: { ...plan } }),
    ]);
    return accept(undefined);
  });
}

/**
 * Takes an article out of lists and numbers, or back into them. What is there already is left as it is.
 */
export async function recordArchiving(
  id: string,
  isArchived: boolean,
  actor: Actor,
): Promise<Refused<never>> {
  return write(async (tx) => {
    const row = await tx.document.findFirst({
      where: { id, underCheck: true, removedAt: null },
      select: planSelect,
    });
    if (!row) return refuse({ kind: 'noSuchArticle' });
    if ((row.archivedAt !== null) === isArchived) return accept(undefined);
    const archivedAt = isArchived ? new Date() : null;
    await tx.document.update({ where: { id }, data: { archivedAt } });
    const after = { archivedAt: archivedAt?.toISOString() ?? null };
    await recordEvents(tx, actor, [
      event(isArchived ? 'article.archived' : 'article.unarchived', id, { after }),
    ]);
    return accept(undefined);
  });
}

/** Removes an article on which nothing was decided; its text and events stay in the record. */
export async function recordRemoval(id: string, actor: Actor): Promise<Refused<'decided'>> {
  return write(async (tx) => {
    const row = await tx.document.findFirst({
      where: { id, underCheck: true },
      select: planSelect,
    });
    if (!row) return refuse({ kind: 'noSuchArticle' });
    if (row.removedAt !== null) return accept(undefined);
    if (await findDecided(tx, id)) return refuse({ kind: 'decided' });
    const at = new Date();
    await tx.document.update({ where: { id }, data: { archivedAt: at, removedAt: at } });
    const [archivedAt, removedAt] = [at.toISOString(), at.toISOString()];
    await recordEvents(tx, actor, [
      event('article.removed', id, { after: { archivedAt, removedAt } }),
    ]);
    return accept(undefined);
  });
}
