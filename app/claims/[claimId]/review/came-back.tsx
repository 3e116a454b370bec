import type { SignedIn } from '#accounts/signed-in';
import type { ReturnedClaim as Back } from '#data/review/came-back';
import { dayInWords, dayOf } from '#domain/day';
import { timeZone } from '#process/time-zone';

const WAYS: Record<Back['way'], string> = {
  returned: 'returned the claim',
  reopened: 'reopened the claim',
  corrected: 'announced a correction',
};

/** Why a claim under work came back, for the person who works on it. */
export function CameBackMessage({
  back,
  person,
}: {
  back: Back | null;
  person: Pick<SignedIn, 'id'>;
}) {
  if (!back) return null;
  const by = back.byId === person.id ? 'You' : (back.by ?? 'The desk');
  return (
    <p className="notice sent-back">
      <strong>
        {by} {WAYS[back.way]} on {dayInWords(dayOf(back.at, timeZone()))}:
      </strong>{' '}
      {back.reason}
    </p>
  );
}
