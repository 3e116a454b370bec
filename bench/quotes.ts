import { findQuote } from '#domain/quote';
import { type Chance, makeChance, makeText, misquote } from './news-text';
import { describeMachine, median, ms, printTable, quantile } from './numbers';

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
  const held = [measureQuotes(text, chance)];
  console.log(`  ${describeMachine()}`);
  process.exitCode = held.every(Boolean) ? 0 : 1;
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
      // Of other words: the same letters, each word turned round.
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
      ms(quantile(times, 0.9)),
      ms(Math.max(...times)),
      String(target),
      ms(median(walls)),
    ]),
  );
  return cases.every(
    ({ right, times, target }) => right === times.length && median(times) <= target,
  );
}

type IsRight = (find: ReturnType<typeof findQuote>, n: number) => boolean;

function timed(text: string, quotes: readonly string[], isRight: IsRight) {
  const times: number[] = [];
  const walls: number[] = [];
  let right = 0;
  for (const [n, quote] of quotes.entries()) {
    const began = performance.now();
    const before = process.cpuUsage();
    const find = findQuote(text, quote);
    const { user, system } = process.cpuUsage(before);
    walls.push(performance.now() - began);
    times.push((user + system) / 1000);
    if (isRight(find, n)) right++;
  }
  return { times, walls, right };
}

measure();
