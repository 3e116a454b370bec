/** The kinds of hits, in the order in which they are shown. */
export const SEARCH_KINDS = [
  'claim',
  'claimant',
  'explanation',
  'quote',
  'comment',
  'article',
  'source',
  'copy',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_KIND_LABELS: Readonly<Record<SearchKind, string>> = {
  claim: 'Claims',
  claimant: 'Claimants',
  explanation: 'Explanations',
  quote: 'Quotes',
  comment: 'Comments',
  article: 'Articles',
  source: 'Sources',
  copy: 'Text of copies',
};

/** A stretch of an excerpt, and whether it is among the words of the search. */
export type ExcerptRun = { readonly text: string; readonly isFound: boolean };

/** What a search looks for: words in any order, and phrases that were put in quotation marks. */
export type SearchWords = readonly (readonly string[])[];

const MOST_TERMS = 12;

/** The words and phrases of a search; empty for text without a letter or a digit. */
export function toSearchWords(text: string): SearchWords {
  const parts = text.match(/"[^"]*"|“[^”]*”|[^\s"“”]+/g) ?? [];
  return parts
    .map((part) => part.match(WORDS) ?? [])
    .filter((words) => words.length > 0)
    .slice(0, MOST_TERMS);
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** The search as FTS5 wants it: each word or phrase in quotation marks, so that none is an operator. */
export const toSearchMatch = (words: SearchWords): string =>
  words.map((phrase) => `"${phrase.join(' ')}"`).join(' AND ');
