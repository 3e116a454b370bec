import { DISMISS_REASONS, type DismissReason } from '#domain/claims/claim';
import type { AskedStep, ReviewStep } from '#domain/review/steps';
import type { Step } from './schema';

/** A button or an address names a step, or the reason of a dismissal in its place. */
export function toAskedStep(
  step: Step,
  more: Pick<AskedStep, 'words' | 'duplicateOfId' | 'assigneeId'>,
): AskedStep {
  return isReason(step)
    ? { step: 'dismiss', dismissReason: step, ...more }
    : { step: step as ReviewStep, ...more };
}

const isReason = (step: Step): step is DismissReason =>
  (DISMISS_REASONS as readonly Step[]).includes(step);
