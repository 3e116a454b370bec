import weights from './check-worthiness.json' with { type: 'json' };
import {
  FEATURE_GROUPS,
  type FeatureGroup,
  type FeatureInput,
  FeatureReader,
  type Signs,
} from './sentence-features';
import { weighed } from './sentence-vector';
import { actShift } from './speech-acts';
import { toBytes, WordClasses, type WordClassTable } from './word-classes';

/**
 * A logistic regression over the signs of a sentence, trained by bench/train-check-worthiness.ts on
 * ClaimBuster: 23,533 sentences of US presidential debates that people judged.
 *
 * @see Arslan, Hassan, Li, Tremayne: A Benchmark Dataset of Check-worthy Factual Claims (2020),
 *   https://zenodo.org/records/3836810, CC BY 4.0.
 */
type CheckWorthinessModel = {
  readonly bias: number;
  /** What each group of signs weighs as a whole. */
  readonly groups: Readonly<Record<FeatureGroup, number>>;
  /** A weight is this times the square of a whole number from -127 to 127, with its sign. */
  readonly step: number;
  /** Whether a bucket of signs has a weight: a bit each, eight a byte, in base64; six in ten have none. */
  readonly isWeighed: string;
  /** Those whole numbers, one byte for each bucket that has one, in base64: most weights are small. */
  readonly weights: string;
  /** For each coordinate of a sentence and each product of two: see sentence-vector.ts. */
  readonly vectorWeights: readonly number[];
  readonly wordClasses: WordClassTable;
};

/**
 * From this score on, a sentence counts as worth checking. The place was chosen on parts left out of
 * the training text of ClaimBuster; ClaimBuster dev and PoliClaim chose the shifts.
 */
export const CHECK_WORTHY_FROM = 0.5;

/** How much a fact-checker would want to look at a sentence, 0 to 1. */
export class CheckWorthiness {
  readonly #model = loadModel();
  readonly #reader = new FeatureReader(this.#model.wordClasses);

  score(input: FeatureInput): number {
    if (!input.tokens.some((token) => token.kind === 'word')) return 0;
    return probability(rawScore(this.#reader.read(input), this.#model) + actShift(input.tokens));
  }
}

const MODEL = weights as CheckWorthinessModel;

type Loaded = {
  readonly weights: Int8Array;
  readonly vectorWeights: Float64Array;
  readonly wordClasses: WordClasses;
};
let loaded: Loaded | null = null;

/** Decoded when first needed, since half a megabyte should not slow down a start. */
function loadModel(): Loaded {
  if (loaded) return loaded;
  loaded = {
    weights: toWeights(MODEL.isWeighed, MODEL.weights),
    vectorWeights: Float64Array.from(MODEL.vectorWeights),
    wordClasses: new WordClasses(MODEL.wordClasses),
  };
  return loaded;
}

/** The weight of each bucket, 0 where it has none. */
function toWeights(isWeighed: string, weights: string): Int8Array {
  const [bits, bytes] = [toBytes(isWeighed), toBytes(weights)];
  const all = new Int8Array(8 * bits.length);
  let next = 0;
  for (let at = 0; at < all.length; at++)
    if ((bits[at >> 3] as number) & (1 << (at & 7))) all[at] = bytes[next++] as number;
  return all;
}

/** The log-odds of a sentence being worth checking. */
function rawScore({ buckets, ends, vector }: Signs, { weights, vectorWeights }: Loaded): number {
  let score = MODEL.bias + weighed(vector, vectorWeights);
  let from = 0;
  for (const [group, name] of FEATURE_GROUPS.entries()) {
    const end = ends[group] ?? from;
    let sum = 0;
    for (let at = from; at < end; at++) {
      const byte = weights[buckets[at] ?? 0] ?? 0;
      sum += byte * Math.abs(byte);
    }
    score += (sum * MODEL.step * MODEL.groups[name]) / Math.sqrt(end - from || 1);
    from = end;
  }
  return score;
}

const probability = (score: number): number => Math.round(10_000 / (1 + Math.exp(-score))) / 10_000;
