/** Whole numbers by 32-bit keys, in one typed array: made once, asked for every word of a text. */
export class WordTable {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param size  how many keys will be added at most */
  constructor(size: number) {
    let slots = 16;
    while (slots < size * 2) slots *= 2;
    this.#slots = new Int32Array(slots * 2);
    this.#mask = slots - 1;
  }

  /** @param value  from 0 on */
  add(key: number, value: number): void {
    const at = this.#slotOf(key);
    this.#slots[at] = key;
    this.#slots[at + 1] = value + 1;
  }

  /** The number of a key; -1 when it has none. */
  get(key: number): number {
    return (this.#slots[this.#slotOf(key) + 1] as number) - 1;
  }

  #slotOf(key: number): number {
    const slots = this.#slots;
    let at = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7;
    for (;;) {
      at &= this.#mask;
      if (slots[2 * at + 1] === 0 || slots[2 * at] === key) return 2 * at;
      at++;
    }
  }
}
