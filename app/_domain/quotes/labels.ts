import type { QuoteChange } from './differences';

/** What differs between a quote and its source, after "written differently: ". */
export const QUOTE_CHANGE_LABELS: Record<QuoteChange, string> = {
  typography: 'punctuation only',
  omission: 'words left out',
  insertion: 'words put in',
  words: 'other words',
  negation: 'a “not” more or less',
  figure: 'another figure',
};
