/** One difference of two sequences: a stretch of the first, and its replacement in the second. */
export type Hunk = {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
};

/** The fewest changes are sought up to this number; beyond, time and memory would grow as its square. */
const MOST_CHANGES = 150;

/** So many equal items in a row, once in each sequence, are taken to be the same passage. */
const ANCHOR = 6;

/**
 * The differences of two sequences, with as few removed and added items as can be found in short
 * time.
 *
 * Up to 150 changes it is the fewest there can be. With more, stretches that stand once in each are
 * taken as fixed and what lies between is compared by itself; where that has more than 150 changes
 * too, it is one hunk. Takes time near linear in the items, and memory linear in them.
 *
 * @returns in order; what no hunk covers is the same in both, item by item
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations", 1986; the fixed stretches are
 *   Bram Cohen's patience diff.
 */
export function diffSequences(was: readonly string[], is: readonly string[]): Hunk[] {
  const numbers = new Map<string, number>();
  const toNumbers = (items: readonly string[]) =>
    Int32Array.from(items, (item) => {
      const known = numbers.get(item) ?? numbers.size;
      if (known === numbers.size) numbers.set(item, known);
      return known;
    });
  const a = toNumbers(was);
  const b = toNumbers(is);
  const all = trimmed(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length });
  if (!all) return [];
  const least = leastChanges(a, b, all);
  if (least) return least;
  const hunks: Hunk[] = [];
  let [aFrom, bFrom] = [all.aFrom, all.bFrom];
  const compareUpTo = (aTo: number, bTo: number) => {
    const gap = trimmed(a, b, { aFrom, aTo, bFrom, bTo });
    if (gap) hunks.push(...(leastChanges(a, b, gap) ?? [gap]));
  };
  for (const [inA, inB] of anchors(a, b, all)) {
    // Each later one of overlapping anchors adds only the part beyond the first.
    const done = Math.max(aFrom - inA, bFrom - inB, 0);
    if (done >= ANCHOR) continue;
    compareUpTo(inA + done, inB + done);
    aFrom = inA + ANCHOR;
    bFrom = inB + ANCHOR;
  }
  compareUpTo(all.aTo, all.bTo);
  return hunks;
}

/** The hunk without what both begin and end with, or null when nothing is left. */
function trimmed(a: Int32Array, b: Int32Array, hunk: Hunk): Hunk | null {
  let { aFrom, aTo, bFrom, bTo } = hunk;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  return aFrom === aTo && bFrom === bTo ? null : { aFrom, aTo, bFrom, bTo };
}

/** The shortest way from one to the other, or null when it has too many changes. */
function leastChanges(a: Int32Array, b: Int32Array, within: Hunk): Hunk[] | null {
  const wasLength = within.aTo - within.aFrom;
  const isLength = within.bTo - within.bFrom;
  if (Math.abs(wasLength - isLength) > MOST_CHANGES && wasLength > 0 && isLength > 0) return null;
  if (wasLength === 0 || isLength === 0) return [within];
  const most = Math.min(MOST_CHANGES, wasLength + isLength);
  // How far one gets into `a` on each diagonal from -changes to changes, after each number of changes.
  const reached: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    const now = new Int32Array(2 * changes + 1);
    reached.push(now);
    const last = reached[changes - 1];
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = last ? stepTo(last, changes, diagonal).x : 0;
      while (
        x < wasLength &&
        x - diagonal < isLength &&
        a[within.aFrom + x] === b[within.bFrom + x - diagonal]
      ) {
        x++;
      }
      now[diagonal + changes] = x;
      if (x >= wasLength && x - diagonal >= isLength) return walkBack(within, reached);
    }
  }
  return null;
}

/** The furthest step onto a diagonal: down, which adds an item of `b`, or right, which removes one of `a`. */
function stepTo(last: Int32Array, changes: number, diagonal: number) {
  const down = diagonal < changes ? (last[diagonal + changes] ?? -1) : -1;
  const right = diagonal > -changes ? (last[diagonal + changes - 2] ?? -1) : -1;
  const isDown = diagonal === -changes || (diagonal !== changes && right < down);
  return { isDown, x: isDown ? down : right + 1 };
}

function walkBack(within: Hunk, reached: readonly Int32Array[]): Hunk[] {
  const hunks: Hunk[] = [];
  let x = within.aTo - within.aFrom;
  let y = within.bTo - within.bFrom;
  for (let changes = reached.length - 1; changes > 0; changes--) {
    const step = stepTo(reached[changes - 1] as Int32Array, changes, x - y);
    const bFrom = step.x - (x - y) - (step.isDown ? 1 : 0);
    const aFrom = step.x - (step.isDown ? 0 : 1);
    const hunk = {
      aFrom: within.aFrom + aFrom,
      aTo: within.aFrom + step.x,
      bFrom: within.bFrom + bFrom,
      bTo: within.bFrom + bFrom + (step.isDown ? 1 : 0),
    };
    const later = hunks.at(-1);
    if (later && later.aFrom === hunk.aTo && later.bFrom === hunk.bTo) {
      hunks[hunks.length - 1] = { ...later, aFrom: hunk.aFrom, bFrom: hunk.bFrom };
    } else hunks.push(hunk);
    x = aFrom;
    y = bFrom;
  }
  return hunks.reverse();
}

/** Places of stretches that stand once in each, as many as follow one another in both. */
function anchors(a: Int32Array, b: Int32Array, within: Hunk): [number, number][] {
  const inB = onlyPlaces(b, within.bFrom, within.bTo);
  const pairs: [number, number][] = [];
  for (const [key, at] of onlyPlaces(a, within.aFrom, within.aTo)) {
    const other = inB.get(key);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  return longestRise(pairs.sort(([one], [other]) => one - other));
}

/** The place of each stretch, or -1 where it stands several times. */
function onlyPlaces(items: Int32Array, from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + ANCHOR <= to; at++) {
    const key = items.subarray(at, at + ANCHOR).join(' ');
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest choice of pairs with rising second members, by patience sorting. */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const second = (index: number) => (pairs[index] as [number, number])[1];
  for (let index = 0; index < pairs.length; index++) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(tops[middle] as number) < second(index)) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = index;
  }
  const chosen: [number, number][] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] as number) {
    chosen.push(pairs[index] as [number, number]);
  }
  return chosen.reverse();
}
