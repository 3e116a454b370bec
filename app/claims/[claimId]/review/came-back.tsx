import type { Claim } from '#data/claims/claims';
import { type ReturnedClaim as Back, findCameBack } from '#data/review/came-back';
import { isUnderWork } from '#domain/claims/claim';
import { dayInWords, dayOf } from '#domain/day';
import { timeZone } from '#process/time-zone';

const WAYS: Record<Back['way'], string> = {
  returned: 'returned the claim',
  reopened: 'reopened the claim',
  corrected: 'announced a correction',
};

/** Why a claim under work came back, for who works on it. */
export async function CameBackMessage({ claim }: { claim: Pick<Claim, 'id' | 'status'> }) {
  const back = isUnderWork(claim.status) ? await findCameBack(claim.id) : null;
  if (!back) return null;
  return (
    <p className="notice sent-back">
      <strong>
        {back.by ?? 'The desk'} {WAYS[back.way]} on {dayInWords(dayOf(back.at, timeZone()))}:
      </strong>{' '}
      {back.reason}
    </p>
  );
}
