import { apartAll } from '#apart/apart';
import type { PlacedClaim } from '#data/article-copies';
import type { Reanchored } from '#domain/reanchor';

/**
 * Where claims are in a newer text, in the order of the claims.
 *
 * @param before  the text that they stand in, or null when it is not to be used
 */
export async function findPlaces(
  claims: readonly PlacedClaim[],
  before: string | null,
  text: string,
): Promise<{ readonly held: PlacedClaim; readonly now: Reanchored }[]> {
  if (claims.length === 0) return [];
  const found = await apartAll<readonly [string, Reanchored], 'reanchor'>(
    'reanchor',
    [before, text],
    { more: inPages(claims) },
  );
  const places = new Map(found);
  return claims.flatMap((held) => {
    const now = places.get(held.id);
    return now ? [{ held, now }] : [];
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
