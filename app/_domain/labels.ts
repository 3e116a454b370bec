import type { ClaimStatus, DismissReason, Priority } from './claim';
import type { ClaimSort, DueFilter, StatusFilter } from './claim-list';
import type { ComparisonResult } from './comparison-result';
import type { ClaimKind } from './kind';
import type { NotificationKind } from './notification';
import type { Role } from './permission';
import type { Qualifier, Statistic } from './quantity';
import type { QuoteChange } from './quote-differences';
import type { ReviewStep } from './review';
import type { Directness, Stance } from './stance';

// The words people read for what the desk stores; one place, so that they are the same everywhere.

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
  duplicate: 'Duplicate',
};

export const SORT_LABELS: Record<ClaimSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  checkWorthy: 'Most check-worthy first',
  changed: 'Last changed first',
  due: 'Due first',
};

/** What differs between a quote and its source, after "written differently: ". */
export const QUOTE_CHANGE_LABELS: Record<QuoteChange, string> = {
  typography: 'punctuation only',
  omission: 'words left out, as the quote says',
  insertion: 'words put in, as the quote says',
  words: 'other words',
  negation: 'a “not” more or less',
  figure: 'another figure',
};

export const STANCE_LABELS: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
  inconclusive: 'Inconclusive',
};

export const STANCE_HINTS: Record<Stance, string> = {
  supports: 'The source says what the claim says.',
  refutes: 'The source says something the claim cannot be true beside.',
  context: 'The source does not settle it, but a reader should know.',
  inconclusive: 'The source deals with it and leaves it open.',
};

export const DIRECTNESS_LABELS: Record<Directness, string> = {
  primary: 'Primary',
  secondary: 'Secondary',
  tertiary: 'Tertiary',
};

export const DIRECTNESS_HINTS: Record<Directness, string> = {
  primary:
    'From those who did, saw, counted or decided it: a record, a register, a first-hand account.',
  secondary: 'Reports what a primary source says.',
  tertiary: 'Gathers what others reported: an encyclopaedia, a digest.',
};

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

export const ROLE_LABELS: Record<Role, string> = {
  viewer: 'Viewer',
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Administrator',
};

export const ROLE_HINTS: Record<Role, string> = {
  viewer: 'Reads everything and takes reports; changes nothing.',
  checker: 'Works on articles, claims, evidence and verdicts, and submits them.',
  editor: 'Also assigns, approves, publishes, corrects and withdraws.',
  admin: 'Also invites and removes people.',
};

/** By what somebody signs in, and at what a sign-in is refused. */
export const SIGN_IN_LABELS = {
  password: 'password',
  code: 'code of the authenticator app',
  recoveryCode: 'recovery code',
} as const;

export const PRIORITY_LABELS: Record<Priority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
};

export const STEP_LABELS: Record<ReviewStep, string> = {
  accept: 'Accept',
  dismiss: 'Dismiss',
  undo: 'Undo',
  take: 'Take it',
  assign: 'Assign',
  submit: 'Submit for approval',
  return: 'Return',
  approve: 'Approve',
  publish: 'Publish',
  reopen: 'Reopen',
  correct: 'Correct',
  withdraw: 'Withdraw',
};

export const STATUS_FILTER_LABELS: Record<StatusFilter, string> = {
  ...STATUS_LABELS,
  underWork: 'Open or checking',
};

export const DUE_LABELS: Record<DueFilter, string> = {
  overdue: 'Overdue',
  dated: 'With a due day',
  again: 'To be looked at again',
};

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

/** What a step did to each claim of a selection: '12 accepted'. */
export const STEP_DONE: Record<ReviewStep, string> = {
  accept: 'accepted',
  dismiss: 'dismissed',
  undo: 'taken back',
  take: 'taken',
  assign: 'assigned',
  submit: 'submitted for approval',
  return: 'returned',
  approve: 'approved',
  publish: 'published',
  reopen: 'reopened',
  correct: 'corrected',
  withdraw: 'withdrawn',
};

/** What a notification tells, as the end of a sentence that begins with who caused it. */
export const NOTICE_LABELS: Record<NotificationKind, string> = {
  assigned: 'assigned this claim to you',
  taken: 'took over this claim, which you held',
  submitted: 'submitted this claim for approval',
  returned: 'returned this claim',
  approved: 'approved this claim',
  published: 'published this claim',
  reopened: 'reopened, corrected or withdrew this claim',
  mentioned: 'mentioned you',
  commented: 'commented',
  resolved: 'resolved a comment in which you take part',
  openedAgain: 'opened a comment again in which you take part',
  overdue: 'reminds you: this claim is past its due date',
  sourceChanged: 'saw that a source of this claim changed: look at it again',
};

/** 'French' for 'fr'; a code that names no language stands as it is. */
export function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
