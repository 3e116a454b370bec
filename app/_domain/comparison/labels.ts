import type { ComparisonResult } from './result';

export const COMPARISON_LABELS: Record<ComparisonResult, string> = {
  notComparable: 'Not comparable',
  differentMeasure: 'Different measure',
  outdated: 'Outdated',
  match: 'Matches',
  roundsTo: 'Rounded',
  within: 'Within',
  understates: 'Understates',
  overstates: 'Overstates',
  differs: 'Differs',
};
