import { expect, test } from 'vitest';
import { expiryOf, type LinkKind, linkStateOf, type OneTimeLinkState } from './one-time-link';

const now = new Date('2026-11-24T12:00:00Z');
const earlier = new Date('2026-11-24T11:59:59Z');
const later = new Date('2026-11-24T12:00:01Z');

type Link = Parameters<typeof linkStateOf>[0];
const byTheDesk = { madeBy: null, user: null };
const open = { usedAt: null, cancelledAt: null, expiresAt: later };
const admin = { role: 'admin', active: true } as const;

test.each<[OneTimeLinkState, Partial<Link>]>([
  ['open', { usedAt: null, cancelledAt: null, expiresAt: later }],
  ['expired', { usedAt: null, cancelledAt: null, expiresAt: earlier }],
  ['expired', { usedAt: null, cancelledAt: null, expiresAt: now }],
  ['cancelled', { usedAt: null, cancelledAt: earlier, expiresAt: later }],
  ['used', { usedAt: earlier, cancelledAt: null, expiresAt: later }],
  ['used', { usedAt: earlier, cancelledAt: null, expiresAt: earlier }],
  ['open', { madeBy: admin, user: { active: true } }],
  ['makerLeft', { madeBy: { ...admin, active: false } }],
  ['makerLeft', { madeBy: { ...admin, role: 'editor' } }],
  ['used', { usedAt: earlier, madeBy: { ...admin, active: false } }],
  ['ownerLeft', { madeBy: admin, user: { active: false } }],
])('a link is %s', (state, link) => {
  expect(linkStateOf({ ...open, ...byTheDesk, ...link }, now)).toBe(state);
});

test.each<[LinkKind, string]>([
  ['invitation', '2026-12-01T12:00:00.000Z'],
  ['passwordReset', '2026-11-25T12:00:00.000Z'],
])('a link for %s works until %s', (kind, until) => {
  expect(expiryOf(kind, now).toISOString()).toBe(until);
});
