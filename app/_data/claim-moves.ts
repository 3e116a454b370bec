import type { ClaimStep } from '#domain/claim';
import { accept, type Result, refuse } from '#domain/result';
import type { Prisma } from '#prisma/client';
import { type Tx, write } from './db';
import { type Actor, recordEvents } from './events';

/** Refused when somebody changed the claim after the form was shown. */
export type Stale = { readonly kind: 'stale' };
export type Recorded<Value = void> = Result<Value, Stale>;

/** Records a step that was decided on, unless the claim has moved on since. */
export async function recordStep(step: ClaimStep, actor: Actor): Promise<Recorded> {
  return write(async (tx) => {
    const moved = await takeStep(tx, step, actor, null);
    return moved ? accept(undefined) : refuse({ kind: 'stale' });
  });
}

/** Takes a step inside another write. False when the claim has moved on. */
export async function takeStep(
  tx: Tx,
  step: ClaimStep,
  actor: Actor,
  reason: string | null,
): Promise<boolean> {
  const moved = await moveOn(tx, step, {
    status: step.to,
    dismissReason: step.dismissReason,
    duplicateOfId: step.duplicateOfId,
    assigneeId: step.assigneeId,
  });
  if (!moved) return false;
  await recordEvents(tx, actor, [
    {
      ...onClaim(step.claimId, step.action),
      before: { status: step.from },
      after: {
        status: step.to,
        ...(step.dismissReason && { dismissReason: step.dismissReason }),
        ...(step.duplicateOfId && { duplicateOf: step.duplicateOfId }),
        revision: step.revision + 1,
      },
      reason,
    },
  ]);
  return true;
}

/** Takes the claim from this revision to the next, unless somebody else already has. */
export async function moveOn(
  tx: Tx,
  { claimId, revision }: { claimId: string; revision: number },
  data: Prisma.ClaimUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 1;
}

export const onClaim = (claimId: string, action: string) => ({
  action,
  entity: 'claim',
  entityId: claimId,
  claimId,
});
