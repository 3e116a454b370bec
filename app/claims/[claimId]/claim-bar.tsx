import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import { Link } from '#ui/link';
import { Live } from './live/live';

/**
 * The way back, and who else is here. It stays at the top while the page scrolls, and has its own room,
 * so that a message about others covers nothing.
 */
export function ClaimBar({ claim, isForm }: { claim: Claim; isForm: boolean }) {
  const { number, article, appearance } = claim;
  const code = claimCode(number);
  return (
    <div className="claim-bar">
      <p className="crumbs">
        {isForm ? (
          <Link href={`/claims/${code}`}>{code}</Link>
        ) : (
          <>
            <Link href="/claims">Claims</Link> /{' '}
            <Link href={`/articles/${article.id}?at=${appearance.start}#${code}`}>
              {article.title}
            </Link>
          </>
        )}
      </p>
      <Live claim={claim} isForm={isForm} />
    </div>
  );
}
