'use server';

import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordDetails } from '#data/documents/details';
import { findSource, type Source } from '#data/documents/sources';
import { DOCUMENT_KIND_LABELS } from '#domain/documents/document';
import { reshowChanged, type Standing, standingDetails } from '#forms/document-details';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { findSourceOf } from '../source-of';
import { type SourceField, sourceSchema } from './schema';

/** Corrects what the desk knows of a source. Its copies stay as they are. */
export const editSource = keepingTyped(async function editSource(
  id: string,
  _previous: FormState<SourceField>,
  formData: FormData,
): Promise<FormState<SourceField>> {
  const by = await permitted('source.edit');
  if (!areIds(id)) notFound();
  const form = parseForm(sourceSchema, formData);
  if (!form.ok) return form.refusal;
  const source = await findSourceOf(id, by);
  if (!source || source.underCheck) notFound();

  const { revision, derivedFrom, ...given } = form.value;
  const details = { ...given, confidential: given.confidentialReason !== null };
  const repeats = derivedFrom || null;
  if (repeats && !(await findSource(repeats))) {
    return reshow(sourceSchema, formData, {
      fieldErrors: { derivedFrom: ['The desk no longer has this source: choose another source'] },
    });
  }
  const edit = { id, revision, details: { ...details, derivedFromId: repeats } };
  const recorded = await recordDetails('source', edit, new Map(), toActor(by));
  if (!recorded.ok && recorded.refusal.kind === 'derivedFromItself') {
    return reshow(sourceSchema, formData, {
      fieldErrors: {
        derivedFrom: [
          'That source repeats this source: choose the source that was published first',
        ],
      },
    });
  }
  if (!recorded.ok) {
    const fields = standingFields(source, { ...given, repeats });
    const changed = reshowChanged(sourceSchema, formData, source.revision, fields);
    if (changed) return changed;
  }
  redirect(`/sources/${id}`);
});

type Typed = Omit<z.output<typeof sourceSchema>, 'revision' | 'derivedFrom'> & {
  readonly repeats: string | null;
};

const standingFields = (now: Source, typed: Typed): Standing[] => [
  ...standingDetails(now, typed),
  {
    label: 'Kind of source',
    now: now.kind,
    typed: typed.kind,
    nowInWords: DOCUMENT_KIND_LABELS[now.kind],
  },
  { label: 'Language', now: now.language, typed: typed.language },
  {
    label: 'Repeats',
    now: now.derivedFrom?.id ?? null,
    typed: typed.repeats,
    ...(now.derivedFrom && { nowInWords: now.derivedFrom.title }),
  },
  { label: 'Contact', now: now.contact, typed: typed.contact },
  {
    label: 'Reason for confidentiality',
    now: now.confidentialReason,
    typed: typed.confidentialReason,
  },
];
