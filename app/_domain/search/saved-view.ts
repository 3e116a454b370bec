import { accept, type Result, refuse } from '../result';

/** A list of claims under a name. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  /** The filters and the order, as the address of the list has them: '?status=open'. */
  readonly query: string;
  /** Whether the whole desk has it, or one person alone. */
  readonly isOfDesk: boolean;
};

/** A row of tabs that is longer is no help. Of a person, and of the desk. */
export const MOST_VIEWS = 20;
export const MAX_VIEW_NAME_LENGTH = 40;

export type RefusedView =
  | { readonly kind: 'nameTaken'; readonly name: string }
  | { readonly kind: 'tooMany'; readonly most: number };

/** Whether a new view may join those that the person sees. */
export function decideView(
  view: SavedView,
  others: readonly SavedView[],
): Result<SavedView, RefusedView> {
  const name = view.name.toLowerCase();
  const same = others.find((other) => other.name.toLowerCase() === name);
  if (same) return refuse({ kind: 'nameTaken', name: same.name });
  const beside = others.filter(({ isOfDesk }) => isOfDesk === view.isOfDesk);
  return beside.length < MOST_VIEWS ? accept(view) : refuse({ kind: 'tooMany', most: MOST_VIEWS });
}
