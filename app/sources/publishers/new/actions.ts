'use server';

import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordPublisher } from '#data/evidence/publishers';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { readPublisher } from '../read-publisher';
import { type NewPublisherField, newPublisherSchema } from '../schema';

/** Adds a publisher to the table. A form sent twice adds one. */
export const addPublisher = keepingTyped(async function addPublisher(
  _previous: FormState<NewPublisherField>,
  formData: FormData,
): Promise<FormState<NewPublisherField>> {
  const by = await permitted('source.edit');
  const form = parseForm(newPublisherSchema, formData);
  if (!form.ok) return form.refusal;
  const { id, ...given } = form.value;
  const publisher = readPublisher(given);
  if (!publisher.ok) {
    return reshow(newPublisherSchema, formData, { fieldErrors: publisher.refusal });
  }
  await recordPublisher(id, publisher.value, toActor(by));
  redirect('/sources/publishers');
});
