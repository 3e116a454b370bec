import type { PlanChange } from '#domain/claims/planning';
import type { Result } from '#domain/result';
import type { AskedStep } from '#domain/review/steps';
import { reader } from '../database/db';
import { type RefusedPlan, recordPlan } from './planning';
import { type RefusedStep, type Reviewer, takeStep } from './take-step';

/** A claim as it was chosen in a list, at the revision that the list showed. */
export type Chosen = { readonly number: number; readonly revision: number };

type RefusedOne<Refusal> = {
  readonly number: number;
  /** Null when the desk has no such claim. */
  readonly text: string | null;
  readonly refusal: Refusal;
};

/** What became of a selection: how many went through, and each that did not with its reason. */
export type Outcome<Refusal> = {
  readonly done: number;
  readonly refused: readonly RefusedOne<Refusal>[];
};

/** Takes a step with each of these claims, each judged and recorded on its own. */
export const takeStepOnEach = (
  chosen: readonly Chosen[],
  asked: AskedStep,
  by: Reviewer,
): Promise<Outcome<RefusedStep>> => onEach(chosen, (claim) => takeStep({ ...asked, ...claim }, by));

/** Plans each of these claims, likewise. */
export const planEach = (
  chosen: readonly Chosen[],
  change: PlanChange,
  by: Reviewer,
): Promise<Outcome<RefusedPlan>> =>
  onEach(chosen, (claim) => recordPlan({ ...change, ...claim }, by));

async function onEach<Refusal>(
  chosen: readonly Chosen[],
  act: (claim: { claimId: string; revision: number }) => Promise<Result<unknown, Refusal>>,
): Promise<Outcome<Refusal | { readonly kind: 'noSuchClaim' }>> {
  const revisions = new Map(chosen.map(({ number, revision }) => [number, revision]));
  const rows = await reader().claim.findMany({
    where: { number: { in: [...revisions.keys()] } },
    select: { id: true, number: true, text: true },
  });
  const claims = new Map(rows.map((row) => [row.number, row]));
  const refused: RefusedOne<Refusal | { readonly kind: 'noSuchClaim' }>[] = [];
  // One after the other: the writes wait in one queue anyway, and others' get their turn between.
  for (const [number, revision] of revisions) {
    const claim = claims.get(number);
    if (!claim) {
      refused.push({ number, text: null, refusal: { kind: 'noSuchClaim' } });
      continue;
    }
    const { id, text } = claim;
    const result = await act({ claimId: id, revision });
    if (!result.ok) refused.push({ number, text, refusal: result.refusal });
  }
  return { done: revisions.size - refused.length, refused };
}
