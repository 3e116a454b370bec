import type { Draft, Passage } from './quantities';

/** What a figure measures, in words for the reviewer: a first version. */
export function readMeasure(
  _passage: Passage,
  draft: Draft,
  _earlier: string | null,
): string | null {
  return draft.counted?.phrase ?? null;
}
