/**
 * Trains the model of app/_engine/worth/check-worthiness.ts and writes its weights beside it.
 *
 *   npx tsx bench/train-check-worthiness.ts --data ../shared/eval/checkworthy [--folds]
 *
 * Reads claimbuster_train.jsonl and, to report on, claimbuster_dev.jsonl: one {"id","text","label"} a
 * line, label 1 for check-worthy. The same data gives the same bytes. With --folds it writes nothing
 * and prints the four-fold figures, each fold trained on the other three.
 *
 * First the words of the training text are sorted into classes by the company they keep (see
 * word-classes.ts); the text held out for judging has no part in that. Then L2-regularised logistic
 * regression by dual coordinate descent, over signs scaled by how well each tells the classes apart
 * (Wang and Manning, 2012).
 * @see Yu, Huang, Lin: Dual coordinate descent methods for logistic regression (2011).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDates } from '#engine/dates/read-dates';
import { readFigures } from '#engine/figures/read-figures';
import { toPassage } from '#engine/tokens/passage';
import {
  FEATURE_BUCKETS,
  FEATURE_GROUPS,
  type FeatureGroup,
  type FeatureInput,
  FeatureReader,
  type Signs,
} from '#engine/worth/sentence-features';
import { VECTOR_SIGNS, withProducts } from '#engine/worth/sentence-vector';
import { classWord, WordClasses, type WordClassTable } from '#engine/worth/word-classes';
import { learnWordClasses, seeded } from './word-classes';

type Line = { readonly id: string; readonly text: string; readonly label: number };
type Example = {
  readonly signs: Int32Array;
  readonly values: Float64Array;
  readonly vector: Float64Array;
  readonly isWorthy: boolean;
};
type Trained = {
  readonly bias: number;
  readonly weights: Float64Array;
  readonly vectorWeights: Float64Array;
  readonly toExample: (line: Line) => Example;
};

const GROUPS: Record<FeatureGroup, number> = {
  words: 1,
  pairs: 0.4,
  classes: 0.8,
  together: 0.5,
  inOrder: 0.5,
  company: 0.7,
  narrowCompany: 0.8,
  affixes: 0.5,
  letters: 1,
  signs: 0.7,
};
/** The weight of the coordinates of a sentence together, and of their products together. */
const VECTOR = 2;
const COST = 1;
/** Check-worthy sentences are one in four: a miss costs more than a false alarm. */
const POSITIVE_COST = 1.6;
const CONTRAST = 0.6;
const ROUNDS = 12;
/** Parts left out in turn to place the boundary, and how much worse is as good: the peak is noise. */
const PARTS = 5;
const AS_GOOD = 0.001;
const SEEN_AT_LEAST = 3;

const { values } = parseArgs({
  options: { data: { type: 'string' }, folds: { type: 'boolean', default: false } },
});
if (!values.data) throw new Error('say where the data is: --data ../shared/eval/checkworthy');
const directory = values.data;
const readLines = <T>(name: string): T[] =>
  readFileSync(join(directory, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const train = readLines<Line>('claimbuster_train.jsonl');
const dev = readLines<Line>('claimbuster_dev.jsonl');

const inputs = new Map([...train, ...dev].map((line) => [line.id, toInput(line.text)]));

function toInput(text: string): FeatureInput {
  const span = { start: 0, end: text.length };
  const passage = toPassage(text, span);
  const dates = readDates(passage, { published: null, lastYear: null });
  const quantities = readFigures(
    passage,
    dates.filter((date) => date.solid),
  );
  return { ...passage, span, dates, quantities };
}

const inputOf = ({ id }: Line): FeatureInput => {
  const input = inputs.get(id);
  if (!input) throw new Error(`no line has the id ${id}`);
  return input;
};

const learnClasses = (lines: readonly Line[]): WordClassTable =>
  learnWordClasses(lines.map((line) => inputOf(line).tokens.map(classWord)));

/** How a line becomes an example, by these word classes; each line is read once. */
function exampleMaker(table: WordClassTable): (line: Line) => Example {
  const reader = new FeatureReader(new WordClasses(table));
  const made = new Map<string, Example>();
  return (line) => {
    const known = made.get(line.id);
    if (known) return known;
    const example = toExample(reader.read(inputOf(line)), line.label === 1);
    made.set(line.id, example);
    return example;
  };
}

function toExample({ buckets, ends, vector }: Signs, isWorthy: boolean): Example {
  const values = FEATURE_GROUPS.flatMap((group, at) => {
    const count = (ends[at] ?? 0) - (ends[at - 1] ?? 0);
    return new Array<number>(count).fill(GROUPS[group] / Math.sqrt(count));
  });
  const signs = buckets.slice(0, values.length);
  return { signs, values: Float64Array.from(values), vector: vector.slice(), isWorthy };
}

function addTo(list: Float64Array, at: number, amount: number): void {
  list[at] = (list[at] ?? 0) + amount;
}

/** How well each sign separates the classes; zero for signs that are too rare. */
function contrasts(examples: readonly Example[]): Float64Array {
  const worthy = new Float64Array(FEATURE_BUCKETS).fill(1);
  const other = new Float64Array(FEATURE_BUCKETS).fill(1);
  for (const { signs, isWorthy } of examples)
    for (const sign of signs) addTo(isWorthy ? worthy : other, sign, 1);
  const [allWorthy, allOther] = [worthy, other].map((list) => list.reduce((a, b) => a + b, 0)) as [
    number,
    number,
  ];
  return worthy.map((count, sign) => {
    const otherCount = other[sign] ?? 1;
    if (count + otherCount - 2 < SEEN_AT_LEAST) return 0;
    return (
      1 - CONTRAST + CONTRAST * Math.abs(Math.log(count / allWorthy / (otherCount / allOther)))
    );
  });
}

/** The minimum along one example's own axis, by Newton's method, kept inside its bounds. */
function newton(start: number, bound: number, curvature: number, margin: number): number {
  let z = Math.min(Math.max(start, 1e-10 * bound), bound * (1 - 1e-10));
  for (let i = 0; i < 8; i++) {
    const gradient = curvature * (z - start) + margin + Math.log(z / (bound - z));
    const next = z - gradient / (curvature + bound / (z * (bound - z)));
    const bounded = next <= 0 ? z * 0.1 : next >= bound ? bound - (bound - z) * 0.1 : next;
    if (Math.abs(bounded - z) < 1e-9 * bound) return bounded;
    z = bounded;
  }
  return z;
}

/** A bit for each number that is not 0, eight a byte, the lowest first. */
function bitsOf(numbers: Uint8Array): Uint8Array {
  const bits = new Uint8Array(numbers.length / 8);
  for (const [at, number] of numbers.entries())
    if (number !== 0) (bits[at >> 3] as number) |= 1 << (at & 7);
  return bits;
}

/** The same orders at every training, so that training twice gives the same weights. */
function* shuffledOrders(length: number): Generator<number[]> {
  const random = seeded(1);
  const order = Array.from({ length }, (_, i) => i);
  for (;;) {
    for (let i = length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    yield order;
  }
}

function trainOn(lines: readonly Line[], toExample: (line: Line) => Example): Trained {
  const examples = lines.map((line) => {
    const example = toExample(line);
    return { ...example, values: example.values.slice() };
  });
  const contrast = contrasts(examples);
  const weights = new Float64Array(FEATURE_BUCKETS);
  let bias = 0;
  for (const { signs, values: own } of examples)
    for (let i = 0; i < signs.length; i++) own[i] = (own[i] ?? 0) * (contrast[signs[i] ?? 0] ?? 0);
  const curvatures = examples.map(({ values: own }) =>
    own.reduce((sum, value) => sum + value * value, 1 + 2 * VECTOR ** 2),
  );
  const vectorWeights = new Float64Array(VECTOR_SIGNS);
  const products = new Float64Array(VECTOR_SIGNS);
  const duals = new Float64Array(examples.length).fill(1e-8);
  const orders = shuffledOrders(examples.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of orders.next().value as number[]) {
      const example = examples[at] as Example;
      const { signs, values: own, vector } = example;
      let score = bias + vectorScore(vectorWeights, vector, products);
      for (let i = 0; i < signs.length; i++) score += (weights[signs[i] ?? 0] ?? 0) * (own[i] ?? 0);
      const side = example.isWorthy ? 1 : -1;
      const bound = COST * (example.isWorthy ? POSITIVE_COST : 1);
      const before = duals[at] ?? 0;
      const after = newton(before, bound, curvatures[at] ?? 1, side * score);
      duals[at] = after;
      const step = (after - before) * side;
      for (let i = 0; i < signs.length; i++) addTo(weights, signs[i] ?? 0, step * (own[i] ?? 0));
      for (let i = 0; i < VECTOR_SIGNS; i++)
        addTo(vectorWeights, i, step * VECTOR * (products[i] ?? 0));
      bias += step;
    }
  }
  const scaled = weights.map((weight, sign) => weight * (contrast[sign] ?? 0));
  return { bias, weights: scaled, vectorWeights, toExample };
}

/** `products` is left with what the weights were multiplied with, but for VECTOR. */
function vectorScore(weights: Float64Array, vector: Float64Array, products: Float64Array): number {
  withProducts(vector, products);
  let sum = 0;
  for (let i = 0; i < VECTOR_SIGNS; i++) sum += (weights[i] ?? 0) * (products[i] ?? 0);
  return sum * VECTOR;
}

const room = new Float64Array(VECTOR_SIGNS);

function scoreOf({ bias, weights, vectorWeights, toExample }: Trained, line: Line): number {
  const { signs, values: own, vector } = toExample(line);
  return signs.reduce(
    (sum, sign, i) => sum + (weights[sign] ?? 0) * (own[i] ?? 0),
    bias + vectorScore(vectorWeights, vector, room),
  );
}

const f1 = (hit: number, extra: number, missed: number) => (2 * hit) / (2 * hit + extra + missed);

type Scored = { readonly score: number; readonly isWorthy: boolean };

function figuresOf(scored: readonly Scored[], threshold: number) {
  const count = (above: boolean, worthy: boolean) =>
    scored.filter((s) => s.score > threshold === above && s.isWorthy === worthy).length;
  const [hit, extra, missed, right] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const worthy = f1(hit, extra, missed);
  return { f1: worthy, macroF1: (worthy + f1(right, missed, extra)) / 2 };
}

function report(model: Trained, lines: readonly Line[], threshold = 0) {
  const scored = lines.map((line) => ({ score: scoreOf(model, line), isWorthy: line.label === 1 }));
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  let [seen, sum] = [0, 0];
  ranked.forEach((s, i) => {
    if (s.isWorthy) sum += ++seen / (i + 1);
  });
  return { ...figuresOf(scored, threshold), averagePrecision: sum / seen };
}

/** Moves the bias so that the boundary lies where it served best on parts left out of training. */
function bestThreshold(
  lines: readonly Line[],
  toExample: (line: Line) => Example,
  qualityOf: 'f1' | 'macroF1',
): number {
  const parts = Array.from({ length: PARTS }, (_, part) =>
    lines.filter((_line, i) => i % PARTS === part),
  );
  const scored = parts.flatMap((part, testedPart) => {
    const model = trainOn(parts.filter((_, i) => i !== testedPart).flat(), toExample);
    return part.map((line) => ({ score: scoreOf(model, line), isWorthy: line.label === 1 }));
  });
  const candidates = Array.from({ length: 81 }, (_, i) => (i - 40) / 20);
  const quality = (threshold: number) => figuresOf(scored, threshold)[qualityOf];
  const qualities = candidates.map(quality);
  const best = Math.max(...qualities);
  const good = candidates.filter((_, i) => (qualities[i] ?? 0) > best - AS_GOOD);
  return good.reduce((sum, threshold) => sum + threshold, 0) / good.length;
}

if (values.folds) {
  const lines = new Map([...train, ...dev].map((line) => [line.id, line]));
  const folds = [0, 1, 2, 3].map((n) =>
    [
      ...new Set(readLines<{ id: string }>(`folds/test_${n}.jsonl`).map(({ id }) => String(id))),
    ].flatMap((id) => lines.get(id) ?? []),
  );
  const results = folds.map((fold, testedPart) => {
    const rest = folds.filter((_, i) => i !== testedPart).flat();
    const tested = new Set(fold);
    const toExample = exampleMaker(learnClasses(train.filter((line) => !tested.has(line))));
    return report(trainOn(rest, toExample), fold, bestThreshold(rest, toExample, 'macroF1'));
  });
  for (const result of results) console.log(result);
  console.log(
    'macro F1, mean of four folds:',
    results.reduce((sum, result) => sum + result.macroF1, 0) / 4,
  );
} else {
  const wordClasses = learnClasses(train);
  const toExample = exampleMaker(wordClasses);
  const model = trainOn(train, toExample);
  const threshold = bestThreshold(train, toExample, 'f1');
  console.log('on claimbuster_dev:', report(model, dev, threshold), 'threshold', threshold);
  const largest = model.weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const step = largest / 127 ** 2;
  const bytes = Uint8Array.from(
    model.weights,
    (weight) => Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / step)) & 255,
  );
  const target = fileURLToPath(
    new URL('../app/_engine/worth/check-worthiness.json', import.meta.url),
  );
  const file = {
    source:
      'ClaimBuster, https://zenodo.org/records/3836810, CC BY 4.0; trained by bench/train-check-worthiness.ts',
    bias: model.bias - threshold,
    groups: GROUPS,
    step,
    isWeighed: Buffer.from(bitsOf(bytes)).toString('base64'),
    weights: Buffer.from(bytes.filter((byte) => byte !== 0)).toString('base64'),
    vectorWeights: Array.from(model.vectorWeights, (weight) =>
      Number((weight * VECTOR).toFixed(5)),
    ),
    wordClasses,
  };
  writeFileSync(target, `${JSON.stringify(file)}\n`);
}
