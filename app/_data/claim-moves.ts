import type { Json } from '#domain/canonical-json';
import type { Result } from '#domain/result';
import type { ClaimStep } from '#domain/review';
import type { Prisma } from '#prisma/client';
import type { Tx } from './db';
import { type Actor, recordEvents } from './events';

/** Refused when somebody changed the claim after the form was shown. */
export type Stale = { readonly kind: 'stale' };
export type Recorded<Value = void> = Result<Value, Stale>;

/**
 * Writes a step that was decided on, with its event, inside another write.
 *
 * @param more  what else the event says
 * @returns false when the claim has moved on
 */
export async function writeStep(
  tx: Tx,
  step: ClaimStep,
  actor: Actor,
  more: { readonly [key: string]: Json } = {},
): Promise<boolean> {
  const at = new Date();
  const times = {
    ...(step.to !== step.from && { statusAt: at.toISOString() }),
    ...(step.step === 'accept' && { acceptedAt: at.toISOString() }),
    ...(step.step === 'undo' && { acceptedAt: null }),
  };
  const moved = await moveOn(tx, step, {
    status: step.to,
    dismissReason: step.dismissReason,
    duplicateOfId: step.duplicateOfId,
    assigneeId: step.assigneeId,
    ...times,
  });
  if (!moved) return false;
  const isHandedOver = step.assigneeId !== step.assigneeBefore;
  await recordEvents(tx, actor, [
    {
      ...onClaim(step.claimId, step.action),
      before: { status: step.from, ...(isHandedOver && { assigneeId: step.assigneeBefore }) },
      after: {
        status: step.to,
        ...(isHandedOver && { assigneeId: step.assigneeId }),
        ...(step.dismissReason && { dismissReason: step.dismissReason }),
        ...(step.duplicateOfId && { duplicateOf: step.duplicateOfId }),
        ...times,
        ...more,
        revision: step.revision + 1,
      },
      reason: step.words,
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
