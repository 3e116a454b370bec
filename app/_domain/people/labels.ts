import type { Role } from './permission';

export const ROLE_LABELS: Record<Role, string> = {
  viewer: 'Viewer',
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Administrator',
};

export const ROLE_HINTS: Record<Role, string> = {
  viewer:
    'Reads everything except the details of confidential sources, and exports reports. Changes nothing.',
  checker: 'Adds articles and sources, works on claims, evidence and verdicts, and submits claims.',
  editor:
    'Does everything that a checker does, and assigns, approves, publishes, corrects and withdraws claims.',
  admin:
    'Does everything that an editor does, and invites people, changes roles and deactivates accounts.',
};
