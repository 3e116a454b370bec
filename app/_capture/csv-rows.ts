import { SheetWriter } from './sheet-rows';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The rows of a CSV file as those of spreadsheets, 'a | b | c'. Takes time linear in the text.
 *
 * @returns null for a file of one column, which is a text
 * @see RFC 4180; semicolons and tabs part cells where a list of that kind was saved
 */
export function csvToRows(text: string): string | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  // The text is within its limit already, and gets two blanks a cell.
  const writer = new SheetWriter(Number.POSITIVE_INFINITY);
  let number = 0;
  let cells = new Map<number, string>();
  let [cell, column, isQuoted] = ['', 0, false];
  const endCell = () => {
    cells.set(column, cell);
    [cell, column] = ['', column + 1];
  };
  const endRow = () => {
    endCell();
    number += 1;
    writer.row(number, cells);
    [cells, column] = [new Map(), 0];
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') [cell, isQuoted] = ['', true];
    else if (letter === delimiter) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (cell || cells.size > 0) endRow();
  return writer.finish();
}

/** What parts the cells of the first line; null where nothing does. */
function delimiterOf(text: string): string | null {
  const first = /\S[^\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((mark) => [mark, first.split(mark).length - 1] as const);
  const [best] = counts.sort(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] : null;
}
