/**
 * A cell of a report. A figure is a `decimal`, so that it stays a number in the spreadsheet; the words of a
 * figure are `asWritten`, so that they stay words.
 */
export type CsvCell =
  | string
  | number
  | null
  | { readonly decimal: string }
  | { readonly asWritten: string };

/**
 * One record of CSV, ending in CRLF.
 *
 * Every text is quoted. Text that a spreadsheet would run as a formula gets an apostrophe before it, at
 * its start and after each mark at which a spreadsheet may divide a row: a semicolon, a tab, the end of
 * a line. Quotation marks alone do not help there, since they no longer stand where a cell begins.
 * Decimals and numbers are left as they are, a minus sign included.
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
  if ('asWritten' in cell) return csvText(cell.asWritten.replace(READ_AS_ANOTHER, "'$&"));
  return isPlainDecimal(cell.decimal) ? cell.decimal : csvText(cell.decimal);
}

/**
 * Spreadsheets take these for days, times and powers of ten, quoted or not: '1/2' for 2 January, '12-13' for
 * a day in December. The apostrophe keeps them words.
 */
const READ_AS_ANOTHER =
  /^(?:\d{1,4}\s*[/:-]\s*\d{1,4}(?:\s*[/:-]\s*\d{1,4})?|\d+(?:\.\d+)?e\d+|(?:\d{1,4}[\s-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]\d{1,4})$/i;

const DIVIDERS = [';', '；', '\t', '\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];

// Spaces, quotation marks and invisible characters are skipped: a spreadsheet may drop them before
// it looks for a formula.
const FORMULA_AT_START = /^(?=[\t\r\n]|[\s\p{C}"']*[=+\-@＝＋－＠])/u;
const FORMULA_SIGNS = new Set('=+-@＝＋－＠');
const PASSED_OVER = /[;；\s\p{C}"']+/gu;

function csvText(cell: string): string {
  if (cell === '') return '';
  let text = cell.replace(FORMULA_AT_START, "'");
  // A report has millions of cells, and looking for a character takes half the time of an expression.
  if (DIVIDERS.some((each) => text.includes(each))) {
    text = text.replace(PASSED_OVER, (run, at: number) =>
      FORMULA_SIGNS.has(text[at + run.length] ?? '') && DIVIDERS.some((each) => run.includes(each))
        ? `${run}'`
        : run,
    );
  }
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

const isPlainDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
