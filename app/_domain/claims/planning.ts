import type { Day } from '../day';
import { accept, type Result, refuse } from '../result';
import type { ClaimStatus, Priority } from './claim';

/** How soon a claim is wanted. */
export type Plan = { readonly priority: Priority; readonly dueOn: Day | null };

/** What of a plan somebody asks to change; what is not named stays as it is. */
export type PlanChange = { readonly priority?: Priority; readonly dueOn?: Day | null };

/** The statuses in which somebody still has to do something by the due day. */
export const DUE_STATUSES = ['open', 'checking', 'inReview'] as const satisfies ClaimStatus[];

/** The statuses in which a claim may be planned: until it is out, or laid aside. */
const PLANNABLE: readonly ClaimStatus[] = ['suggested', ...DUE_STATUSES, 'approved'];

export const isPlannable = (status: ClaimStatus) => PLANNABLE.includes(status);

/** Whether the due day has passed on a claim that is not done; on the day itself there is still time. */
export const isOverdue = (dueOn: Day | null, today: Day, status: ClaimStatus): boolean =>
  dueOn !== null && dueOn < today && DUE_STATUSES.some((each) => each === status);

export type PlanRefusal =
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus }
  | { readonly kind: 'alreadyPlanned' };

/** Decides what a change makes of a plan. */
export function decidePlan(
  claim: Plan & { readonly status: ClaimStatus },
  { priority = claim.priority, dueOn = claim.dueOn }: PlanChange,
): Result<Plan, PlanRefusal> {
  if (!isPlannable(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
  if (priority === claim.priority && dueOn === claim.dueOn) {
    return refuse({ kind: 'alreadyPlanned' });
  }
  return accept({ priority, dueOn });
}
