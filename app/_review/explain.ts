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
      return { formErrors: ['This claim is not at the desk: reload the page'] };
    case 'noSuchHolder':
      return { fieldErrors: { assignee: ['Choose somebody at work who may check claims'] } };
    case 'stale':
      return {
        formErrors: [
          'Somebody changed this claim meanwhile: look at it as it is now, and choose again',
        ],
      };
    case 'wrongStatus':
      return {
        formErrors: [
          refusal.status === 'suggested'
            ? 'This claim is only a suggestion: accept it first'
            : `This cannot be done while the claim is ${STATUS_LABELS[refusal.status].toLowerCase()}`,
        ],
      };
    case 'workAttached':
      return {
        formErrors: ['Evidence or a verdict is attached to this claim, so it stays in the work'],
      };
    case 'reasonMissing':
      return { formErrors: ['Choose why the claim is dismissed: the reason is kept with it'] };
    case 'wordsMissing':
      return {
        fieldErrors: {
          words: [
            refusal.isPublic
              ? 'Enter a note for readers: it is printed with the verdict'
              : 'Enter a reason: it is kept with the claim',
          ],
        },
      };
    case 'duplicateMissing':
      return {
        fieldErrors: { duplicateOf: ['Enter the code of the other claim, such as C-0142'] },
      };
    case 'duplicateOfItself':
      return { fieldErrors: { duplicateOf: ['A claim is no duplicate of itself: enter another'] } };
    case 'duplicateOfItsDuplicate':
      return {
        fieldErrors: {
          duplicateOf: ['That claim is itself dismissed as a duplicate of this one: enter another'],
        },
      };
    case 'alreadyHeld':
      return { formErrors: ['The claim is with this person already'] };
    case 'gatesClosed':
      return { formErrors: refusal.gates.map(({ message }) => message.replace(/\.$/, '')) };
  }
}

/** The same for a form that has none of the step's fields: work on the claim was refused. */
export const explainWork = (refusal: RefusedStep): { formErrors: string[] } => ({
  formErrors: sentencesOf(refusal),
});

/** The same as sentences, where there is no form: in a summary of many, or in an answer with data. */
export const refusalInWords = (refusal: RefusedStep): string =>
  `${sentencesOf(refusal).join('. ')}.`;

function sentencesOf(refusal: RefusedStep): string[] {
  const { formErrors = [], fieldErrors = {} } = explainStep(refusal);
  return [...formErrors, ...Object.values(fieldErrors).flatMap((each) => each ?? [])];
}
