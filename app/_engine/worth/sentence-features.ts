import type { ReadDate, ReadFigure } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { ADVERBS, isFunctionWord } from '../english/grammar-words';
import { isSuperlative } from '../english/kind-words';
import { isIng, isParticipleForm, verbTags } from '../english/verbs';
import { isFiniteVerb } from '../tags/tag';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { DIMENSIONS, sentenceVector } from './sentence-vector';
import { classWord, unknownClass, type WordClasses, withoutDigits } from './word-classes';

/** The kinds of sign a sentence is judged by; each kind weighs the same however many signs it has. */
export const FEATURE_GROUPS = [
  'words',
  'pairs',
  'classes',
  'together',
  'inOrder',
  'company',
  'narrowCompany',
  'affixes',
  'letters',
  'signs',
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** As many fit above a bucket in 31 bits. */
const MOST_GROUPS = 1 << 11;

/** Each sign is a number below this, made by hashing; a few share one, which training allows for. */
export const FEATURE_BUCKETS = 1 << 20;

/** The signs of one sentence, group after group, each once in its group; only until the next sentence is read. */
export type Signs = {
  readonly buckets: Int32Array;
  /** For each group, in the order of FEATURE_GROUPS, where in `buckets` its signs end. */
  readonly ends: readonly number[];
  /** The vector of the sentence, see sentence-vector.ts. */
  readonly vector: Float64Array;
};

export type FeatureInput = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadFigure[];
  readonly dates: readonly ReadDate[];
};

/** A sentence with what its signs are made of. */
type Read = {
  readonly input: FeatureInput;
  /** The words and their classes, and both as numbers. */
  readonly words: readonly string[];
  readonly classes: readonly string[];
  readonly hashes: readonly number[];
  readonly classHashes: readonly number[];
  /** The first few different classes, in the order of the sentence. */
  readonly firstClasses: readonly number[];
  /** The classes of its tokens by the company they keep, with the edges of the sentence. */
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
  readonly rows: readonly number[];
};

const MOST_LETTERS = 600;
/** Limit: pairs grow with the square, and almost no sentence has more classes. */
const MOST_TOGETHER = 42;
/** No more signs than these come from one token, and from a sentence beside its tokens and letters. */
const [SIGNS_A_TOKEN, OTHER_SIGNS] = [24, 100];
/** Runs of letters of these lengths; those between add time and no information. */
const [SHORT_LETTERS, LONG_LETTERS] = [3, 5];
/** Two words this far apart are a pair. */
const PAIRED = [2, 3, 4];

/**
 * Finds the signs by which a sentence is judged to be worth checking: words alone, in twos and
 * threes and in pairs apart; the same with words replaced by their part of speech, or by the company
 * they keep; any two parts of speech, however far apart; beginnings and ends of words, letters in
 * runs, what the engine read in it, and where it lies among the words.
 */
export class FeatureReader {
  readonly #wordClasses: WordClasses;
  #buckets = new Int32Array(1 << 12);
  #count = 0;
  /** Open addressing; an entry is the bucket and, above it, the group that it was met in. */
  #met = new Int32Array(1 << 13);
  #group = 0;
  readonly #vector = new Float64Array(DIMENSIONS);
  /** A small letter may be two code units where its capital is one. */
  readonly #letters = new Uint16Array(2 * (MOST_LETTERS + 1));

  /** Made once: a sentence has no time for making functions. */
  readonly #adders: Record<FeatureGroup, (read: Read) => void> = {
    words: ({ hashes }) => this.#addWords(hashes),
    pairs: ({ hashes }) => this.#addPairs(hashes),
    classes: (read) => this.#addClasses(read),
    // Without the edges of the sentence, and both ways round the same.
    together: ({ firstClasses }) =>
      this.#addEachTwo(Int32Array.from(firstClasses.slice(1, MOST_TOGETHER - 1)).sort()),
    inOrder: ({ firstClasses }) => this.#addEachTwo(firstClasses),
    company: ({ coarse }) => this.#addCompany(coarse),
    narrowCompany: ({ fine }) => this.#addNarrowCompany(fine),
    affixes: ({ words }) => this.#addAffixes(words),
    letters: ({ input }) => this.#addLetters(input),
    signs: (read) => this.#addSigns(read),
  };

  constructor(wordClasses: WordClasses) {
    this.#wordClasses = wordClasses;
  }

  read(input: FeatureInput): Signs {
    const { words, classes } = wordsAndClasses(input);
    const hashes = words.map(hashText);
    const classHashes = classes.map((name, at) =>
      name === words[at] ? (hashes[at] ?? 0) : hashText(name),
    );
    const { coarse, fine, rows } = this.#company(input);
    const firstClasses = firstOnes(classHashes, MOST_TOGETHER);
    const read = { input, words, classes, hashes, classHashes, firstClasses, coarse, fine, rows };
    this.#makeRoom(input.tokens.length, firstClasses.length);
    this.#count = 0;
    const ends = FEATURE_GROUPS.map((group, at) => {
      const from = this.#count;
      this.#adders[group](read);
      this.#close(from, Math.imul(at + 1, 0x9e3779b1));
      return this.#count;
    });
    sentenceVector(rows, this.#wordClasses.vectors, this.#vector);
    return { buckets: this.#buckets, ends, vector: this.#vector };
  }

  #company({ tokens }: FeatureInput): Pick<Read, 'coarse' | 'fine' | 'rows'> {
    const known = this.#wordClasses;
    const [coarse, fine] = [[EDGE], [EDGE]];
    const rows: number[] = [];
    for (const token of tokens) {
      const word = classWord(token);
      const row = known.rowOf(word);
      const unknown = row < 0 ? unknownClass(word) : 0;
      coarse.push(row < 0 ? unknown : (known.coarse[row] as number));
      fine.push(row < 0 ? unknown : (known.fine[row] as number));
      rows.push(row);
    }
    coarse.push(EDGE);
    fine.push(EDGE);
    return { coarse, fine, rows };
  }

  #add(hash: number): void {
    this.#buckets[this.#count++] = hash;
  }

  /**
   * Makes buckets of the hashes added since `from`, each bucket once. They are written beside each
   * other, and weighed later: the processor then looks up many at once.
   */
  #close(from: number, salt: number): void {
    this.#group++;
    if (this.#group === MOST_GROUPS) {
      this.#met.fill(0);
      this.#group = 1;
    }
    const [buckets, met, end] = [this.#buckets, this.#met, this.#count];
    const least = this.#group * FEATURE_BUCKETS;
    const mask = met.length - 1;
    let count = from;
    for (let i = from; i < end; i++) {
      const bucket = Math.imul((buckets[i] ?? 0) ^ salt, 0x9e3779b1) >>> 12;
      const entry = least + bucket;
      let at = bucket & mask;
      let there = met[at] ?? 0;
      // What an earlier group left there does not count, and is written over.
      while (there >= least && there !== entry) {
        at = (at + 1) & mask;
        there = met[at] ?? 0;
      }
      if (there === entry) continue;
      met[at] = entry;
      buckets[count++] = bucket;
    }
    this.#count = count;
  }

  #makeRoom(tokens: number, classes: number): void {
    const most =
      (tokens + 2) * SIGNS_A_TOKEN + 4 * (MOST_LETTERS + 2) + classes * (classes - 1) + OTHER_SIGNS;
    if (this.#buckets.length > most) return;
    // Twice as many places as entries, in a power of two, so that one is soon free.
    const size = 2 ** Math.ceil(Math.log2(2 * most));
    this.#buckets = new Int32Array(size);
    this.#met = new Int32Array(size);
    this.#group = 0;
  }

  #addWords(hashes: readonly number[]): void {
    for (let at = 0; at < hashes.length; at++) {
      const a = hashes[at] ?? 0;
      this.#add(a);
      if (at + 1 === hashes.length) break;
      const two = mix(a, hashes[at + 1] ?? 0);
      this.#add(two);
      if (at + 2 < hashes.length) this.#add(mix(two, hashes[at + 2] ?? 0));
    }
    if (hashes.length > 2) this.#add(mix(mix(hashes[1] ?? 0, hashes[2] ?? 0), 77));
  }

  #addClasses({ hashes: ofWords, classHashes: ofClasses }: Read): void {
    for (let at = 0; at < ofClasses.length; at++) {
      let hash = ofClasses[at] ?? 0;
      this.#add(hash);
      for (let length = 2; length <= 4 && at + length <= ofClasses.length; length++) {
        hash = mix(hash, ofClasses[at + length - 1] ?? 0);
        this.#add(hash);
      }
      if (at + 1 === ofClasses.length) continue;
      this.#add(mix(mix(ofWords[at] ?? 0, ofClasses[at + 1] ?? 0), 11));
      this.#add(mix(mix(ofClasses[at] ?? 0, ofWords[at + 1] ?? 0), 13));
    }
  }

  /**
   * A promise or a past with a figure does not show in runs of words, since the words stand apart.
   */
  #addEachTwo(classes: ArrayLike<number>): void {
    for (let at = 0; at < classes.length; at++) {
      const own = classes[at] ?? 0;
      for (let other = at + 1; other < classes.length; other++)
        this.#add(mix(own, classes[other] ?? 0));
    }
  }

  #addPairs(hashes: readonly number[]): void {
    for (let at = 0; at < hashes.length; at++) {
      for (const apart of PAIRED) {
        const other = hashes[at + apart];
        if (other !== undefined) this.#add(mix(hashes[at] ?? 0, other));
      }
    }
  }

  #addCompany(classes: readonly number[]): void {
    for (let at = 0; at < classes.length; at++) {
      const a = classes[at] ?? 0;
      this.#add(mix(a, 1));
      if (at + 1 === classes.length) continue;
      const b = classes[at + 1] ?? 0;
      this.#add(mix(mix(a, 2), b));
      if (at + 2 < classes.length) this.#add(mix(mix(mix(a, 3), b), classes[at + 2] ?? 0));
    }
  }

  #addNarrowCompany(classes: readonly number[]): void {
    for (let at = 0; at < classes.length; at++) {
      const a = classes[at] ?? 0;
      this.#add(mix(a, 1));
      if (at + 1 < classes.length) this.#add(mix(mix(a, 2), classes[at + 1] ?? 0));
    }
  }

  #addAffixes(words: readonly string[]): void {
    for (const word of words) {
      if (word.length <= 4) continue;
      const opening = hashPart(word, 0, 4);
      this.#add(mix(opening, 1));
      this.#add(mix(hashCode(opening, word.charCodeAt(4)), 2));
      this.#add(mix(hashPart(word, word.length - 3, word.length), 3));
    }
  }

  #addLetters({ text, span }: FeatureInput): void {
    const end = this.#readLetters(
      text.slice(span.start, Math.min(span.end, span.start + MOST_LETTERS)).toLowerCase(),
    );
    const letters = this.#letters;
    for (let at = 0; at + SHORT_LETTERS <= end; at++) {
      let hash = FNV_BASIS;
      for (let i = at; i < at + SHORT_LETTERS; i++) hash = hashCode(hash, letters[i] ?? 0);
      this.#add(hash);
      if (at + LONG_LETTERS > end) continue;
      for (let i = at + SHORT_LETTERS; i < at + LONG_LETTERS; i++)
        hash = hashCode(hash, letters[i] ?? 0);
      this.#add(hash);
    }
  }

  /** Notes the letters: every digit alike, one space for many and one at each end; returns how many. */
  #readLetters(text: string): number {
    const letters = this.#letters;
    letters[0] = SPACE;
    let end = 1;
    let isApart = false;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isWhite(code)) {
        isApart = end > 1;
        continue;
      }
      if (isApart) letters[end++] = SPACE;
      isApart = false;
      letters[end++] = code >= ZERO && code <= NINE ? ZERO : code;
    }
    letters[end++] = SPACE;
    return end;
  }

  #addSigns({ input, words, classes }: Read): void {
    const { quantities, dates, text, span } = input;
    this.#sign('length', Math.floor(Math.log2(words.length) * 2));
    this.#sign('figures', Math.min(3, quantities.length));
    this.#sign('dates', Math.min(2, dates.length));
    this.#sign('names', Math.min(4, classes.filter((name) => name === 'NAME').length));
    this.#sign('last', text[span.end - 1] ?? '');
    for (const { change, qualifier, dimension, unit } of quantities.slice(0, 20)) {
      this.#sign('change', change);
      this.#sign('qualifier', qualifier);
      this.#sign('dimension', dimension ?? '');
      if (unit?.startsWith('{')) this.#sign('unit', unit);
    }
    const verb = classes.findIndex((name) => name === 'PAST' || name === 'PRESENT');
    if (verb > 0) this.#sign('verb', `${words[verb - 1] ?? ''} ${words[verb] ?? ''}`);
  }

  #sign(name: string, value: string | number): void {
    this.#add(hashText(`${name}:${value}`));
  }
}

/** The first different values of a list; for few, looking along them is quicker than a set. */
function firstOnes(values: readonly number[], most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length && found.length < most; at++) {
    const value = values[at] ?? 0;
    if (!found.includes(value)) found.push(value);
  }
  return found;
}

/** Word classes are numbered from 0; the edges of a sentence have a number of their own. */
const EDGE = 999;

const [SPACE, ZERO, NINE] = [32, 48, 57];
const [UPPER_A, UPPER_Z] = [65, 90];

/** What `\s` matches. */
const isWhite = (code: number): boolean =>
  code <= SPACE
    ? code === SPACE || (code >= 9 && code <= 13)
    : code >= 160 && /\s/.test(String.fromCharCode(code));

/** FNV-1a over UTF-16 code units. */
const hashText = (text: string): number => hashPart(text, 0, text.length);

function hashPart(text: string, from: number, to: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) hash = hashCode(hash, text.charCodeAt(at));
  return hash;
}

const FNV_BASIS = 0x811c9dc5;

const hashCode = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0xc2b2ae35);
}

const RUN_TOGETHER = new Set(['DATE', 'PERCENT', 'MONEY', 'TIME', 'FIGURE', 'NAME']);

/** The words of a sentence and the class of each; a figure, a date or a name is one word. */
function wordsAndClasses({ tokens, quantities, dates }: FeatureInput): {
  words: string[];
  classes: string[];
} {
  const words = ['<s>'];
  const classes = ['<s>'];
  const tags = verbTags(tokens);
  let [figure, date] = [0, 0];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    while ((quantities[figure]?.end ?? Number.POSITIVE_INFINITY) <= token.start) figure++;
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++;
    const nextFigure = quantities[figure];
    const inDate = (dates[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    const name = inDate
      ? 'DATE'
      : nextFigure && nextFigure.start <= token.start
        ? figureClass(nextFigure)
        : wordClass(tokens, tags, at);
    const word =
      RUN_TOGETHER.has(name) && name !== 'NAME'
        ? name
        : name === 'DIGITS'
          ? name
          : withoutDigits(token);
    if (classes.at(-1) === name && RUN_TOGETHER.has(name)) words[words.length - 1] = word;
    else {
      words.push(word);
      classes.push(name);
    }
  }
  words.push('</s>');
  classes.push('</s>');
  return { words, classes };
}

const opensUpper = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= UPPER_A && code <= UPPER_Z;
};

function figureClass({ unit, dimension }: ReadFigure): string {
  if (unit === '%') return 'PERCENT';
  if (dimension?.startsWith('money')) return 'MONEY';
  return dimension === 'time' ? 'TIME' : 'FIGURE';
}

function wordClass(tokens: readonly Token[], tags: Uint8Array, at: number): string {
  const token = tokens[at];
  if (!token) return '';
  const { lower } = token;
  if (token.kind === 'number') return 'DIGITS';
  if (token.kind === 'mark') return token.text;
  const isGrammar = isFunctionWord(lower) || ADVERBS.has(lower);
  if (isGrammar) return lower;
  if (at > 0 && opensUpper(token.text)) return 'NAME';
  if (isSuperlative(tokens, at)) return 'SUPERLATIVE';
  if (isFiniteVerb(tags[at])) return isParticipleForm(lower) ? 'PAST' : 'PRESENT';
  if (isParticipleForm(lower)) return 'PARTICIPLE';
  return isIng(lower) ? 'ING' : 'WORD';
}
