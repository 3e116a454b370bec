import { cache } from 'react';
import { type Claim, findClaim, findClaimByNumber } from '#data/claims/claims';
import { parseClaimCode } from '#domain/claims/claim';
import { toId } from '#http/query';

/** The claim that an address names, by its code (C-0142) or its id; null when there is none. */
export const findClaimOf = cache(async (part: string): Promise<Claim | null> => {
  const number = parseClaimCode(part);
  if (number !== null) return findClaimByNumber(number);
  const id = toId(part);
  return id === null ? null : findClaim(id);
});
