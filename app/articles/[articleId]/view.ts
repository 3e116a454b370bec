import type { Route } from 'next';
import {
  ARTICLE_FILTERS,
  ARTICLE_ORDERS,
  type ArticleFilter,
  type ArticleOrder,
} from '#domain/claims/arrange';
import { toOneOf } from '#http/query';

/** How the page of an article is looked at, as its address says. */
export type ArticleView = {
  readonly articleId: string;
  /** From 1; 0 for an article of one part. */
  readonly part: number;
  /** As asked for, or the first order of the article. */
  readonly order: ArticleOrder;
  readonly filters: readonly ArticleFilter[];
};

type Asked = string | string[] | undefined;

/** The order and the filters of an address; unknown values are left out, and no order is null. */
export function readArticleView(query: {
  readonly order?: Asked;
  readonly only?: Asked;
}): { readonly order: ArticleOrder | null } & Pick<ArticleView, 'filters'> {
  const asked = [query.only ?? []].flat();
  return {
    order: toOneOf(ARTICLE_ORDERS, query.order),
    filters: ARTICLE_FILTERS.filter((filter) => asked.includes(filter)),
  };
}

/** The address of the page of an article. */
export function toViewAddress({ articleId, part, order, filters }: ArticleView): Route {
  const query = new URLSearchParams([
    ...(part > 0 ? [['part', String(part)]] : []),
    ['order', order],
    ...filters.map((filter) => ['only', filter]),
  ]).toString();
  return `/articles/${articleId}?${query}` as Route;
}

/** The filters with one of them turned on or off. */
export const toggled = (
  filters: readonly ArticleFilter[],
  filter: ArticleFilter,
): readonly ArticleFilter[] =>
  filters.includes(filter) ? filters.filter((each) => each !== filter) : [...filters, filter];
