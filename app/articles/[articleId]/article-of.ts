import { cache } from 'react';
import { findArticle } from '#data/documents/articles';
import { toId } from '#http/query';

/** The article that an address names, or null. Its text may be long: read once a request. */
export const findArticleOf = cache(async (part: string) => {
  const id = toId(part);
  return id === null ? null : findArticle(id);
});
