/** A cell of a report. A figure is a `decimal`, so that it stays a number in the spreadsheet. */
export type CsvCell = string | number | null | { readonly decimal: string };

/**
 * One record of CSV, ending in CRLF.
 *
 * Text that a spreadsheet would run as a formula gets a leading apostrophe; decimals and numbers
 * are left as they are, a minus sign included.
 *
 * @see RFC 4180, section 2, for quoting; OWASP, "CSV Injection", for formulas.
 */
export function csvRecord(cells: readonly CsvCell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvText(cell);
  if (typeof cell === 'number') return String(cell);
  return isPlainDecimal(cell.decimal) ? cell.decimal : csvText(cell.decimal);
}

// A report has millions of cells, and looking for a character takes half the time of an expression.
const FORMULA_STARTS = new Set('=+-@\t\r\n＝＋－＠');
const QUOTED = [',', '"', '\r', '\n'];

function csvText(cell: string): string {
  const text = FORMULA_STARTS.has(cell[0] ?? '') ? `'${cell}` : cell;
  return QUOTED.some((each) => text.includes(each)) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isPlainDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
