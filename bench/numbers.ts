import { cpus, loadavg } from 'node:os';

/** The value that this share of all values does not exceed, by the nearest rank. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantileOf(values, 0.5);

/** Rows under their headings; the first column is words, the others are numbers. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]) {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [headings, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
  console.log();
}

export const ms = (milliseconds: number): string => milliseconds.toFixed(1);

/** What the machine was doing besides: a figure from a busy one is not to be trusted. */
export const describeMachine = (): string =>
  `${cpus().length} processors, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`;
