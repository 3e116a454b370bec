'use server';

import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { type SignedIn, toActor } from '#accounts/signed-in';
import { recordFailedAgain } from '#data/captures/retake';
import { findClaim } from '#data/claims/claims';
import { recordDocument } from '#data/documents/documents';
import { findSource } from '#data/documents/sources';
import { type EvidenceFile, type EvidenceOrigin, recordEvidence } from '#data/evidence/evidence';
import { claimCode } from '#domain/claims/claim';
import { titleOf } from '#domain/documents/default-title';
import type { EvidenceStatement } from '#domain/evidence/stance';
import { accept } from '#domain/result';
import { decideEvidence } from '#domain/review/attach-evidence';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readBrought, readUpload } from '#forms/upload';
import { areIds } from '#http/query';
import { explainWork } from '#review/explain';
import { findWords } from '#work/find-words';
import { readFiguresIn } from '../figures-in';
import {
  type NewEvidenceField,
  newEvidenceSchema,
  statementSchema,
  type WordsField,
  wordsSchema,
} from './schema';

const TRIES = 3;

/**
 * Attaches what a source says to a claim, or brings the source first, where its words are still to be
 * chosen. A form sent twice attaches it once.
 */
export const attachEvidence = keepingTyped(async function attachEvidence(
  claimId: string,
  _previous: FormState<NewEvidenceField>,
  formData: FormData,
): Promise<FormState<NewEvidenceField>> {
  const by = await permitted('evidence.attach');
  if (!areIds(claimId)) notFound();
  const form = parseForm(newEvidenceSchema, formData);
  if (!form.ok) return form.refusal;
  const { id, source, quote, contact, confidentialReason, title, url, text } = form.value;
  const again = (errors: FormErrors<NewEvidenceField>) =>
    reshow(newEvidenceSchema, formData, errors);

  const held = source ? await findSource(source) : null;
  if (held && !quote) return goOn(claimId, held.id, form.value);
  const kind = form.value.kind ?? 'article';
  const isTold = !held && kind === 'interview' && !text && !url;
  const file = isTold ? await readUpload(formData) : accept(null);
  if (!file.ok) return again({ fieldErrors: file.refusal });
  const brought =
    held || isTold
      ? null
      : await readBrought(
          formData,
          { url, text },
          'Paste the text of the source, choose a file or enter an address',
        );
  const broughtBy = brought?.ok ? brought.value : null;
  const named =
    held?.title ??
    title ??
    (broughtBy && broughtBy.method !== 'paste' ? titleOf(null, broughtBy) : null);
  const refusedCopy = brought && !brought.ok ? brought.refusal : null;
  if (refusedCopy || !named) {
    return again({
      fieldErrors: {
        ...(!named &&
          !refusedCopy?.file && {
            title: ['Enter the title of the source, or choose a source on the desk'],
          }),
        ...refusedCopy,
      },
    });
  }
  const origin = broughtBy;
  const newSource = {
    id: form.value.newSource ?? uuidv7(),
    kind,
    details: {
      title: named,
      publisher: form.value.publisher,
      author: null,
      url,
      publishedOn: form.value.publishedOn,
      language: null,
    },
    contact,
    confidentialReason,
    origin,
  };
  if (origin && (!quote || origin.method !== 'paste')) {
    // What it says is read first; then its words are chosen.
    if (toQuery('', form.value).length > LONGEST_QUERY) {
      return again({
        fieldErrors: {
          quote: [
            'Leave this field empty: you enter it on the next page, after the desk has read the source',
          ],
        },
      });
    }
    const recorded = await recordDocument({ ...newSource, underCheck: false }, toActor(by));
    if (recorded.ok || recorded.refusal.kind !== 'held') {
      return goOn(claimId, newSource.id, form.value);
    }
    const { documentId } = recorded.refusal;
    if (origin.method === 'fetch') await recordFailedAgain(documentId, origin.url, toActor(by));
    return goOn(claimId, documentId, form.value);
  }

  const statement = parseForm(statementSchema, formData);
  if (!statement.ok) return again(statement.refusal);
  if (isTold && !statement.value.note && !file.value) {
    return again({
      fieldErrors: {
        note: ['Write a note or add a file: an interview needs its date and its words'],
      },
    });
  }
  const refused = await attach(claimId, {
    id,
    statement: statement.value,
    origin: held
      ? { kind: 'held', sourceId: held.id, captureId: held.capture?.id ?? null }
      : { kind: 'new', source: newSource },
    sourceText: held ? (held.capture?.text ?? '') : origin?.method === 'paste' ? origin.text : '',
    publishedOn: held ? held.publishedOn : form.value.publishedOn,
    file: file.value,
    by,
  });
  return again(refused);
});

/** Attaches the words that were chosen in the desk's copy of a source. */
export const attachWords = keepingTyped(async function attachWords(
  claimId: string,
  sourceId: string,
  _previous: FormState<WordsField>,
  formData: FormData,
): Promise<FormState<WordsField>> {
  const by = await permitted('evidence.attach');
  if (!areIds(claimId, sourceId)) notFound();
  const form = parseForm(wordsSchema, formData);
  if (!form.ok) return form.refusal;
  const { id, ...statement } = form.value;
  const source = await findSource(sourceId);
  if (!source) notFound();
  if (!source.capture && source.kind !== 'interview') {
    return reshow(wordsSchema, formData, {
      formErrors: ['The desk has no copy of this source yet: wait for the copy, or add a copy'],
    });
  }
  const refused = await attach(claimId, {
    id,
    statement,
    origin: { kind: 'held', sourceId: source.id, captureId: source.capture?.id ?? null },
    sourceText: source.capture?.text ?? '',
    publishedOn: source.publishedOn,
    file: null,
    by,
  });
  return reshow(wordsSchema, formData, refused);
});

/** Leads to the claim when it is attached. @returns why it is not */
async function attach(
  claimId: string,
  {
    id,
    statement,
    origin,
    sourceText,
    publishedOn,
    file,
    by,
  }: {
    id: string;
    statement: EvidenceStatement;
    origin: EvidenceOrigin;
    sourceText: string;
    publishedOn: string | null;
    file: EvidenceFile | null;
    by: SignedIn;
  },
): Promise<{ formErrors: string[] }> {
  // Evidence adds to a claim and replaces nothing, so a change by somebody else is no conflict:
  // decide again on the claim as it is now.
  const find = await findWords(sourceText, statement.quote);
  if (!find.ok) return { formErrors: [find.refusal] };
  for (let attempt = 1; ; attempt++) {
    const claim = await findClaim(claimId);
    if (!claim) notFound();
    const decided = decideEvidence(claim, statement, { by: by.id, find: find.value });
    if (!decided.ok) return explainWork(decided.refusal);
    const recorded = await recordEvidence(
      {
        id,
        decision: decided.value,
        origin,
        file,
        quantities: readFiguresIn(statement.quote, decided.value.find, publishedOn),
      },
      toActor(by),
    );
    if (recorded.ok || recorded.refusal.kind === 'alreadyThere') {
      redirect(`/claims/${claimCode(claim.number)}#evidence-title`);
    }
    if (attempt === TRIES) {
      return {
        formErrors: ['Other people are changing this claim now: save again in a moment'],
      };
    }
  }
}

type Typed = {
  readonly [K in 'quote' | 'stance' | 'directness' | 'note']?: string | null | undefined;
};

/** Leads to the second part, with what was typed of the statement already. */
async function goOn(claimId: string, sourceId: string, typed: Typed): Promise<never> {
  const claim = await findClaim(claimId);
  if (!claim) notFound();
  const query = toQuery(sourceId, typed);
  redirect(`/claims/${claimCode(claim.number)}/evidence/new?${query}` as Route);
}

/** Longer addresses are refused by servers on the way. In characters. */
const LONGEST_QUERY = 6000;

function toQuery(sourceId: string, typed: Typed): string {
  const query = new URLSearchParams({ source: sourceId });
  for (const field of ['quote', 'stance', 'directness', 'note'] as const) {
    if (typed[field]) query.set(field, typed[field]);
  }
  return query.toString();
}
