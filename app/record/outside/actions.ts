'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  findStandingChange,
  type NotSettled,
  parseChange,
  settleOutsideChange,
} from '#data/verification/outside-changes';
import { SETTLED_IN_WORDS } from '#domain/record/outside-change';
import { type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { type SettleField, settleSchema } from './schema';

/** Takes changes from outside the desk into the record, puts them back, or acknowledges them. */
export const settleChanges = keepingTyped(async function settleChanges(
  _previous: FormState<SettleField>,
  formData: FormData,
): Promise<FormState<SettleField>> {
  const by = await permitted('record.acknowledge');
  const form = parseForm(settleSchema, formData);
  if (!form.ok) return form.refusal;
  const { changes, way, reason } = form.value;
  const refused: string[] = [];
  let settled = 0;
  for (const text of changes.split('\n')) {
    const asked = parseChange(text);
    if (!asked) continue;
    const name = findStandingChange(asked.row)?.name ?? 'A change';
    const answer = await settleOutsideChange({ ...asked, way, reason }, toActor(by));
    if (answer.ok) settled += 1;
    else refused.push(`Of ${name}, nothing was changed: ${NOT_SETTLED[answer.refusal.kind]}`);
  }
  revalidatePath('/record', 'layout');
  if (refused.length === 0) redirect(`/record/outside?settled=${settled}`);
  const done = settled > 0 ? [`${settled} ${SETTLED_IN_WORDS[way]}`] : [];
  return reshow(settleSchema, formData, { formErrors: [...refused, ...done] });
});

const NOT_SETTLED: Readonly<Record<NotSettled['kind'], string>> = {
  stale: 'it was changed again, or settled, since this page was shown; look at it again',
  impossible: 'this cannot be done about it; choose one of the ways beside it',
  unsound: 'the desk does not keep such a value; put it back, and change it at the desk',
  inUse: 'other rows hang on it, or it hangs on one that is gone; acknowledge it',
  ownAccount: 'nobody takes in a change of their own account; ask another administrator',
};
