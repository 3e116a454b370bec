import { accept, type Result, refuse } from '../result';
import type { Role } from './permission';

/** Somebody with an account, as far as the rules ask. */
export type ChangedPerson = {
  readonly id: string;
  readonly role: Role;
  readonly active: boolean;
  readonly twoFactorEnabled: boolean;
};

/**
 * The person who asks, null for a person at the desk's own machine; and the number of
 * administrators who can sign in now.
 */
export type Circumstances = { readonly byId: string | null; readonly activeAdmins: number };

export type PersonRefusal =
  /** Nobody changes what they themselves may do. */
  | { readonly kind: 'ownAccount' }
  /** Without an administrator nobody could let anybody in again. */
  | { readonly kind: 'lastAdmin' }
  /** Somebody else was quicker: the role is not what the form showed. */
  | { readonly kind: 'roleMoved'; readonly role: Role }
  | { readonly kind: 'sameRole'; readonly role: Role }
  | { readonly kind: 'alreadyInactive' }
  | { readonly kind: 'alreadyActive' }
  | { readonly kind: 'inactive' }
  | { readonly kind: 'twoFactorIsOff' };

const isLastAdmin = (person: ChangedPerson, { activeAdmins }: Circumstances) =>
  person.role === 'admin' && person.active && activeAdmins <= 1;

/**
 * Decides whether a person gets another role.
 *
 * @param shown  the role that the form showed as the present one
 */
export function decideRoleChange(
  person: ChangedPerson,
  { shown, role }: { readonly shown: Role; readonly role: Role },
  circumstances: Circumstances,
): Result<{ readonly before: Role; readonly after: Role }, PersonRefusal> {
  if (person.id === circumstances.byId) return refuse({ kind: 'ownAccount' });
  if (person.role !== shown) return refuse({ kind: 'roleMoved', role: person.role });
  if (person.role === role) return refuse({ kind: 'sameRole', role });
  if (isLastAdmin(person, circumstances)) return refuse({ kind: 'lastAdmin' });
  return accept({ before: person.role, after: role });
}

/** Decides whether a person may be deactivated. Their work stays. */
export function decideDeactivation(
  person: ChangedPerson,
  circumstances: Circumstances,
): Result<true, PersonRefusal> {
  if (person.id === circumstances.byId) return refuse({ kind: 'ownAccount' });
  if (!person.active) return refuse({ kind: 'alreadyInactive' });
  if (isLastAdmin(person, circumstances)) return refuse({ kind: 'lastAdmin' });
  return accept(true);
}

/** Decides whether a deactivated person may sign in again, in the role they had. */
export function decideActivation(
  person: ChangedPerson,
  { byId }: Circumstances,
): Result<true, PersonRefusal> {
  if (person.id === byId) return refuse({ kind: 'ownAccount' });
  return person.active ? refuse({ kind: 'alreadyActive' }) : accept(true);
}

/** Decides whether a link is made with which a person chooses a new password. */
export function decideResetLink(
  person: ChangedPerson,
  { byId }: Circumstances,
): Result<true, PersonRefusal> {
  // One's own password is changed with the present one: an open screen is not enough.
  if (person.id === byId) return refuse({ kind: 'ownAccount' });
  return person.active ? accept(true) : refuse({ kind: 'inactive' });
}

/** Decides whether a person's two-factor sign-in is turned off for them, for a lost telephone. */
export function decideTwoFactorOff(
  person: ChangedPerson,
  { byId }: Circumstances,
): Result<true, PersonRefusal> {
  if (person.id === byId) return refuse({ kind: 'ownAccount' });
  return person.twoFactorEnabled ? accept(true) : refuse({ kind: 'twoFactorIsOff' });
}
