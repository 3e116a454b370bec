import { COMPARISON_LABELS } from '#domain/comparison/labels';
import type { Comparison } from '#domain/comparison/result';

const TONES: Record<Comparison['result'], string> = {
  match: 'Supported',
  roundsTo: 'Supported',
  within: 'Supported',
  understates: 'Conflicting Evidence/Cherrypicking',
  overstates: 'Conflicting Evidence/Cherrypicking',
  outdated: 'Conflicting Evidence/Cherrypicking',
  differs: 'Refuted',
  differentMeasure: 'Not Enough Evidence',
  notComparable: 'Not Enough Evidence',
};

/** How two figures stand to each other, in a word or two. */
export const ResultBadge = ({ result }: { result: Comparison['result'] }) => (
  <span className="badge verdict" data-tone={TONES[result]}>
    {COMPARISON_LABELS[result]}
  </span>
);
