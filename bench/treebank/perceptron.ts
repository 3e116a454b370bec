import { WordTable } from './word-table';

/** Weights of each feature for each class, learned one decision after the other, and averaged. */
export class Perceptron {
  readonly #rows: WordTable;
  readonly #weights: Float32Array;
  readonly #sums: Float32Array;
  readonly #changedAt: Int32Array;
  readonly scores: Float64Array;
  readonly #own: Int32Array;
  #count = 0;
  #step = 0;

  /** @param features  the hashes of all features that can get a weight */
  constructor(
    readonly features: readonly number[],
    readonly classes: number,
  ) {
    this.#rows = new WordTable(features.length);
    features.forEach((hash, row) => {
      this.#rows.add(hash, row);
    });
    const size = features.length * classes;
    this.#weights = new Float32Array(size);
    this.#sums = new Float32Array(size);
    this.#changedAt = new Int32Array(size);
    this.scores = new Float64Array(classes);
    this.#own = new Int32Array(256);
  }

  /** Leaves the score of each class in `scores`. @param keeps  whether a feature counts this time */
  score(hashes: Int32Array, count: number, keeps: () => boolean = () => true): void {
    const { classes, scores } = this;
    scores.fill(0);
    this.#count = 0;
    for (let i = 0; i < count; i++) {
      const row = this.#rows.get(hashes[i] as number);
      if (row < 0 || !keeps()) continue;
      this.#own[this.#count++] = row;
      const from = row * classes;
      for (let c = 0; c < classes; c++) (scores[c] as number) += this.#weights[from + c] as number;
    }
  }

  /** After `score`: makes one class likelier and another less likely; the same twice changes nothing. */
  learn(right: number, wrong: number): void {
    this.#step++;
    if (right === wrong) return;
    for (let i = 0; i < this.#count; i++) {
      const from = (this.#own[i] as number) * this.classes;
      this.#add(from + right, 1);
      this.#add(from + wrong, -1);
    }
  }

  #add(at: number, amount: number): void {
    const weight = this.#weights[at] as number;
    (this.#sums[at] as number) += (this.#step - (this.#changedAt[at] as number)) * weight;
    this.#changedAt[at] = this.#step;
    this.#weights[at] = weight + amount;
  }

  /** The mean of the weights over all steps, row after row. Learning ends with it. */
  averaged(): Float32Array {
    return this.#sums.map(
      (sum, at) =>
        (sum + (this.#step - (this.#changedAt[at] as number)) * (this.#weights[at] as number)) /
        this.#step,
    );
  }
}

/** The features with the heaviest weights, at most so many. */
export function heaviest(
  features: readonly number[],
  weights: Float32Array,
  most: number,
): number[] {
  const classes = weights.length / features.length;
  const sums = features.map((_, row) =>
    weights.subarray(row * classes, (row + 1) * classes).reduce((sum, w) => sum + Math.abs(w), 0),
  );
  return features
    .map((hash, row) => ({ hash, sum: sums[row] as number }))
    .sort((a, b) => b.sum - a.sum || a.hash - b.hash)
    .slice(0, most)
    .map(({ hash }) => hash);
}

const LARGEST = 127;

/** Whole numbers from -127 to 127 in the same proportions; the few largest are cut. */
export function quantised(weights: Float32Array, cutAt = 0.9995): Int8Array {
  const sizes = weights.filter((weight) => weight !== 0).map(Math.abs);
  const limit = sizes.sort()[Math.floor(sizes.length * cutAt)] ?? 1;
  return Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round((weight / limit) * LARGEST))),
  );
}

/** Numbers with their rows, by the numbers as whole numbers without a sign. */
const inOrder = <T extends { readonly key: number }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.key >>> 0) - (b.key >>> 0));

function* sevenBits(value: number): Generator<number> {
  let rest = value;
  for (; rest > LARGEST; rest = Math.floor(rest / 128)) yield (rest % 128) | 128;
  yield rest;
}

/** Each key as the distance from the one before, then its bytes; all in base64. */
export function toBase64(rows: readonly { key: number; bytes: readonly number[] }[]): string {
  let last = 0;
  const bytes = inOrder(rows).flatMap(({ key, bytes: own }) => {
    const distance = (key >>> 0) - last;
    last = key >>> 0;
    return [...sevenBits(distance), ...own];
  });
  return Buffer.from(Uint8Array.from(bytes)).toString('base64');
}

/** The weights that are not small, as rows for `toBase64`: how many, then each class and its weight. */
export function weightRows(
  features: readonly number[],
  weights: Int8Array,
  smallest: number,
): { key: number; bytes: readonly number[] }[] {
  const classes = weights.length / features.length;
  return features.flatMap((key, row) => {
    const own = Array.from(weights.subarray(row * classes, (row + 1) * classes)).flatMap(
      (weight, of) => (Math.abs(weight) < smallest ? [] : [of, weight & 255]),
    );
    return own.length ? [{ key, bytes: [own.length / 2, ...own] }] : [];
  });
}
