import { z } from 'zod';
import { ROLES } from '#domain/people/permission';
import { formId, line, optionalLine } from '#forms/fields';
import type { FieldOf } from '#forms/form-state';

export const inviteSchema = z.object({
  id: formId,
  name: line('the name', 100),
  email: line('the email address').pipe(
    z.email({ error: 'Enter an email address, for example name@example.org' }),
  ),
  role: z.enum(ROLES, { error: 'Choose a role' }),
});

export type InviteField = FieldOf<typeof inviteSchema>;

export const cancelSchema = z.object({ invitation: z.uuid() });

const PERSON_STEPS = ['changeRole', 'deactivate', 'activate', 'resetLink', 'twoFactorOff'] as const;

export const personSchema = z.object({
  step: z.enum(PERSON_STEPS),
  shown: z.enum(ROLES).optional(),
  role: z.enum(ROLES, { error: 'Choose a role' }).optional(),
  reason: optionalLine('the reason', 500),
});

export type PersonStep = (typeof PERSON_STEPS)[number];
export type PersonField = FieldOf<typeof personSchema>;
