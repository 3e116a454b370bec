import type { Span } from '#domain/texts/annotation';
import { isCountWord } from '../english/counts';
import { MONTHS } from '../english/date-words';
import { PREPOSITIONS } from '../english/grammar-words';
import { isPluralNoun, toSingular } from '../english/nouns';
import type { ReadPassage } from '../tokens/passage';
import type { Range } from '../tokens/tokens';

/** 'three in Isabela'. */
type Item = Range & { readonly count: Span; readonly isOne: boolean };

/** Counts that share the verb of the first, each with its place. */
export type GappedList = {
  /** The token after the first statement. */
  readonly to: number;
  /** The words of the first statement before its count, and between its count and its place. */
  readonly before: Span;
  readonly after: Span;
  readonly items: readonly Item[];
};

/** What follows the place of an item is no more of the list. */
const LONGEST_ITEM = 8;

/**
 * Reads 'Five deaths were reported in Cagayan, three in Isabela and one in Aurora', and 'claimed five
 * lives: two in Leiria and three in Viseu'.
 *
 * @returns null where fewer than two counts with a place each stand side by side
 */
export function readGapped(passage: ReadPassage, range: Range): GappedList | null {
  const { tokens } = passage;
  for (let mark = range.from + 3; mark + 2 < range.to; mark++) {
    const sign = tokens[mark]?.text ?? '';
    const isColon = sign === ':';
    if (!isColon && sign !== ',' && tokens[mark]?.lower !== 'and') continue;
    const item = itemAt(passage, mark + 1, range.to);
    if (!item) continue;
    const model = modelOf(passage, { from: range.from, to: mark }, isColon);
    const items = model && itemsFrom(passage, mark + 1, range.to);
    if (!model || !items || (isColon && items.length < 2)) return null;
    return { to: mark, items, ...model };
  }
  return null;
}

/** A count, and 'in' or 'at' right after it. */
function itemAt({ tokens, quantities }: ReadPassage, from: number, to: number): Item | null {
  const token = tokens[from];
  const figure = quantities.find(({ start }) => start === token?.start);
  const isWord = isCountWord(token) || token?.lower === 'one';
  if (!token || (!figure && !isWord) || figure?.dimension === 'time') return null;
  const count = figure && figure.dimension !== 'length' ? figure : token;
  let at = from;
  while (at < to && (tokens[at]?.start ?? 0) < count.end) at++;
  if (MONTHS.has(tokens[at + 1]?.lower ?? '') || !PLACING.test(tokens[at]?.lower ?? ''))
    return null;
  if (!/^\p{Lu}|^the$/u.test(tokens[at + 1]?.text ?? '')) return null;
  let end = at + 1;
  while (
    end < Math.min(to, at + LONGEST_ITEM) &&
    !/^(?:,|and|\.|;|but)$/.test(tokens[end]?.lower ?? '')
  )
    end++;
  return { from, to: end, count, isOne: token.lower === 'one' || token.text === '1' };
}

const PLACING = /^(?:in|at|near|from|on|for)$/;

function itemsFrom(passage: ReadPassage, from: number, to: number): Item[] | null {
  const items: Item[] = [];
  let at = from;
  while (at < to) {
    const item = itemAt(passage, at, to);
    if (!item) return null;
    items.push(item);
    at = item.to;
    while (at < to && /^(?:,|and)$/.test(passage.tokens[at]?.lower ?? '')) at++;
  }
  return items;
}

type Model = Pick<GappedList, 'before' | 'after'>;

/** The first statement around its count: 'The blast killed' 12 'people' in Lyon. */
function modelOf(
  { text, tokens, quantities }: ReadPassage,
  { from, to }: Range,
  isColon: boolean,
): Model | null {
  let place = to;
  if (!isColon) {
    place--;
    while (place > from && !PLACING.test(tokens[place]?.lower ?? '')) place--;
    if (place === from) return null;
  }
  const end = tokens[place - 1]?.end ?? 0;
  const start = tokens[from]?.start ?? 0;
  const figure = quantities.findLast((one) => one.start >= start && one.end <= end);
  if (!figure || figure.dimension === 'time') return null;
  if (/^(?:between|from)$/.test(tokens[from]?.lower ?? '')) return null;
  const after = text.slice(figure.end, end).trim();
  if (PREPOSITIONS.has(after.split(' ')[0]?.toLowerCase() ?? '') && after !== '') return null;
  return { before: { start, end: figure.start }, after: { start: figure.end, end } };
}

const ONE: ReadonlyMap<string, string> = new Map([
  ['were', 'was'],
  ['are', 'is'],
  ['have', 'has'],
  ['people', 'person'],
]);

/** A word as it stands after 'one': 'deaths were' to 'death was'. */
export const singular = (word: string): string =>
  ONE.get(word) ?? (isPluralNoun(word) ? toSingular(word) : word);
