import type { ClaimStatus } from './claim';
import type { ClaimKind } from './kind';

/** How much a claim is worth checking, in three steps. */
export type Worth = 'high' | 'medium' | 'low';

// The engine counts a sentence as worth checking from a half on. In the sample story about half of the
// suggestions are high, a quarter medium and a quarter low.
const [HIGH_FROM, MEDIUM_FROM] = [0.8, 0.5];

/** @param score  check-worthiness, 0 to 1 */
export function worthOf(score: number): Worth {
  if (score >= HIGH_FROM) return 'high';
  return score >= MEDIUM_FROM ? 'medium' : 'low';
}

/** In which order the claims of an article are listed. */
export const ARTICLE_ORDERS = ['text', 'worth'] as const;
export type ArticleOrder = (typeof ARTICLE_ORDERS)[number];

// Thirty suggestions are read through in a few minutes; of more, the best must come first.
const MOST_READ_THROUGH = 30;

/**
 * The order in which claims are listed until a person asks for another. It rests on all claims, so that
 * no decision turns the list round.
 */
export const firstOrder = (claims: readonly unknown[]): ArticleOrder =>
  claims.length > MOST_READ_THROUGH ? 'worth' : 'text';

/** Which claims of an article are listed: those that pass every chosen filter. */
export const ARTICLE_FILTERS = [
  'undecided',
  'figures',
  'quotes',
  'noClaimant',
  'notClear',
] as const;
export type ArticleFilter = (typeof ARTICLE_FILTERS)[number];

/** What of a claim decides whether and where it is listed. */
export type Arrangeable = {
  readonly status: ClaimStatus;
  readonly kind: ClaimKind;
  readonly claimant: unknown;
  readonly leansOn: string | null;
  readonly checkWorthiness: number;
  readonly quantities: readonly unknown[];
  readonly appearance: { readonly exact: string };
};

const PASSES: Record<ArticleFilter, (claim: Arrangeable) => boolean> = {
  undecided: ({ status }) => status === 'suggested',
  figures: ({ quantities }) => quantities.length > 0,
  quotes: ({ kind, appearance }) => kind === 'quote' || /["“”«»]/.test(appearance.exact),
  noClaimant: ({ claimant }) => claimant === null,
  notClear: ({ leansOn }) => leansOn !== null,
};

/** The claims that pass every one of these filters, in their order. */
export const passing = <Claim extends Arrangeable>(
  claims: readonly Claim[],
  filters: readonly ArticleFilter[],
): Claim[] => claims.filter((claim) => filters.every((filter) => PASSES[filter](claim)));

/**
 * The claims in the order that was asked for. By worth, suggestions that are hardly worth checking are
 * folded away, while decided claims stay where they are.
 *
 * @param claims  in the order of the text
 */
export function arrange<Claim extends Arrangeable>(
  claims: readonly Claim[],
  order: ArticleOrder,
): { readonly shown: readonly Claim[]; readonly folded: readonly Claim[] } {
  if (order === 'text') return { shown: claims, folded: [] };
  const ranked = claims.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness);
  const isFolded = ({ status, checkWorthiness }: Claim) =>
    status === 'suggested' && worthOf(checkWorthiness) === 'low';
  const shown = ranked.filter((claim) => !isFolded(claim));
  // Nothing but such suggestions: folding all of them away would show an empty list.
  if (shown.length === 0) return { shown: ranked, folded: [] };
  return { shown, folded: ranked.filter(isFolded) };
}
