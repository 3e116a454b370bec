/** The highest bits of a hash say where those that begin with them are: two or three. */
const SHIFT = 17;

/**
 * Hashes of 32 bits in their order, and where each one is: as little memory as it can be, since each
 * word of a text asks for twenty hashes from all over it.
 */
export class HashList {
  readonly #hashes: Int32Array;
  readonly #starts: Int32Array;

  /** @param hashes  each greater than the one before, as numbers without a sign */
  constructor(hashes: Int32Array) {
    this.#hashes = hashes;
    const starts = new Int32Array((1 << (32 - SHIFT)) + 1);
    for (let at = 0; at < hashes.length; at++)
      (starts[((hashes[at] as number) >>> SHIFT) + 1] as number)++;
    for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number;
    this.#starts = starts;
  }

  /** The place of a hash in the list; -1 when it is not there. */
  indexOf(hash: number): number {
    const [hashes, starts] = [this.#hashes, this.#starts];
    const group = hash >>> SHIFT;
    const end = starts[group + 1] as number;
    for (let at = starts[group] as number; at < end; at++) if (hashes[at] === hash) return at;
    return -1;
  }
}
