import { nearestStretch, toSought } from './edit-distance';

/** The places of each run of five letters in a text: by a hash, so with some wrong ones. */
export type LetterIndex = {
  readonly codes: Uint16Array;
  /** Bits of the hash. */
  readonly bits: number;
  readonly heads: Int32Array;
  readonly places: Int32Array;
};

/** Runs of so many letters: one changed letter spoils five of them, and leaves most of a short quote. */
const GRAM = 5;
const MOST_BITS = 16;

/**
 * A run with more places than this is not informative, and is left out; if there are only such
 * runs, as in a text of one letter, this many places of each are read. In a text of a million
 * letters it is 4,000.
 */
const mostPlaces = (letters: number) => Math.max(4000, Math.floor(letters / 250));

/**
 * So many stretches are compared letter by letter, more for a short quote, whose runs are found in
 * many places and whose comparison costs little: the right one is nearly always among the first.
 */
const candidatesFor = (letters: number) => Math.min(128, Math.max(8, Math.ceil(4000 / letters)));

/** As many letters as are compared at once, so that reading all of a text takes little longer. */
const SHORT = 32;
const AROUND = 25_000;

/** Quotes of more letters than this are not compared letter by letter. */
const LONGEST_COMPARED = 10_000;

/** Takes time and memory linear in the letters. */
export function toLetterIndex(codes: Uint16Array): LetterIndex {
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(codes.length + 2)));
  const buckets = 1 << bits;
  const heads = new Int32Array(buckets + 1);
  const count = Math.max(0, codes.length - GRAM + 1);
  for (let place = 0; place < count; place++) add(heads, hashAt(codes, place, bits) + 1, 1);
  for (let bucket = 0; bucket < buckets; bucket++) {
    add(heads, bucket + 1, at(heads, bucket));
  }
  const next = heads.slice(0, buckets);
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const bucket = hashAt(codes, place, bits);
    places[at(next, bucket)] = place;
    add(next, bucket, 1);
  }
  return { codes, bits, heads, places };
}

function hashAt(codes: Uint16Array, place: number, bits: number): number {
  let hash = 0;
  for (let i = place; i < place + GRAM; i++) hash = Math.imul(hash ^ at(codes, i), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> (32 - bits);
}

/** The places of the run that begins at one of these letters. */
function placesOf({ bits, heads, places }: LetterIndex, codes: Uint16Array, at: number) {
  const hash = hashAt(codes, at, bits);
  return places.subarray(heads[hash], heads[hash + 1]);
}

/** The places where letters stand one by one as wanted, in order, and no more than `most` of them. */
export function findLetters(index: LetterIndex, wanted: Uint16Array, most: number): number[] {
  const { codes } = index;
  if (wanted.length === 0) return [];
  if (wanted.length < GRAM) return findLinearly(codes, wanted, most);
  let [rarest, offset] = [placesOf(index, wanted, 0), 0];
  for (let from = 1; from + GRAM <= wanted.length; from++) {
    const places = placesOf(index, wanted, from);
    if (places.length < rarest.length) [rarest, offset] = [places, from];
  }
  // What repeats itself would be compared over and over.
  if (rarest.length * wanted.length > 4 * codes.length + 100_000) {
    return findLinearly(codes, wanted, most);
  }
  const found: number[] = [];
  for (const place of rarest) {
    const start = place - offset;
    if (start < 0 || start + wanted.length > codes.length) continue;
    let same = 0;
    while (same < wanted.length && codes[start + same] === wanted[same]) same++;
    if (same === wanted.length && found.push(start) === most) break;
  }
  return found;
}

/**
 * In time linear in text and pattern, whatever they are.
 *
 * @see Knuth, Morris, Pratt, "Fast pattern matching in strings", 1977.
 */
export function findLinearly(
  text: ArrayLike<number>,
  wanted: ArrayLike<number>,
  most: number,
): number[] {
  const borders = new Int32Array(wanted.length);
  for (let i = 1, border = 0; i < wanted.length; i++) {
    while (border > 0 && wanted[i] !== wanted[border]) border = at(borders, border - 1);
    if (wanted[i] === wanted[border]) border++;
    borders[i] = border;
  }
  const found: number[] = [];
  for (let i = 0, same = 0; i < text.length; i++) {
    while (same > 0 && text[i] !== wanted[same]) same = at(borders, same - 1);
    if (text[i] === wanted[same]) same++;
    if (same === wanted.length) {
      if (found.push(i - same + 1) === most) break;
      same = at(borders, same - 1);
    }
  }
  return found;
}

/** A stretch of letters, by its place among them, end exclusive, and how far it is from those wanted. */
export type NearStretch = {
  readonly start: number;
  readonly end: number;
  readonly distance: number;
};

/**
 * The stretches that are nearest to the wanted letters, nearest first, and equal ones in the order
 * of the text.
 *
 * Runs of letters that both have vote for the diagonal they stand on; around the diagonals with
 * most votes the edit distance is worked out. A change in a short quote may leave only very common
 * runs, so if no stretch is within a letter, all letters are read: of the text, or around a place.
 */
export function findNear(index: LetterIndex, wanted: Uint16Array, around?: number): NearStretch[] {
  const { codes } = index;
  if (wanted.length < GRAM || wanted.length > LONGEST_COMPARED) return [];
  const shift = Math.max(4, Math.ceil(Math.log2(wanted.length / 8)));
  const votes = new Int32Array(((codes.length + wanted.length) >> shift) + 3);
  const most = mostPlaces(codes.length);
  const runs = Array.from({ length: wanted.length - GRAM + 1 }, (_, from) => ({
    from,
    places: placesOf(index, wanted, from),
  }));
  const rareRuns = runs.filter(({ places }) => places.length <= most);
  const isAnyFound = rareRuns.some(({ places }) => places.length > 0);
  for (const { from, places } of isAnyFound ? rareRuns : runs) {
    const count = Math.min(places.length, most);
    for (let i = 0; i < count; i++) add(votes, (at(places, i) - from + wanted.length) >> shift, 1);
  }
  const slack = Math.ceil(wanted.length / 4) + GRAM;
  const near: NearStretch[] = [];
  const sought = toSought(wanted);
  for (const bucket of mostVoted(votes, candidatesFor(wanted.length))) {
    const diagonal = (bucket << shift) - wanted.length;
    const from = Math.max(0, diagonal - slack);
    const to = Math.min(codes.length, diagonal + (2 << shift) + wanted.length + slack);
    if (to <= from) continue;
    const { start, end, distance } = nearestStretch(sought, codes.subarray(from, to));
    const stretch = { start: from + start, end: from + end, distance };
    const same = near.findIndex((each) => stretch.start < each.end && each.start < stretch.end);
    if (same < 0) near.push(stretch);
    else if (distance < (near[same] as NearStretch).distance) near[same] = stretch;
  }
  const isFound = near.some(({ distance }) => distance <= 1);
  if (wanted.length <= SHORT && !isFound && codes.length > 0) {
    const from = around === undefined ? 0 : Math.max(0, around - AROUND);
    const to = around === undefined ? codes.length : around + AROUND;
    const { start, end, distance } = nearestStretch(sought, codes.subarray(from, to));
    if (near.every((each) => each.distance > distance)) {
      near.push({ start: from + start, end: from + end, distance });
    }
  }
  return near
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.distance - b.distance || a.start - b.start);
}

/** The buckets that have, with the next, the most votes. */
function mostVoted(votes: Int32Array, most: number): number[] {
  const best: { bucket: number; sum: number }[] = [];
  for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
    const sum = at(votes, bucket) + at(votes, bucket + 1);
    if (sum === 0 || (best.length === most && sum <= (best.at(-1)?.sum ?? 0))) continue;
    // Two that share a bucket look at nearly the same stretch.
    const before = best.findIndex((each) => each.bucket === bucket - 1);
    if (before >= 0 && (best[before]?.sum ?? 0) >= sum) continue;
    if (before >= 0) best.splice(before, 1);
    const rank = best.findIndex((each) => each.sum < sum);
    best.splice(rank < 0 ? best.length : rank, 0, { bucket, sum });
    if (best.length > most) best.pop();
  }
  return best.map(({ bucket }) => bucket);
}

const at = (numbers: Int32Array | Uint16Array, index: number) => numbers[index] as number;

function add(counts: Int32Array, index: number, count: number) {
  counts[index] = (counts[index] as number) + count;
}
