import { ADVERBS, isFunctionWord } from './grammar-words';
import { isSuperlative } from './kind-words';
import type { Passage } from './passage';
import type { ReadDate, ReadQuantity, Span } from './reading';
import type { Token } from './tokens';
import { isFiniteAt, isIng, isParticiple } from './verbs';

/** The kinds of sign a sentence is judged by; each kind weighs the same however many signs it has. */
export const FEATURE_GROUPS = ['words', 'classes', 'affixes', 'letters', 'signs'] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** Each sign is a number below this, made by hashing; a few share one, which training allows for. */
export const FEATURE_BUCKETS = 1 << 19;

/** Told of each sign of a group once. */
export type FeatureVisitor = (group: FeatureGroup, bucket: number) => void;

export type FeatureInput = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadQuantity[];
  readonly dates: readonly ReadDate[];
};

const MOST_LETTERS = 600;
const LONGEST_LETTERS = 5;

/**
 * Finds the signs by which a sentence is judged to be worth checking: words alone and in twos and
 * threes, the same with words replaced by their class, beginnings and ends of words, letters in
 * runs, and what the engine read in it.
 */
export class FeatureReader {
  /** For each bucket the number of the group that met it last, in small numbers to stay in the cache. */
  readonly #seen = new Uint8Array(FEATURE_BUCKETS);
  #stamp = 0;
  #salt = 0;
  #group: FeatureGroup = 'words';
  #visit: FeatureVisitor = () => {};

  read(input: FeatureInput, visit: FeatureVisitor): void {
    this.#visit = visit;
    const { words, classes } = wordsAndClasses(input);
    const hashes = words.map(hashText);
    this.#begin('words', 1);
    this.#addWords(hashes);
    this.#begin('classes', 2);
    this.#addClasses(hashes, classes.map(hashText));
    this.#begin('affixes', 3);
    this.#addAffixes(words);
    this.#begin('letters', 4);
    this.#addLetters(input);
    this.#begin('signs', 5);
    this.#addSigns(input, words, classes);
  }

  #begin(group: FeatureGroup, salt: number): void {
    this.#group = group;
    this.#salt = Math.imul(salt, 0x9e3779b1);
    this.#stamp++;
    if (this.#stamp < 256) return;
    this.#seen.fill(0);
    this.#stamp = 1;
  }

  #add(hash: number): void {
    const bucket = Math.imul(hash ^ this.#salt, 0x9e3779b1) >>> 13;
    if (this.#seen[bucket] === this.#stamp) return;
    this.#seen[bucket] = this.#stamp;
    this.#visit(this.#group, bucket);
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
    for (let at = 0; at < letters.length; at++) {
      let hash = 0x811c9dc5;
      for (let to = at; to < at + LONGEST_LETTERS && to < letters.length; to++) {
        hash = Math.imul(hash ^ letters.charCodeAt(to), 0x01000193);
        if (to > at + 1) this.#add(hash);
      }
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

const plainLetters = (text: string): string =>
  ` ${text.toLowerCase().replace(/\d/g, '0').replace(/\s+/g, ' ').trim()} `;

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

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
