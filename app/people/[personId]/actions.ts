'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordResetLink } from '#data/people/password-reset';
import {
  findPerson,
  recordActivation,
  recordDeactivation,
  recordRoleChange,
  recordTwoFactorOff,
} from '#data/people/people';
import type { PersonRefusal } from '#domain/people/account-changes';
import { ROLE_LABELS } from '#domain/people/labels';
import { emptyForm, type FormErrors, parseForm, reshow } from '#forms/form-state';
import { keepingTyped } from '#forms/keeping-typed';
import { originOf } from '#http/desk-origin';
import { areIds } from '#http/query';
import type { LinkFormState } from '../actions';
import { type PersonField, personSchema } from '../schema';

/** Changes what somebody may do, keeps them out or lets them in, or makes a link for a new password. */
export const managePerson = keepingTyped(async function managePerson(
  personId: string,
  _previous: LinkFormState<PersonField>,
  formData: FormData,
): Promise<LinkFormState<PersonField>> {
  const by = await permitted('people.manage');
  if (!areIds(personId)) notFound();
  const form = parseForm(personSchema, formData);
  if (!form.ok) return form.refusal;
  const person = await findPerson(personId);
  if (!person) notFound();
  const { step, shown, role, reason } = form.value;
  const actor = toActor(by);
  const again = (errors: FormErrors<PersonField>) => reshow(personSchema, formData, errors);
  if (!reason && (step === 'deactivate' || step === 'twoFactorOff')) {
    return again({ fieldErrors: { reason: ['Enter a reason: the record keeps it'] } });
  }
  if (step === 'resetLink') {
    const made = await recordResetLink(personId, reason, actor);
    if (!made.ok) return again(explain(made.refusal));
    revalidatePath('/people', 'layout');
    const address = `${originOf(await headers())}/reset/${made.value}`;
    return { ...emptyForm, link: { address, for: person.name } };
  }
  const recorded = await {
    changeRole: () =>
      recordRoleChange(
        personId,
        { shown: shown ?? person.role, role: role ?? person.role },
        reason,
        actor,
      ),
    deactivate: () => recordDeactivation(personId, reason ?? '', actor),
    activate: () => recordActivation(personId, reason, actor),
    twoFactorOff: () => recordTwoFactorOff(personId, reason ?? '', actor),
  }[step]();
  revalidatePath('/', 'layout');
  return recorded.ok ? emptyForm : again(explain(recorded.refusal));
});

function explain(refusal: PersonRefusal | { kind: 'unknown' }): FormErrors<PersonField> {
  switch (refusal.kind) {
    case 'ownAccount':
      return { formErrors: ['You cannot change your own account here: ask another administrator'] };
    case 'lastAdmin':
      return {
        formErrors: ['This is the last administrator: make another person an administrator first'],
      };
    case 'roleMoved':
      return {
        formErrors: [
          `Another person changed the role: it is now ${ROLE_LABELS[refusal.role].toLowerCase()}`,
        ],
      };
    case 'sameRole':
      return {
        fieldErrors: { role: [`The role is already ${ROLE_LABELS[refusal.role].toLowerCase()}`] },
      };
    case 'alreadyInactive':
      return { formErrors: ['The account is already deactivated'] };
    case 'alreadyActive':
      return { formErrors: ['The account is already active'] };
    case 'inactive':
      return { formErrors: ['The account is deactivated: activate it first'] };
    case 'twoFactorIsOff':
      return { formErrors: ['Two-factor sign-in is already off'] };
    case 'unknown':
      return { formErrors: ['The desk does not have this account: reload the page'] };
  }
}
