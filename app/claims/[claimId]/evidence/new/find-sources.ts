import { listSourcePage } from '#data/documents/sources';
import { listFound } from '#data/search/found-rows';
import { listHits } from '#data/search/search-desk';
import { dayInWords } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import { excerptOf } from '#domain/search/excerpt';
import { toSearchWords } from '#domain/search/search';
import type { FoundSource } from './found-source';

const MOST_FOUND = 8;

/**
 * Earlier sources with these words: first those that have them in their title, publisher or address, the
 * newest first; then those of which a copy has them, the best first.
 */
export function findSources(typed: string, seesConfidential: boolean): FoundSource[] {
  const { lines } = listSourcePage(
    { words: typed, seesConfidential },
    { after: null, before: null },
    MOST_FOUND,
  );
  const named = lines.map(({ id, title, kind, publisher, publishedOn }) => ({
    id,
    title,
    about: [DOCUMENT_KIND_LABELS[kind], publisher, publishedOn && dayInWords(publishedOn)]
      .filter(Boolean)
      .join(', '),
    words: null,
  }));
  const known = new Set(named.map(({ id }) => id));
  const inCopies = findInCopies(typed, seesConfidential).filter(
    ({ id }) => !known.has(id) && known.add(id),
  );
  return [...named, ...inCopies].slice(0, MOST_FOUND);
}

function findInCopies(typed: string, seesConfidential: boolean): FoundSource[] {
  const words = toSearchWords(typed);
  if (words.length === 0) return [];
  const hits = listHits('copy', { words, seesConfidential }, 0, MOST_FOUND);
  return listFound(hits).flatMap(({ sourceId, isArticle, title, by, text }) =>
    sourceId === null || isArticle
      ? []
      : [
          {
            id: sourceId,
            title: title ?? '',
            about: by ?? '',
            words: excerptOf(text, words)
              .runs.map((run) => run.text)
              .join(''),
          },
        ],
  );
}
