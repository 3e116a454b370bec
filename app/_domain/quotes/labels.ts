import type { QuoteChange } from './differences';

/** What differs between a quote and its source, after "written differently: ". */
export const QUOTE_CHANGE_LABELS: Record<QuoteChange, string> = {
  typography: 'punctuation only',
  omission: 'words left out, as the quote says',
  insertion: 'words put in, as the quote says',
  words: 'other words',
  negation: 'a “not” more or less',
  figure: 'another figure',
};
