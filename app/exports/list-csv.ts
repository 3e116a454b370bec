import type { NextRequest } from 'next/server';
import { type SignedIn, toActor } from '#accounts/signed-in';
import { recordExport } from '#data/reports/claim-report';
import { type ClaimFilter, type ClaimSort, filterForReader } from '#domain/claims/claim-list';
import { type CsvCell, csvRecord } from '#domain/reports/csv';
import { originOf } from '#http/desk-origin';
import { readView, toQuery } from '../claims/address';
import { csvResponse } from './csv-response';

/** A report on the claims of a list: its columns, and its rows a batch at a time. */
export type ListReport<Row> = {
  readonly name: `${string}.csv`;
  readonly columns: readonly {
    readonly name: string;
    readonly cell: (row: Row, desk: { readonly origin: string }) => CsvCell;
  }[];
  readonly each: (filter: ClaimFilter, sort: ClaimSort) => Generator<readonly Row[]>;
};

/**
 * A report on the list that an address asks for, whole, as CSV. `bom=yes` begins it with a byte order
 * mark, for Excel. The record says who took it out of the desk, once they have begun to.
 */
export function listCsv<Row>(
  request: NextRequest,
  by: SignedIn,
  report: ListReport<Row>,
): Response {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { filter, sort } = readView(query);
  const batches = report.each(filterForReader(filter, by.id), sort);
  const records = recordsOf(report, batches, originOf(request.headers), query.bom === 'yes');
  return csvResponse(request, report.name, records, () =>
    recordExport({ name: report.name, query: toQuery({ filter, sort }) }, toActor(by)),
  );
}

function* recordsOf<Row>(
  { columns }: ListReport<Row>,
  batches: Generator<readonly Row[]>,
  origin: string,
  bom: boolean,
): Generator<string> {
  yield (bom ? '\uFEFF' : '') + csvRecord(columns.map(({ name }) => name));
  for (const rows of batches) {
    yield rows.map((row) => csvRecord(columns.map(({ cell }) => cell(row, { origin })))).join('');
  }
}
