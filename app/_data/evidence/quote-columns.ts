import type { QuoteChange } from '#domain/quotes/differences';
import type { QuotePlace } from '#domain/quotes/find-quote';

/** The columns that say where a quote was found; all null where it was not looked for. */
export const toFindColumns = (find: QuotePlace | null) => ({
  quoteFound: find?.found ?? null,
  start: find === null || find.found === 'absent' ? null : find.start,
  end: find === null || find.found === 'absent' ? null : find.end,
  quoteScore: find === null || find.found === 'absent' ? null : find.score,
  quoteChange: find?.found === 'fuzzy' ? find.change : null,
});

/** The same read back; null where the quote was not looked for. */
export function toQuotePlace({
  quoteFound,
  start,
  end,
  quoteScore,
  quoteChange,
}: {
  readonly quoteFound: 'exact' | 'fuzzy' | 'absent' | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quoteScore: number | null;
  readonly quoteChange: QuoteChange | null;
}): QuotePlace | null {
  if (quoteFound === null) return null;
  if (start === null || end === null || quoteFound === 'absent') return { found: 'absent' };
  return quoteFound === 'exact'
    ? { found: quoteFound, start, end, score: 1 }
    : // Before the kind of difference was stored, only typography could differ.
      {
        found: quoteFound,
        start,
        end,
        score: quoteScore ?? 0,
        change: quoteChange ?? 'typography',
      };
}
