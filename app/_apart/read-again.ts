import type { ReadClaim } from '#domain/claims/reading';
import { decideReread, type Reread, type StoredClaim } from '#domain/claims/reread';
import { type Choice, MOST_UNASKED } from '#domain/claims/suggestion-choice';
import { extractInParts, type ReadingOptions } from '#engine/extract';
import { MostWorth } from './most-worth';

export type AgainRequest = {
  readonly options: ReadingOptions;
  readonly choice: Choice | null;
};

/** What reading again gives, in this order: how far it is, the count once, then what it does. */
export type AgainPart =
  | { readonly is: 'share'; readonly read: number }
  /** How many statements the text has; `toWrite` is null where somebody is to be asked first. */
  | { readonly is: 'counted'; readonly found: number; readonly toWrite: number | null }
  /** Always at least one. Unchanged claims are given as their number, with the last part. */
  | {
      readonly is: 'changes';
      readonly reread: Omit<Reread, 'unchanged'>;
      readonly isLast: boolean;
      readonly unchanged: number;
    };

const CHANGES_A_PART = 100;

/** Reads an article again and decides the changes to the stored claims. */
export function* decideReading(
  text: string,
  { options, choice }: AgainRequest,
  stored: readonly StoredClaim[],
): Generator<AgainPart> {
  const claims: ReadClaim[] = [];
  for (const part of extractInParts(text, options)) {
    claims.push(...part.claims);
    yield { is: 'share', read: part.end / Math.max(1, text.length) };
  }
  const decided = decideReread(stored, { claims });
  const asks = choice === null && decided.adds.length > MOST_UNASKED;
  const adds = asks ? [] : chosenOf(decided.adds, claims, choice);
  const work = { ...decided, adds };
  const toWrite = adds.length + work.changes.length + work.dismissals.length;
  yield { is: 'counted', found: claims.length, toWrite: asks ? null : toWrite };
  if (asks) return;
  yield* inParts(work);
}

/** The new claims that a first reading with the same choice would have stored. */
function chosenOf(
  adds: readonly ReadClaim[],
  claims: readonly ReadClaim[],
  choice: Choice | null,
): readonly ReadClaim[] {
  if (choice === 'none') return [];
  if (choice !== 'mostWorth') return adds;
  const best = new MostWorth<ReadClaim>(MOST_UNASKED);
  for (const claim of claims) best.add(claim, claim.checkWorthiness);
  const chosen = new Set(best.inOrder());
  return adds.filter((claim) => chosen.has(claim));
}

function* inParts({ adds, changes, dismissals, unchanged }: Reread): Generator<AgainPart> {
  const most = Math.max(adds.length, changes.length, dismissals.length);
  for (let from = 0; from === 0 || from < most; from += CHANGES_A_PART) {
    const part = <Item>(of: readonly Item[]) => of.slice(from, from + CHANGES_A_PART);
    yield {
      is: 'changes',
      reread: { adds: part(adds), changes: part(changes), dismissals: part(dismissals) },
      isLast: from + CHANGES_A_PART >= most,
      unchanged: unchanged.length,
    };
  }
}
