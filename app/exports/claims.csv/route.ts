import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { eachClaimReport, recordExport } from '#data/claim-report';
import { CLAIM_COLUMNS, type ClaimReport } from '#domain/claim-export';
import { forReader } from '#domain/claim-list';
import { csvRecord } from '#domain/csv';
import { originOf } from '#forms/origin';
import { type ClaimView, readView, toQuery } from '../../claims/address';
import { csvResponse } from '../csv-response';

/** The list on the screen, whole, as CSV. `bom=yes` begins it with a byte order mark, for Excel. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const view = readView(query);
  await recordExport({ name: 'claims.csv', query: toQuery(view) }, toActor(by));
  const list = { ...view, filter: forReader(view.filter, by.id) };
  const records = claimsCsv(list, originOf(request.headers), query.bom === 'yes');
  return csvResponse('claims.csv', records);
}

function* claimsCsv({ filter, sort }: ClaimView, origin: string, bom: boolean): Generator<string> {
  yield (bom ? '\uFEFF' : '') + csvRecord(CLAIM_COLUMNS.map(({ name }) => name));
  for (const claims of eachClaimReport(filter, sort)) yield claims.map(toRecord(origin)).join('');
}

const toRecord = (origin: string) => (claim: ClaimReport) =>
  csvRecord(CLAIM_COLUMNS.map(({ cell }) => cell(claim, { origin })));
