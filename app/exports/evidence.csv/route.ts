import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordExport } from '#data/claim-report';
import { eachEvidenceReport } from '#data/evidence-report';
import { forReader } from '#domain/claim-list';
import { csvRecord } from '#domain/csv';
import { EVIDENCE_COLUMNS, type EvidenceReport } from '#domain/evidence-export';
import { originOf } from '#forms/origin';
import { type ClaimView, readView, toQuery } from '../../claims/address';
import { csvResponse } from '../csv-response';

/** The evidence on the claims of the list on the screen, as CSV; `bom=yes` for Excel. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const view = readView(query);
  await recordExport({ name: 'evidence.csv', query: toQuery(view) }, toActor(by));
  const list = { ...view, filter: forReader(view.filter, by.id) };
  const records = evidenceCsv(list, originOf(request.headers), query.bom === 'yes');
  return csvResponse('evidence.csv', records);
}

function* evidenceCsv(
  { filter, sort }: ClaimView,
  origin: string,
  bom: boolean,
): Generator<string> {
  yield (bom ? '\uFEFF' : '') + csvRecord(EVIDENCE_COLUMNS.map(({ name }) => name));
  for (const rows of eachEvidenceReport(filter, sort)) {
    yield rows.map(toRecord(origin)).join('');
  }
}

const toRecord = (origin: string) => (row: EvidenceReport) =>
  csvRecord(EVIDENCE_COLUMNS.map(({ cell }) => cell(row, { origin })));
