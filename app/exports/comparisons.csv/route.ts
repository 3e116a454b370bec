import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordExport } from '#data/claim-report';
import { eachComparisonReport } from '#data/comparison-report';
import { forReader } from '#domain/claim-list';
import { COMPARISON_COLUMNS, type ComparisonReport } from '#domain/comparison-export';
import { csvRecord } from '#domain/csv';
import { originOf } from '#forms/origin';
import { type ClaimView, readView, toQuery } from '../../claims/address';
import { csvResponse } from '../csv-response';

/** Every comparison of figures on the claims of the list on the screen, as CSV; `bom=yes` for Excel. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.claims');
  if (refused) return refused;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const view = readView(query);
  await recordExport({ name: 'comparisons.csv', query: toQuery(view) }, toActor(by));
  const list = { ...view, filter: forReader(view.filter, by.id) };
  const records = comparisonsCsv(list, originOf(request.headers), query.bom === 'yes');
  return csvResponse('comparisons.csv', records);
}

function* comparisonsCsv(
  { filter, sort }: ClaimView,
  origin: string,
  bom: boolean,
): Generator<string> {
  yield (bom ? '\uFEFF' : '') + csvRecord(COMPARISON_COLUMNS.map(({ name }) => name));
  for (const rows of eachComparisonReport(filter, sort)) {
    yield rows.map(toRecord(origin)).join('');
  }
}

const toRecord = (origin: string) => (row: ComparisonReport) =>
  csvRecord(COMPARISON_COLUMNS.map(({ cell }) => cell(row, { origin })));
