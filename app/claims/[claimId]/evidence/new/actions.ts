'use server';

import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { permitted } from '#accounts/permitted';
import { type SignedIn, toActor } from '#accounts/signed-in';
import { recordFailedAgain } from '#data/captures/retake';
import { findClaim } from '#data/claims/claims';
import { recordDocument } from '#data/documents/documents';
import { findSource, type Source } from '#data/documents/sources';
import { type EvidenceFile, type EvidenceOrigin, recordEvidence } from '#data/evidence/evidence';
import { claimCode } from '#domain/claims/claim';
import { titleOf } from '#domain/documents/default-title';
import type { EvidenceStatement } from '#domain/evidence/stance';
import { accept, type Result, refuse } from '#domain/result';
import { decideEvidence } from '#domain/review/attach-evidence';
import { readDocumentInput, readUpload } from '#forms/document-input';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
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
  const { id, source, quote } = form.value;
  const again = (errors: FormErrors<NewEvidenceField>) =>
    reshow(newEvidenceSchema, formData, errors);

  const existing = source ? await findSource(source) : null;
  if (existing && !quote) return goOn(claimId, existing.id, form.value);
  const input = existing ? accept(toInput(existing)) : await readInputSource(formData, form.value);
  if (!input.ok) return again(input.refusal);
  const { origin, needsReading, isInterviewNote, ...rest } = input.value;
  if (origin.kind === 'new' && needsReading) {
    return again(await bringFirst(claimId, origin.source, form.value, by));
  }

  const statement = parseForm(statementSchema, formData);
  if (!statement.ok) return again(statement.refusal);
  if (isInterviewNote && !statement.value.note && !rest.file) {
    return again({
      fieldErrors: {
        note: ['Write a note or add a file: an interview needs its date and its words'],
      },
    });
  }
  return again(await attach(claimId, { id, statement: statement.value, origin, ...rest, by }));
});

/** Where the evidence comes from, and its text as far as it is here. */
type InputSource = {
  readonly origin: EvidenceOrigin;
  readonly sourceText: string;
  readonly publishedOn: string | null;
  readonly file: EvidenceFile | null;
  /** Told in an interview, so that there is no text to find the words in. */
  readonly isInterviewNote: boolean;
  /** Its words can only be chosen once the desk has read it. */
  readonly needsReading: boolean;
};

const toInput = ({ id, capture, publishedOn }: Source): InputSource => ({
  origin: { kind: 'existing', sourceId: id, captureId: capture?.id ?? null },
  sourceText: capture?.text ?? '',
  publishedOn,
  file: null,
  isInterviewNote: false,
  needsReading: false,
});

type Given = z.output<typeof newEvidenceSchema>;

/** A new source: an interview with its notes, or what is pasted, uploaded or at an address. */
async function readInputSource(
  formData: FormData,
  { newSource, title, quote, url, text, kind = 'article', ...given }: Given,
): Promise<Result<InputSource, FormErrors<NewEvidenceField>>> {
  const isInterviewNote = kind === 'interview' && !text && !url;
  const file = isInterviewNote ? await readUpload(formData) : accept(null);
  if (!file.ok) return refuse({ fieldErrors: file.refusal });
  const copy = isInterviewNote
    ? accept(null)
    : await readDocumentInput(
        formData,
        { url, text },
        'Paste the text of the source, choose a file or enter an address',
      );
  const origin = copy.ok ? copy.value : null;
  const named = title ?? (origin && origin.method !== 'paste' ? titleOf(null, origin) : null);
  if (!copy.ok || !named) {
    const refused = copy.ok ? null : copy.refusal;
    const untitled = { title: ['Enter the title of the source, or choose a source on the desk'] };
    return refuse({ fieldErrors: { ...(!named && !refused?.file && untitled), ...refused } });
  }
  const { publisher, publishedOn, contact, confidentialReason } = given;
  const details = { title: named, publisher, author: null, url, publishedOn, language: null };
  const id = newSource ?? uuidv7();
  return accept({
    origin: { kind: 'new', source: { id, kind, details, contact, confidentialReason, origin } },
    sourceText: origin?.method === 'paste' ? origin.text : '',
    publishedOn,
    file: file.value,
    isInterviewNote,
    needsReading: origin !== null && (!quote || origin.method !== 'paste'),
  });
}

/** Records a source that is read first, and leads to where its words are chosen. @returns why not */
async function bringFirst(
  claimId: string,
  source: Extract<EvidenceOrigin, { kind: 'new' }>['source'],
  given: Given,
  by: SignedIn,
): Promise<FormErrors<NewEvidenceField>> {
  if (toQuery('', given).length > LONGEST_QUERY) {
    return {
      fieldErrors: {
        quote: [
          'Leave this field empty: you enter it on the next page, after the desk has read the source',
        ],
      },
    };
  }
  const recorded = await recordDocument({ ...source, underCheck: false }, toActor(by));
  if (recorded.ok || recorded.refusal.kind !== 'addressTaken')
    return goOn(claimId, source.id, given);
  const { documentId } = recorded.refusal;
  if (source.origin?.method === 'fetch') {
    await recordFailedAgain(documentId, source.origin.url, toActor(by));
  }
  return goOn(claimId, documentId, given);
}

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
    origin: { kind: 'existing', sourceId: source.id, captureId: source.capture?.id ?? null },
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
