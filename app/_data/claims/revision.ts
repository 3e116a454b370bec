import type { StepRows } from '#domain/record/claim-content';
import type { Result } from '#domain/result';
import type { ClaimStep } from '#domain/review/steps';
import { type Cell, toCell } from '../database/bulk';
import { plain, type Sqlite, type Tx } from '../database/db';
import { preparedOn } from '../database/prepared';
import { type Actor, event, recordEvents } from '../record/record-events';

/** Refused when somebody changed the claim after the form was shown. */
export type Stale = { readonly kind: 'stale' };
export type Recorded<Value = void> = Result<Value, Stale>;

/**
 * Writes a step that was decided on, with its event, inside another write.
 *
 * @param more  what else the event says
 * @returns false when the claim has moved on
 */
export function writeStep(
  write: Tx | Sqlite,
  step: ClaimStep,
  actor: Actor,
  more: StepRows[keyof StepRows] | NoRows = {},
): boolean {
  const at = new Date();
  const times = {
    ...(step.to !== step.from && { statusAt: at }),
    ...(step.step === 'accept' && { acceptedAt: at }),
    ...(step.step === 'undo' && { acceptedAt: null }),
  };
  const moved = advanceRevision(write, step, {
    status: step.to,
    dismissReason: step.dismissReason,
    duplicateOfId: step.duplicateOfId,
    assigneeId: step.assigneeId,
    ...times,
  });
  if (!moved) return false;
  const isHandedOver = step.assigneeId !== step.assigneeBefore;
  recordEvents(write, actor, [
    event(step.action, step.claimId, {
      before: { status: step.from, ...(isHandedOver && { assigneeId: step.assigneeBefore }) },
      after: {
        status: step.to,
        ...(isHandedOver && { assigneeId: step.assigneeId }),
        ...(step.dismissReason && { dismissReason: step.dismissReason }),
        ...(step.duplicateOfId && { duplicateOf: step.duplicateOfId }),
        ...toEventTimes(times),
        ...more,
        revision: step.revision + 1,
      },
      reason: step.words,
    }),
  ]);
  return true;
}

/** Most steps leave no row beside the claim's own. */
export type NoRows = { readonly [name: string]: never };

/** Moments as an event has them. */
const toEventTimes = ({
  statusAt,
  acceptedAt,
}: {
  readonly statusAt?: Date;
  readonly acceptedAt?: Date | null;
}) => ({
  ...(statusAt && { statusAt: statusAt.toISOString() }),
  ...(acceptedAt !== undefined && { acceptedAt: acceptedAt?.toISOString() ?? null }),
});

/** The columns of a claim that go with its revision. */
type ClaimColumn =
  | 'acceptedAt'
  | 'assigneeId'
  | 'candidates'
  | 'checkable'
  | 'claimantId'
  | 'claimantUnknownReason'
  | 'dismissReason'
  | 'dueOn'
  | 'duplicateOfId'
  | 'eventOn'
  | 'eventOnText'
  | 'figureCount'
  | 'headline'
  | 'kind'
  | 'leansOn'
  | 'place'
  | 'priority'
  | 'saidOn'
  | 'saidOnText'
  | 'status'
  | 'statusAt'
  | 'text';

/** Takes the claim from this revision to the next, unless somebody else already has. */
export function advanceRevision(
  write: Tx | Sqlite,
  { claimId, revision }: { claimId: string; revision: number },
  data: { readonly [Column in ClaimColumn]?: Cell | undefined },
): boolean {
  const given = Object.entries(data).filter(
    (cell): cell is [string, Cell] => cell[1] !== undefined,
  );
  const sets = [...given.map(([column]) => `"${column}" = ?`), '"updatedAt" = ?'];
  const { changes } = preparedOn<Cell[], never>(
    `UPDATE "Claim" SET ${sets.join(', ')}, "revision" = "revision" + 1
      WHERE "id" = ? AND "revision" = ?`,
    plain(write),
  ).run(...given.map(([, cell]) => toCell(cell)), toCell(new Date()), claimId, revision);
  return changes === 1;
}
