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
import { findSource } from '#data/documents/sources';
import type { EvidenceFile } from '#data/evidence/record-evidence';
import { claimCode } from '#domain/claims/claim';
import { titleOf } from '#domain/documents/default-title';
import { readWhatItIs } from '#domain/documents/what-is-it';
import { accept, type Result, refuse } from '#domain/result';
import { readDocumentInput, readUpload } from '#forms/document-input';
import { optionalAddress } from '#forms/fields';
import { type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { quotesOf } from '../more-quotes';
import { readAnswer } from '../read-answer';
import { attachQuotes, ofSource, type ToAttach } from './attach';
import {
  DETAIL_FIELDS,
  type NewEvidenceField,
  newEvidenceSchema,
  statementSchema,
  TYPED_FIELDS,
  type WordsField,
  wordsSchema,
} from './schema';

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
  const given = form.value;
  const { source, chosen, quote } = given;
  const step = given.step ?? (quote ? 'attach' : 'open');
  const again = (errors: FormErrors<NewEvidenceField>) =>
    reshow(newEvidenceSchema, formData, errors);

  const earlier = chosen ? await findSource(chosen) : null;
  if (earlier) return goOn(claimId, { source: earlier.id }, given);
  const existing = source ? await findSource(source) : null;
  if (existing && step !== 'attach') return goOn(claimId, { source: existing.id }, given);
  const words = readWhatItIs(given.text);
  const file = formData.get('file');
  const isFile = file instanceof File && file.size > 0;
  // Words of an earlier source are searched for, and so is whatever is no address and no text.
  if (step === 'search' || (words.kind === 'words' && step !== 'asText' && !isFile && !existing)) {
    if (words.kind === 'nothing') return again({ fieldErrors: { text: [NOTHING] } });
    return goOn(
      claimId,
      { words: given.text.trim().slice(0, LONGEST_WORDS) },
      given,
      DETAIL_FIELDS,
    );
  }
  const statement = step === 'attach' ? parseForm(statementSchema, formData) : null;
  if (existing) {
    if (!statement?.ok) return again(statement?.refusal ?? {});
    return again(await attach(claimId, given.id, statement.value, await ofSource(existing), by));
  }

  const input = await readNewSource(formData, given);
  if (!input.ok) return again(input.refusal);
  const { source: added, file: notes } = input.value;
  if (!statement) return again(await bringFirst(claimId, added, given, by));
  if (!statement.ok) return again(statement.refusal);
  if (added.origin && added.origin.method !== 'paste') {
    // The source is there at once, and its copy follows: the quote is looked for as soon as it is.
    const sourceId = await bring(added, by);
    const found = await findSource(sourceId);
    if (!found) notFound();
    return again(await attach(claimId, given.id, statement.value, await ofSource(found), by));
  }
  if (!added.origin && !statement.value.note && !notes) {
    return again({
      fieldErrors: {
        note: ['Write a note or add a file: an interview needs its date and its words'],
      },
    });
  }
  const from: ToAttach = {
    origin: { kind: 'new', source: added },
    text: added.origin?.method === 'paste' ? added.origin.text : null,
    captureId: null,
    publishedOn: added.details.publishedOn,
    file: notes,
  };
  return again(await attach(claimId, given.id, statement.value, from, by));
});

const NOTHING =
  'Enter an address, paste the text, choose a file, or enter words of an earlier source';
const LONGEST_WORDS = 200;

type Given = z.output<typeof newEvidenceSchema>;
type NewSource = Extract<ToAttach['origin'], { kind: 'new' }>['source'];

/** A new source: an interview with its notes, or what is pasted, uploaded or at an address. */
async function readNewSource(
  formData: FormData,
  { newSource, title, quote, kind = 'article', ...given }: Given,
): Promise<
  Result<
    { readonly source: NewSource; readonly file: EvidenceFile | null },
    FormErrors<NewEvidenceField>
  >
> {
  const what = readWhatItIs(given.text);
  const isText = what.kind === 'text' || what.kind === 'words';
  const address = what.kind === 'address' ? optionalAddress.safeParse(what.address) : null;
  if (address && !address.success) {
    return refuse({ fieldErrors: { text: address.error.issues.map(({ message }) => message) } });
  }
  const [url, text] = [address?.data ?? given.url, isText ? given.text : ''];
  const isInterviewNote = kind === 'interview' && !text && !url;
  const file = isInterviewNote ? await readUpload(formData) : accept(null);
  if (!file.ok) return refuse({ fieldErrors: file.refusal });
  const copy = isInterviewNote
    ? accept(null)
    : await readDocumentInput(formData, { url, text }, NOTHING);
  if (!copy.ok) return refuse({ fieldErrors: copy.refusal });
  const origin = copy.value;
  const named = title ?? (origin && titleOf(null, origin));
  if (!named) {
    return refuse({
      fieldErrors: { title: ['Enter the name of the interviewed person, or of their office'] },
    });
  }
  const { publisher, publishedOn, contact, confidentialReason } = given;
  const details = { title: named, publisher, author: null, url, publishedOn, language: null };
  const id = newSource ?? uuidv7();
  return accept({
    source: { id, kind, details, contact, confidentialReason, origin },
    file: file.value,
  });
}

/** Records a source, or finds it by its address. @returns its id */
async function bring(source: NewSource, by: SignedIn): Promise<string> {
  const recorded = await recordDocument({ ...source, underCheck: false }, toActor(by));
  if (recorded.ok || recorded.refusal.kind !== 'addressTaken') return source.id;
  const { documentId } = recorded.refusal;
  if (source.origin?.method === 'fetch') {
    await recordFailedAgain(documentId, source.origin.url, toActor(by));
  }
  return documentId;
}

/** Records a source that is read first, and leads to where its words are chosen. @returns why not */
async function bringFirst(
  claimId: string,
  source: NewSource,
  given: Given,
  by: SignedIn,
): Promise<FormErrors<NewEvidenceField>> {
  if (new URLSearchParams(typedFields(given)).toString().length > LONGEST_QUERY) {
    return {
      fieldErrors: {
        quote: [
          'This is too long to take along: attach the evidence now, and the desk looks for the quote in its copy',
        ],
      },
    };
  }
  return goOn(claimId, { source: await bring(source, by) }, given);
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
  const refused = await attach(claimId, id, statement, await ofSource(source), by);
  return reshow(wordsSchema, formData, refused);
});

/** Attaches each quote, and leads to the claim. @returns why it does not */
async function attach(
  claimId: string,
  id: string,
  { independence, comesFrom, asked, ...statement }: z.output<typeof statementSchema>,
  from: ToAttach,
  by: SignedIn,
): Promise<FormErrors<WordsField>> {
  const { origin } = from;
  const sourceId = origin.kind === 'existing' ? origin.sourceId : origin.source.id;
  const answer = await readAnswer(claimId, { independence, comesFrom, asked }, sourceId);
  if (!answer.ok) return answer.refusal;
  const { stance, directness, note, cells } = statement;
  const attached = await attachQuotes(claimId, id, quotesOf(statement), {
    statement: { stance, directness, note },
    independence: answer.value,
    cells,
    from,
    by,
  });
  if (!attached.ok) return { formErrors: [...attached.refusal] };
  redirect(`/claims/${attached.value}`);
}

type Typed = {
  readonly [K in (typeof TYPED_FIELDS | typeof DETAIL_FIELDS)[number]]?: string | null | undefined;
};

/** Leads to the next part of the page, with what was typed of the statement already. */
async function goOn(
  claimId: string,
  to: { readonly source: string } | { readonly words: string },
  typed: Typed,
  details: readonly (typeof DETAIL_FIELDS)[number][] = [],
): Promise<never> {
  const claim = await findClaim(claimId);
  if (!claim) notFound();
  const query = new URLSearchParams([...Object.entries(to), ...typedFields(typed, details)]);
  redirect(`/claims/${claimCode(claim.number)}/evidence/new?${query}` as Route);
}

/** Longer addresses are refused by servers on the way. In characters. */
const LONGEST_QUERY = 6000;

const typedFields = (
  typed: Typed,
  details: readonly (typeof DETAIL_FIELDS)[number][] = [],
): [string, string][] =>
  [...TYPED_FIELDS, ...details].flatMap((field): [string, string][] =>
    typed[field] ? [[field, typed[field]]] : [],
  );
