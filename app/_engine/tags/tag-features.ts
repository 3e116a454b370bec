import type { Token } from '../tokens/tokens';
import { isFiniteVerb, setOf, type Tag, tagOf } from './tag';

/** The most features that a word has. */
const MOST_FEATURES = 40;
/** Words of a class can have the tags of it; from this number on, a class is of words never met. */
export const UNKNOWN_CLASSES = 230;
const EDGE = 255;
const EDGE_WORD = 0x1234567;

const FIRST_UPPER = 1;
const ALL_UPPER = 2;
const INNER = 4;
const FIRST_WORD = 8;
const OTHER = 16;
const EVERY_WORD_UPPER = 32;
const NO_WORD_UPPER = 64;

const PUNCT = tagOf('PUNCT');
const MARKS: Readonly<Record<string, Tag>> = {
  ...Object.fromEntries(Array.from('$€£¥₹₽₩₪₺₦₴', (mark) => [mark, tagOf('$')])),
  ...Object.fromEntries(Array.from('%‰°+=±×÷#~<>§', (mark) => [mark, tagOf('SYM')])),
  '&': tagOf('CC'),
};

/** The tag of a token that is no word; -1 for words. */
export function tagByKind({ kind, text }: Token): Tag {
  if (kind === 'word') return -1;
  if (kind === 'number') return tagOf('CD');
  if (kind === 'address') return tagOf('ADD');
  return MARKS[text] ?? PUNCT;
}

const CLAUSE_STARTS = setOf('IN:MARK', 'WDT', 'WP', 'WP$', 'WRB', 'CC', 'PUNCT');

/** Of the words so far: 0 had no verb with a subject, 1 had one in this clause, 2 in an earlier one. */
export const nextClause = (clause: number, tag: Tag): number =>
  isFiniteVerb(tag) ? 1 : clause === 1 && CLAUSE_STARTS[tag] ? 2 : clause;

/** The class of a word by its hash; -1 for one that was never met. */
export type WordClassOf = { get(word: number): number };

/** What a text shows of each of its words, read once; `features` puts the words beside each other. */
export class TagFeatures {
  #size = 0;
  words = new Int32Array(512);
  classes = new Uint8Array(512);
  #ends = new Int32Array(512);
  #longEnds = new Int32Array(512);
  #starts = new Int32Array(512);
  #shapes = new Uint8Array(512);
  #ahead = new Uint8Array(512);
  readonly out = new Int32Array(MOST_FEATURES);

  /** @param dictionary  the class of each word that was met often, by the word's hash */
  constructor(
    readonly dictionary: WordClassOf,
    readonly finite: Uint8Array,
    /** For each class, which kinds of words it may be: a bit each. */
    readonly kinds: Uint8Array,
  ) {}

  read(tokens: readonly Token[]): void {
    this.#makeRoom(tokens.length + 4);
    let [letters, capitals, first] = [0, 0, true];
    this.#size = tokens.length;
    for (let at = 0; at < tokens.length; at++) {
      const { kind, text, lower } = tokens[at] as Token;
      if (kind === 'word') {
        const shape = this.#readWord(at, text, lower) | (first ? FIRST_WORD : 0);
        first = false;
        letters++;
        if (shape & FIRST_UPPER) capitals++;
        this.#shapes[at] = shape;
      } else {
        const word = kind === 'mark' ? text.charCodeAt(0) : kind === 'number' ? 1 : 2;
        this.words[at] = word;
        this.classes[at] = kind === 'mark' ? 253 : 254;
        this.#ends[at] = word;
        this.#longEnds[at] = word;
        this.#starts[at] = word;
        this.#shapes[at] = OTHER;
      }
    }
    const mode =
      letters < 4
        ? 0
        : capitals === 0
          ? NO_WORD_UPPER
          : capitals > 0.75 * letters
            ? EVERY_WORD_UPPER
            : 0;
    this.#lookAhead(tokens.length);
    if (mode)
      for (let at = 0; at < tokens.length; at++) this.#shapes[at] = (this.#shapes[at] ?? 0) | mode;
  }

  /** For each word, whether a verb with a subject comes soon, and whether a mark comes before it. */
  #lookAhead(size: number): void {
    let ahead = 0;
    let away = 9;
    for (let at = size - 1; at >= 0; at--) {
      this.#ahead[at] = away > 8 ? 0 : ahead;
      const own = this.classes[at] as number;
      const found = this.finite[own] as number;
      if (found) {
        ahead = found;
        away = 0;
      } else if (own === 253) ahead |= 4;
      away++;
    }
  }

  #readWord(at: number, text: string, lower: string): number {
    const length = lower.length;
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) {
      let code = lower.charCodeAt(i);
      if (code === 0x2019 || code === 0x2bc) code = 39;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
    const [a, b, c] = [
      lower.charCodeAt(length - 1),
      lower.charCodeAt(length - 2) | 0,
      lower.charCodeAt(length - 3) | 0,
    ];
    this.words[at] = hash;
    this.#ends[at] = (a << 8) ^ b;
    this.#longEnds[at] = (a << 16) ^ (b << 8) ^ c ^ (length > 3 ? 0 : 1 << 25);
    this.#starts[at] =
      (lower.charCodeAt(0) << 16) ^ ((lower.charCodeAt(1) | 0) << 8) ^ (lower.charCodeAt(2) | 0);
    const first = text.charCodeAt(0) !== lower.charCodeAt(0);
    let shape = first ? FIRST_UPPER : 0;
    if (text !== lower) {
      let upper = 0;
      for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== lower.charCodeAt(i)) upper++;
      if (upper > 1 && upper >= length - 1) shape |= ALL_UPPER;
      else if (upper > (first ? 1 : 0)) shape |= INNER;
    }
    const known = this.dictionary.get(hash);
    this.classes[at] = known >= 0 ? known : unknownClass(a, b, c, length, first);
    return shape;
  }

  /** Whether words like this one are also verbs with a subject. */
  mayBeFinite(at: number): boolean {
    return ((this.kinds[this.classes[at] as number] as number) & 130) === 2;
  }

  /** @returns how many features there are in `out` */
  features(at: number, before: Tag, twoBefore: Tag, clause: number): number {
    const { words, classes, out } = this;
    const [ends, longEnds, shapes, size] = [this.#ends, this.#longEnds, this.#shapes, this.#size];
    const word = words[at] as number;
    const shape = shapes[at] as number;
    const own = classes[at] as number;
    const end = longEnds[at] as number;
    const previous = at > 0 ? (words[at - 1] as number) : EDGE_WORD;
    const earlier = at > 1 ? (words[at - 2] as number) : EDGE_WORD;
    const next = at + 1 < size ? (words[at + 1] as number) : EDGE_WORD;
    const later = at + 2 < size ? (words[at + 2] as number) : EDGE_WORD;
    const nextClass = at + 1 < size ? (classes[at + 1] as number) : EDGE;
    const laterClass = at + 2 < size ? (classes[at + 2] as number) : EDGE;
    const nextEnd = at + 1 < size ? (longEnds[at + 1] as number) : 0;
    const nextShape = at + 1 < size ? (shapes[at + 1] as number) : 0;
    const previousShape = at > 0 ? (shapes[at - 1] as number) : 0;
    const tags = before * 64 + twoBefore;
    let n = 0;
    out[n++] = mix(1, word);
    out[n++] = mix(2, word ^ (shape << 3));
    out[n++] = mix(3, end ^ (shape << 26));
    out[n++] = mix(4, ends[at] as number);
    out[n++] = mix(5, this.#starts[at] as number);
    out[n++] = mix(6, before);
    out[n++] = mix(7, tags);
    out[n++] = mix(8, word ^ Math.imul(before + 1, 0x9e3779b1));
    out[n++] = mix(9, previous);
    out[n++] = mix(10, earlier);
    out[n++] = mix(11, next);
    out[n++] = mix(12, later);
    out[n++] = mix(13, nextEnd);
    out[n++] = mix(14, own * 256 + nextClass);
    out[n++] = mix(15, (own * 64 + before) * 256 + nextClass);
    out[n++] = mix(16, nextClass * 256 + laterClass);
    out[n++] = mix(17, end ^ Math.imul(before + 1, 0x85ebca6b));
    out[n++] = mix(18, (shape * 128 + nextShape) * 128 + previousShape);
    out[n++] = mix(19, word ^ Math.imul(nextClass + 1, 0xc2b2ae35));
    out[n++] = mix(20, own * 4096 + tags);
    out[n++] = mix(21, word ^ Math.imul(previous, 0x27d4eb2f));
    out[n++] = mix(22, word ^ Math.imul(next, 0x165667b1));
    out[n++] = mix(23, before * 256 + nextClass);
    out[n++] = mix(24, (own * 256 + nextClass) * 256 + laterClass);
    const ahead = this.#ahead[at] as number;
    const verbs = clause * 8 + ahead;
    out[n++] = mix(25, word ^ Math.imul(verbs + 1, 0x3c6ef372));
    out[n++] = mix(26, own * 32 + verbs);
    out[n++] = mix(27, end ^ Math.imul(verbs + 1, 0x1b873593));
    out[n++] = mix(28, (before * 32 + verbs) * 256 + own);
    const kinds = this.kinds;
    const ownKinds = kinds[own] as number;
    const nextKinds = kinds[nextClass] as number;
    const laterKinds = kinds[laterClass] as number;
    out[n++] = mix(29, (ownKinds * 64 + before) * 256 + nextKinds);
    out[n++] = mix(30, (ownKinds * 256 + nextKinds) * 256 + laterKinds);
    out[n++] = mix(
      31,
      ((ownKinds * 64 + before) * 256 + nextKinds) ^ Math.imul(laterKinds + 1, 0x5bd1e995),
    );
    out[n++] = mix(32, (ownKinds * 4096 + tags) ^ Math.imul(nextKinds + 1, 0x2545f491));
    out[n++] = mix(33, (ownKinds * 32 + verbs) * 256 + nextKinds);
    out[n++] = mix(
      34,
      ((ownKinds * 64 + before) * 32 + verbs) ^ Math.imul(nextKinds + 1, 0x6c62272e),
    );
    return n;
  }

  #makeRoom(length: number): void {
    if (length <= this.words.length) return;
    const size = 2 * length;
    this.words = new Int32Array(size);
    this.classes = new Uint8Array(size);
    this.#ends = new Int32Array(size);
    this.#longEnds = new Int32Array(size);
    this.#starts = new Int32Array(size);
    this.#shapes = new Uint8Array(size);
    this.#ahead = new Uint8Array(size);
  }
}

const mix = (template: number, value: number): number => {
  let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
};

const [D, E, G, I, L, N, S, Y] = Array.from('deginlsy', (letter) => letter.charCodeAt(0));

/** The class of a word that was never met, by its last letters and its capital. */
function unknownClass(a: number, b: number, c: number, length: number, isUpper: boolean): number {
  const ending =
    length < 4
      ? 0
      : a === D && b === E
        ? 1
        : a === G && b === N && c === I
          ? 2
          : a === Y && b === L
            ? 3
            : a === S && b !== S
              ? 4
              : a === N
                ? 5
                : a === E
                  ? 6
                  : 7;
  return UNKNOWN_CLASSES + 2 * ending + (isUpper ? 1 : 0);
}
