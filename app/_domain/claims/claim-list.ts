import { type Day, parseDay } from '../day';
import { CLAIM_STATUSES, type ClaimStatus, isUnderWork, type Priority } from './claim';
import type { ClaimKind } from './kind';

/** A status, or the two in which somebody is at work or should be. */
export const STATUS_FILTERS = [...CLAIM_STATUSES, 'underWork'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** The statuses that a filter lets through. */
export const statusesOf = (filter: StatusFilter): readonly ClaimStatus[] =>
  filter === 'underWork' ? CLAIM_STATUSES.filter(isUnderWork) : [filter];

export const DUE_FILTERS = ['overdue', 'dated', 'again'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** Which claims a list shows; null is no restriction. */
export type ClaimFilter = {
  readonly status: StatusFilter | null;
  /** The key of a rating, or 'none' for claims without a verdict. */
  readonly verdict: string | null;
  readonly kind: ClaimKind | null;
  readonly article: string | null;
  /** Words in the claimant's name. */
  readonly claimant: string | null;
  readonly figure: boolean | null;
  /** The id of the assignee, 'nobody', or 'me': see filterForReader. */
  readonly assignee: string | null;
  /** Past its due day, with one at all, or to be looked at again since a source changed. */
  readonly due: DueFilter | null;
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
  assignee: null,
  due: null,
  words: null,
};

/** The filter with the reader's own id for 'me': an address says 'me', so that it means its reader. */
export const filterForReader = (filter: ClaimFilter, personId: string): ClaimFilter =>
  filter.assignee === 'me' ? { ...filter, assignee: personId } : filter;

/** The orders of any list of claims. */
export const CLAIM_SORTS = ['newest', 'oldest', 'checkWorthy', 'changed', 'due'] as const;
/** Claims of one article can be in the order of its text as well. */
export type ClaimSort = (typeof CLAIM_SORTS)[number] | 'inText';

/** The orders that a list can have. */
export const sortsOf = ({ article }: ClaimFilter): readonly ClaimSort[] =>
  article ? ['inText', ...CLAIM_SORTS] : CLAIM_SORTS;

/** The order of a list that nobody chose: an article is read from its beginning. */
export const defaultSort = ({ article }: ClaimFilter): ClaimSort => (article ? 'inText' : 'newest');

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
  readonly revision: number;
  readonly priority: Priority;
  readonly dueOn: Day | null;
  readonly assignee: string | null;
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
  /** How many pieces of evidence support it, refute it, and do neither. */
  readonly supporting: number;
  readonly refuting: number;
  readonly otherEvidence: number;
};

/** Lists are counted up to here: who looks at more than ten thousand rows needs no exact number. */
export const COUNTED = 10_000;

/** A number of things that were counted up to one more than COUNTED: '142', or 'over 10,000'. */
export const countInWords = (count: number): string =>
  count > COUNTED ? `over ${COUNTED.toLocaleString('en')}` : count.toLocaleString('en');

export type ClaimPage = {
  readonly lines: readonly ClaimLine[];
  /** Null where counting would take longer than the list. */
  readonly total: number | null;
  /** Whether the total is the number itself; else it was counted up to one more than COUNTED. */
  readonly isExact: boolean;
  readonly previous: SortKey | null;
  readonly next: SortKey | null;
};

/** Stands for no due day in a key: in that order, such claims come last. */
export const NO_DUE_DAY = 'none';

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
  if (sort === 'due') {
    const isKey = match[1] === NO_DUE_DAY || parseDay(match[1]).ok;
    return isKey ? { value: match[1], number } : null;
  }
  const value = Number(match[1]);
  return Number.isFinite(value) ? { value, number } : null;
}
