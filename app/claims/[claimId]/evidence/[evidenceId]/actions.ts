'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findCaptureText } from '#data/captures/captures';
import { findClaim } from '#data/claims/claims';
import {
  type Evidence,
  findEvidence,
  recordEvidenceEdit,
  recordEvidenceRemoval,
} from '#data/evidence/evidence';
import { claimCode } from '#domain/claims/claim';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/evidence/labels';
import { decideEvidence } from '#domain/review/attach-evidence';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { findWords } from '#work/find-words';
import { readFiguresIn } from '../figures-in';
import { type EvidenceField, evidenceSchema } from './schema';

/** Corrects a piece of evidence, or takes it back with a reason. */
export const editEvidence = keepingTyped(async function editEvidence(
  evidenceId: string,
  _previous: FormState<EvidenceField>,
  formData: FormData,
): Promise<FormState<EvidenceField>> {
  const by = await permitted('evidence.edit');
  if (!areIds(evidenceId)) notFound();
  const form = parseForm(evidenceSchema, formData);
  if (!form.ok) return form.refusal;
  const evidence = await findEvidence(evidenceId);
  const claim = evidence && (await findClaim(evidence.claimId));
  if (!evidence || !claim) notFound();
  const capture = evidence.capture && (await findCaptureText(evidence.capture.id));

  const { revision, step, removal, ...statement } = form.value;
  const page = `/claims/${claimCode(claim.number)}` as const;
  const asShown = { ...evidence, revision };
  const found = await findWords(capture ?? '', statement.quote);
  if (!found.ok) return reshow(evidenceSchema, formData, { formErrors: [found.refusal] });
  const decided = decideEvidence(claim, statement, { by: by.id, find: found.value });
  if (!decided.ok) return reshow(evidenceSchema, formData, explainWork(decided.refusal));

  if (step === 'remove') {
    if (!removal) {
      return reshow(evidenceSchema, formData, {
        fieldErrors: { removal: ['Enter the reason for removing the evidence'] },
      });
    }
    const removed = await recordEvidenceRemoval(asShown, removal, toActor(by));
    if (!removed.ok) return reshowStaleEvidence(formData, evidence);
    redirect(page);
  }
  if (isSame(evidence, statement)) redirect(page);
  const { find } = decided.value;
  const figures = readFiguresIn(statement.quote, find, evidence.source.publishedOn);
  const recorded = await recordEvidenceEdit(asShown, { statement, find }, figures, toActor(by));
  if (!recorded.ok) return reshowStaleEvidence(formData, evidence);
  redirect(page);
});

type Statement = Pick<Evidence, 'quote' | 'stance' | 'directness' | 'note'>;

const isSame = (a: Statement, b: Statement) =>
  a.quote === b.quote &&
  a.stance === b.stance &&
  a.directness === b.directness &&
  a.note === b.note;

function reshowStaleEvidence(formData: FormData, now: Evidence): FormState<EvidenceField> {
  const state = reshow(evidenceSchema, formData, {
    formErrors: [
      'Another person changed this evidence while you were writing. Your text is still here: save again to replace their change',
    ],
    changes: [
      `The quote is now “${now.quote}”.`,
      `The stance is now ${STANCE_LABELS[now.stance].toLowerCase()}.`,
      `The directness is now ${DIRECTNESS_LABELS[now.directness].toLowerCase()}.`,
      ...(now.note ? [`The note is now “${now.note}”.`] : []),
    ],
  });
  return { ...state, values: { ...state.values, revision: String(now.revision) } };
}
