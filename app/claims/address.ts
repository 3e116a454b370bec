import {
  type ClaimFilter,
  type ClaimSort,
  DUE_FILTERS,
  defaultSort,
  NO_FILTER,
  type PageKey,
  parseSortKey,
  STATUS_FILTERS,
  sortsOf,
} from '#domain/claims/claim-list';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { toId, toOneOf, toText } from '#http/query';

type Query = { readonly [part: string]: string | string[] | undefined };

export type ClaimView = { readonly filter: ClaimFilter; readonly sort: ClaimSort };

/** The list that an address asks for; what it asks for that there cannot be is left out. */
export function readView(query: Query): ClaimView {
  const filter: ClaimFilter = {
    status: toOneOf(STATUS_FILTERS, query.status),
    verdict: toText(query.verdict, 40),
    kind: toOneOf(CLAIM_KINDS, query.kind),
    article: toId(query.article),
    claimant: toText(query.claimant),
    figure: query.figure === 'yes' ? true : query.figure === 'no' ? false : null,
    assignee: toOneOf(['me', 'nobody'], query.assignee) ?? toId(query.assignee),
    due: toOneOf(DUE_FILTERS, query.due),
    words: toText(query.words),
  };
  return { filter, sort: toOneOf(sortsOf(filter), query.sort) ?? defaultSort(filter) };
}

/** Which page of it. */
export function readPage(query: Query, sort: ClaimSort): PageKey {
  if (query.page === 'last') return { at: 'last' };
  for (const at of ['after', 'before'] as const) {
    const part = query[at];
    const key = typeof part === 'string' ? parseSortKey(part, sort) : null;
    if (key) return { at, key };
  }
  return { at: 'first' };
}

/** The view as an address has it: only what differs from the plain list. */
export function toQuery({ filter, sort }: ClaimView, page: Record<string, string> = {}): string {
  const parts = new URLSearchParams();
  for (const key of Object.keys(NO_FILTER) as (keyof ClaimFilter)[]) {
    const value = filter[key];
    if (value !== null) parts.set(key, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
  }
  if (sort !== defaultSort(filter)) parts.set('sort', sort);
  for (const [key, value] of Object.entries(page)) parts.set(key, value);
  const query = parts.toString();
  return query && `?${query}`;
}
