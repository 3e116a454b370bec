/**
 * Trains the tagger of app/_engine/tags/tagger.ts and writes its weights beside it.
 *
 *   npx tsx bench/train-tagger.ts --data ../shared [--wordnet /usr/share/wordnet]
 *
 * Reads ewt_train and gum of eval/tagging, cut into the tokens of the engine; ewt_dev and every sixth
 * text of gum are kept out, and the share of right tags on them is printed. Words that are rare there
 * are looked up in WordNet 3.0 (Debian's package wordnet-base). The same data gives the same bytes. Some sentences are read a second time in small letters, in capitals, or with a capital
 * at each word, so that a headline is tagged as well.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { TAGS, type Tag } from '#engine/tags/tag';
import { nextClause, TagFeatures, tagByKind } from '#engine/tags/tag-features';
import { toTagModel } from '#engine/tags/tag-model';
import { Tagger } from '#engine/tags/tagger';
import type { Token } from '#engine/tokens/tokens';
import { heaviest, Perceptron, quantised, toBase64, weightRows } from './treebank/perceptron';
import { toTagDictionary } from './treebank/tag-dictionary';
import { type Annotated, annotate, readTreebank } from './treebank/treebank';
import { readWordnet } from './treebank/wordnet';
import { seeded } from './word-classes';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    wordnet: { type: 'string', default: '/usr/share/wordnet' },
  },
});
if (!values.data) throw new Error('say where the data is: --data ../shared');
const folder = join(values.data, 'eval/tagging');

const ROUNDS = 6;
const SEEN_AT_LEAST = 2;
const MOST_FEATURES = 60_000;
/** How far the right tag must win; the perceptron learns until it does. */
const MARGIN = 2;
/** The share of features that a decision goes without, so that no feature is leant on alone. */
const LEFT_OUT = 0.1;
const SMALLEST_WEIGHT = 12;
const SEEDS = [7, 8, 9];
const RECASED = 0.12;

const load = (name: string) => readTreebank(folder, name).flatMap((own) => annotate(own) ?? []);
const gum = load('gum');
const texts = [...new Set(gum.map(({ doc }) => doc))];
const isForJudging = ({ doc }: Annotated) => texts.indexOf(doc) % 6 === 3;
const plain = [...load('ewt_train'), ...gum.filter((own) => !isForJudging(own))];
const judged = { ewt_dev: load('ewt_dev'), 'texts of gum kept out': gum.filter(isForJudging) };

const train = [...plain, ...recased(plain)];
const dictionary = toTagDictionary(plain, readWordnet(values.wordnet));
const reader = new TagFeatures(dictionary.table, dictionary.finite, dictionary.kinds);

function recased(sentences: readonly Annotated[]): Annotated[] {
  const random = seeded(1);
  const title = (text: string, at: number) =>
    text.length > 3 || at === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const change = [
    (text: string) => text.toLowerCase(),
    (text: string) => text.toUpperCase(),
    title,
  ];
  return sentences.flatMap((own) => {
    const by = change[Math.floor((random() / RECASED) * change.length)];
    if (!by) return [];
    const tokens = own.tokens.map((token, at) => {
      const text = by(token.text, at);
      return { ...token, text, lower: text.toLowerCase() };
    });
    return [{ ...own, tokens }];
  });
}

/** The tag of a token that is not asked about; -1 for others. The sentence has been read. */
function settled(token: Token, at: number): Tag {
  const byKind = tagByKind(token);
  return byKind >= 0 ? byKind : (dictionary.onlyTags[reader.classes[at] as number] as number);
}

function frequentFeatures(): number[] {
  const seen = new Map<number, number>();
  for (const { tokens, tags } of train) {
    reader.read(tokens);
    let clause = 0;
    tokens.forEach((token, at) => {
      if (at > 0) clause = nextClause(clause, tags[at - 1] ?? 0);
      if (settled(token, at) >= 0) return;
      const count = reader.features(at, tags[at - 1] ?? 0, tags[at - 2] ?? 0, clause);
      for (const hash of reader.out.subarray(0, count)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
    });
  }
  return [...seen].filter(([, count]) => count >= SEEN_AT_LEAST).map(([hash]) => hash);
}

function learn(features: readonly number[], seed: number): Float32Array {
  const perceptron = new Perceptron(features, TAGS.length);
  const random = seeded(seed);
  const keeps = () => random() >= LEFT_OUT;
  const order = train.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) learnSentence(perceptron, train[at] as Annotated, keeps);
  }
  return perceptron.averaged();
}

/** The tags before a word are those that were found, right or wrong: so it is when the engine reads. */
function learnSentence(perceptron: Perceptron, { tokens, tags }: Annotated, keeps: () => boolean) {
  reader.read(tokens);
  let [before, twoBefore, clause] = [0, 0, 0];
  tokens.forEach((token, at) => {
    let tag = settled(token, at);
    if (tag < 0) {
      perceptron.score(reader.out, reader.features(at, before, twoBefore, clause), keeps);
      const right = tags[at] as number;
      tag = highest(perceptron.scores);
      perceptron.scores[right] = (perceptron.scores[right] as number) - MARGIN;
      perceptron.learn(right, highest(perceptron.scores));
    }
    twoBefore = before;
    before = tag;
    clause = nextClause(clause, tag);
  });
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++)
    if ((scores[at] as number) > (scores[best] as number)) best = at;
  return best;
}

const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(2)} %`;

function report(name: string, tagger: Tagger, sentences: readonly Annotated[]): void {
  const uposOf = likeliestUpos();
  const faults = new Map<string, number>();
  let [all, right, rightUpos, words, rightWords] = [0, 0, 0, 0, 0];
  for (const { tokens, tags, upos } of sentences)
    tagger.tag(tokens).forEach((tag, at) => {
      const isRight = tag === tags[at];
      all++;
      if (isRight) right++;
      if (uposOf[tag] === upos[at]) rightUpos++;
      if (tokens[at]?.kind === 'word') {
        words++;
        if (isRight) rightWords++;
      }
      const fault = `${TAGS[tags[at] ?? 0]} as ${TAGS[tag]}`;
      if (!isRight) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    });
  console.log(
    `${name}: ${all} tokens, right ${percent(right, all)}, as UPOS ${percent(rightUpos, all)}, of words ${percent(rightWords, words)}`,
  );
  const most = [...faults].sort(([, a], [, b]) => b - a).slice(0, 12);
  console.log(`  most frequent faults: ${most.map(([fault, n]) => `${fault} ${n}`).join(', ')}`);
}

function likeliestUpos(): string[] {
  const counts = TAGS.map(() => new Map<string, number>());
  for (const { tags, upos } of plain)
    tags.forEach((tag, at) => {
      const name = upos[at] ?? 'X';
      counts[tag]?.set(name, (counts[tag]?.get(name) ?? 0) + 1);
    });
  return counts.map((own) => [...own].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'X');
}

/** The mean of several trainings, each in another order. */
function learnOften(features: readonly number[]): Float32Array {
  const mean = new Float32Array(features.length * TAGS.length);
  for (const seed of SEEDS)
    learn(features, seed).forEach((weight, at) => {
      mean[at] = (mean[at] as number) + weight / SEEDS.length;
    });
  return mean;
}

const all = frequentFeatures();
const chosen = heaviest(all, learn(all, SEEDS[0] ?? 0), MOST_FEATURES);
const rows = weightRows(chosen, quantised(learnOften(chosen)), SMALLEST_WEIGHT);
const file = {
  source:
    'Universal Dependencies English EWT (CC BY-SA 4.0) and GUM (annotation CC BY 4.0), WordNet 3.0; see NOTICE.md; trained by bench/train-tagger.ts',
  onlyTags: [...dictionary.onlyTags],
  finite: [...dictionary.finite],
  kinds: [...dictionary.kinds],
  sizes: [dictionary.entries.length, rows.length] as const,
  words: toBase64(dictionary.entries),
  features: toBase64(rows),
};
const written = `${JSON.stringify(file)}\n`;
console.log(`${all.length} features, ${rows.length} chosen; ${written.length} bytes`);
for (const [name, sentences] of Object.entries(judged))
  report(name, new Tagger(toTagModel(file)), sentences);
writeFileSync(fileURLToPath(new URL('../app/_engine/tags/tagger.json', import.meta.url)), written);
