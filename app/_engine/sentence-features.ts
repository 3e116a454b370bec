import { ADVERBS, isFunctionWord } from './grammar-words';
import { isSuperlative } from './kind-words';
import type { Passage } from './passage';
import type { ReadDate, ReadQuantity, Span } from './reading';
import type { Token } from './tokens';
import { isFiniteAt, isIng, isParticiple } from './verbs';
import { classWord, type WordClasses } from './word-classes';

/** The kinds of sign a sentence is judged by; each kind weighs the same however many signs it has. */
export const FEATURE_GROUPS = [
  'words',
  'pairs',
  'classes',
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
};

export type FeatureInput = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadQuantity[];
  readonly dates: readonly ReadDate[];
};

const MOST_LETTERS = 600;
/** No more signs than these come from one token, and from a sentence beside its tokens and letters. */
const [SIGNS_A_TOKEN, OTHER_SIGNS] = [24, 100];
/** Runs of letters of these lengths; those between add time and tell nothing more. */
const [SHORT_LETTERS, LONG_LETTERS] = [3, 5];
/** Two words this far apart are a pair. */
const PAIRED = [2, 3, 4];

/**
 * Finds the signs by which a sentence is judged to be worth checking: words alone, in twos and
 * threes and in pairs apart; the same with words replaced by their part of speech, or by the company
 * they keep; beginnings and ends of words, letters in runs, and what the engine read in it.
 */
export class FeatureReader {
  readonly #wordClasses: WordClasses;
  #buckets = new Int32Array(1 << 12);
  #count = 0;
  /** Open addressing; an entry is the bucket and, above it, the group that it was met in. */
  #met = new Int32Array(1 << 13);
  #group = 0;
  #salt = 0;

  constructor(wordClasses: WordClasses) {
    this.#wordClasses = wordClasses;
  }

  read(input: FeatureInput): Signs {
    const { words, classes } = wordsAndClasses(input);
    const hashes = words.map(hashText);
    const company = input.tokens.map((token) => this.#wordClasses.of(classWord(token)));
    this.#makeRoom(input.tokens.length);
    this.#count = 0;
    const adders: Record<FeatureGroup, () => void> = {
      words: () => this.#addWords(hashes),
      pairs: () => this.#addPairs(hashes),
      classes: () => this.#addClasses(hashes, classes.map(hashText)),
      company: () => this.#addCompany(withEdges(company.map(({ coarse }) => coarse))),
      narrowCompany: () => this.#addNarrowCompany(withEdges(company.map(({ fine }) => fine))),
      affixes: () => this.#addAffixes(words),
      letters: () => this.#addLetters(input),
      signs: () => this.#addSigns(input, words, classes),
    };
    const ends = FEATURE_GROUPS.map((group, at) => {
      this.#begin(at + 1);
      adders[group]();
      return this.#count;
    });
    return { buckets: this.#buckets, ends };
  }

  #begin(group: number): void {
    this.#salt = Math.imul(group, 0x9e3779b1);
    this.#group++;
    if (this.#group < MOST_GROUPS) return;
    this.#met.fill(0);
    this.#group = 1;
  }

  /** Written beside each other and weighed later: the processor then looks up many at once. */
  #add(hash: number): void {
    const bucket = Math.imul(hash ^ this.#salt, 0x9e3779b1) >>> 12;
    const entry = this.#group * FEATURE_BUCKETS + bucket;
    const mask = this.#met.length - 1;
    let at = bucket & mask;
    // What an earlier group left there does not count, and is written over.
    while ((this.#met[at] ?? 0) >= this.#group * FEATURE_BUCKETS) {
      if (this.#met[at] === entry) return;
      at = (at + 1) & mask;
    }
    this.#met[at] = entry;
    this.#buckets[this.#count++] = bucket;
  }

  #makeRoom(tokens: number): void {
    const most = (tokens + 2) * SIGNS_A_TOKEN + 4 * (MOST_LETTERS + 2) + OTHER_SIGNS;
    if (this.#buckets.length > most) return;
    // Twice as many places as entries, in a power of two, so that one is soon free.
    const size = 2 ** Math.ceil(Math.log2(2 * most));
    this.#buckets = new Int32Array(size);
    this.#met = new Int32Array(size);
    this.#group = 0;
  }

  #addWords(hashes: readonly number[]): void {
    for (let at = 0; at < hashes.length; at++) {
      const [a = 0, b, c] = [hashes[at], hashes[at + 1], hashes[at + 2]];
      this.#add(a);
      if (b !== undefined) this.#add(mix(a, b));
      if (b !== undefined && c !== undefined) this.#add(mix(mix(a, b), c));
    }
    if (hashes.length > 2) this.#add(mix(mix(hashes[1] ?? 0, hashes[2] ?? 0), 77));
  }

  #addClasses(ofWords: readonly number[], ofClasses: readonly number[]): void {
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
      const [a = EDGE, b, c] = [classes[at], classes[at + 1], classes[at + 2]];
      this.#add(mix(a, 1));
      if (b !== undefined) this.#add(mix(mix(a, 2), b));
      if (b !== undefined && c !== undefined) this.#add(mix(mix(mix(a, 3), b), c));
    }
  }

  #addNarrowCompany(classes: readonly number[]): void {
    for (let at = 0; at < classes.length; at++) {
      const [a = EDGE, b] = [classes[at], classes[at + 1]];
      this.#add(mix(a, 1));
      if (b !== undefined) this.#add(mix(mix(a, 2), b));
    }
  }

  #addAffixes(words: readonly string[]): void {
    for (const word of words) {
      if (word.length <= 4) continue;
      this.#add(mix(hashText(word.slice(0, 4)), 1));
      this.#add(mix(hashText(word.slice(0, 5)), 2));
      this.#add(mix(hashText(word.slice(-3)), 3));
    }
  }

  #addLetters({ text, span }: FeatureInput): void {
    const letters = plainLetters(
      text.slice(span.start, Math.min(span.end, span.start + MOST_LETTERS)),
    );
    for (let at = 0; at + SHORT_LETTERS <= letters.length; at++) {
      let hash = 0x811c9dc5;
      for (let i = at; i < at + SHORT_LETTERS; i++) hash = hashCode(hash, letters, i);
      this.#add(hash);
      if (at + LONG_LETTERS > letters.length) continue;
      for (let i = at + SHORT_LETTERS; i < at + LONG_LETTERS; i++)
        hash = hashCode(hash, letters, i);
      this.#add(hash);
    }
  }

  #addSigns(
    { quantities, dates, text, span }: FeatureInput,
    words: readonly string[],
    classes: readonly string[],
  ): void {
    const sign = (name: string, value: string | number) => this.#add(hashText(`${name}:${value}`));
    sign('length', Math.floor(Math.log2(words.length) * 2));
    sign('figures', Math.min(3, quantities.length));
    sign('dates', Math.min(2, dates.length));
    sign('names', Math.min(4, classes.filter((name) => name === 'NAME').length));
    sign('last', text[span.end - 1] ?? '');
    for (const { change, qualifier, dimension, unit } of quantities.slice(0, 20)) {
      sign('change', change);
      sign('qualifier', qualifier);
      sign('dimension', dimension ?? '');
      if (unit?.startsWith('{')) sign('unit', unit);
    }
    const verb = classes.findIndex((name) => name === 'PAST' || name === 'PRESENT');
    if (verb > 0) sign('verb', `${words[verb - 1] ?? ''} ${words[verb] ?? ''}`);
  }
}

/** Word classes are numbered from 0; the edges of a sentence have a number of their own. */
const EDGE = 999;

const withEdges = (classes: readonly number[]): number[] => [EDGE, ...classes, EDGE];

const plainLetters = (text: string): string =>
  ` ${text.toLowerCase().replace(/\d/g, '0').replace(/\s+/g, ' ').trim()} `;

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = hashCode(hash, text, at);
  return hash;
}

const hashCode = (hash: number, text: string, at: number): number =>
  Math.imul(hash ^ text.charCodeAt(at), 0x01000193);

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
  let [figure, date] = [0, 0];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    while ((quantities[figure]?.end ?? Number.POSITIVE_INFINITY) <= token.start) figure++;
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++;
    const quantity = quantities[figure];
    const inDate = (dates[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    const name = inDate
      ? 'DATE'
      : quantity && quantity.start <= token.start
        ? figureClass(quantity)
        : wordClass(tokens, at);
    const word =
      RUN_TOGETHER.has(name) && name !== 'NAME'
        ? name
        : name === 'DIGITS'
          ? name
          : token.lower.replace(/\d/g, '0');
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

function figureClass({ unit, dimension }: ReadQuantity): string {
  if (unit === '%') return 'PERCENT';
  if (dimension?.startsWith('money')) return 'MONEY';
  return dimension === 'time' ? 'TIME' : 'FIGURE';
}

function wordClass(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (!token) return '';
  const { lower } = token;
  if (token.kind === 'number') return 'DIGITS';
  if (token.kind === 'mark') return token.text;
  const isGrammar = isFunctionWord(lower) || ADVERBS.has(lower);
  if (isGrammar) return lower;
  if (at > 0 && /^[A-Z]/.test(token.text)) return 'NAME';
  if (isSuperlative(tokens, at)) return 'SUPERLATIVE';
  if (isFiniteAt(tokens, at)) return isParticiple(lower) ? 'PAST' : 'PRESENT';
  if (isParticiple(lower)) return 'PARTICIPLE';
  return isIng(lower) ? 'ING' : 'WORD';
}
