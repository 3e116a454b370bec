import { isPermitted, type Role } from '../people/permission';

const HOUR_MS = 60 * 60 * 1000;

/** How long a link works that nobody uses: handed over in person, or by a message that may lie about. */
export const LINK_HOURS = { invitation: 7 * 24, passwordReset: 24 } as const;

export type LinkKind = keyof typeof LINK_HOURS;

export type OneTimeLinkState =
  | 'open'
  | 'used'
  | 'cancelled'
  | 'expired'
  /** Its maker has lost the permission to make it: the link is invalid from then on. */
  | 'makerLeft'
  /** The person of the link is deactivated. */
  | 'ownerLeft';

/** The moment from which a link made now works no more. */
export const expiryOf = (kind: LinkKind, now: Date): Date =>
  new Date(now.getTime() + LINK_HOURS[kind] * HOUR_MS);

/** Whether a link still works, or why not. */
export function linkStateOf(
  link: {
    readonly usedAt: Date | null;
    readonly cancelledAt: Date | null;
    readonly expiresAt: Date;
    /** Null for the desk itself, at its own machine. */
    readonly madeBy: { readonly role: Role; readonly active: boolean } | null;
    /** The person with the password to reset; null for an invitation. */
    readonly user: { readonly active: boolean } | null;
  },
  now: Date,
): OneTimeLinkState {
  if (link.usedAt) return 'used';
  if (link.cancelledAt) return 'cancelled';
  if (link.expiresAt <= now) return 'expired';
  if (link.madeBy && !(link.madeBy.active && isPermitted(link.madeBy.role, 'people.manage'))) {
    return 'makerLeft';
  }
  return link.user && !link.user.active ? 'ownerLeft' : 'open';
}
