/** In UTF-16 code units of the text, end exclusive. */
export type ToolSpan = { readonly start: number; readonly end: number };

/**
 * A figure as score.mjs takes it; a value that a tool does not give is null, and `change` is left
 * out.
 */
export type ToolFigure = ToolSpan & {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unitName: string | null;
  readonly change?: string;
};

/** `value` is a day, a month, a year, or two of them as 'from/to'; null when the tool does not say. */
export type ToolDate = ToolSpan & { readonly value: string | null };

/** One thing that is measured beside the engine. What it cannot do, it has no function for. */
export type Tool = {
  readonly name: string;
  readonly packages: readonly string[];
  sentences?(text: string): readonly ToolSpan[];
  quantities?(text: string): readonly ToolFigure[];
  /** @param published 'YYYY-MM-DD', the day that 'yesterday' counts from */
  dates?(text: string, published: string | null): readonly ToolDate[];
  /** False for a tool that finds dates and does not say which day they are. */
  readonly resolvesDates?: boolean;
};

/** Drops what overlaps something earlier in the list. @returns the rest, in the order of the text */
export function withoutOverlaps<T extends ToolSpan>(spans: readonly T[]): T[] {
  const chosen: T[] = [];
  for (const span of spans) {
    if (!chosen.some((other) => span.start < other.end && other.start < span.end))
      chosen.push(span);
  }
  return chosen.sort((one, other) => one.start - other.start);
}

/** The paragraphs of a text, for tools that read one at a time better or faster than the whole. */
export function paragraphs(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ text: line, start: index }));
}
