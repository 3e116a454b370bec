import type { Token } from './tokens';

/** Words sorted into classes by the company they keep; bench/word-classes.ts learns them. */
export type WordClassTable = {
  /** One after the other, with spaces between. */
  readonly words: string;
  /** For each word the number of its class, among two hundred and among six hundred. */
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
};

export type WordClass = { readonly coarse: number; readonly fine: number };

/** The form in which a word is looked up: lower case, every number alike. */
export const classWord = (token: Token): string =>
  token.kind === 'number' ? '0' : withoutDigits(token);

/** Its text in lower case with every digit alike; only an address has letters and digits. */
export const withoutDigits = ({ kind, lower }: Token): string =>
  kind === 'address' || kind === 'number' ? lower.replace(/\d/g, '0') : lower;

/** Looks words up in a table of classes. */
export class WordClasses {
  readonly #classes: ReadonlyMap<string, WordClass>;

  constructor({ words, coarse, fine }: WordClassTable) {
    this.#classes = new Map(
      words.split(' ').map((word, at) => [word, { coarse: coarse[at] ?? 0, fine: fine[at] ?? 0 }]),
    );
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
    return { coarse: unknown, fine: unknown };
  }
}
