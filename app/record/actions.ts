'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { acknowledgeAnchorBreaks, type NotAcknowledged } from '#data/record/anchor-breaks';
import { recordVerification } from '#data/verification/recorded';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { type AcknowledgeField, acknowledgeSchema } from './schema';

/** Verifies the record and shows what it came to. */
export const verifyRecord = keepingTyped(async function verifyRecord(
  _previous: FormState<never>,
  _formData: FormData,
): Promise<FormState<never>> {
  const by = await permitted('record.verify');
  const { head } = await recordVerification(toActor(by));
  // Another address than before, or the browser would only scroll.
  redirect(`/record?verified=${head.seq}#result`);
});

/** Acknowledges a broken anchor, with a reason, and writes it again. */
export const acknowledgeAnchor = keepingTyped(async function acknowledgeAnchor(
  _previous: FormState<AcknowledgeField>,
  formData: FormData,
): Promise<FormState<AcknowledgeField>> {
  const by = await permitted('record.acknowledge');
  const form = parseForm(acknowledgeSchema, formData);
  if (!form.ok) return form.refusal;
  const { shown, reason } = form.value;
  const recorded = await acknowledgeAnchorBreaks(shown, reason, toActor(by));
  revalidatePath('/record');
  if (recorded.ok) return emptyForm;
  return reshow(acknowledgeSchema, formData, { formErrors: [NOT_RECORDED[recorded.refusal.kind]] });
});

const NOT_RECORDED: Readonly<Record<NotAcknowledged['kind'], string>> = {
  stale: 'The anchor was acknowledged or broken again in the meantime: read the page again',
  unwritable:
    'The desk cannot write the anchor of the record: allow writing in its folder, then acknowledge again',
};
