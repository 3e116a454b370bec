import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { eachClaimReport } from '#data/reports/claim-report';
import { CLAIM_COLUMNS } from '#domain/reports/claim-columns';
import { listCsv } from '../list-csv';

/** The list on the screen, whole. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  return listCsv(request, by, {
    name: 'claims.csv',
    columns: CLAIM_COLUMNS,
    each: eachClaimReport,
  });
}
