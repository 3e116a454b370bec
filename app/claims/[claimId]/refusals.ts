import type { StepRefusal } from '#domain/claim';
import { STATUS_LABELS } from '#domain/labels';

/** Why work on a claim was refused, as the errors of whichever form it was. */
export function explainStep(refusal: StepRefusal): { formErrors: string[] } {
  switch (refusal.kind) {
    case 'wrongStatus':
      return {
        formErrors: [
          refusal.status === 'suggested'
            ? 'This claim is only a suggestion: accept it first'
            : `This cannot be done while the claim is ${STATUS_LABELS[refusal.status].toLowerCase()}`,
        ],
      };
    case 'workAttached':
    case 'reasonMissing':
    case 'duplicateMissing':
    case 'duplicateOfItself':
      return { formErrors: ['This step does not apply here: reload the page'] };
  }
}
