import type { Span } from '#domain/texts/annotation';

/** Words put in the place of others, in UTF-16 offsets of the text; an empty span inserts. */
export type Edit = Span & { readonly words: string };

/** The words of a span with its edits made; those that reach out of it are left. */
export function withEdits(text: string, { start, end }: Span, edits: readonly Edit[]): string {
  let at = start;
  let words = '';
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > end) continue;
    words += text.slice(at, edit.start) + edit.words;
    at = edit.end;
  }
  return words + text.slice(at, end);
}
