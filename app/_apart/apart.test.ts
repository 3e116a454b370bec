import { expect, test } from 'vitest';
import { findQuote } from '#domain/quotes/find-quote';
import { showDifference } from '#domain/texts/shown-difference';
import { extract } from '#engine/extract';
import { type ApartOptions, apart, apartOnce, TooMuch } from './apart';
import { MostWorth } from './most-worth';
import type { FirstPart } from './read-first';

const sentence = (n: number) =>
  `The ministry said on Friday that exports of grain rose by ${(n % 90) + 1} percent to $${n + 10} million in 2024.`;
const text = (sentences: number) =>
  Array.from({ length: sentences }, (_, n) => sentence(n)).join('\n');
const LONG = text(60);
const APART = { longFrom: 1 };
const OPTIONS = { publishedOn: '2025-05-02', language: 'en' };

async function readFirst(
  of: string,
  more: object = {},
  options: ApartOptions = APART,
): Promise<FirstPart[]> {
  const request = { options: OPTIONS, choice: null, found: null, written: 0, ...more };
  const parts: FirstPart[] = [];
  for await (const part of apart('readFirst', [of, request], options)) parts.push(part);
  return parts;
}

const claimsOf = (parts: readonly FirstPart[]) =>
  parts.flatMap((part) => (part.is === 'claims' ? part.claims : []));

test('a long article, read in a process of its own, has the same reading as in this process', async () => {
  expect(claimsOf(await readFirst(LONG))).toEqual(extract(LONG, OPTIONS).claims);
  const short = text(3);
  expect(claimsOf(await readFirst(short, {}, {}))).toEqual(extract(short, OPTIONS).claims);
});

test('after a crash a reading goes on after the last stored claim', async () => {
  const all = extract(LONG, OPTIONS).claims;
  expect(claimsOf(await readFirst(LONG, { written: 50 }))).toEqual(all.slice(50));
  const rest = await readFirst(LONG, { written: 50, choice: 'all', found: all.length });
  expect(claimsOf(rest)).toEqual(all.slice(50));
});

test('more than 2,000 statements are only counted until somebody has chosen', async () => {
  const many = Array.from({ length: 2100 }, (_, n) => `It lost ${n} ships.`).join('\n');
  const { claims } = extract(many, OPTIONS);
  expect(claims.length).toBeGreaterThan(2000);
  const asked = await readFirst(many, {}, {});
  expect(asked.find(({ is }) => is === 'counted')).toEqual({
    is: 'counted',
    found: claims.length,
    toWrite: null,
  });
  expect(claimsOf(asked)).toEqual([]);

  const best = claimsOf(await readFirst(many, { choice: 'mostWorth' }, {}));
  expect(best).toHaveLength(2000);
  const starts = best.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const chosen = new Set(starts);
  const least = Math.min(...best.map(({ checkWorthiness }) => checkWorthiness));
  const left = claims.filter(({ start }) => !chosen.has(start));
  expect(left.every(({ checkWorthiness }) => checkWorthiness <= least)).toBe(true);

  const none = await readFirst(many, { choice: 'none' }, {});
  expect(none.find(({ is }) => is === 'counted')).toMatchObject({ toWrite: 0 });
}, 20_000);

test('among items of equal worth the earlier ones are chosen, in their order', () => {
  const best = new MostWorth<string>(2);
  for (const [item, worth] of [
    ['a', 1],
    ['b', 3],
    ['c', 1],
    ['d', 2],
    ['e', 2],
  ] as const)
    best.add(item, worth);
  expect(best.inOrder()).toEqual(['b', 'd']);
});

test('words are found in a long text as in a short one', async () => {
  const words = sentence(33).slice(10, 90);
  expect(await apartOnce('quote', [LONG, words, {}], APART)).toEqual(findQuote(LONG, words));
});

test('long texts are compared like short ones, and the result says how much it omits', async () => {
  const after = LONG.replaceAll('rose by', 'fell by');
  const difference = await apartOnce('difference', [LONG, after], APART);
  expect(difference).toEqual(showDifference(LONG, after));
  const other = 'word '.repeat(20_000);
  const { passages } = showDifference('', other);
  expect(passages[0]?.parts[0]).toMatchObject({ kind: 'added', leftOut: other.length - 4000 });
});

test('a text that takes too long, or too much memory, is refused with a sentence', async () => {
  const long = apartOnce('quote', [LONG, 'words', {}], { ...APART, limits: { waitMs: 1 } });
  await expect(long).rejects.toThrow(TooMuch);
  await expect(
    apartOnce('bands', [LONG.repeat(60)], { limits: { memoryBytes: 40 * 1024 * 1024 } }),
  ).rejects.toThrow(/more than 40 MB of memory: paste only the part that you need/);
}, 20_000);

test('a reading that is stopped ends at once, and the next in line goes on', async () => {
  const stopping = new AbortController();
  stopping.abort(new Error('The desk stops.'));
  await expect(
    apartOnce('quote', [LONG, 'words', {}], { ...APART, signal: stopping.signal }),
  ).rejects.toThrow('The desk stops.');
  expect(await apartOnce('quote', [LONG, 'exports of grain', {}], APART)).toMatchObject({
    found: 'exact',
  });
});
