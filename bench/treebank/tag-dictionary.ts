import { TAGS } from '#engine/tags/tag';
import { TagFeatures, UNKNOWN_CLASSES } from '#engine/tags/tag-features';
import { WordTable } from '#engine/tags/word-table';
import type { Annotated } from './treebank';

/** Which class each word has that was met often; words of one class can have the same tags. */
export type TagDictionary = {
  readonly table: WordTable;
  readonly entries: readonly { readonly key: number; readonly bytes: readonly number[] }[];
  /** Of each class its only tag, or -1. */
  readonly onlyTags: Int8Array;
};

const SEEN_AT_LEAST = 3;
/** A tag as rare as this of a word is a slip of those who tagged. */
const RARE = 0.02;
const RARE_OF_FREQUENT = 0.004;
const FREQUENT = 50;
/** From so many on, a word that always had one tag is never asked about. */
const SURE_FROM = 15;
const SURE = 0.997;
const MOST_TAGS = 3;
const MAIN = 0.9;

export function toTagDictionary(sentences: readonly Annotated[]): TagDictionary {
  const classes = new Map<string, { seen: number; words: number[] }>();
  for (const [word, counts] of countTags(sentences)) {
    const seen = counts.reduce((sum, count) => sum + count, 0);
    if (seen < SEEN_AT_LEAST) continue;
    const name = className(counts, seen);
    const known = classes.get(name) ?? { seen: 0, words: [] };
    classes.set(name, { seen: known.seen + seen, words: [...known.words, word] });
  }
  const ranked = [...classes].sort(([a, x], [b, y]) => y.seen - x.seen || (a < b ? -1 : 1));
  const ids = new Map(ranked.slice(0, UNKNOWN_CLASSES).map(([name], id) => [name, id]));
  const onlyTags = new Int8Array(256).fill(-1);
  for (const [name, id] of ids)
    if (name.startsWith('!')) onlyTags[id] = Number.parseInt(name.slice(1), 10);
  const entries = ranked.flatMap(([name, { words }]) => {
    const id = nearest(name, ids);
    return id < 0 ? [] : words.map((key) => ({ key, bytes: [id] }));
  });
  const table = new WordTable(entries.length);
  for (const { key, bytes } of entries) table.add(key, bytes[0] ?? 0);
  return { table, entries, onlyTags };
}

function countTags(sentences: readonly Annotated[]): Map<number, Float64Array> {
  const reader = new TagFeatures(new WordTable(1));
  const counts = new Map<number, Float64Array>();
  for (const { tokens, tags } of sentences) {
    reader.read(tokens);
    tokens.forEach(({ kind }, at) => {
      if (kind !== 'word') return;
      const word = reader.words[at] as number;
      const own = counts.get(word) ?? new Float64Array(TAGS.length);
      counts.set(word, own);
      const tag = tags[at] as number;
      own[tag] = (own[tag] as number) + 1;
    });
  }
  return counts;
}

/** The tags of a word, the most frequent first: '!6', '27*,31', '5,33,37'. */
function className(counts: Float64Array, seen: number): string {
  const share = (tag: number) => (counts[tag] as number) / seen;
  const tags = [...counts.keys()]
    .filter((tag) => share(tag) >= (seen >= FREQUENT ? RARE_OF_FREQUENT : RARE))
    .sort((a, b) => share(b) - share(a) || a - b);
  const [first = 0] = tags;
  const isSure = tags.length === 1 && seen >= SURE_FROM && share(first) > SURE;
  const names = tags.slice(0, MOST_TAGS).map((tag) => `${tag}${share(tag) > MAIN ? '*' : ''}`);
  return isSure ? `!${first}` : names.join(',');
}

/** The class itself, or that of fewer of its tags; -1 when neither is among the kept ones. */
function nearest(name: string, ids: ReadonlyMap<string, number>): number {
  const names = name.split(',');
  for (; names.length; names.pop()) {
    const id = ids.get(names.join(','));
    if (id !== undefined) return id;
  }
  return -1;
}
