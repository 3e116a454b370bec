import type { ArticleFilter, ArticleOrder } from './arrange';
import type { ClaimStatus, DismissReason, Priority } from './claim';
import type { ClaimSort, DueFilter, StatusFilter } from './claim-list';
import type { ClaimKind } from './kind';

export const STATUS_LABELS: Record<ClaimStatus, string> = {
  suggested: 'Suggested',
  open: 'Open',
  checking: 'Checking',
  inReview: 'In review',
  approved: 'Approved',
  published: 'Published',
  withdrawn: 'Withdrawn',
  dismissed: 'Dismissed',
};

export const KIND_LABELS: Record<ClaimKind, string> = {
  figure: 'Figure',
  event: 'Event',
  quote: 'Quote',
  superlative: 'Superlative',
  comparison: 'Comparison',
  cause: 'Cause',
  position: 'Position',
  prediction: 'Prediction',
  attribute: 'Attribute',
  opinion: 'Opinion',
};

export const DISMISS_LABELS: Record<DismissReason, string> = {
  opinion: 'Opinion',
  prediction: 'Prediction',
  notCheckable: 'Not checkable',
  trivial: 'Trivial',
  misread: 'Misread',
  duplicate: 'Duplicate',
};

export const ORDER_LABELS: Record<ArticleOrder, string> = {
  text: 'In the order of the text',
  worth: 'Worth checking first',
};

export const ARTICLE_FILTER_LABELS: Record<ArticleFilter, string> = {
  undecided: 'To decide',
  figures: 'Figures',
  quotes: 'Quotes',
  noClaimant: 'No claimant',
  notClear: 'Unclear words',
};

export const SORT_LABELS: Record<ClaimSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  checkWorthy: 'Most check-worthy first',
  changed: 'Last changed first',
  due: 'Due first',
  inText: 'In the order of the text',
};

export const PRIORITY_LABELS: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
};

export const STATUS_FILTER_LABELS: Record<StatusFilter, string> = {
  ...STATUS_LABELS,
  underWork: 'Open or checking',
};

export const DUE_LABELS: Record<DueFilter, string> = {
  overdue: 'Overdue',
  dated: 'With a due date',
  again: 'To recheck',
};
