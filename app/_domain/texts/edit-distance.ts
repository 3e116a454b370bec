/**
 * How many characters must be changed, added or left out to make one text of another, counted in
 * 32 rows of the table at a time.
 *
 * @see Myers, "A fast bit-vector algorithm for approximate string matching", 1999, in the form of
 *   Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
 */
export type EditPattern = {
  readonly length: number;
  readonly blocks: number;
  /** Where the bits of a character begin in `bits`; one that is not in the pattern has none set. */
  readonly symbols: ReadonlyMap<number, number>;
  readonly bits: Int32Array;
};

/** @param codes  at least one */
function toEditPattern(codes: Uint16Array): EditPattern {
  const blocks = Math.ceil(codes.length / 32);
  const symbols = new Map<number, number>();
  for (const code of codes) {
    if (!symbols.has(code)) symbols.set(code, (symbols.size + 1) * blocks);
  }
  const bits = new Int32Array((symbols.size + 1) * blocks);
  for (const [at, code] of codes.entries()) {
    const word = (symbols.get(code) as number) + (at >>> 5);
    bits[word] = (bits[word] as number) | (1 << (at & 31));
  }
  return { length: codes.length, blocks, symbols, bits };
}

/**
 * The distance of the pattern from each stretch of a text that begins at its start, or from the
 * nearest that begins anywhere.
 *
 * @param beginsAnywhere  false: a stretch begins where the text does
 * @returns for each character of the text the distance of the stretch that ends with it. Takes time
 *   in text × pattern ÷ 32
 */
function editDistances(
  { length, blocks, symbols, bits }: EditPattern,
  text: Uint16Array,
  beginsAnywhere: boolean,
): Int32Array {
  const distances = new Int32Array(text.length);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const lastRow = 1 << ((length - 1) & 31);
  let distance = length;
  for (let at = 0; at < text.length; at++) {
    const symbol = symbols.get(text[at] as number) ?? 0;
    let carryPlus = beginsAnywhere ? 0 : 1;
    let carryMinus = 0;
    for (let block = 0; block < blocks; block++) {
      const up = plus[block] as number;
      const down = minus[block] as number;
      const equal = bits[symbol + block] as number;
      const vertical = equal | down;
      const matched = equal | carryMinus;
      const across = ((((matched & up) + up) | 0) ^ up) | matched;
      let rise = down | ~(across | up);
      let fall = up & across;
      if (block === blocks - 1) {
        if (rise & lastRow) distance++;
        else if (fall & lastRow) distance--;
      }
      const nextPlus = rise >>> 31;
      const nextMinus = fall >>> 31;
      rise = (rise << 1) | carryPlus;
      fall = (fall << 1) | carryMinus;
      plus[block] = fall | ~(vertical | rise);
      minus[block] = rise & vertical;
      carryPlus = nextPlus;
      carryMinus = nextMinus;
    }
    distances[at] = distance;
  }
  return distances;
}

/** Letters to be looked for, prepared for reading a text forwards and backwards. */
export type SoughtLetters = {
  readonly length: number;
  readonly forwards: EditPattern;
  readonly backwards: EditPattern;
};

/** @param codes  at least one */
export const toSought = (codes: Uint16Array): SoughtLetters => ({
  length: codes.length,
  forwards: toEditPattern(codes),
  backwards: toEditPattern(codes.slice().reverse()),
});

/** The stretch of a text that is nearest to what is sought; of several, the first to end. */
export function nearestStretch(
  { length: wanted, forwards, backwards }: SoughtLetters,
  text: Uint16Array,
): { readonly start: number; readonly end: number; readonly distance: number } {
  const ends = editDistances(forwards, text, true);
  let end = 0;
  let distance = wanted;
  for (let at = 0; at < ends.length; at++) {
    if ((ends[at] as number) < distance) {
      distance = ends[at] as number;
      end = at + 1;
    }
  }
  // From that end backwards: where a stretch at this distance begins, near the pattern's length.
  const reach = text.slice(Math.max(0, end - wanted - distance), end).reverse();
  const starts = editDistances(backwards, reach, false);
  let length = 0;
  for (let at = 0; at < starts.length; at++) {
    const isNearer = Math.abs(at + 1 - wanted) < Math.abs(length - wanted);
    if (starts[at] === distance && isNearer) length = at + 1;
  }
  return { start: end - length, end, distance };
}

/** The distance of two whole texts. */
export function editDistance(one: Uint16Array, other: Uint16Array): number {
  if (one.length === 0 || other.length === 0) return Math.max(one.length, other.length);
  return editDistances(toEditPattern(one), other, false).at(-1) as number;
}
