import type { SignedIn } from '#accounts/signed-in';
import type { Claim } from '#data/claims/claims';
import type { Verdict } from '#data/review/verdicts';
import { claimCode } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import { versionOut } from '#domain/review/verdict';
import { PrintButton } from './print-button';

/** What a publication means here, and what can be done with a published verdict. */
export function Published({
  claim: { number },
  verdicts,
  person,
}: {
  claim: Pick<Claim, 'number'>;
  verdicts: readonly Verdict[];
  person: Pick<SignedIn, 'role'>;
}) {
  const out = versionOut(verdicts);
  if (!out) return null;
  return (
    <div className="published">
      <p>
        Nothing is left to do. Everybody at this desk sees the verdict here, and the reports have it
        as published. Plumbline has no public page: to show the verdict to readers, print it, or put
        it into your own pages.
      </p>
      <ul>
        <li>
          <a href="#verdict-title">See version {out.n}</a>
        </li>
        {isPermitted(person.role, 'export.claims') && (
          <>
            <li>
              <a href={`/exports/claims.csv?words=${claimCode(number)}`} download>
                Download the claim (CSV)
              </a>
            </li>
            <li>
              <a href={`/exports/evidence.csv?words=${claimCode(number)}`} download>
                Download its evidence (CSV)
              </a>
            </li>
          </>
        )}
        <PrintButton />
      </ul>
    </div>
  );
}
