import type { Token } from '../tokens/tokens';

/** Words sorted into classes by the company they keep; bench/word-classes.ts learns them. */
export type WordClassTable = {
  /** One after the other, with spaces between. */
  readonly words: string;
  /** For each word the number of its class, among two hundred and among six hundred. */
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
  /** For each word DIMENSIONS bytes with a sign, in base64: words in like company lie near each other. */
  readonly vectors: string;
};

/** The form in which a word is looked up: lower case, every number alike. */
export const classWord = (token: Token): string =>
  token.kind === 'number' ? '0' : withoutDigits(token);

/** Its text in lower case with every digit alike; only an address has letters and digits. */
export const withoutDigits = ({ kind, lower }: Token): string =>
  kind === 'address' || kind === 'number' ? lower.replace(/\d/g, '0') : lower;

/** Looks words up in a table of classes. */
export class WordClasses {
  readonly #rows: ReadonlyMap<string, number>;
  /** The classes of a word, by its row. */
  readonly coarse: Int16Array;
  readonly fine: Int16Array;
  /** Row after row. */
  readonly vectors: Int8Array;

  constructor({ words, coarse, fine, vectors }: WordClassTable) {
    this.#rows = new Map(words.split(' ').map((word, row) => [word, row]));
    this.coarse = Int16Array.from(coarse);
    this.fine = Int16Array.from(fine);
    this.vectors = toBytes(vectors);
  }

  /** Where the classes and the vector of a word are; -1 for a word that was never met. */
  rowOf(word: string): number {
    return this.#rows.get(word) ?? -1;
  }
}

/** The class, coarse and fine, of a word that was never met: by its last two letters. */
export function unknownClass(word: string): number {
  const last = word.charCodeAt(word.length - 1);
  const before = word.length > 3 ? word.charCodeAt(word.length - 2) : 0;
  return 1000 + ((last * 131 + before) & 0xffff);
}

/** Whole numbers from -128 to 127, from base64. */
export function toBytes(base64: string): Int8Array {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
