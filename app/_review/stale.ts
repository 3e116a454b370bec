import type { z } from 'zod';
import type { Claim } from '#data/claims/claims';
import { listClaimEvents } from '#data/record/record-events';
import { actionInWords, actorInWords } from '#domain/record/events';
import { changesInWords, revisionOf } from '#domain/record/history';
import { type FieldOf, type FormState, reshow } from '#forms/form-state';

/**
 * The form to show again when somebody changed the claim while it was filled in: who changed what,
 * everything that was typed, and the claim's present revision, so that saving again is a decision.
 */
export async function reshowStale<Schema extends z.ZodObject>(
  schema: Schema,
  formData: FormData,
  claim: Claim,
  shownAt: number,
): Promise<FormState<FieldOf<Schema>>> {
  const events = await listClaimEvents(claim.id);
  const missed = events.filter(({ after }) => (revisionOf(after) ?? -1) > shownAt).reverse();
  const changes = missed.map((event) => {
    const fields = changesInWords(event.before, event.after).map(
      ({ label, before, after }) =>
        `${label} ${before ? `was “${before}” and ` : ''}is now ${after ? `“${after}”` : 'empty'}`,
    );
    const what = fields.length > 0 ? `: ${fields.join('; ')}` : '';
    return `${actorInWords(event)} ${actionInWords(event.action)}${what}.`;
  });
  const state = reshow(schema, formData, {
    formErrors: [
      'Another person changed this claim while you were writing. Your text is still here: read the change, then save again to replace it',
    ],
    changes,
  });
  return { ...state, values: { ...state.values, revision: String(claim.revision) } };
}
