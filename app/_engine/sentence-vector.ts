/** How many coordinates a word has; bench/word-classes.ts learns them. */
export const DIMENSIONS = 60;

/** The coordinates of a sentence, and the products of each two of them, each with itself included. */
export const VECTOR_SIGNS = DIMENSIONS + (DIMENSIONS * (DIMENSIONS + 1)) / 2;

/**
 * Where a sentence lies among the words it is made of: the direction of the sum of their vectors,
 * of length 1; all zeros when none of them is known.
 *
 * @param rows     a row of `vectors` for each word; -1 for a word that has none
 * @param vectors  the coordinates of all words, row after row
 */
export function sentenceVector(rows: readonly number[], vectors: Int8Array): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const row of rows) {
    if (row < 0) continue;
    const from = row * DIMENSIONS;
    for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + (vectors[from + i] ?? 0);
  }
  let squares = 0;
  for (let i = 0; i < DIMENSIONS; i++) squares += (sum[i] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) / length;
  return sum;
}

/** Writes the coordinates and their products, VECTOR_SIGNS numbers; of equal length, all the products together. */
export function withProducts(vector: Float64Array, into: Float64Array): void {
  let at = 0;
  for (let i = 0; i < DIMENSIONS; i++) into[at++] = vector[i] ?? 0;
  for (let i = 0; i < DIMENSIONS; i++) {
    const own = vector[i] ?? 0;
    into[at++] = own * own;
    for (let j = i + 1; j < DIMENSIONS; j++) into[at++] = own * (vector[j] ?? 0) * Math.SQRT2;
  }
}
