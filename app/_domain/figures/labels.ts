import type { Qualifier, Statistic } from './figure';

export const QUALIFIER_LABELS: Record<Qualifier, string> = {
  exact: 'exactly as written',
  about: 'about',
  nearly: 'nearly',
  justOver: 'just over',
  over: 'over',
  atLeast: 'at least',
  under: 'under',
  atMost: 'at most',
  upTo: 'up to',
  between: 'between two figures',
  order: 'an order (“dozens”)',
};

export const STATISTIC_LABELS: Record<Statistic, string> = {
  count: 'Count',
  total: 'Total',
  mean: 'Mean',
  median: 'Median',
  rate: 'Rate',
  change: 'Change',
  percent: 'Percent',
  points: 'Percentage points',
  ratio: 'Ratio',
  rank: 'Rank',
};
