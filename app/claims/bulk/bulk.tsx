import type { ReactNode } from 'react';
import { PRIORITIES } from '#domain/claims/claim';
import { DISMISS_LABELS, PRIORITY_LABELS } from '#domain/claims/labels';
import { isPermitted, type Role } from '#domain/people/permission';
import { STEP_LABELS } from '#domain/review/labels';
import { REVIEW_STEPS } from '#domain/review/steps';
import { takeBulkStep } from './actions';
import { BulkForm } from './bulk-form';
import { BULK_DISMISS_REASONS, BULK_STEPS } from './schema';
import './bulk.css';

const LABELS: Partial<typeof STEP_LABELS> = {
  dismiss: 'Dismiss…',
  undo: 'Back to suggested',
  take: 'Start checking',
  assign: 'Assign to…',
  return: 'Return…',
  reopen: 'Reopen…',
};

/** The steps that somebody with this role may take on many claims, as the choices of the bar. */
function stepsFor(role: Role): (readonly [string, string])[] {
  const steps = BULK_STEPS.filter((step) => isPermitted(role, REVIEW_STEPS[step].permission));
  return [
    ...steps.map((step) => [step, LABELS[step] ?? STEP_LABELS[step]] as const),
    ...(isPermitted(role, 'claim.plan') ? [['plan', 'Set priority or due date…'] as const] : []),
  ];
}

export const canChoose = (role: Role) => stepsFor(role).length > 0;

/** The list with the steps on a selection, for a person who may take at least one of them. */
export function Bulk({
  role,
  people,
  children,
}: {
  role: Role;
  people: readonly { readonly id: string; readonly name: string }[];
  children: ReactNode;
}) {
  if (!canChoose(role)) return children;
  return (
    <BulkForm
      action={takeBulkStep}
      steps={stepsFor(role)}
      reasons={BULK_DISMISS_REASONS.map((reason) => [reason, DISMISS_LABELS[reason]])}
      people={people.map(({ id, name }) => [id, name])}
      priorities={PRIORITIES.map((priority) => [priority, PRIORITY_LABELS[priority]])}
    >
      {children}
    </BulkForm>
  );
}
