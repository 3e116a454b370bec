import { accept, type Result } from '#domain/result';
import { decideView, type RefusedView, type SavedView } from '#domain/search/saved-view';
import { prepared, type Tx, write } from '../database/db';
import { type Actor, event, recordEvents } from '../record/record-events';

/** The views of the desk, then those of this person, each in the order in which they were saved. */
export function listSavedViews(personId: string): SavedView[] {
  const of = (whose: string, ...values: string[]) =>
    prepared<string[], Omit<SavedView, 'isOfDesk'> & { isOfDesk: number }>(
      `SELECT "id", "name", "query", "ownerId" IS NULL AS "isOfDesk" FROM "SavedView"
       WHERE ${whose} ORDER BY "id"`,
    ).all(...values);
  return [...of('"ownerId" IS NULL'), ...of('"ownerId" = ?', personId)].map((row) => ({
    ...row,
    isOfDesk: row.isOfDesk === 1,
  }));
}

/** Saves a view, once for a form that is sent twice. */
export async function recordSavedView(
  view: SavedView,
  actor: Actor & { userId: string },
): Promise<Result<SavedView, RefusedView>> {
  return write(async (tx) => {
    const others = await viewsOf(tx, actor.userId);
    if (others.some(({ id }) => id === view.id)) return accept(view);
    const decided = decideView(view, others);
    if (!decided.ok) return decided;
    const { id, name, query, isOfDesk } = view;
    await tx.savedView.create({
      data: { id, name, query, ownerId: isOfDesk ? null : actor.userId },
    });
    await recordEvents(tx, actor, [event('view.saved', id, { after: { name, query, isOfDesk } })]);
    return decided;
  });
}

/**
 * Removes a view of this person, or one of the desk.
 *
 * @param mayRemoveOfDesk  whether the person may remove those of the desk
 * @returns whether there was one to remove
 */
export async function recordViewRemoval(
  id: string,
  mayRemoveOfDesk: boolean,
  actor: Actor & { userId: string },
): Promise<boolean> {
  return write(async (tx) => {
    const view = (await viewsOf(tx, actor.userId)).find((each) => each.id === id);
    if (!view || (view.isOfDesk && !mayRemoveOfDesk)) return false;
    const { name, query, isOfDesk } = view;
    await tx.savedView.delete({ where: { id } });
    await recordEvents(tx, actor, [
      event('view.removed', id, { before: { name, query, isOfDesk }, after: { name: null } }),
    ]);
    return true;
  });
}

async function viewsOf(tx: Tx, personId: string): Promise<SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { OR: [{ ownerId: null }, { ownerId: personId }] },
  });
  return rows.map(({ id, name, query, ownerId }) => ({
    id,
    name,
    query,
    isOfDesk: ownerId === null,
  }));
}
