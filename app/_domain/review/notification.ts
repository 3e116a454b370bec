import type { ClaimStep } from './steps';

const NOTIFICATION_KINDS = [
  'assigned',
  'taken',
  'submitted',
  'returned',
  'approved',
  'published',
  'reopened',
  'mentioned',
  'commented',
  'resolved',
  'openedAgain',
  'overdue',
  'sourceChanged',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Unread notifications are counted up to one more than these: beyond, nobody needs the number. */
export const UNREAD_COUNTED = 99;

export type NotificationDraft = { readonly userId: string; readonly kind: NotificationKind };

/**
 * The notifications of a step. Nobody is notified of their own steps.
 *
 * @param people  the verdict's author, where there is one, and the ids of those who may approve
 */
export function notificationsOf(
  step: ClaimStep,
  {
    by,
    authorId,
    editorIds,
  }: { by: string; authorId: string | null; editorIds: readonly string[] },
): NotificationDraft[] {
  const colleagues = [step.assigneeId, authorId];
  const to: NotificationDraft[] = [];
  const notify = (kind: NotificationKind, ids: readonly (string | null)[]) => {
    for (const userId of new Set(ids)) if (userId && userId !== by) to.push({ userId, kind });
  };
  switch (step.step) {
    case 'assign':
      notify('assigned', [step.assigneeId]);
      notify('taken', [step.assigneeBefore]);
      break;
    case 'take':
      notify('taken', [step.assigneeBefore]);
      break;
    case 'submit':
      notify(
        'submitted',
        editorIds.filter((id) => id !== authorId),
      );
      break;
    case 'return':
      notify('returned', colleagues);
      break;
    case 'approve':
      notify('approved', colleagues);
      break;
    case 'publish':
      notify('published', colleagues);
      break;
    case 'reopen':
    case 'correct':
    case 'withdraw':
      notify('reopened', colleagues);
      break;
  }
  return to;
}
