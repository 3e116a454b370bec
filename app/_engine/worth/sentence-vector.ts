/** How many coordinates a word has; bench/word-classes.ts learns them. */
export const DIMENSIONS = 60;

/** The coordinates of a sentence, and the products of each two of them, each with itself included. */
export const VECTOR_SIGNS = DIMENSIONS + (DIMENSIONS * (DIMENSIONS + 1)) / 2;

/**
 * Writes where a sentence lies among the words it is made of: the direction of the sum of their
 * vectors, of length 1; all zeros when none of them is known.
 *
 * @param rows     a row of `vectors` for each word; -1 for a word that has none
 * @param vectors  the coordinates of all words, row after row
 */
export function sentenceVector(
  rows: readonly number[],
  vectors: Int8Array,
  into: Float64Array,
): void {
  into.fill(0);
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * DIMENSIONS;
    if (from < 0) continue;
    for (let i = 0; i < DIMENSIONS; i++)
      into[i] = (into[i] as number) + (vectors[from + i] as number);
  }
  let squares = 0;
  for (let i = 0; i < DIMENSIONS; i++) squares += (into[i] as number) * (into[i] as number);
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < DIMENSIONS; i++) into[i] = (into[i] as number) / length;
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

/** What `withProducts` writes, each times its weight, added up. */
export function weighed(vector: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let at = DIMENSIONS;
  for (let i = 0; i < DIMENSIONS; i++) {
    const own = vector[i] as number;
    const square = own * (weights[at++] as number);
    let others = 0;
    for (let j = i + 1; j < DIMENSIONS; j++)
      others += (vector[j] as number) * (weights[at++] as number);
    sum += own * ((weights[i] as number) + square + others * Math.SQRT2);
  }
  return sum;
}
