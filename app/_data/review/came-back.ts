import { reader } from '../database/db';

/** How a claim was returned to its assignee, and the reason. */
export type ReturnedClaim = {
  readonly way: 'returned' | 'reopened' | 'corrected';
  readonly by: string | null;
  readonly byId: string | null;
  readonly at: Date;
  readonly reason: string | null;
};

const WAYS: Readonly<Record<string, ReturnedClaim['way']>> = {
  'claim.returned': 'returned',
  'claim.reopened': 'reopened',
  'claim.corrected': 'corrected',
};

/** How a claim came back last, or null when it never did. It may have gone on since. */
export async function findCameBack(claimId: string): Promise<ReturnedClaim | null> {
  const event = await reader().event.findFirst({
    where: { claimId, action: { in: Object.keys(WAYS) } },
    orderBy: { seq: 'desc' },
    select: {
      action: true,
      at: true,
      reason: true,
      actorId: true,
      actor: { select: { name: true } },
    },
  });
  const way = event && WAYS[event.action];
  if (!way) return null;
  const { actor, actorId, at, reason } = event;
  return { way, by: actor?.name ?? null, byId: actorId, at, reason };
}
