import weights from './check-worthiness.json' with { type: 'json' };
import {
  FEATURE_BUCKETS,
  FEATURE_GROUPS,
  type FeatureGroup,
  type FeatureInput,
  FeatureReader,
} from './sentence-features';

/**
 * A logistic regression over the signs of a sentence, trained by bench/train-check-worthiness.ts on
 * ClaimBuster: 23,533 sentences of US presidential debates that people judged.
 *
 * @see Arslan, Hassan, Li, Tremayne: A Benchmark Dataset of Check-worthy Factual Claims (2020),
 *   https://zenodo.org/records/3836810, CC BY 4.0.
 */
export type CheckWorthinessModel = {
  readonly bias: number;
  /** What each group of signs weighs as a whole. */
  readonly groups: Readonly<Record<FeatureGroup, number>>;
  /** A weight is this times the square of a whole number from -127 to 127, with its sign. */
  readonly step: number;
  /** Those whole numbers, one byte for each bucket of signs, in base64: most weights are small. */
  readonly weights: string;
};

/** From this score on, a sentence counts as worth checking. */
export const CHECK_WORTHY_FROM = 0.5;

/** How much a fact-checker would want to look at a sentence, 0 to 1. */
export class CheckWorthiness {
  readonly #reader = new FeatureReader();

  score(input: FeatureInput): number {
    if (!input.tokens.some((token) => token.kind === 'word')) return 0;
    return probability(rawScore(this.#reader, input, loadWeights()));
  }
}

const MODEL = weights as CheckWorthinessModel;
let loaded: Int8Array | null = null;

/** Decoded when first needed, since half a megabyte should not slow down a start. */
function loadWeights(): Int8Array {
  if (loaded) return loaded;
  const binary = atob(MODEL.weights);
  const bytes = new Int8Array(FEATURE_BUCKETS);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  loaded = bytes;
  return bytes;
}

/** The log-odds of a sentence being worth checking. */
function rawScore(reader: FeatureReader, input: FeatureInput, bytes: Int8Array): number {
  const sums = emptyGroups();
  const counts = emptyGroups();
  reader.read(input, (group, bucket) => {
    const byte = bytes[bucket] ?? 0;
    sums[group] += byte * Math.abs(byte);
    counts[group]++;
  });
  return FEATURE_GROUPS.reduce(
    (score, group) =>
      score + (sums[group] * MODEL.step * MODEL.groups[group]) / Math.sqrt(counts[group] || 1),
    MODEL.bias,
  );
}

const emptyGroups = () => ({ words: 0, classes: 0, affixes: 0, letters: 0, signs: 0 });

const probability = (score: number): number => Math.round(10_000 / (1 + Math.exp(-score))) / 10_000;
