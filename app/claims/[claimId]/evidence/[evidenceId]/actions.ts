'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findAboutText } from '#data/captures/about-text';
import { findCaptureText } from '#data/captures/captures';
import { findClaim } from '#data/claims/claims';
import { type Evidence, findEvidence } from '#data/evidence/evidence';
import { recordEvidenceEdit, recordEvidenceRemoval } from '#data/evidence/record-evidence';
import { claimCode } from '#domain/claims/claim';
import { pageAt } from '#domain/documents/words-address';
import type { Independence } from '#domain/evidence/independence';
import { DIRECTNESS_LABELS, STANCE_LABELS } from '#domain/evidence/labels';
import { decideEvidence } from '#domain/review/attach-evidence';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { findWords } from '#work/find-words';
import { readFiguresIn } from '../figures-in';
import { readAnswer } from '../read-answer';
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
  // A copy that is not here yet is searched as soon as it is.
  const isHere = evidence.capture?.state === 'complete';
  const text = isHere && evidence.capture ? await findCaptureText(evidence.capture.id) : null;

  const { revision, step, removal, independence, comesFrom, asked, ...statement } = form.value;
  const page = `/claims/${claimCode(claim.number)}` as const;
  const asShown = { ...evidence, revision };
  const found = isHere || !evidence.capture ? await findWords(text ?? '', statement.quote) : null;
  if (found && !found.ok) return reshow(evidenceSchema, formData, { formErrors: [found.refusal] });
  const decided = decideEvidence(claim, statement, { by: by.id, find: found?.value ?? null });
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
  const answer = await readAnswer(claim.id, { independence, comesFrom, asked }, evidence.source.id);
  if (!answer.ok) return reshow(evidenceSchema, formData, answer.refusal);
  if (isSame(evidence, statement) && isSameAnswer(evidence.independence, answer.value)) {
    redirect(page);
  }
  const { find } = decided.value;
  const { publishedOn } = evidence.source;
  const figures = readFiguresIn({ quote: statement.quote, find, text, publishedOn });
  const edit = {
    statement,
    find,
    page: find && find.found !== 'absent' ? await pageOf(evidence, find.start) : null,
    independence: answer.value,
  };
  const recorded = await recordEvidenceEdit(asShown, edit, figures, toActor(by));
  if (!recorded.ok) return reshowStaleEvidence(formData, evidence);
  redirect(page);
});

type Statement = Pick<Evidence, 'quote' | 'stance' | 'directness' | 'note'>;

const isSame = (a: Statement, b: Statement) =>
  a.quote === b.quote &&
  a.stance === b.stance &&
  a.directness === b.directness &&
  a.note === b.note;

const isSameAnswer = (a: Independence, b: Independence) =>
  a.independent === b.independent &&
  a.countsWithId === b.countsWithId &&
  a.comesFrom === b.comesFrom;

const pageOf = async ({ capture }: Evidence, place: number) =>
  capture && pageAt((await findAboutText(capture.id)).pages, place);

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
