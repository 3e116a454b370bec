import type { Role } from './permission';

export const ROLE_LABELS: Record<Role, string> = {
  viewer: 'Viewer',
  checker: 'Checker',
  editor: 'Editor',
  admin: 'Administrator',
};

export const ROLE_HINTS: Record<Role, string> = {
  viewer: 'Reads everything and takes reports; changes nothing.',
  checker: 'Works on articles, claims, evidence and verdicts, and submits them.',
  editor: 'Also assigns, approves, publishes, corrects and withdraws.',
  admin: 'Also invites and removes people.',
};
