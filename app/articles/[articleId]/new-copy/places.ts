import { apartAll } from '#apart/apart';
import {
  type ArticleCaptures,
  listPlacedClaims,
  type PlacedClaim,
} from '#data/documents/article-captures';
import type { Reanchored } from '#domain/documents/reanchor';
import type { Anchor } from '#domain/texts/anchor';

/** So many claims are shown one by one; a page of thousands would keep everybody waiting. */
export const LISTED_CLAIMS = 200;

type ClaimInCapture = {
  readonly claim: PlacedClaim;
  readonly anchor: Anchor;
  readonly isMoved: boolean;
};
type ClaimInDoubt = { readonly stored: PlacedClaim; readonly now: Reanchored };

/** The claims that may be attached to an article's newer copy, or to the one that is read, and others. */
export type ClaimsForCapture = {
  /** Their words stand in the copy letter for letter. */
  readonly certain: readonly ClaimInCapture[];
  readonly doubtful: readonly ClaimInDoubt[];
  /** Claims that stand in an earlier copy than the one that is read, while there is a newer one. */
  readonly earlier: number;
};

export async function findClaimsFor({
  id,
  read,
  newer,
}: ArticleCaptures): Promise<ClaimsForCapture> {
  const claims = await listPlacedClaims(id);
  const here = claims.filter(({ captureId }) => captureId === read.id);
  const elsewhere = claims.filter(({ captureId }) => captureId !== read.id);
  const found = newer
    ? await findPlaces(here, read.text, newer.text ?? '')
    : await findPlaces(elsewhere, null, read.text ?? '');
  const certain: ClaimInCapture[] = [];
  const doubtful: ClaimInDoubt[] = [];
  for (const { stored, now } of found) {
    if (now.outcome === 'same' || now.outcome === 'moved') {
      certain.push({ claim: stored, anchor: now.anchor, isMoved: now.outcome === 'moved' });
    } else doubtful.push({ stored, now });
  }
  return { certain, doubtful, earlier: newer ? elsewhere.length : 0 };
}

/**
 * Where claims are in a newer text, in the order of the claims.
 *
 * @param before  the text that they stand in, or null when it is not to be used
 */
async function findPlaces(
  claims: readonly PlacedClaim[],
  before: string | null,
  text: string,
): Promise<ClaimInDoubt[]> {
  if (claims.length === 0) return [];
  const found = await apartAll<readonly [string, Reanchored], 'reanchor'>(
    'reanchor',
    [before, text],
    { more: inPages(claims) },
  );
  const places = new Map(found);
  return claims.flatMap((stored) => {
    const now = places.get(stored.id);
    return now ? [{ stored, now }] : [];
  });
}

const CLAIMS_A_PAGE = 250;

async function* inPages(claims: readonly PlacedClaim[]) {
  for (let from = 0; from < claims.length; from += CLAIMS_A_PAGE) {
    yield claims
      .slice(from, from + CLAIMS_A_PAGE)
      .map(({ id, start, end, exact, prefix, suffix }) => ({
        id,
        start,
        end,
        exact,
        prefix,
        suffix,
      }));
  }
}
