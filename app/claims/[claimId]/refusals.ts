import { STATUS_LABELS } from '#domain/labels';
import type { StepRefusal } from '#domain/review';

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
    default:
      return { formErrors: ['This step does not apply here: reload the page'] };
  }
}
