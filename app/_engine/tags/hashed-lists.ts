/** The highest bits of a hash say where the lists are whose hashes begin with them: one or two. */
const GROUP_BITS = 15;
const SHIFT = 32 - GROUP_BITS;
/** Of the other bits, sixteen stand before the list and one beside its length. */
const LAST_BIT = 1 << 16;

/**
 * Lists of small numbers by hashes of 32 bits. All stand one after the other, each beside its hash, so
 * that finding one costs two looks into memory: every word of a text asks for thirty from all over it.
 */
export class HashedLists {
  readonly #starts = new Int32Array((1 << GROUP_BITS) + 1);
  /** For each list its hash, its length twice with one bit of the hash, and its numbers. */
  readonly numbers: Int16Array;
  #end = 0;
  #group = 0;

  /** @param lists  how many there will be, and `numbers`, how many numbers in all */
  constructor(lists: number, numbers: number) {
    this.numbers = new Int16Array(2 * lists + numbers);
  }

  /** Begins the next list: its hash is greater than the one before, as a number without a sign. */
  begin(hash: number, length: number): void {
    const group = hash >>> SHIFT;
    while (this.#group < group) this.#starts[++this.#group] = this.#end;
    this.numbers[this.#end++] = hash;
    this.numbers[this.#end++] = 2 * length + (hash & LAST_BIT ? 1 : 0);
  }

  push(number: number): void {
    this.numbers[this.#end++] = number;
  }

  /** After the last list. */
  close(): void {
    while (this.#group < 1 << GROUP_BITS) this.#starts[++this.#group] = this.#end;
  }

  /** Where in `numbers` twice the length of a list is, before its numbers; -1 where there is none. */
  find(hash: number): number {
    const [starts, numbers] = [this.#starts, this.numbers];
    const group = hash >>> SHIFT;
    const end = starts[group + 1] as number;
    const first = (hash << 16) >> 16;
    const bit = hash & LAST_BIT ? 1 : 0;
    let at = starts[group] as number;
    while (at < end) {
      const length = numbers[at + 1] as number;
      if (numbers[at] === first && (length & 1) === bit) return at + 1;
      at += 2 + (length >> 1);
    }
    return -1;
  }
}
