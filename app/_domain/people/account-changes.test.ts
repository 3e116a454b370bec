import { describe, expect, test } from 'vitest';
import {
  type ChangedPerson,
  decideActivation,
  decideDeactivation,
  decideResetLink,
  decideRoleChange,
  decideTwoFactorOff,
  type PersonRefusal,
} from './account-changes';
import type { Role } from './permission';

const person = (given: Partial<ChangedPerson> = {}): ChangedPerson => ({
  id: 'noor',
  role: 'checker',
  active: true,
  twoFactorEnabled: false,
  ...given,
});
const byAda = { byId: 'ada', activeAdmins: 2 };
const byNoor = { byId: 'noor', activeAdmins: 2 };
/** Two administrators who take each other's role at once: the second finds only one left. */
const oneAdmin = { byId: 'ada', activeAdmins: 1 };

type Refused = PersonRefusal['kind'] | null;
const kindOf = (result: { ok: boolean; refusal?: PersonRefusal }): Refused =>
  result.ok ? null : (result.refusal?.kind ?? null);

describe('a role', () => {
  test.each<[string, ChangedPerson, Role, Role, typeof byAda, Refused]>([
    ['is raised', person(), 'checker', 'editor', byAda, null],
    ['is lowered', person({ role: 'editor' }), 'editor', 'viewer', byAda, null],
    [
      'of somebody deactivated changes too',
      person({ active: false }),
      'checker',
      'admin',
      byAda,
      null,
    ],
    ['of one’s own stays', person({ role: 'admin' }), 'admin', 'viewer', byNoor, 'ownAccount'],
    ['of one’s own is not raised', person(), 'checker', 'admin', byNoor, 'ownAccount'],
    [
      'that somebody else changed meanwhile stays',
      person(),
      'viewer',
      'editor',
      byAda,
      'roleMoved',
    ],
    ['stays what it is', person(), 'checker', 'checker', byAda, 'sameRole'],
    ['of one of two admins is lowered', person({ role: 'admin' }), 'admin', 'editor', byAda, null],
    [
      'of the last admin stays',
      person({ role: 'admin' }),
      'admin',
      'editor',
      oneAdmin,
      'lastAdmin',
    ],
    [
      'of an admin who cannot sign in is lowered beside one who can',
      person({ role: 'admin', active: false }),
      'admin',
      'editor',
      oneAdmin,
      null,
    ],
  ])('%s', (_, who, shown, role, circumstances, refused) => {
    expect(kindOf(decideRoleChange(who, { shown, role }, circumstances))).toBe(refused);
  });
});

describe('deactivating', () => {
  test.each<[string, ChangedPerson, typeof byAda, Refused]>([
    ['somebody', person(), byAda, null],
    ['oneself', person(), byNoor, 'ownAccount'],
    ['somebody who is already', person({ active: false }), byAda, 'alreadyInactive'],
    ['one of two admins', person({ role: 'admin' }), byAda, null],
    ['the last admin', person({ role: 'admin' }), oneAdmin, 'lastAdmin'],
  ])('%s', (_, who, circumstances, refused) => {
    expect(kindOf(decideDeactivation(who, circumstances))).toBe(refused);
  });
});

test.each<[string, ChangedPerson, typeof byAda, Refused]>([
  ['somebody who was deactivated', person({ active: false }), byAda, null],
  ['somebody who is active', person(), byAda, 'alreadyActive'],
  ['oneself', person({ active: false }), byNoor, 'ownAccount'],
])('activating %s', (_, who, circumstances, refused) => {
  expect(kindOf(decideActivation(who, circumstances))).toBe(refused);
});

test.each<[string, ChangedPerson, typeof byAda, Refused]>([
  ['somebody', person(), byAda, null],
  ['somebody who was deactivated', person({ active: false }), byAda, 'inactive'],
  ['oneself', person(), byNoor, 'ownAccount'],
])('a reset link for %s', (_, who, circumstances, refused) => {
  expect(kindOf(decideResetLink(who, circumstances))).toBe(refused);
});

test.each<[string, ChangedPerson, typeof byAda, Refused]>([
  ['somebody who has it on', person({ twoFactorEnabled: true }), byAda, null],
  ['somebody who has it off', person(), byAda, 'twoFactorIsOff'],
  ['oneself', person({ twoFactorEnabled: true }), byNoor, 'ownAccount'],
])('turning two-factor off for %s', (_, who, circumstances, refused) => {
  expect(kindOf(decideTwoFactorOff(who, circumstances))).toBe(refused);
});
