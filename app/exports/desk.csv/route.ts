import type { NextRequest } from 'next/server';
import { permittedOr } from '#accounts/permitted';
import { toActor } from '#accounts/signed-in';
import { recordExport } from '#data/reports/claim-report';
import { countDesk } from '#data/reports/desk-numbers';
import { listAllRatings } from '#data/review/ratings';
import { dayOf } from '#domain/day';
import { csvRecord } from '#domain/reports/csv';
import { DESK_COLUMNS, toDeskNumbers, toDeskRecords } from '#domain/reports/desk-numbers';
import { csvResponse } from '../csv-response';

/** Every number of the desk page, as CSV. `bom=yes` begins it with a byte order mark, for Excel. */
export async function GET(request: NextRequest): Promise<Response> {
  const { by, refused } = await permittedOr('export.desk');
  if (refused) return refused;
  // The days that triggers count are those of UTC.
  const today = dayOf(new Date(), 'UTC');
  const numbers = toDeskNumbers(countDesk(today), await listAllRatings(), today);
  const mark = request.nextUrl.searchParams.get('bom') === 'yes' ? '\uFEFF' : '';
  const records = (function* () {
    yield mark + csvRecord(DESK_COLUMNS);
    yield toDeskRecords(numbers).map(csvRecord).join('');
  })();
  return csvResponse(request, 'desk.csv', records, () =>
    recordExport({ name: 'desk.csv', query: '' }, toActor(by)),
  );
}
