'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { cancelInvitation, recordInvitation } from '#data/invitations';
import { emptyForm, type FormState, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { originOf } from '#forms/origin';
import { cancelSchema, type InviteField, inviteSchema } from './schema';

/** A form that may end with a link, which is shown this once and kept nowhere. */
export type LinkState<Field extends string> = FormState<Field> & {
  readonly link?: { readonly address: string; readonly for: string };
};

/** Invites somebody with a role, and shows the link to hand over. */
export const invite = keepingTyped(async function invite(
  _previous: LinkState<InviteField>,
  formData: FormData,
): Promise<LinkState<InviteField>> {
  const by = await permitted('people.manage');
  const form = parseForm(inviteSchema, formData);
  if (!form.ok) return form.refusal;
  const { name } = form.value;
  const recorded = await recordInvitation(form.value, toActor(by));
  if (!recorded.ok) {
    const { refusal } = recorded;
    return reshow(inviteSchema, formData, {
      fieldErrors: {
        email: [
          refusal.kind === 'hasAccount'
            ? `${refusal.name} has an account with this address already: find them in the list`
            : `${refusal.name} is invited already: cancel that invitation to make another link`,
        ],
      },
    });
  }
  revalidatePath('/people');
  const address = `${originOf(await headers())}/join/${recorded.value}`;
  return { ...emptyForm, values: { id: uuidv7() }, link: { address, for: name } };
});

/** Takes an invitation back: its link works no more. */
export async function cancelInvite(formData: FormData): Promise<void> {
  const by = await permitted('people.manage');
  const form = parseForm(cancelSchema, formData);
  if (form.ok) await cancelInvitation(form.value.invitation, toActor(by));
  revalidatePath('/people');
}
