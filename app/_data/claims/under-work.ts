import { type ClaimStatus, isUnderWork } from '#domain/claims/claim';
import { accept, type Result, refuse } from '#domain/result';
import type { Tx } from '../database/db';

export type NotUnderWork =
  | { readonly kind: 'noSuchClaim' }
  | { readonly kind: 'wrongStatus'; readonly status: ClaimStatus };

/**
 * Accepted while the claim is under work, inside the write that changes what belongs to it: what was
 * submitted stays as it is until it comes back.
 */
export async function requireUnderWork(tx: Tx, id: string): Promise<Result<void, NotUnderWork>> {
  const claim = await tx.claim.findUnique({ where: { id }, select: { status: true } });
  if (!claim) return refuse({ kind: 'noSuchClaim' });
  return isUnderWork(claim.status)
    ? accept(undefined)
    : refuse({ kind: 'wrongStatus', status: claim.status });
}
