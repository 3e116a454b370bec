import { decidePlan, type PlanChange, type PlanRefusal } from '#domain/claims/planning';
import { isPermitted, type Role } from '#domain/people/permission';
import { accept, type Result, refuse } from '#domain/result';
import { advanceRevision, type Stale } from '../claims/revision';
import { prepared, writeAtOnce } from '../database/db';
import { event, recordEvents } from '../record/record-events';
import type { Reviewer } from './take-step';

type Planned = Parameters<typeof decidePlan>[0];

export type RefusedPlan =
  | PlanRefusal
  | Stale
  | { readonly kind: 'noSuchClaim' }
  | { readonly kind: 'notPermitted'; readonly role: Role };

/**
 * Sets how soon a claim is wanted, with one event. Decided inside the write, on the claim as it
 * stands there.
 *
 * @param asked  with the revision that the person saw
 */
export async function recordPlan(
  { claimId, revision, ...change }: PlanChange & { claimId: string; revision: number },
  by: Reviewer,
): Promise<Result<void, RefusedPlan>> {
  if (!isPermitted(by.role, 'claim.plan')) return refuse({ kind: 'notPermitted', role: by.role });
  return writeAtOnce((db) => {
    const claim = prepared<[string], Planned>(
      'SELECT "status", "priority", "dueOn" FROM "Claim" WHERE "id" = ?',
      db,
    ).get(claimId);
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    const decided = decidePlan(claim, change);
    if (!decided.ok) return decided;
    const moved = advanceRevision(db, { claimId, revision }, decided.value);
    if (!moved) return refuse({ kind: 'stale' });
    recordEvents(db, by, [
      event('claim.planned', claimId, {
        before: { priority: claim.priority, dueOn: claim.dueOn },
        after: { ...decided.value, revision: revision + 1 },
      }),
    ]);
    return accept(undefined);
  });
}

/** A person who can be the assignee of a claim. */
export type Assignee = { readonly id: string; readonly name: string };

/** The names of the people other than this one who may approve a verdict, in their order. */
export const listApprovers = (authorId: string): string[] =>
  prepared<[], { id: string; name: string; role: Role }>(
    'SELECT "id", "name", "role" FROM "User" WHERE "active" ORDER BY "name"',
  )
    .all()
    .filter(({ id, role }) => id !== authorId && isPermitted(role, 'claim.approve'))
    .map(({ name }) => name);

/** Whether a person other than this one may approve a verdict. */
export const canAnotherApprove = (authorId: string): boolean => listApprovers(authorId).length > 0;

/** The people at work who may check, by name. */
export function listAssignees(): Assignee[] {
  const people = prepared<[], Assignee & { role: Role }>(
    'SELECT "id", "name", "role" FROM "User" WHERE "active" ORDER BY "name"',
  ).all();
  return people.flatMap(({ role, ...person }) => (isPermitted(role, 'claim.take') ? [person] : []));
}
