'use server';

import { notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  findPublisher,
  type Publisher,
  recordPublisherEdit,
  recordPublisherRemoval,
} from '#data/evidence/publishers';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { areIds } from '#http/query';
import { readPublisher } from '../read-publisher';
import { type PublisherField, publisherSchema } from '../schema';

/** Edits a publisher of the table, or removes it. */
export const editPublisher = keepingTyped(async function editPublisher(
  publisherId: string,
  _previous: FormState<PublisherField>,
  formData: FormData,
): Promise<FormState<PublisherField>> {
  const by = await permitted('source.edit');
  if (!areIds(publisherId)) notFound();
  const form = parseForm(publisherSchema, formData);
  if (!form.ok) return form.refusal;
  const { revision, step, ...given } = form.value;
  const stored = findPublisher(publisherId);
  if (!stored) notFound();
  const was = { ...stored, revision };
  const publisher = readPublisher(given);
  if (step === 'save' && !publisher.ok) {
    return reshow(publisherSchema, formData, { fieldErrors: publisher.refusal });
  }
  const recorded =
    step === 'save' && publisher.ok
      ? await recordPublisherEdit(was, publisher.value, toActor(by))
      : await recordPublisherRemoval(was, toActor(by));
  if (!recorded.ok) return reshowStale(formData, stored);
  redirect('/sources/publishers');
});

function reshowStale(formData: FormData, now: Publisher): FormState<PublisherField> {
  const state = reshow(publisherSchema, formData, {
    formErrors: [
      'Another person changed this publisher while you were writing. Your text is still here: save again to replace their change',
    ],
    changes: [
      `Name is now “${now.name}”.`,
      `Other names are now “${now.otherNames.join(', ')}”.`,
      `Addresses are now “${now.hosts.join(', ')}”.`,
      `Owner is now “${now.owner ?? ''}”.`,
    ],
  });
  return { ...state, values: { ...state.values, revision: String(now.revision) } };
}
