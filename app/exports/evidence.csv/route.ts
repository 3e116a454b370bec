import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { eachEvidenceReport } from '#data/reports/evidence-report';
import { EVIDENCE_COLUMNS } from '#domain/reports/evidence-columns';
import { listCsv } from '../list-csv';

/** The evidence on the claims of the list on the screen. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  return listCsv(request, by, {
    name: 'evidence.csv',
    columns: EVIDENCE_COLUMNS,
    each: eachEvidenceReport,
  });
}
