import type { Route } from 'next';
import type { ClaimFilter } from '#domain/claims/claim-list';
import { DUE_LABELS, KIND_LABELS, STATUS_FILTER_LABELS } from '#domain/claims/labels';
import type { Rating } from '#domain/review/rating';
import { type ClaimView, toQuery } from './address';

/** A filter that is on, in words, and the list without it. */
export type FilterChip = {
  readonly key: keyof ClaimFilter;
  readonly label: string;
  readonly value: string;
  readonly without: Route;
};

/** What the names of a filter's values are read from. */
export type FilterNames = {
  readonly ratings: readonly Rating[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** The filters that are on, each as a chip. */
export function toChips({ filter, sort }: ClaimView, names: FilterNames): FilterChip[] {
  const { status, verdict, kind, article, claimant, figure, assignee, due, words } = filter;
  const nameOf = (list: readonly { id: string; name: string }[], id: string, other: string) =>
    list.find((each) => each.id === id)?.name ?? other;
  const titles = names.articles.map(({ id, title }) => ({ id, name: title }));
  const ratings = names.ratings.map(({ key, label }) => ({ id: key, name: label }));
  const on: readonly (readonly [keyof ClaimFilter, string, string | null])[] = [
    ['words', 'Words', words && `“${words}”`],
    ['status', 'Status', status && STATUS_FILTER_LABELS[status]],
    [
      'verdict',
      'Verdict',
      verdict && (verdict === 'none' ? 'None yet' : nameOf(ratings, verdict, verdict)),
    ],
    ['kind', 'Kind', kind && KIND_LABELS[kind]],
    [
      'assignee',
      'Assignee',
      assignee &&
        (assignee === 'me'
          ? 'Me'
          : assignee === 'nobody'
            ? 'Unassigned'
            : nameOf(names.people, assignee, 'The selected person')),
    ],
    ['due', 'Due', due && DUE_LABELS[due]],
    ['figure', 'Figure', figure === null ? null : figure ? 'With a figure' : 'Without'],
    ['claimant', 'Claimant', claimant],
    ['article', 'Article', article && nameOf(titles, article, 'The selected article')],
  ];
  return on.flatMap(([key, label, value]) => {
    if (!value) return [];
    const rest = { ...filter, [key]: null };
    const order = sort === 'inText' && !rest.article ? 'newest' : sort;
    return [
      { key, label, value, without: `/claims${toQuery({ filter: rest, sort: order })}` as Route },
    ];
  });
}
