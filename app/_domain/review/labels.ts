import type { Station } from './next-step';
import type { NotificationKind } from './notification';
import type { ReviewStep } from './steps';

export const STEP_LABELS: Record<ReviewStep, string> = {
  accept: 'Accept',
  dismiss: 'Dismiss',
  undo: 'Undo',
  take: 'Start checking',
  assign: 'Assign',
  submit: 'Submit for approval',
  return: 'Return',
  approve: 'Approve',
  publish: 'Publish',
  reopen: 'Reopen',
  correct: 'Correct',
  withdraw: 'Withdraw',
};

/** The stations of a claim on its way, in the words of the steps. */
export const STATION_LABELS: Record<Station, string> = {
  accept: 'Accept',
  evidence: 'Evidence',
  verdict: 'Verdict',
  submit: 'Submit',
  approve: 'Approve',
  publish: 'Publish',
};

/** What a step did to each claim of a selection: '12 accepted'. */
export const STEP_DONE: Record<ReviewStep, string> = {
  accept: 'accepted',
  dismiss: 'dismissed',
  undo: 'moved back to suggested',
  take: 'taken for checking',
  assign: 'assigned',
  submit: 'submitted for approval',
  return: 'returned',
  approve: 'approved',
  publish: 'published',
  reopen: 'reopened',
  correct: 'corrected',
  withdraw: 'withdrawn',
};

/**
 * The words of a notification, as the end of a sentence that begins with the person who caused it.
 */
export const NOTIFICATION_LABELS: Record<NotificationKind, string> = {
  assigned: 'assigned this claim to you',
  taken: 'took over your claim',
  submitted: 'submitted this claim for approval',
  returned: 'returned this claim',
  approved: 'approved this claim',
  published: 'published this claim',
  reopened: 'reopened, corrected or withdrew this claim',
  mentioned: 'mentioned you',
  commented: 'commented',
  resolved: 'resolved a comment thread that you take part in',
  openedAgain: 'reopened a comment thread that you take part in',
  overdue: 'reminds you: this claim is past its due date',
  sourceChanged: 'found a change in a source of this claim: recheck the claim',
};
