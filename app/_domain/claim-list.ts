import type { ClaimStatus } from './claim';
import type { ClaimKind } from './kind';

/** Which claims a list shows; null is no restriction. */
export type ClaimFilter = {
  readonly status: ClaimStatus | null;
  /** The key of a rating, or 'none' for claims without a verdict. */
  readonly verdict: string | null;
  readonly kind: ClaimKind | null;
  readonly article: string | null;
  /** Words in the claimant's name. */
  readonly claimant: string | null;
  readonly figure: boolean | null;
  /** Words in the claim or in the article's own words, or the code of one claim. */
  readonly words: string | null;
};

export const NO_FILTER: ClaimFilter = {
  status: null,
  verdict: null,
  kind: null,
  article: null,
  claimant: null,
  figure: null,
  words: null,
};

export const CLAIM_SORTS = ['newest', 'oldest', 'checkWorthy', 'changed'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

/** Where a page of a list begins: beside the claim whose key this is, or at an end of the list. */
export type PageKey =
  | { readonly at: 'first' }
  | { readonly at: 'last' }
  | { readonly at: 'after' | 'before'; readonly key: SortKey };

/** A claim's place in a sorted list. The number settles what the sort leaves equal. */
export type SortKey = { readonly value: string | number; readonly number: number };

/** One line of the list of claims. */
export type ClaimLine = {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly status: ClaimStatus;
  readonly checkWorthiness: number;
  readonly updatedAt: Date;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly claimant: string | null;
  readonly figure: string | null;
  readonly figureCount: number;
  readonly ratingKey: string | null;
  readonly rating: string | null;
  readonly averitecLabel: string | null;
};

export type ClaimPage = {
  readonly lines: readonly ClaimLine[];
  /** Null where counting would take longer than the list. */
  readonly total: number | null;
  readonly previous: SortKey | null;
  readonly next: SortKey | null;
};

/** The key as it stands in an address: '142' or '0.913~142'. */
export const formatSortKey = ({ value, number }: SortKey) => `${value}~${number}`;

/** @returns null for text that is no key of this sort, however it came into the address */
export function parseSortKey(text: string, sort: ClaimSort): SortKey | null {
  const match = /^(.{1,40})~(\d{1,9})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const number = Number(match[2]);
  if (sort === 'changed') {
    return Number.isNaN(Date.parse(match[1])) ? null : { value: match[1], number };
  }
  const value = Number(match[1]);
  return Number.isFinite(value) ? { value, number } : null;
}
