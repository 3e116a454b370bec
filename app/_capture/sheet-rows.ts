/** More in one text than anybody reads, by the limit of a reading. */
export class TooMuchText extends Error {}

/** Columns further apart than this have one mark between them. */
const WIDEST_GAP = 50;

/**
 * Writes the rows of sheets as lines, 'a | b | c' as those of tables in pages, with an empty line where
 * rows are missing, and the name of each sheet above it.
 */
export class SheetWriter {
  readonly #blocks: string[] = [];
  readonly #most: number;
  #lines: string[] = [];
  #length = 0;
  #row = 0;

  /** @param most  in UTF-16 code units; a text that grows longer throws TooMuchText */
  constructor(most: number) {
    this.#most = most;
  }

  sheet(name: string): void {
    this.#end();
    this.#row = 0;
    if (name.trim()) this.#blocks.push(name.trim());
  }

  /** @param cells  texts by their column, from 0; in ascending order */
  row(number: number, cells: ReadonlyMap<number, string>): void {
    let line = '';
    let column = 0;
    for (const [at, raw] of cells) {
      const text = raw.replace(/\s+/g, ' ').trim();
      if (!text) continue;
      line += ' | '.repeat(Math.min(at - column, WIDEST_GAP)) + text;
      column = at;
    }
    if (!line) return;
    if (number > this.#row + 1) this.#end();
    this.#row = number;
    this.#length += line.length;
    if (this.#length > this.#most) throw new TooMuchText();
    this.#lines.push(line.replace(/ {2,}/g, ' ').trim());
  }

  finish(): string {
    this.#end();
    return this.#blocks.join('\n\n');
  }

  #end(): void {
    if (this.#lines.length > 0) this.#blocks.push(this.#lines.join('\n'));
    this.#lines = [];
  }
}
