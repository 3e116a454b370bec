import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { isPermitted } from '#domain/people/permission';
import { toText } from '#http/query';
import { findSources } from '../find-sources';

const FRESH = { headers: { 'cache-control': 'no-store' } };

/** Asked while a person types: the earlier sources that have the words. */
export async function GET(request: NextRequest) {
  const { by, refused } = await permittedOr('evidence.attach');
  if (refused) return refused;
  const words = toText(request.nextUrl.searchParams.get('words') ?? undefined);
  const seesConfidential = isPermitted(by.role, 'source.confidential');
  return Response.json(words === null ? [] : findSources(words, seesConfidential), FRESH);
}
