'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import {
  cancelInvitation,
  type InvitationRefusal,
  recordInvitation,
} from '#data/people/invitations';
import { emptyForm, type FormErrors, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { pressed } from '#forms/pressed';
import { originOf } from '#http/desk-origin';
import { cancelSchema, type InviteField, inviteSchema } from './schema';

/** A form that may end with a link, which is shown this once and kept nowhere. */
export type LinkFormState<Field extends string> = FormState<Field> & {
  readonly link?: { readonly address: string; readonly for: string };
};

/** Invites somebody with a role, and shows the link to hand over. */
export const invite = keepingTyped(async function invite(
  _previous: LinkFormState<InviteField>,
  formData: FormData,
): Promise<LinkFormState<InviteField>> {
  const by = await permitted('people.manage');
  const form = parseForm(inviteSchema, formData);
  if (!form.ok) return form.refusal;
  const { name } = form.value;
  const recorded = await recordInvitation(form.value, toActor(by));
  if (!recorded.ok) {
    return reshow(inviteSchema, formData, { fieldErrors: explain(recorded.refusal) });
  }
  revalidatePath('/people');
  const address = `${originOf(await headers())}/join/${recorded.value}`;
  return { ...emptyForm, values: { id: uuidv7() }, link: { address, for: name } };
});

function explain(refusal: InvitationRefusal): FormErrors<InviteField>['fieldErrors'] & object {
  const { name } = refusal;
  switch (refusal.kind) {
    case 'hasAccount':
      return {
        email: [`${name} already has an account with this address: find the account in the list`],
      };
    case 'alreadyInvited':
      return { email: [`${name} already has an invitation: cancel it to create another link`] };
    case 'namesake':
      return {
        name: [
          `This desk already has a person or an invitation with the name ${name}: add a second name or an initial`,
        ],
      };
  }
}

/** Takes an invitation back: its link works no more. */
export const cancelInvite = pressed(async function cancelInvite(formData: FormData) {
  const by = await permitted('people.manage');
  const form = parseForm(cancelSchema, formData);
  if (form.ok) await cancelInvitation(form.value.invitation, toActor(by));
  revalidatePath('/people');
});
