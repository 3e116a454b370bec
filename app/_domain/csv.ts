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
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object')
    return isPlainDecimal(cell.decimal) ? cell.decimal : csvField(cell.decimal);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isPlainDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
