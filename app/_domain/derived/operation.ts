/** What the desk works out from figures of the evidence, in the order a form offers them. */
export const OPERATIONS = [
  'changePercent',
  'changePoints',
  'difference',
  'ratio',
  'share',
  'sum',
  'mean',
  'perHead',
  'per100000',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Each says what it does with the first figure and the second. */
export const OPERATION_LABELS: Record<Operation, string> = {
  changePercent: 'Change in per cent, from the first to the second',
  changePoints: 'Change in percentage points, from the first to the second',
  difference: 'Difference, from the first to the second',
  ratio: 'Ratio: the first divided by the second',
  share: 'Share: the first in per cent of the second',
  sum: 'Sum',
  mean: 'Mean',
  perHead: 'Rate: the first per one of the second',
  per100000: 'Rate: the first per 100,000 of the second',
};

/** The published words for operations, in the CSV report. */
export const OPERATION_WORDS: Record<Operation, string> = {
  changePercent: 'change-percent',
  changePoints: 'change-points',
  difference: 'difference',
  ratio: 'ratio',
  share: 'share',
  sum: 'sum',
  mean: 'mean',
  perHead: 'per-head',
  per100000: 'per-100000',
};

/** Whether it takes any number of figures; all others take two, in their order. */
export const takesMany = (operation: Operation): boolean =>
  operation === 'sum' || operation === 'mean';

/** As many figures as one sum may have. */
export const MOST_OPERANDS = 12;
