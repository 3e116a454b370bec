import { permitted } from '#accounts/permitted';
import type { Claim } from '#data/claims/claims';
import { listAssignees } from '#data/review/planning';
import { isPlannable } from '#domain/claims/planning';
import { dayOf } from '#domain/day';
import { isPermitted } from '#domain/people/permission';
import { stepsFrom } from '#domain/review/steps';
import { timeZone } from '#process/time-zone';
import { takeReviewStep } from '#review/actions';
import { DueMark, PriorityMark } from '#ui/planning-marks';
import { planClaim } from './actions';
import { AssigneeForm } from './assignee-form';
import { PlanForm } from './plan-form';
import './plan.css';

/** The assignee, priority and due date of a claim, with forms for a person who may change them. */
export async function PlanBox({ claim }: { claim: Claim }) {
  const person = await permitted('desk.read');
  const { assignee, priority, dueOn, status } = claim;
  const steps = stepsFrom(status, person.role);
  const canTake = steps.includes('take') && !(status === 'checking' && assignee?.id === person.id);
  const canPlan = isPlannable(status) && isPermitted(person.role, 'claim.plan');
  const assignees = steps.includes('assign') ? listAssignees() : null;
  // Who holds it still, though no longer at work, is shown as the one who does.
  const people =
    assignees && assignee && !assignees.some(({ id }) => id === assignee.id)
      ? [assignee, ...assignees]
      : assignees;
  return (
    <section className="plan-box" aria-labelledby="plan-title">
      <h2 id="plan-title" className="visually-hidden">
        Assignee and due date
      </h2>
      <p className="holder">
        <span>
          {assignee ? (
            <>
              Assignee: <strong>{assignee.id === person.id ? 'you' : assignee.name}</strong>
            </>
          ) : (
            'Unassigned'
          )}
        </span>
        <PriorityMark priority={priority} />
        <DueMark dueOn={dueOn} status={status} today={dayOf(new Date(), timeZone())} />
      </p>
      {(canTake || people) && (
        <AssigneeForm
          action={takeReviewStep}
          claimId={claim.id}
          revision={claim.revision}
          assigneeId={claim.assigneeId}
          take={canTake ? takeInWords(assignee, person.id) : null}
          people={people}
        />
      )}
      {canPlan && (
        <PlanForm
          action={planClaim.bind(null, claim.id)}
          values={{ priority, dueOn: dueOn ?? '', revision: String(claim.revision) }}
        />
      )}
    </section>
  );
}

function takeInWords(assignee: Claim['assignee'], personId: string): string {
  if (!assignee) return 'Take the claim';
  return assignee.id === personId ? 'Start checking' : `Take over from ${assignee.name}`;
}
