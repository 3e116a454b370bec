/**
 * Sorts the words of a text into classes by the company they keep, from the text alone: no labels.
 * The same lines give the same classes.
 *
 * Positive pointwise mutual information with the neighbours, its leading singular vectors by subspace
 * iteration, and k-means on the sphere.
 * @see Levy, Goldberg, Dagan: Improving Distributional Similarity with Lessons Learned from Word
 *   Embeddings (2015); Halko, Martinsson, Tropp: Finding Structure with Randomness (2011).
 */
import { DIMENSIONS } from '#engine/worth/sentence-vector';
import type { WordClassTable } from '#engine/worth/word-classes';

const SEEN_AT_LEAST = 4;
const NEIGHBOURS = 2000;
/** The most frequent words stand beside everything and say nothing of a sentence's topic. */
const TOO_COMMON_FOR_TOPIC = 100;
const COARSE = 200;
const FINE_CLASSES = 600;

/** A matrix by rows, without its zeros. */
type Sparse = { readonly columns: Int32Array[]; readonly values: Float64Array[] };
type Random = () => number;

/** @param sentences  the words of each sentence, as `classWord` gives them */
export function learnWordClasses(sentences: readonly (readonly string[])[]): WordClassTable {
  const counts = new Map<string, number>();
  for (const words of sentences)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.entries()]
    .filter(([, count]) => count >= SEEN_AT_LEAST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
  const random = seeded(1);
  const vectors = leadingVectors(association(sentences, words), 4 * NEIGHBOURS, random);
  return {
    words: words.join(' '),
    coarse: [...cluster(vectors, Math.min(COARSE, words.length), random)],
    fine: [...cluster(vectors, Math.min(FINE_CLASSES, words.length), random)],
    vectors: Buffer.from(
      vectors.flatMap((vector) => Array.from(vector, (value) => Math.round(127 * value) & 255)),
    ).toString('base64'),
  };
}

/** How much more often than by chance a word has a neighbour before it, after it, near it, with it. */
function association(sentences: readonly (readonly string[])[], words: readonly string[]): Sparse {
  const index = new Map(words.map((word, at) => [word, at]));
  const rows = words.map(() => new Map<number, number>());
  for (const own of sentences) {
    const ids = [-1, ...own.map((word) => index.get(word) ?? -1), -1];
    const known = new Set(ids.filter((id) => id > TOO_COMMON_FOR_TOPIC && id < NEIGHBOURS));
    for (let at = 1; at < ids.length - 1; at++) {
      const row = rows[ids[at] ?? -1];
      if (!row) continue;
      const add = (id: number | undefined, block: number, weight: number) => {
        if (id === undefined || id < 0 || id >= NEIGHBOURS) return;
        const column = block * NEIGHBOURS + id;
        row.set(column, (row.get(column) ?? 0) + weight);
      };
      add(ids[at - 1], 0, 1);
      add(ids[at + 1], 1, 1);
      for (const away of [-4, -3, -2, 2, 3, 4]) add(ids[at + away], 2, 0.5);
      for (const id of known) if (id !== ids[at]) add(id, 3, 0.3);
    }
  }
  return positiveInformation(rows);
}

/** Columns are smoothed by the power 0.75, so that rare neighbours do not win. */
function positiveInformation(rows: readonly Map<number, number>[]): Sparse {
  const columnSums = new Float64Array(4 * NEIGHBOURS);
  let _total = 0;
  const rowSums = rows.map((row) => {
    let sum = 0;
    for (const [column, weight] of row) {
      sum += weight;
      columnSums[column] = (columnSums[column] ?? 0) + weight;
    }
    _total += sum;
    return sum;
  });
  const smooth = columnSums.map((sum) => sum ** 0.75);
  const smoothTotal = smooth.reduce((a, b) => a + b, 0);
  const columns: Int32Array[] = [];
  const values: Float64Array[] = [];
  rows.forEach((row, at) => {
    const largest = [...row].flatMap(([column, weight]): [number, number][] => {
      const chance = ((rowSums[at] ?? 0) * (smooth[column] ?? 0)) / smoothTotal;
      return weight > chance ? [[column, Math.log(weight / chance)]] : [];
    });
    columns.push(Int32Array.from(largest, ([column]) => column));
    values.push(Float64Array.from(largest, ([, value]) => value));
  });
  return { columns, values };
}

/** One unit vector a row: left singular vectors, scaled by the root of their singular values. */
function leadingVectors(matrix: Sparse, width: number, random: Random): Float64Array[] {
  const height = matrix.columns.length;
  const dimensions = Math.min(DIMENSIONS, height);
  let basis = Array.from({ length: dimensions }, () =>
    Float64Array.from({ length: height }, () => random() - 0.5),
  );
  let norms: number[] = [];
  for (let round = 0; round < 20; round++) {
    basis = basis.map((vector) => timesOwnTranspose(matrix, width, vector));
    norms = orthonormalise(basis);
  }
  return matrix.columns.map((_, row) =>
    toUnit(Float64Array.from(basis, (vector, d) => (vector[row] ?? 0) * (norms[d] ?? 0) ** 0.25)),
  );
}

/** A·Aᵀ·v */
function timesOwnTranspose({ columns, values }: Sparse, width: number, vector: Float64Array) {
  const middle = new Float64Array(width);
  columns.forEach((own, row) => {
    const scale = vector[row] ?? 0;
    for (let i = 0; i < own.length; i++)
      middle[own[i] as number] = (middle[own[i] as number] ?? 0) + scale * (values[row]?.[i] ?? 0);
  });
  return Float64Array.from(columns, (own, row) => {
    let sum = 0;
    for (let i = 0; i < own.length; i++)
      sum += (values[row]?.[i] ?? 0) * (middle[own[i] as number] ?? 0);
    return sum;
  });
}

/** Gram-Schmidt in place; the lengths that were left are near the squares of the singular values. */
function orthonormalise(basis: Float64Array[]): number[] {
  return basis.map((vector, at) => {
    for (const earlier of basis.slice(0, at)) {
      const share = dot(vector, earlier);
      for (let i = 0; i < vector.length; i++)
        vector[i] = (vector[i] ?? 0) - share * (earlier[i] ?? 0);
    }
    const norm = Math.sqrt(dot(vector, vector)) || 1;
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
    return norm;
  });
}

function cluster(vectors: readonly Float64Array[], count: number, random: Random): number[] {
  let centres = Array.from(
    { length: count },
    () => vectors[Math.floor(random() * vectors.length)] as Float64Array,
  );
  let nearest: number[] = [];
  for (let round = 0; round < 25; round++) {
    nearest = vectors.map((vector) => nearestOf(centres, vector));
    const sums = centres.map((centre) => new Float64Array(centre.length));
    vectors.forEach((vector, at) => {
      const sum = sums[nearest[at] ?? 0] as Float64Array;
      for (let i = 0; i < vector.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
    });
    centres = sums.map((sum, at) =>
      dot(sum, sum) > 0 ? toUnit(sum) : (centres[at] as Float64Array),
    );
  }
  return nearest;
}

function nearestOf(centres: readonly Float64Array[], vector: Float64Array): number {
  let [best, closest] = [0, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < centres.length; at++) {
    const likeness = dot(centres[at] as Float64Array, vector);
    if (likeness > closest) [best, closest] = [at, likeness];
  }
  return best;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function toUnit(vector: Float64Array): Float64Array {
  const norm = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / norm);
}

/** A generator with a fixed seed, so that learning twice gives the same classes. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
