import type { ReadFigure } from '#domain/claims/reading';
import type { QuotePlace } from '#domain/quotes/find-quote';
import { extract } from '#engine/extract';

/** The figures in a quote, placed in the source's text where the quote was found in it. */
export function readFiguresIn(
  quote: string,
  find: QuotePlace,
  publishedOn: string | null,
): ReadFigure[] {
  const { quantities } = extract(quote, { publishedOn, language: null });
  const shift = find.found === 'exact' ? find.start : 0;
  return quantities.map((figure) => ({
    ...figure,
    start: figure.start + shift,
    end: figure.end + shift,
  }));
}
