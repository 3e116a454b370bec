import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { eachComparisonReport } from '#data/reports/comparison-report';
import { COMPARISON_COLUMNS } from '#domain/reports/comparison-columns';
import { listCsv } from '../list-csv';

/** Every comparison of figures on the claims of the list on the screen. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  return listCsv(request, by, {
    name: 'comparisons.csv',
    columns: COMPARISON_COLUMNS,
    each: eachComparisonReport,
  });
}
