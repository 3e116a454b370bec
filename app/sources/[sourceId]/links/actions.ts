'use server';

import { forbidden, notFound, redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordLinkDecision } from '#data/documents/link-decisions';
import { isPermitted } from '#domain/people/permission';
import { pressed } from '#forms/pressed';
import { toId, toOneOf } from '#http/query';

/** Confirms or rejects what the desk noticed of two documents. */
export const decideLink = pressed(async function decideLink(formData: FormData) {
  const by = await permitted('source.edit');
  const id = toId(String(formData.get('link') ?? ''));
  const sourceId = toId(String(formData.get('source') ?? ''));
  const decision = toOneOf(['confirm', 'reject'], String(formData.get('decision') ?? ''));
  if (!id || !sourceId || !decision) notFound();
  const decided = await recordLinkDecision(
    { id, decision, mayMerge: isPermitted(by.role, 'source.merge') },
    toActor(by),
  );
  if (!decided.ok && decided.refusal.kind === 'mayNotMerge') forbidden();
  // What else keeps it from being decided is said where it is offered.
  redirect(`/sources/${decided.ok ? decided.value.remainingId : sourceId}`);
});
