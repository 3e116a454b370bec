import type { ReactNode } from 'react';
import { scaleTop } from '#domain/reports/desk-numbers';
import { cut } from '#domain/text';
import './plots.css';

// Drawn on the server, in lengths that follow the page: widths in percent, heights and type in pixels,
// so that the words stay as large as all others at any width.

/** A plot with its heading, what it shows in a sentence, and its numbers as a table. */
export function Plot({
  id,
  title,
  sentence,
  columns,
  rows,
  children,
}: {
  id: string;
  title: string;
  sentence: string;
  columns: readonly string[];
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** The drawing, given what it is called; null where there is nothing to draw. */
  children: ((label: string) => ReactNode) | null;
}) {
  return (
    <figure className="plot" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="soft">{sentence}</p>
      {children && (
        <>
          {children(`${title}. ${sentence}`)}
          <details>
            <summary>Numbers as a table</summary>
            <table className="num">
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, cells: [head, ...cells] }) => (
                  <tr key={key}>
                    <th scope="row">{head}</th>
                    {cells.map((cell, index) => (
                      <td key={columns[index + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </figure>
  );
}

const number = (value: number) => value.toLocaleString('en');

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

const highest = (values: readonly number[]) => Math.max(1, ...values);

const ROW = 25;
const BAR = 15;
/** Where bars begin, and how long the longest is, as shares of the width. */
const BARS_FROM = 0.3;
const BARS_LENGTH = 0.56;
const LABEL_LETTERS = 16;

/** A bar a row: what cannot be put in order along a line. */
export function Bars({
  label,
  bars,
}: {
  label: string;
  bars: readonly { readonly label: string; readonly count: number; readonly tone: string }[];
}) {
  const most = highest(bars.map(({ count }) => count));
  return (
    <svg className="drawing" role="img" aria-label={label} width="100%" height={bars.length * ROW}>
      {bars.map((bar, index) => {
        const middle = index * ROW + ROW / 2;
        const length = (bar.count / most) * BARS_LENGTH;
        return (
          <g key={bar.label} data-tone={bar.tone}>
            <text x="0" y={middle} dy="0.35em">
              {shorten(bar.label)}
            </text>
            <rect
              className="bar"
              x={percent(BARS_FROM)}
              y={middle - BAR / 2}
              width={percent(length)}
              height={BAR}
            />
            <text className="value" x={percent(BARS_FROM + length)} dx="6" y={middle} dy="0.35em">
              {number(bar.count)}
            </text>
          </g>
        );
      })}
      <line
        className="axis"
        x1={percent(BARS_FROM)}
        x2={percent(BARS_FROM)}
        y1="0"
        y2={bars.length * ROW}
      />
    </svg>
  );
}

/** Long names are whole in the table. */
const shorten = (label: string) =>
  label.length > LABEL_LETTERS ? `${cut(label, LABEL_LETTERS - 1)}…` : label;

const HEIGHT = 176;
const HEAD = 20;
const FOOT = 24;
const FLOOR = HEIGHT - FOOT;

/** A column a class: how many there are of each, along a line. */
export function Columns({
  label,
  columns,
}: {
  label: string;
  columns: readonly { readonly label: string; readonly count: number }[];
}) {
  const most = highest(columns.map(({ count }) => count));
  const width = 1 / columns.length;
  return (
    <svg className="drawing" role="img" aria-label={label} width="100%" height={HEIGHT}>
      {columns.map((column, index) => {
        const height = (column.count / most) * (FLOOR - HEAD);
        const middle = percent((index + 0.5) * width);
        return (
          <g key={column.label}>
            <rect
              className="bar"
              x={percent((index + 0.14) * width)}
              y={FLOOR - height}
              width={percent(0.72 * width)}
              height={height}
            />
            <text className="value" x={middle} y={FLOOR - height - 6} textAnchor="middle">
              {number(column.count)}
            </text>
            <text x={middle} y={HEIGHT - 6} textAnchor="middle">
              {column.label}
            </text>
          </g>
        );
      })}
      <line className="axis" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
    </svg>
  );
}

/** Where the spreads begin: left of it stands the scale. */
const SPREADS_FROM = 0.1;

/** For each place along a line, the middle half of what there is, and its median as a point. */
export function Spreads({
  label,
  spreads,
}: {
  label: string;
  spreads: readonly {
    readonly label: string;
    readonly spread: { low: number; median: number; high: number } | null;
  }[];
}) {
  const top = scaleTop(highest(spreads.map(({ spread }) => spread?.high ?? 0)));
  const width = (1 - SPREADS_FROM) / spreads.length;
  const y = (value: number) => FLOOR - (value / top) * (FLOOR - HEAD);
  return (
    <svg className="drawing" role="img" aria-label={label} width="100%" height={HEIGHT}>
      {[top, top / 2, 0].map((value) => (
        <g key={value}>
          <line className="grid" x1={percent(SPREADS_FROM)} x2="100%" y1={y(value)} y2={y(value)} />
          <text className="scale" x="0" y={y(value)} dy="0.35em">
            {number(value)}
          </text>
        </g>
      ))}
      {spreads.map(({ label: name, spread }, index) => {
        const x = percent(SPREADS_FROM + (index + 0.5) * width);
        return (
          <g key={name}>
            {spread && (
              <>
                <line
                  className="spread"
                  x1={x}
                  x2={x}
                  // One of no height would not be drawn at all.
                  y1={y(spread.low) + 1}
                  y2={y(spread.high) - 1}
                />
                <circle className="median" cx={x} cy={y(spread.median)} r="4" />
              </>
            )}
            <text x={x} y={HEIGHT - 6} textAnchor="middle">
              {name.slice(0, 3)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
