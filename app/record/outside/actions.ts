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
    else refused.push(`${name}: ${NOT_SETTLED[answer.refusal.kind]}`);
  }
  revalidatePath('/record', 'layout');
  if (refused.length === 0) redirect(`/record/outside?settled=${settled}`);
  const done = settled > 0 ? [`${settled} ${SETTLED_IN_WORDS[way]}`] : [];
  return reshow(settleSchema, formData, { formErrors: [...refused, ...done] });
});

const NOT_SETTLED: Readonly<Record<NotSettled['kind'], string>> = {
  stale: 'changed or settled again in the meantime; read the page again',
  impossible: 'this step is not possible; choose one of the possible steps',
  unsound: 'the desk does not allow this value; undo the change, then edit the value at the desk',
  inUse:
    'other rows depend on this row, or this row depends on a deleted row; acknowledge the change',
  ownAccount: 'this is your own account; ask another administrator',
};
