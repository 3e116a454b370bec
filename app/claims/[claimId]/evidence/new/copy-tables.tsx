import type { Route } from 'next';
import type { CopyCell, CopyRow, CopyTable } from '../tables-of';

/** The tables of a copy: each cell with a figure can be picked, and brings its row as the quote. */
export function CopyTables({
  tables,
  text,
  toAddress,
}: {
  tables: readonly CopyTable[];
  text: string;
  toAddress: (more: Readonly<Record<string, string>>) => Route;
}) {
  const pick = (cell: CopyCell, { span, cells }: CopyRow, head: string) => {
    const quote = text.slice(span.start, span.end);
    return (
      <a
        href={toAddress({ quote, cells: String(cell.start) })}
        data-quote={quote}
        data-cell={cell.start}
        aria-label={`Use ${cell.words}, ${[head, cells[0]?.words].filter(Boolean).join(', ')}`}
      >
        {cell.words}
      </a>
    );
  };
  return (
    <details className="copy-tables" open>
      <summary>
        Tables in the copy <span className="soft">Press a figure to use its row as quote.</span>
      </summary>
      {tables.map(({ heads, rows }) => (
        <div key={rows[0]?.span.start} className="wide-table">
          <table>
            {heads && (
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head.start} scope="col">
                      {head.words}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {rows.map((row) => (
                <tr key={row.span.start}>
                  {row.cells.map((cell, column) => (
                    <td key={cell.start} className={cell.hasFigure ? 'num' : undefined}>
                      {cell.hasFigure && column > 0
                        ? pick(cell, row, heads?.[column]?.words ?? '')
                        : cell.words}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </details>
  );
}
