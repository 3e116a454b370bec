import {
  isAdjective,
  isAdverb,
  isDeterminer,
  isFiniteVerb,
  isNoun,
  isPronoun,
  isVerb,
  TAGS,
} from '#engine/tags/tag';
import { TagFeatures, UNKNOWN_CLASSES } from '#engine/tags/tag-features';
import type { Annotated } from './treebank';
import { WordTable } from './word-table';
import type { TagCounts } from './wordnet';

/** Which class each word has that was met often; words of one class can have the same tags. */
export type TagDictionary = {
  readonly table: WordTable;
  readonly entries: readonly { readonly key: number; readonly bytes: readonly number[] }[];
  /** Of each class its only tag, or -1. */
  readonly onlyTags: Int8Array;
  /** Of each class whether its words are verbs with a subject: 1 for most often, 2 for always. */
  readonly finite: Uint8Array;
  /** Of each class which kinds of words it may be: a bit each. */
  readonly kinds: Uint8Array;
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
/** A word met so often was met under each of its tags. */
const NEVER_MISSED = 100;
/** How often a word counts as met for being in WordNet. */
const LISTED = 3;
const MAIN = 0.9;
/** How many classes there are of words met in the treebanks; the others are of words that WordNet has. */
const MOST_MET = 165;
/** A class of many rare words is worth as much as one of a frequent word. */
const A_WORD = 20;

type Word = { readonly word: number; readonly counts: Float64Array };

/** @param lexicon  words in small letters, for those that the sentences have too seldom */
export function toTagDictionary(
  sentences: readonly Annotated[],
  lexicon: ReadonlyMap<string, TagCounts>,
): TagDictionary {
  const listed = new Map([...lexicon].map(([text, counts]) => [hashOf(text), toArray(counts)]));
  const met = [...countTags(sentences)]
    .filter(([, counts]) => total(counts) >= SEEN_AT_LEAST)
    .map(([word, counts]) => ({ word, counts: withListed(counts, listed.get(word)) }));
  const known = new Set(met.map(({ word }) => word));
  const others = [...listed]
    .map(([word, counts]) => ({ word, counts }))
    .filter(({ word }) => !known.has(word));
  const classes = [
    ...toClasses(met, 0, MOST_MET, true),
    ...toClasses(others, MOST_MET, UNKNOWN_CLASSES, false),
  ];
  const onlyTags = new Int8Array(256).fill(-1);
  const finite = new Uint8Array(256);
  const kinds = unknownKinds();
  for (const { id, name } of classes) {
    const first = Number.parseInt(name.replace('!', ''), 10);
    if (name.startsWith('!')) onlyTags[id] = first;
    if (name) kinds[id] = kindsOf(name);
    if (name && isFiniteVerb(first)) finite[id] = name.includes(',') ? 1 : 2;
  }
  const entries = classes.flatMap(({ id, words }) => words.map((key) => ({ key, bytes: [id] })));
  const table = new WordTable(entries.length);
  for (const { key, bytes } of entries) table.add(key, bytes[0] ?? 0);
  return { table, entries, onlyTags, finite, kinds };
}

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

/** A word that is not frequent may also be what WordNet says, though it was never met as such. */
function withListed(counts: Float64Array, listed: Float64Array | undefined): Float64Array {
  const seen = total(counts);
  if (!listed || seen >= NEVER_MISSED) return counts;
  const all = total(listed);
  return counts.map((count, tag) => count + (LISTED * (listed[tag] as number)) / all);
}

const toArray = (counts: TagCounts): Float64Array =>
  Float64Array.from(TAGS, (_, tag) => counts.get(tag) ?? 0);

const reader = new TagFeatures(new WordTable(1), new Uint8Array(256), new Uint8Array(256));

function hashOf(text: string): number {
  reader.read([{ kind: 'word', text, lower: text, start: 0, end: text.length, spaced: true }]);
  return reader.words[0] as number;
}

const KINDS: readonly ((tag: number) => boolean)[] = [
  isNoun,
  isFiniteVerb,
  (tag) => isVerb(tag) && !isFiniteVerb(tag),
  isAdjective,
  (tag) => isAdverb(tag) || TAGS[tag] === 'RP',
  (tag) => /^(IN|TO|CC|WDT|WP|WRB)/.test(TAGS[tag] ?? ''),
  (tag) => isDeterminer(tag) || isPronoun(tag),
];
const OTHER_KIND = 128;

/** The kinds among the tags of a class: a bit each. */
function kindsOf(name: string): number {
  const tags = name.replace(/[!*]/g, '').split(',').map(Number);
  const bits = KINDS.reduce((sum, isKind, bit) => sum + (tags.some(isKind) ? 1 << bit : 0), 0);
  return bits || OTHER_KIND;
}

/** Of marks, numbers and words never met: numbers that no word's class has. */
function unknownKinds(): Uint8Array {
  const kinds = new Uint8Array(256);
  for (let id = UNKNOWN_CLASSES; id < 256; id++) kinds[id] = OTHER_KIND + 1 + id - UNKNOWN_CLASSES;
  return kinds;
}

type WordClass = { readonly id: number; readonly name: string; readonly words: number[] };

/** The most frequent classes have the numbers from `from` to `to`; words of others go to the nearest. */
function toClasses(words: readonly Word[], from: number, to: number, isMet: boolean): WordClass[] {
  const named = new Map<string, { weight: number; words: number[] }>();
  for (const { word, counts } of words) {
    const name = className(counts, isMet ? total(counts) : 0);
    const own = named.get(name) ?? { weight: 0, words: [] };
    own.words.push(word);
    own.weight += total(counts) + A_WORD;
    named.set(name, own);
  }
  const ranked = [...named].sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1));
  const ids = new Map(ranked.slice(0, to - from).map(([name], at) => [name, from + at]));
  return ranked.flatMap(([name, { words: own }]) => {
    const id = nearest(name, ids);
    // The name of the class itself says what its words are.
    return id < 0 ? [] : [{ id, name: ids.has(name) ? name : '', words: own }];
  });
}

function countTags(sentences: readonly Annotated[]): Map<number, Float64Array> {
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

/** The tags of a word, the most frequent first: '!6', '27*,31', '5,33,37'. @param seen  0 for no frequency to go by */
function className(counts: Float64Array, seen: number): string {
  const all = total(counts);
  const share = (tag: number) => (counts[tag] as number) / all;
  const tags = [...counts.keys()]
    .filter((tag) => share(tag) >= (seen >= FREQUENT ? RARE_OF_FREQUENT : RARE))
    .sort((a, b) => share(b) - share(a) || a - b);
  const [first = 0] = tags;
  const isSure = tags.length === 1 && seen >= SURE_FROM && share(first) > SURE;
  const names = tags.slice(0, MOST_TAGS).map((tag) => `${tag}${share(tag) > MAIN ? '*' : ''}`);
  return isSure ? `!${first}` : names.join(',');
}

/** The class itself, or that of fewer of its tags; -1 when none is among the kept ones. */
function nearest(name: string, ids: ReadonlyMap<string, number>): number {
  const tags = name.replaceAll('*', '').split(',');
  const names = [
    name,
    ...tags.map((_, at) => tags.slice(0, tags.length - at).join(',')),
    tags.slice(0, 2).toReversed().join(','),
    `${tags[0]}*`,
    `${tags[0]}*,${tags[1]}`,
    [...ids.keys()].find((each) => Number.parseInt(each, 10) === Number(tags[0])) ?? '',
  ];
  for (const each of names) {
    const id = ids.get(each);
    if (id !== undefined) return id;
  }
  return -1;
}
