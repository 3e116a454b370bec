import { claimCode } from '../claims/claim';
import type { Directness, Stance } from '../evidence/stance';
import type { QuoteChange } from '../quotes/differences';
import { QUOTE_CHANGE_LABELS } from '../quotes/labels';
import type { CsvCell } from './csv';

/** The result of the search for a quote, as a report shows it. */
export type ReportedFind = {
  /** Null where there is no copy to look in, as of an interview. */
  readonly quoteFound: 'exact' | 'fuzzy' | 'absent' | 'waiting' | null;
  readonly quoteChange: QuoteChange | null;
};

/** One piece of evidence as the report has it. */
export type EvidenceReport = ReportedFind & {
  readonly number: number;
  readonly claim: string;
  readonly quote: string;
  /** 0 to 1, of a quote that is written differently. */
  readonly quoteScore: number | null;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly note: string | null;
  readonly sourceKind: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  /** Sources with the same origin are not independent of each other: see toOrigin. */
  readonly origin: string;
  readonly capturedAt: string | null;
  readonly captureSha256: string | null;
  readonly textSha256: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
  /** Of a file with pages, from 1. */
  readonly page: number | null;
  /** The answer of a reviewer; null where nobody was asked. */
  readonly independent: boolean | null;
};

type Column = {
  readonly name: string;
  readonly cell: (row: EvidenceReport, desk: { readonly origin: string }) => CsvCell;
};

/** The columns of evidence.csv, in their order. New ones go to the end. */
export const EVIDENCE_COLUMNS: readonly Column[] = [
  { name: 'claim id', cell: ({ number }) => claimCode(number) },
  { name: 'claim url', cell: ({ number }, { origin }) => `${origin}/claims/${claimCode(number)}` },
  { name: 'claim', cell: ({ claim }) => claim },
  { name: 'stance', cell: ({ stance }) => stance },
  { name: 'directness', cell: ({ directness }) => directness },
  { name: 'quote', cell: ({ quote }) => quote },
  { name: 'quote in source', cell: findInWords },
  { name: 'score', cell: ({ quoteScore }) => quoteScore && Math.round(quoteScore * 100) / 100 },
  { name: 'note', cell: ({ note }) => note },
  { name: 'source kind', cell: ({ sourceKind }) => sourceKind },
  { name: 'source title', cell: ({ sourceTitle }) => sourceTitle },
  { name: 'source url', cell: ({ sourceUrl }) => sourceUrl },
  { name: 'publisher', cell: ({ publisher }) => publisher },
  { name: 'published on', cell: ({ publishedOn }) => publishedOn },
  { name: 'origin', cell: ({ origin }) => origin },
  { name: 'captured at', cell: ({ capturedAt }) => capturedAt },
  { name: 'source SHA-256', cell: ({ captureSha256 }) => captureSha256 },
  { name: 'text SHA-256', cell: ({ textSha256 }) => textSha256 },
  { name: 'added by', cell: ({ addedBy }) => addedBy },
  { name: 'added at', cell: ({ addedAt }) => addedAt },
  { name: 'page', cell: ({ page }) => page },
  {
    name: 'independent',
    cell: ({ independent }) => (independent === null ? null : independent ? 'yes' : 'no'),
  },
];

/** How a quote stands in the copy of its source, in capitals where it does not. */
export function findInWords({ quoteFound, quoteChange }: ReportedFind): string | null {
  if (quoteFound === null) return null;
  if (quoteFound === 'waiting') return 'NOT CHECKED YET';
  if (quoteFound === 'absent') return 'NOT IN THE COPY';
  if (quoteFound === 'exact') return 'found';
  return `written differently: ${QUOTE_CHANGE_LABELS[quoteChange ?? 'typography']}`;
}
