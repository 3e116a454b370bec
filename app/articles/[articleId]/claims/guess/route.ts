import type { NextRequest } from 'next/server';
import { v7 as uuidv7 } from 'uuid';
import { permittedOr } from '#accounts/permitted';
import { findArticle } from '#data/documents/articles';
import { toAnchor } from '#domain/texts/anchor';
import { readSelection } from '#engine/selected';
import { toCount, toId } from '#http/query';
import type { GuessedClaim } from '../../guessed-claim';

const FRESH = { headers: { 'cache-control': 'no-store' } };

/** Asked when a reviewer selects words: the claim that they probably make. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/articles/[articleId]/claims/guess'>,
) {
  const { refused } = await permittedOr('claim.make');
  if (refused) return refused;
  const article = await findArticle(toId((await params).articleId) ?? '');
  if (!article) return new Response('There is no such article.\n', { status: 404, ...FRESH });
  const query = request.nextUrl.searchParams;
  const place = (name: string) => toCount(query.get(name) ?? undefined) ?? -1;
  const anchor = toAnchor(article.capture.text, place('start'), place('end'));
  if (!anchor) return new Response('The article has no such words.\n', { status: 400, ...FRESH });
  const { start, end, exact } = anchor;
  const { text, kind, claimant } = readSelection(article.capture.text, anchor, article);
  const guessed: GuessedClaim = {
    id: uuidv7(),
    start: String(start),
    end: String(end),
    words: exact,
    text,
    kind,
    claimant: claimant?.name ?? '',
  };
  return Response.json(guessed, FRESH);
}
