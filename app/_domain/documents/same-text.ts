import { toQuoteWords } from '../quotes/words';

/**
 * So many words in a row make a shingle. Five, since two reports of one event share many words and
 * phrases, and hardly ever five words in a row but for names and quotations.
 *
 * @see Broder, "On the resemblance and containment of documents", 1997.
 */
const SHINGLE = 5;

/** Values of a signature. The estimate of a resemblance of a half is off by 0.09 at most, 19 times of 20. */
const SIGNATURE_LENGTH = 128;

/**
 * Two values make a band, so two texts that share a third of their shingles have a band in common 999
 * times of 1,000, and two that share one in a hundred 6 times of 1,000.
 */
const BAND_ROWS = 2;

/**
 * From this share of the later text on it repeats the other. Half an article that is a press release
 * has about 0.45 once the shingles across its seams are gone; independent reports stay below 0.1, and
 * below 0.2 with a long statement that both quote.
 */
const REPEATED_SHARE = 0.4;

/** Less in common is a statement that both quote, whatever share of a short notice it is. */
const SHORTEST_REPEATED = 40;

/** A text as its shingles: figures stand for any figure in them, so that an update is the same text. */
export type Shingles = {
  /** Hashes of 32 bits, each once, in order of size. */
  readonly hashes: Uint32Array;
};

/**
 * What is stored of a text in order to find others that are largely the same without reading it
 * again.
 */
export type TextSignature = {
  /** 128 whole numbers of 32 bits. */
  readonly values: Uint32Array;
  /** How many different shingles the text has. */
  readonly shingles: number;
};

/** What two texts have in common, of their different shingles; each from 0 to 1. */
export type Overlap = {
  /** The share of the shingles of either text. */
  readonly resemblance: number;
  /** The share of the shingles of the first text, and of the second. */
  readonly ofA: number;
  readonly ofB: number;
  /** How many shingles both have. */
  readonly shared: number;
};

/** A word; of a figure also its key, by which figures are compared, and as it is written. */
type TextWord = {
  readonly hash: number;
  readonly figure: { readonly key: string; readonly written: string } | null;
};

function wordsOf(text: string): TextWord[] {
  return toQuoteWords(text).map(({ key, start, end }) =>
    /^-?\p{N}/u.test(key)
      ? { hash: ANY_FIGURE, figure: { key, written: text.slice(start, end) } }
      : { hash: hashOf(key), figure: null },
  );
}

const ANY_FIGURE = 0x5bd1e995;

/** FNV-1a, over UTF-16 code units, mixed. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** @see MurmurHash3, fmix32, by Austin Appleby, in the public domain. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The hash of each shingle, in the order of the text; a shorter text is one shingle. */
function shingleHashes(words: readonly TextWord[]): Uint32Array {
  if (words.length === 0) return new Uint32Array(0);
  const size = Math.min(SHINGLE, words.length);
  const hashes = new Uint32Array(words.length - size + 1);
  for (let at = 0; at < hashes.length; at++) {
    let hash = size;
    for (let i = at; i < at + size; i++) hash = mix(Math.imul(hash, 31) + (words[i]?.hash ?? 0));
    hashes[at] = hash;
  }
  return hashes;
}

function eachOnce(hashes: Uint32Array): Uint32Array {
  return hashes
    .slice()
    .sort()
    .filter((hash, at, all) => at === 0 || hash !== all[at - 1]);
}

/** The shingles of a text, to be compared with those of others. Takes time near linear in the text. */
export const toShingles = (text: string): Shingles => ({
  hashes: eachOnce(shingleHashes(wordsOf(text))),
});

// Odd factors and summands, the same for ever: stored signatures must stay comparable.
const FACTORS = Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, n) => mix(2 * n + 1) | 1);
const SUMMANDS = Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, n) => mix(~n));

/**
 * The MinHash signature of a text: the least value of its shingles under 128 fixed permutations.
 *
 * @see Broder, Charikar, Frieze, Mitzenmacher, "Min-wise independent permutations", 1998.
 */
export function toSignature(text: string): TextSignature {
  const { hashes } = toShingles(text);
  const values = new Uint32Array(SIGNATURE_LENGTH);
  for (let n = 0; n < SIGNATURE_LENGTH; n++) {
    const factor = FACTORS[n] as number;
    const summand = SUMMANDS[n] as number;
    let least = 0xffffffff;
    for (let at = 0; at < hashes.length; at++) {
      const value = (Math.imul(hashes[at] as number, factor) + summand) >>> 0;
      if (value < least) least = value;
    }
    values[n] = least;
  }
  return { values, shingles: hashes.length };
}

/**
 * The bands of a signature, 64 short words of letters and digits: texts that have one in common may be
 * largely the same, and hardly any that are have none. None for an empty text.
 */
export function toBands({ values, shingles }: TextSignature): string[] {
  if (shingles === 0) return [];
  return Array.from({ length: SIGNATURE_LENGTH / BAND_ROWS }, (_, band) => {
    let hash = band;
    for (let n = 0; n < BAND_ROWS; n++) hash = mix(hash ^ (values[band * BAND_ROWS + n] as number));
    return `${band.toString(36)}-${(hash >>> 0).toString(36)}`;
  });
}

/** What two texts have in common, by their signatures: an estimate. */
export function estimateOverlap(a: TextSignature, b: TextSignature): Overlap {
  if (a.shingles === 0 || b.shingles === 0) return NOTHING;
  let same = 0;
  for (let n = 0; n < SIGNATURE_LENGTH; n++) if (a.values[n] === b.values[n]) same++;
  const resemblance = same / SIGNATURE_LENGTH;
  const shared = (resemblance * (a.shingles + b.shingles)) / (1 + resemblance);
  return {
    resemblance,
    ofA: Math.min(1, shared / a.shingles),
    ofB: Math.min(1, shared / b.shingles),
    shared: Math.round(shared),
  };
}

const NOTHING: Overlap = { resemblance: 0, ofA: 0, ofB: 0, shared: 0 };

/** What two texts have in common, counted. */
export function overlapOf({ hashes: a }: Shingles, { hashes: b }: Shingles): Overlap {
  if (a.length === 0 || b.length === 0) return NOTHING;
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] as number, b[j] as number];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return {
    resemblance: shared / (a.length + b.length - shared),
    ofA: shared / a.length,
    ofB: shared / b.length,
    shared,
  };
}

/** A figure that two texts give differently in the same words. */
type DifferentFigure = { readonly a: string; readonly b: string };

/** A text that may repeat another, and the day it was published, '2026-01-05', where that is known. */
export type DatedText = { readonly text: string; readonly publishedOn: string | null };

/** A suggestion that one text comes from the other. */
export type Derivation = {
  /** The same text, or the same with other figures: an update, not a copy. */
  readonly kind: 'repeats' | 'updates';
  /** Which came first: by their days, else the one that the other is contained in; null: who can say. */
  readonly origin: 'a' | 'b' | null;
  /** The share of the other text that stands in the origin, 0 to 1. */
  readonly share: number;
  readonly resemblance: number;
  readonly figuresDiffer: boolean;
  readonly figures: readonly DifferentFigure[];
};

/** Shares as near as this do not show which text contains the other. */
const CLEARLY_MORE = 0.1;

/**
 * Decides whether to suggest that one of two texts repeats the other, as a newspaper repeats a wire
 * story or a press release. It is for a person to say so.
 *
 * @returns null where less than two fifths of the later text stand in the earlier
 */
export function decideDerived(a: DatedText, b: DatedText): Derivation | null {
  const [wordsA, wordsB] = [wordsOf(a.text), wordsOf(b.text)];
  const [hashesA, hashesB] = [shingleHashes(wordsA), shingleHashes(wordsB)];
  const overlap = overlapOf({ hashes: eachOnce(hashesA) }, { hashes: eachOnce(hashesB) });
  const origin = originOf(a, b, overlap);
  const share =
    origin === 'a'
      ? overlap.ofB
      : origin === 'b'
        ? overlap.ofA
        : Math.max(overlap.ofA, overlap.ofB);
  if (share < REPEATED_SHARE || overlap.shared < SHORTEST_REPEATED) return null;
  const figures = differentFigures(
    { words: wordsA, hashes: hashesA },
    { words: wordsB, hashes: hashesB },
  );
  const figuresDiffer = figures.length > 0;
  const kind = figuresDiffer ? 'updates' : 'repeats';
  const { resemblance } = overlap;
  return { kind, origin, share, resemblance, figuresDiffer, figures };
}

function originOf(a: DatedText, b: DatedText, { ofA, ofB }: Overlap): 'a' | 'b' | null {
  if (a.publishedOn && b.publishedOn && a.publishedOn !== b.publishedOn) {
    return a.publishedOn < b.publishedOn ? 'a' : 'b';
  }
  if (Math.abs(ofA - ofB) < CLEARLY_MORE) return null;
  return ofA > ofB ? 'b' : 'a';
}

type Read = { readonly words: readonly TextWord[]; readonly hashes: Uint32Array };

/** So many are named: who sees them has seen enough. */
const MOST_FIGURES = 20;

/** Figures that stand in the same words of both texts and are not the same, each pair once. */
function differentFigures(a: Read, b: Read): DifferentFigure[] {
  const placesA = onlyPlaces(a);
  const pairs = new Map<string, DifferentFigure>();
  for (const [hash, inB] of onlyPlaces(b)) {
    const inA = placesA.get(hash);
    if (inA === undefined || inA < 0 || inB < 0) continue;
    for (let n = 0; n < SHINGLE; n++) {
      const [one, other] = [a.words[inA + n]?.figure, b.words[inB + n]?.figure];
      if (!one || !other || one.key === other.key) continue;
      pairs.set(`${one.key} ${other.key}`, { a: one.written, b: other.written });
    }
    if (pairs.size >= MOST_FIGURES) break;
  }
  return [...pairs.values()].slice(0, MOST_FIGURES);
}

/** The place of each shingle with a figure in it; -1 where it stands several times, as in tables. */
function onlyPlaces({ words, hashes }: Read): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, hash] of hashes.entries()) {
    if (!words.slice(at, at + SHINGLE).some(({ figure }) => figure !== null)) continue;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}
