import type { Span } from '#domain/texts/annotation';

/** What one rule made of some words; the words are `text.slice(start, end)`. */
export type TraceEntry = Span & {
  readonly stage: 'sentence' | 'date' | 'figure' | 'clause' | 'speech' | 'claim';
  /** The name of the rule, as a reader of its file would call it: 'weekday', 'qualifier before'. */
  readonly rule: string;
  /** What came of it, in words or as a code: '2026-11-27', '{worker}', 'left out'. */
  readonly gave: string;
};

/** Takes entries, in the order in which the rules fired. Without one, nothing is put together. */
export type Trace = (entry: TraceEntry) => void;
