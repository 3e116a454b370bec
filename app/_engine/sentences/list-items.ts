import type { Span } from '#domain/texts/annotation';
import { skipOpening } from '../tokens/characters';
import { isSpaceAt, type Token } from '../tokens/tokens';

/** Finds the items of a list that runs on in one line: '1. The first item 2. The second item'. */
export class ListReader {
  readonly #text: string;
  readonly #end: number;
  #next: string | null = null;
  #style = '';

  constructor(text: string, { start, end }: Span) {
    this.#text = text;
    this.#end = end;
    this.open(skipOpening(text, start, end));
  }

  /** A list may open here: at the start of a block or after a sentence. */
  open(at: number): void {
    if (this.#next === null) this.#read(at, null);
  }

  /** The end of the marker when the next item of the list begins here. */
  itemAt(at: number): number | null {
    if (this.#next === null || !(at === 0 || isSpaceAt(this.#text, at - 1))) return null;
    return this.#read(at, this.#next);
  }

  #read(start: number, wanted: string | null): number | null {
    const marker = MARKER.exec(this.#text.slice(start, Math.min(start + 10, this.#end)));
    if (!marker) return null;
    const [written, bullet = '', open = '', label = '', close = ''] = marker;
    const style = `${bullet}${open}${close}`;
    const isWanted =
      wanted === null ? FIRST_LABELS.has(label) : label === wanted && style === this.#style;
    if (!isWanted) return null;
    this.#style = style;
    this.#next = labelAfter(label);
    return start + written.length;
  }
}

/** The words of '1. The firm has …' and '2) …' without the number, which is no part of what they say. */
export function withoutItemNumber(tokens: readonly Token[]): readonly Token[] {
  const [number, mark, first] = tokens;
  const isNumbered =
    /^\d{1,2}$/.test(number?.text ?? '') &&
    /^[.)]$/.test(mark?.text ?? '') &&
    mark?.spaced === false &&
    first?.spaced !== false &&
    /^[\p{Lu}"“‘]/u.test(first?.text ?? '') &&
    // '1. FC Lund'
    !/^\p{Lu}{2}$/u.test(first?.text ?? '');
  return isNumbered ? tokens.slice(2) : tokens;
}

const MARKER = /^([•⁃‣]?)\s?(\(?)(\d{1,2}|[a-zA-Z])(\.\)|\.|\))(?=\s)/;

/** A list may be quoted from its middle, but only a bullet says so of any label. */
const FIRST_LABELS = new Set(['1', 'a', 'A', 'i', '9']);

const labelAfter = (label: string): string =>
  /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
