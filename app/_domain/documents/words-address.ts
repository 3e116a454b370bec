const WHOLE_WORDS = 12;
const EDGE_WORDS = 5;

/**
 * The address that leads to words in a document, where a browser can: to the page of a PDF, or to the
 * words themselves (a text fragment, `#:~:text=`).
 *
 * @param words  as the copy has them
 * @param page  of a file with pages, from 1
 */
export function toWordsAddress(
  url: string,
  { words, page }: { readonly words: string; readonly page: number | null },
): string {
  const address = url.replace(/#.*$/s, '');
  if (page !== null) return `${address}#page=${page}`;
  const all = words.trim().split(/\s+/).filter(Boolean);
  if (all.length === 0) return url;
  const isShort = all.length <= WHOLE_WORDS && !/\n/.test(words.trim());
  const parts = isShort ? [all] : [all.slice(0, EDGE_WORDS), all.slice(-EDGE_WORDS)];
  return `${address}#:~:text=${parts.map((each) => encode(each.join(' '))).join(',')}`;
}

/** In a text fragment a hyphen, a comma and an ampersand have a meaning of their own. */
const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The page on which a place of a text is, from 1; null for a text without pages.
 *
 * @param starts  where each page begins in the text, ascending
 */
export function pageAt(starts: readonly number[] | undefined, place: number): number | null {
  if (!starts || starts.length === 0) return null;
  let page = 0;
  while (page < starts.length && (starts[page] as number) <= place) page++;
  return Math.max(1, page);
}
