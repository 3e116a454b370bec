import { reanchor } from '#domain/documents/reanchor';
import { decideDerived, estimateOverlap, toBands, toSignature } from '#domain/documents/same-text';
import { findQuote } from '#domain/quotes/find-quote';
import { toAnchor } from '#domain/texts/anchor';
import { changedPassages } from '#domain/texts/word-diff';
import { type Chance, makeChance, makeText, misquote } from './news-text';
import { describeMachine, median, ms, printTable, quantileOf } from './numbers';

const EXACT_MS = 5;
const FUZZY_MS = 200;
const LENGTHS = [20, 60, 200, 600, 2000] as const;
const RUNS = 10;
const UNRELATED = 50;

/**
 * `npx tsx bench/quotes.ts`: how fast quotes are found in 1 MB of text, and whether they are. The text
 * is made of sentences of our own, the same at each run. Ends with 1 when a target is missed.
 */
function measure(): void {
  const chance = makeChance(2026);
  const text = makeText(chance, 1_000_000);
  const targetsMet = [
    measureQuotes(text, chance),
    measureSameText(text),
    measureDifferences(text),
    measureReanchoring(text),
  ];
  console.log(`  ${describeMachine()}`);
  process.exitCode = targetsMet.every(Boolean) ? 0 : 1;
}

function measureQuotes(text: string, chance: Chance): boolean {
  const isOverlapping = (find: ReturnType<typeof findQuote>, at: number, length: number) =>
    find.found !== 'absent' && find.start < at + length && find.end > at;
  const cases = LENGTHS.flatMap((length) => {
    const quotes: string[] = [];
    const places: number[] = [];
    while (quotes.length < RUNS) {
      const at = text.indexOf(' ', chance(text.length - 3000)) + 1;
      const quote = text.slice(at, text.indexOf(' ', at + length));
      // Words that stand only once, and not “5” out of “5 %”.
      if (!/^\p{L}.*\p{L}{3}$/su.test(quote) || text.indexOf(quote) !== at) continue;
      quotes.push(quote);
      places.push(at);
    }
    const fuzzy = quotes.map((quote) => misquote(chance, quote, 0.05));
    const other = makeText(makeChance(length), 60_000);
    const unrelated = Array.from({ length: UNRELATED / LENGTHS.length }, (_, n) => {
      const at = n * (length + 100);
      // With other words: the same letters, each word reversed.
      return other
        .slice(at, at + length)
        .replace(/\p{L}+/gu, (word) => [...word].reverse().join(''));
    });
    const row = (name: string, target: number, all: readonly string[], isRight: IsRight) => ({
      name: `${name}, ${length} characters`,
      target,
      ...timed(text, all, isRight),
    });
    return [
      row('letter for letter', EXACT_MS, quotes, ({ found }) => found === 'exact'),
      row('5 % of characters changed', FUZZY_MS, fuzzy, (find, n) =>
        isOverlapping(find, places[n] ?? 0, length),
      ),
      row('not there', FUZZY_MS, unrelated, ({ found }) => found === 'absent'),
    ];
  });
  console.log('Quotes in 1 MB of text\n');
  printTable(
    ['quote', 'right', 'of', 'CPU ms', 'p90', 'most', 'target', 'clock ms'],
    cases.map(({ name, right, times, walls, target }) => [
      name,
      String(right),
      String(times.length),
      ms(median(times)),
      ms(quantileOf(times, 0.9)),
      ms(Math.max(...times)),
      String(target),
      ms(median(walls)),
    ]),
  );
  return cases.every(
    ({ right, times, target }) => right === times.length && median(times) <= target,
  );
}

const SIGNATURES = 10_000;

function measureSameText(text: string): boolean {
  const signature = toSignature(text);
  const others = Array.from({ length: SIGNATURES }, (_, n) => ({
    ...signature,
    values: signature.values.map((value) => value ^ (n & 0xff)),
  }));
  const changed = text.replace(/ the /g, ' that ').slice(0, 900_000);
  return printWork('Texts that repeat one another', [
    { name: 'signature of 1 MB', target: 1000, work: () => toSignature(text) },
    { name: 'bands of a signature', target: 1, work: () => toBands(signature) },
    {
      name: `one signature against ${SIGNATURES.toLocaleString('en')}`,
      target: 50,
      work: () => others.map((other) => estimateOverlap(signature, other)),
    },
    {
      name: 'deciding of two texts of 1 MB',
      target: 3000,
      work: () => decideDerived({ text, publishedOn: null }, { text: changed, publishedOn: null }),
    },
  ]);
}

function measureDifferences(text: string): boolean {
  const before = text.slice(0, 200_000);
  const changed = (every: number) =>
    before.replace(/\S+/g, (word, at) => (at % every ? word : `${word}x`));
  const [few, many] = [changed(5000), changed(100)];
  const other = makeText(makeChance(7), 200_000);
  return printWork('Differences of two captures of 200 kB', [
    { name: 'a few words changed', target: 500, work: () => changedPassages(before, few) },
    { name: 'a word in a hundred changed', target: 500, work: () => changedPassages(before, many) },
    { name: 'nothing in common', target: 500, work: () => changedPassages(before, other) },
    {
      name: 'a text of 1 MB, a few words changed',
      target: 2500,
      work: () => changedPassages(text, text.replace(/ not /g, ' ')),
    },
  ]);
}

const CLAIMS = 1000;

function measureReanchoring(text: string): boolean {
  const chance = makeChance(11);
  const claims = Array.from({ length: CLAIMS }, () => {
    const start = chance(text.length - 500);
    return toAnchor(text, start, start + 40 + chance(200));
  }).filter((anchor) => anchor !== null);
  const versions = [
    ['little changed', text.replace(/ not /g, ' ')],
    ['every sentence has other figures', text.replace(/\d+/g, (digits) => `${digits}0`)],
    ['all is another text', makeText(makeChance(12), 1_000_000)],
  ] as const;
  const targetsMet = printWork(
    `${CLAIMS.toLocaleString('en')} claims in a new capture of 1 MB`,
    versions.map(([name, now]) => ({
      name,
      target: 5000,
      work: () => reanchor(claims, text, now),
    })),
  );
  for (const [name, now] of versions) {
    const outcomes = reanchor(claims, text, now).map((each) => each.now.outcome);
    const counts = [...new Set(outcomes)].map(
      (one) => `${outcomes.filter((each) => each === one).length} ${one}`,
    );
    console.log(`  ${name}: ${counts.join(', ')}`);
  }
  console.log();
  return targetsMet;
}

type Work = { readonly name: string; readonly target: number; readonly work: () => unknown };

/** Each piece of work five times. @returns whether the median of each was in time */
function printWork(heading: string, all: readonly Work[]): boolean {
  const rows = all.map(({ name, target, work }) => {
    const times = Array.from({ length: 5 }, () => processorTime(work).cpuMs);
    return { name, target, middle: median(times), most: Math.max(...times) };
  });
  console.log(`${heading}\n`);
  printTable(
    ['work', 'CPU ms', 'most', 'target'],
    rows.map(({ name, target, middle, most }) => [name, ms(middle), ms(most), String(target)]),
  );
  return rows.every(({ middle, target }) => middle <= target);
}

/** What the processor did: on a machine with other work, the clock measures that work too. */
function processorTime<Value>(work: () => Value) {
  const began = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuMs: (user + system) / 1000, clockMs: performance.now() - began };
}

type IsRight = (find: ReturnType<typeof findQuote>, n: number) => boolean;

function timed(text: string, quotes: readonly string[], isRight: IsRight) {
  const times: number[] = [];
  const walls: number[] = [];
  let right = 0;
  for (const [n, quote] of quotes.entries()) {
    const { value: find, cpuMs, clockMs } = processorTime(() => findQuote(text, quote));
    times.push(cpuMs);
    walls.push(clockMs);
    if (isRight(find, n)) right++;
  }
  return { times, walls, right };
}

measure();
