import type { RefusedStep } from '#data/review/take-step';
import { STATUS_LABELS } from '#domain/claims/labels';
import { ROLE_LABELS } from '#domain/people/labels';
import type { FormErrors } from '#forms/form-state';
import type { StepField } from './schema';

/** Why a step was refused, as the errors of its form. */
export function explainStep(refusal: RefusedStep): FormErrors<StepField> {
  switch (refusal.kind) {
    case 'notPermitted':
      return {
        formErrors: [
          `Your role at this desk (${ROLE_LABELS[refusal.role].toLowerCase()}) does not allow this step`,
        ],
      };
    case 'noSuchClaim':
      return { formErrors: ['The desk does not have this claim: reload the page'] };
    case 'noSuchHolder':
      return { fieldErrors: { assignee: ['Choose an active person who can check claims'] } };
    case 'stale':
      return {
        formErrors: ['Another person changed this claim: read the change, then try again'],
      };
    case 'wrongStatus':
      return {
        formErrors: [
          refusal.status === 'suggested'
            ? 'This claim is only a suggestion: accept it first'
            : `You cannot do this while the claim is ${STATUS_LABELS[refusal.status].toLowerCase()}`,
        ],
      };
    case 'workAttached':
      return {
        formErrors: ['This claim has evidence or a verdict, so you cannot take this step'],
      };
    case 'reasonMissing':
      return { formErrors: ['Choose a reason for dismissing the claim'] };
    case 'wordsMissing':
      return {
        fieldErrors: {
          words: [
            refusal.isPublic
              ? 'Enter a public note: readers see it with the verdict'
              : 'Enter a reason: the desk keeps it with the claim',
          ],
        },
      };
    case 'duplicateMissing':
      return {
        fieldErrors: { duplicateOf: ['Enter the code of the other claim, such as C-0142'] },
      };
    case 'duplicateOfItself':
      return {
        fieldErrors: {
          duplicateOf: ['A claim cannot be a duplicate of itself: enter another claim'],
        },
      };
    case 'duplicateOfItsDuplicate':
      return {
        fieldErrors: {
          duplicateOf: [
            'That claim was dismissed as a duplicate of this claim: enter another claim',
          ],
        },
      };
    case 'alreadyAssigned':
      return { formErrors: ['The claim already has this assignee'] };
    case 'verdictNotShown':
      return {
        formErrors: [
          `Open the claim, read version ${refusal.verdict} of the verdict with its evidence, and approve it there`,
        ],
      };
    case 'gatesClosed':
      return { formErrors: refusal.gates.map(({ message }) => message.replace(/\.$/, '')) };
  }
}

/** The same for a form that has none of the step's fields: work on the claim was refused. */
export const explainWork = (refusal: RefusedStep): { formErrors: string[] } => ({
  formErrors: sentencesOf(refusal),
});

/** The same as sentences, where there is no form: in a summary of many, or in an answer with data. */
export const stepRefusalInWords = (refusal: RefusedStep): string =>
  `${sentencesOf(refusal).join('. ')}.`;

function sentencesOf(refusal: RefusedStep): string[] {
  const { formErrors = [], fieldErrors = {} } = explainStep(refusal);
  return [...formErrors, ...Object.values(fieldErrors).flatMap((each) => each ?? [])];
}
