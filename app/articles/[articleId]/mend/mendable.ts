import { v7 as uuidv7 } from 'uuid';
import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import { isReshapable } from '#domain/claims/reshape';
import { asLine } from '#domain/claims/wording-figures';
import type { Mendable } from './mend-form';
import type { Reshapable } from './reshape-forms';

/** The part of a claim that is mended on its card, as its form shows it. */
export const toMendable = ({
  id,
  revision,
  number,
  text,
  kind,
  claimant,
  quantities,
}: Claim): Mendable => ({
  id,
  revision,
  code: claimCode(number),
  text,
  kind,
  claimant: claimant?.name ?? '',
  figures: quantities.map(({ surface }) => asLine(surface)).join('\n'),
});

/** The part of a claim that its forms for splitting and merging need; null where it may not be. */
export function toReshapable(claim: Claim, next: Claim | null): Reshapable | null {
  if (!isReshapable(claim)) return null;
  const { exact, start } = claim.appearance;
  return {
    claimId: claim.id,
    revision: claim.revision,
    code: claimCode(claim.number),
    newId: uuidv7(),
    exact,
    start,
    next: next && isReshapable(next) ? next.text : null,
  };
}
