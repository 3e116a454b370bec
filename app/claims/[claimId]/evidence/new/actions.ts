'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { findClaim } from '#data/claims';
import { type EvidenceOrigin, findSource, recordEvidence } from '#data/evidence';
import { claimCode } from '#domain/claim';
import { decideEvidence } from '#domain/evidence';
import { toReadableText } from '#domain/text';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { explainWork } from '#review/explain';
import { readFiguresIn } from '../figures-in';
import { type NewEvidenceField, newEvidenceSchema } from './schema';

const TRIES = 3;

/** Attaches what a source says to a claim. A form sent twice attaches it once. */
export async function attachEvidence(
  claimId: string,
  _previous: FormState<NewEvidenceField>,
  formData: FormData,
): Promise<FormState<NewEvidenceField>> {
  const by = await permitted('evidence.attach');
  const form = parseForm(newEvidenceSchema, formData);
  if (!form.ok) return form.refusal;
  const { id, source, title, publisher, url, publishedOn, text: raw, ...statement } = form.value;

  const held = source ? await findSource(source) : null;
  if (!held && (!title || !raw)) {
    return reshow(newEvidenceSchema, formData, {
      fieldErrors: {
        ...(!title && { title: ['Enter the title of the source, or choose one the desk holds'] }),
        ...(!raw && { text: ['Paste the text of the source: it is kept as the desk’s copy'] }),
      },
    });
  }
  const text = held ? held.capture.text : toReadableText(raw);
  const origin: EvidenceOrigin = held
    ? { kind: 'held', captureId: held.capture.id }
    : {
        kind: 'new',
        details: { title: title ?? '', publisher, author: null, url, publishedOn, language: null },
        raw,
        text,
      };

  // Evidence adds to a claim and replaces nothing, so a change by somebody else is no conflict:
  // decide again on the claim as it is now.
  for (let attempt = 1; ; attempt++) {
    const claim = await findClaim(claimId);
    if (!claim) notFound();
    const decided = decideEvidence(claim, statement, { by: by.id, sourceText: text });
    if (!decided.ok) return reshow(newEvidenceSchema, formData, explainWork(decided.refusal));
    const recorded = await recordEvidence(
      {
        id,
        decision: decided.value,
        origin,
        quantities: readFiguresIn(statement.quote, decided.value.find, publishedOn),
      },
      toActor(by),
    );
    if (recorded.ok || recorded.refusal.kind === 'alreadyThere') {
      redirect(`/claims/${claimCode(claim.number)}#evidence-title`);
    }
    if (attempt === TRIES) {
      return reshow(newEvidenceSchema, formData, {
        formErrors: ['Others are changing this claim right now: save again in a moment'],
      });
    }
  }
}
