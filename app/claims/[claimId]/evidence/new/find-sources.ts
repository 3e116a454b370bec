import { listSourcePage } from '#data/documents/sources';
import { dayInWords } from '#domain/day';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import type { FoundSource } from './found-source';

const MOST_FOUND = 8;

/** Earlier sources with these words in their title, publisher or address, the newest first. */
export function findSources(words: string, seesConfidential: boolean): FoundSource[] {
  const { lines } = listSourcePage(
    { words, seesConfidential },
    { after: null, before: null },
    MOST_FOUND,
  );
  return lines.map(({ id, title, kind, publisher, publishedOn }) => ({
    id,
    title,
    about: [DOCUMENT_KIND_LABELS[kind], publisher, publishedOn && dayInWords(publishedOn)]
      .filter(Boolean)
      .join(', '),
    words: null,
  }));
}
