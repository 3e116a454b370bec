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

export type Notice = { readonly userId: string; readonly kind: NotificationKind };

/**
 * Who is to know of a step. Nobody is told of what they did themselves.
 *
 * @param people  the verdict's author, where there is one, and the ids of those who may approve
 */
export function noticesOf(
  step: ClaimStep,
  {
    by,
    authorId,
    editorIds,
  }: { by: string; authorId: string | null; editorIds: readonly string[] },
): Notice[] {
  const holders = [step.assigneeId, authorId];
  const to: Notice[] = [];
  const tell = (kind: NotificationKind, ids: readonly (string | null)[]) => {
    for (const userId of new Set(ids)) if (userId && userId !== by) to.push({ userId, kind });
  };
  switch (step.step) {
    case 'assign':
      tell('assigned', [step.assigneeId]);
      tell('taken', [step.assigneeBefore]);
      break;
    case 'take':
      tell('taken', [step.assigneeBefore]);
      break;
    case 'submit':
      tell(
        'submitted',
        editorIds.filter((id) => id !== authorId),
      );
      break;
    case 'return':
      tell('returned', holders);
      break;
    case 'approve':
      tell('approved', holders);
      break;
    case 'publish':
      tell('published', holders);
      break;
    case 'reopen':
    case 'correct':
    case 'withdraw':
      tell('reopened', holders);
      break;
  }
  return to;
}
