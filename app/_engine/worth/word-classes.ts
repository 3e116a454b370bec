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

/** `row` is where in the vectors the word has its own; -1 when it has none. */
export type WordClass = { readonly coarse: number; readonly fine: number; readonly row: number };

/** The form in which a word is looked up: lower case, every number alike. */
export const classWord = (token: Token): string =>
  token.kind === 'number' ? '0' : withoutDigits(token);

/** Its text in lower case with every digit alike; only an address has letters and digits. */
export const withoutDigits = ({ kind, lower }: Token): string =>
  kind === 'address' || kind === 'number' ? lower.replace(/\d/g, '0') : lower;

/** Looks words up in a table of classes. */
export class WordClasses {
  readonly #classes: ReadonlyMap<string, WordClass>;
  /** Row after row. */
  readonly vectors: Int8Array;

  constructor({ words, coarse, fine, vectors }: WordClassTable) {
    this.#classes = new Map(
      words
        .split(' ')
        .map((word, row) => [word, { coarse: coarse[row] ?? 0, fine: fine[row] ?? 0, row }]),
    );
    this.vectors = toBytes(vectors);
  }

  /** A word that was never met is sorted by its last two letters. */
  of(word: string): WordClass {
    const known = this.#classes.get(word);
    if (known) return known;
    const [last = 0, before = 0] = [
      word.charCodeAt(word.length - 1),
      word.length > 3 ? word.charCodeAt(word.length - 2) : 0,
    ];
    const unknown = 1000 + ((last * 131 + before) & 0xffff);
    return { coarse: unknown, fine: unknown, row: -1 };
  }
}

/** Whole numbers from -128 to 127, from base64. */
export function toBytes(base64: string): Int8Array {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
