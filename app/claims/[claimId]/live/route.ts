import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { findLiveClaim, listNewsEvents } from '#data/claims/live';
import { countUnread } from '#data/notices/notifications';
import { parseClaimCode } from '#domain/claims/claim';
import { newsOf } from '#domain/record/news';
import { toCount } from '#http/query';
import { type LiveAnswer, openForms } from './answer';
import { noteVisitor } from './visitors';

const FRESH = { headers: { 'cache-control': 'no-store' } };

/** Asked every few seconds by an open page of a claim: who else is here, and what changed. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/claims/[claimId]/live'>,
) {
  const { by, refused } = await permittedOr('desk.read');
  if (refused) return refused;
  const number = parseClaimCode((await params).claimId);
  const claim = number === null ? null : await findLiveClaim(number);
  if (!claim) return new Response('There is no such claim.\n', { status: 404, ...FRESH });

  const query = request.nextUrl.searchParams;
  const part = (name: string) => toCount(query.get(name) ?? undefined) ?? 0;
  const shown = { revision: part('revision'), seq: part('seq') };
  const answer: LiveAnswer = {
    here: noteVisitor(claim.id, { ...by, isWriting: query.has('writing') }),
    news: newsOf(listNewsEvents(claim.id), shown, by.id),
    forms: openForms(claim.status),
    unread: countUnread(by.id),
  };
  return Response.json(answer, FRESH);
}
